#pragma once
// What a hint gives away of each kind of exercise. Pure.
#include <optional>
#include <string>
#include <vector>

#include "app/core/grading/grading.hpp"

namespace lexi::lessons {

struct Hint {
    std::string text;
    std::vector<std::string> eliminated;  // choices that are wrong
};

/// Nothing where there is nothing to give away (speaking). `prompt` is what the learner sees.
std::optional<Hint> hint_for(const grading::Key& key, const std::string& prompt);

}  // namespace lexi::lessons
