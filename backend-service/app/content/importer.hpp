#pragma once
#include <expected>
#include <string>

#include "app/content/schema.hpp"

namespace lexi::content {

struct ImportReport {
    std::size_t courses = 0;
    std::size_t lessons = 0;
    std::size_t exercises = 0;
    std::size_t words = 0;
};

/// Writes `pack` in one transaction: all of it or nothing. Rows keep their ids from import to
/// import (UUID v5 of their slugs), so that a second import changes them in place. What a pack no
/// longer has is retired, not erased: learners' answers point at it. Blocks.
std::expected<ImportReport, std::string> import_pack(const std::string& conninfo, const Pack& pack);

}  // namespace lexi::content
