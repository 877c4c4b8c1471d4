#pragma once
// Unicode's own mappings of text, for who compares texts: the one place that calls utf8proc for it.
#include <utf8proc.h>

#include <string>
#include <string_view>

namespace lexi::utf8 {

/// Well-formed text under utf8proc's options (UTF8PROC_COMPOSE, UTF8PROC_CASEFOLD, ...). What
/// cannot be mapped comes back as it was.
std::string mapped(std::string_view text, int options);

}  // namespace lexi::utf8
