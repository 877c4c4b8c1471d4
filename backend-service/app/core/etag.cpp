#include "app/core/etag.hpp"

#include "kit/ids.hpp"

namespace lexi::http {

std::string weak_tag(std::string_view content) {
    return "W/\"" + sha256_hex(content).substr(0, 32) + '"';
}

bool names_tag(std::string_view if_none_match, std::string_view tag) {
    if (tag.starts_with("W/")) tag.remove_prefix(2);
    while (!if_none_match.empty()) {
        const auto comma = if_none_match.find(',');
        auto one = if_none_match.substr(0, comma);
        while (one.starts_with(' ')) one.remove_prefix(1);
        while (one.ends_with(' ')) one.remove_suffix(1);
        if (one.starts_with("W/")) one.remove_prefix(2);
        if (one == tag || one == "*") return true;
        if (comma == std::string_view::npos) break;
        if_none_match.remove_prefix(comma + 1);
    }
    return false;
}

}  // namespace lexi::http
