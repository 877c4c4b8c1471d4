#include "app/transfer/html.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <utility>

namespace lexi::transfer {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kEntities = {{
    {"amp", "&"},
    {"lt", "<"},
    {"gt", ">"},
    {"quot", "\""},
    {"apos", "'"},
    {"nbsp", " "},
    {"ndash", "–"},
    {"mdash", "—"},
}};

void append_utf8(std::string& out, std::uint32_t c) {
    const auto tail = [&](int shift) { out += static_cast<char>(0x80 | ((c >> shift) & 0x3F)); };
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xC0 | (c >> 6));
        tail(0);
    } else if (c < 0x10000) {
        out += static_cast<char>(0xE0 | (c >> 12));
        tail(6), tail(0);
    } else {
        out += static_cast<char>(0xF0 | (c >> 18));
        tail(12), tail(6), tail(0);
    }
}

std::optional<std::string> numbered(std::string_view name) {
    const bool hex = name.starts_with("#x") || name.starts_with("#X");
    const auto digits = name.substr(hex ? 2 : 1);
    std::uint32_t code = 0;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), code, hex ? 16 : 10);
    const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    if (error != std::errc() || end != digits.data() + digits.size() || code == 0 || surrogate ||
        code > 0x10FFFF) {
        return std::nullopt;
    }
    std::string out;
    append_utf8(out, code);
    return out;
}

std::optional<std::string> entity(std::string_view name) {
    if (name.starts_with('#')) return numbered(name);
    for (const auto& [known, text] : kEntities) {
        if (name == known) return std::string(text);
    }
    return std::nullopt;
}

char lower_letter(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

std::string lower(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(), lower_letter);
    return out;
}

// What the eye reads as a new line, opened or closed.
bool breaks_line(std::string_view tag) {
    constexpr std::string_view kBreaks[] = {"br", "div", "p", "li", "tr"};
    return std::ranges::find(kBreaks, tag) != std::end(kBreaks);
}

class Stripper {
public:
    explicit Stripper(std::string_view html) : html_(html) {}

    std::string run() {
        while (at_ < html_.size()) {
            if (html_[at_] == '<' && tag()) continue;
            if (html_[at_] == '&' && reference()) continue;
            if (html_[at_] == '[' && sound()) continue;
            put(html_[at_++]);
        }
        return std::move(out_);
    }

private:
    // White space of any length is one space.
    void put(char c) {
        const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
        if (!space) {
            out_ += c;
        } else if (!out_.empty() && out_.back() != ' ') {
            out_ += ' ';
        }
    }

    bool tag() {
        const auto rest = html_.substr(at_);
        if (rest.starts_with("<!--")) return skip_past("-->");
        const auto end = rest.find('>');
        const auto begin = rest.starts_with("</") ? 2U : 1U;
        if (end == std::string_view::npos || begin >= end) return false;
        const char first = lower_letter(rest[begin]);
        if (first != '!' && (first < 'a' || first > 'z')) return false;
        const auto name = lower(rest.substr(begin, rest.find_first_of(" \t\r\n/>", begin) - begin));
        if (begin == 1 && (name == "style" || name == "script")) {
            return skip_past("</" + name + ">");
        }
        if (breaks_line(name)) put(' ');
        at_ += end + 1;
        return true;
    }

    bool skip_past(std::string_view mark) {
        const auto rest = html_.substr(at_);
        const auto found = std::ranges::search(rest, mark, {}, lower_letter);
        at_ = found.empty() ? html_.size()
                            : at_ + static_cast<std::size_t>(found.end() - rest.begin());
        return true;
    }

    bool reference() {
        const auto end = html_.substr(at_, 12).find(';');
        if (end == std::string_view::npos) return false;
        const auto text = entity(html_.substr(at_ + 1, end - 1));
        if (!text) return false;
        for (const char c : *text) put(c);
        at_ += end + 1;
        return true;
    }

    bool sound() {
        const auto rest = html_.substr(at_);
        const auto end = rest.find(']');
        if (!rest.starts_with("[sound:") || end == std::string_view::npos) return false;
        at_ += end + 1;
        return true;
    }

    std::string_view html_;
    std::size_t at_ = 0;
    std::string out_;
};

}  // namespace

std::string text_of_html(std::string_view html) { return Stripper(html).run(); }

std::string html_of_text(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '\n':
                out += "<br>";
                break;
            default:
                out += c;
        }
    }
    return out;
}

}  // namespace lexi::transfer
