#pragma once
#include <expected>
#include <functional>
#include <string>

#include "app/content/plan.hpp"

namespace lexi::content {

/// Shown what would change, says whether to write it.
using Agree = std::function<bool(const std::vector<Change>&)>;

/// Imports `pack` in one transaction: all of it or nothing; another import waits for it. False
/// where nothing was written, because nothing changes or `agree` did not. Blocks.
std::expected<bool, std::string> import_pack(const std::string& conninfo, const Pack& pack,
                                             const Agree& agree);

}  // namespace lexi::content
