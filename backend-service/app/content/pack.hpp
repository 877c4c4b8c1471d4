#pragma once
#include <expected>
#include <filesystem>
#include <string>
#include <vector>

#include "app/content/schema.hpp"

namespace lexi::content {

/// Reads and checks a whole content folder. The error lists every mistake as "file: slug: what".
std::expected<Pack, std::vector<std::string>> read_pack(const std::filesystem::path& folder);

struct Mistake {
    std::string path;  // lessons[0].exercises[2]
    std::string slug;
    std::string what;
};

/// What is wrong with a unit beyond its form; empty: nothing.
std::vector<Mistake> mistakes_in(const UnitFile& unit);

/// What is wrong with one exercise beyond its form; empty: nothing.
std::vector<std::string> mistakes_of(const Exercise& exercise);

}  // namespace lexi::content
