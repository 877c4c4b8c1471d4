#pragma once
#include <glaze/glaze.hpp>
#include <optional>
#include <string>
#include <vector>

#include "kit/body.hpp"

namespace lexi::transfer {

enum class FileFormat : std::uint8_t { csv, anki, apkg };
enum class RowResult : std::uint8_t { imported, duplicate, refused };

struct RowReport {
    std::int64_t line = 0;  // in a text file where it begins; in a deck the number of the note
    std::string word;
    RowResult result = RowResult::imported;
    std::optional<std::string> reason;  // of a refused one
    std::optional<std::string> id;      // of an imported one
};

struct ImportView {
    FileFormat format = FileFormat::csv;
    bool dry_run = false;
    std::int64_t imported = 0;
    std::int64_t duplicates = 0;
    std::int64_t refused = 0;
    std::int64_t reviews = 0;  // taken over with them
    std::vector<RowReport> rows;
};

struct ExportQuery {
    std::optional<FileFormat> format;
};

}  // namespace lexi::transfer

template <>
struct glz::meta<lexi::transfer::FileFormat> {
    using enum lexi::transfer::FileFormat;
    static constexpr auto value = glz::enumerate("csv", csv, "anki", anki, "apkg", apkg);
};
template <>
struct glz::meta<lexi::transfer::RowResult> {
    using enum lexi::transfer::RowResult;
    static constexpr auto value =
        glz::enumerate("imported", imported, "duplicate", duplicate, "refused", refused);
};
