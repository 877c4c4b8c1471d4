#include <cctype>

#include "ml/piper/text/reading.hpp"

namespace lexi::ml::spoken {
namespace {

bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

// The bytes of a letter of any script with Latin letters. Signs, emoji and the rest are not said.
std::size_t letter_at(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) return std::isalpha(byte) != 0 ? 1 : 0;
    if (byte >= 0xC3 && byte <= 0xC9) return at + 1 < text.size() ? 2 : 0;  // U+00C0-U+027F
    if (byte == 0xE1) return at + 2 < text.size() ? 3 : 0;                  // U+1E00-U+1EFF
    return 0;
}

}  // namespace

std::string plain_reading(std::string_view core, Tongue tongue) {
    std::string said;
    const auto gap = [&] {
        if (!said.empty() && said.back() != ' ') said += ' ';
    };
    for (std::size_t at = 0; at < core.size();) {
        if (is_digit(core[at])) {
            auto end = at;
            while (end < core.size() && is_digit(core[end])) ++end;
            const auto run = core.substr(at, end - at);
            gap();
            said += run.size() > 15 || (run.size() > 1 && run[0] == '0')
                        ? digits(run, tongue)
                        : cardinal(std::stoull(std::string(run)), tongue);
            said += ' ';
            at = end;
            continue;
        }
        if (const auto bytes = letter_at(core, at); bytes != 0) {
            said += core.substr(at, bytes);
            at += bytes;
            continue;
        }
        const bool curly = core.substr(at).starts_with("’");
        const bool joins = core[at] == '\'' || core[at] == '-' || curly;
        const bool inside = !said.empty() && said.back() != ' ' &&
                            at + (curly ? 3 : 1) < core.size() &&
                            letter_at(core, at + (curly ? 3 : 1)) != 0;
        if (joins && inside) {
            said += core[at] == '-' ? '-' : '\'';
        } else {
            gap();
        }
        at += curly ? 3 : 1;
    }
    while (said.ends_with(' ')) said.pop_back();
    return said;
}

}  // namespace lexi::ml::spoken
