#include "speech/range.hpp"

#include <algorithm>
#include <charconv>

namespace lexi::speech {
namespace {

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

std::optional<std::size_t> number(std::string_view text) {
    std::size_t value = 0;
    const auto [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (wrong != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

}  // namespace

std::optional<ByteRange> byte_range(std::string_view header, std::size_t size) {
    const ByteRange whole{.first = 0, .last = size - 1, .partial = false};
    constexpr std::string_view kUnit = "bytes=";
    if (!header.starts_with(kUnit)) return whole;
    const auto text = trimmed(header.substr(kUnit.size()));
    const auto dash = text.find('-');
    if (dash == std::string_view::npos || text.contains(',')) return whole;
    const auto from = number(text.substr(0, dash));
    const auto to = number(text.substr(dash + 1));
    if (dash == 0) {  // the last n bytes
        if (!to) return whole;
        if (*to == 0) return std::nullopt;
        return ByteRange{.first = size - std::min(*to, size), .last = size - 1, .partial = true};
    }
    const bool open = dash + 1 == text.size();
    if (!from || (!to && !open) || (to && *to < *from)) return whole;
    if (*from >= size) return std::nullopt;
    return ByteRange{
        .first = *from, .last = std::min(to.value_or(size - 1), size - 1), .partial = true};
}

bool names_etag(std::string_view header, std::string_view etag) {
    while (!header.empty()) {
        const auto comma = header.find(',');
        auto one = trimmed(header.substr(0, comma));
        if (one == "*") return true;
        if (one.starts_with("W/")) one.remove_prefix(2);
        if (one == etag) return true;
        if (comma == std::string_view::npos) break;
        header.remove_prefix(comma + 1);
    }
    return false;
}

}  // namespace lexi::speech
