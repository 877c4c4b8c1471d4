#include "kit/utf8.hpp"

#include <cstdlib>
#include <memory>
#include <utility>

#include "kit/unicode.hpp"

namespace lexi::utf8 {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

unsigned char at(std::string_view text, std::size_t i) {
    return static_cast<unsigned char>(text[i]);
}

// The size a lead byte announces; 0 where it cannot lead.
std::size_t announced(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return 2;
    if (lead >= 0xE0 && lead <= 0xEF) return 3;
    if (lead >= 0xF0 && lead <= 0xF4) return 4;
    return 0;
}

// Table 3-7 narrows only the second byte.
bool second_fits(unsigned char lead, unsigned char second) {
    const unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    const unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    return second >= low && second <= high;
}

struct Step {
    std::size_t size;  // bytes to pass over, at least 1
    bool whole;        // they are one well-formed code point
    bool cut;          // well-formed so far, but the text ends
};

Step step(std::string_view text, std::size_t i) {
    const auto lead = at(text, i);
    const auto size = announced(lead);
    if (size == 0) return {1, false, false};
    for (std::size_t k = 1; k < size; ++k) {
        if (i + k >= text.size()) return {k, false, true};
        const auto byte = at(text, i + k);
        const bool fits = k == 1 ? second_fits(lead, byte) : (byte & 0xC0) == 0x80;
        if (!fits) return {k, false, false};
    }
    return {size, true, false};
}

}  // namespace

bool valid(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto s = step(text, i);
        if (!s.whole) return false;
        i += s.size;
    }
    return true;
}

std::size_t length(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    return count;
}

std::size_t utf16_length(std::string_view text) {
    std::size_t units = length(text);
    for (const char c : text) units += static_cast<unsigned char>(c) >= 0xF0 ? 1 : 0;
    return units;
}

std::string mended(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const auto s = step(text, i);
        const auto lead = at(text, i);
        if (!s.whole) {
            out += kReplacement;
        } else if (lead >= 0x20 ? lead != 0x7F : lead == '\n' || lead == '\t') {
            out += text.substr(i, s.size);
        }
        i += s.size;
    }
    return out;
}

std::string mapped(std::string_view text, int options) {
    utf8proc_uint8_t* made = nullptr;
    const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                   static_cast<utf8proc_ssize_t>(text.size()), &made,
                                   static_cast<utf8proc_option_t>(options));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(made, &std::free);
    if (size < 0) return std::string(text);
    return {reinterpret_cast<const char*>(made), static_cast<std::size_t>(size)};
}

std::string nfc(std::string_view text) { return mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE); }

std::size_t incomplete_tail(std::string_view text) {
    for (std::size_t back = 1; back <= 3 && back <= text.size(); ++back) {
        const auto s = step(text, text.size() - back);
        if (s.cut && s.size == back) return back;
    }
    return 0;
}

std::string Gate::push(std::string_view piece) {
    held_ += piece;
    const auto tail = incomplete_tail(held_);
    auto out = mended(std::string_view(held_).substr(0, held_.size() - tail));
    held_.erase(0, held_.size() - tail);
    return out;
}

std::string Gate::flush() { return mended(std::exchange(held_, {})); }

}  // namespace lexi::utf8
