#pragma once
#include <expected>
#include <filesystem>
#include <string>
#include <vector>

#include "app/content/schema.hpp"

namespace lexi::content {

/// Reads and checks a whole content folder. The error lists every mistake as "file: slug: what".
std::expected<Pack, std::vector<std::string>> read_pack(const std::filesystem::path& folder);

/// What is wrong with one exercise beyond its form; empty: nothing.
std::vector<std::string> mistakes_of(const Exercise& exercise);

}  // namespace lexi::content
