#pragma once
// Files that are whole or as they were before: what a crash or a full disk interrupts is not seen.
#include <filesystem>
#include <string>
#include <string_view>

#include "kit/result.hpp"

namespace lexi::core {

/// Writes `bytes` beside `path`, brings them to the disk, and gives them the name. Blocks.
Result<void> write_whole(const std::filesystem::path& path, std::string_view bytes);

/// Brings a file that was written by others to the disk. Blocks.
Result<void> settle(const std::filesystem::path& path);

/// SHA-256 of a file in hex; empty when it cannot be read. Blocks.
std::string file_digest(const std::filesystem::path& path);

}  // namespace lexi::core
