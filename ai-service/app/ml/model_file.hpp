#pragma once
// Finds a model from what an operator wrote: a file, a folder, or the beginning of a file's name.
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace lexi::ml {

/// `spec` names a file: that file. A folder: its first file (by name) that ends with `extension`.
/// Else, in `spec`'s folder, the first file with `extension` whose name begins with the last part
/// of `spec`, or else has its words (split at - and _) in the same order. Letter case does not
/// count. Blocks on the file system.
std::optional<std::filesystem::path> find_model(const std::string& spec,
                                                std::string_view extension);

/// What the file at `path` is now (path, size, time of change); changes when it is put right.
std::string fingerprint(const std::filesystem::path& path);

/// Its size in bytes, 0 if there is none.
std::uint64_t file_bytes(const std::filesystem::path& path);

}  // namespace lexi::ml
