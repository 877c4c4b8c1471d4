#pragma once
// Errors in plain words. Pure.
#include <string_view>

namespace lexi::core {

struct Names {
    std::string_view english;
    std::string_view vietnamese;
};

/// Of a category of the grammar engine ("articles") in English and Vietnamese.
Names category_names(std::string_view category);

/// A hint that points at the error without giving the answer.
Names category_hints(std::string_view category);

}  // namespace lexi::core
