#include "ml/piper/text/token.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "kit/unicode.hpp"

namespace lexi::ml::spoken {
namespace {

constexpr std::array<std::string_view, 12> kOpening{"(", "[", "{", "\"", "'", "“",
                                                    "‘", "«", "¿", "¡",  "*", "_"};
constexpr std::array<std::string_view, 18> kClosing{".",  ",", ";", ":", "!", "?", ")", "]", "}",
                                                    "\"", "'", "”", "’", "»", "…", "*", "_", "。"};

constexpr std::array<std::string_view, 28> kOnsets{
    "ngh", "ng", "nh", "gh", "gi", "kh", "ph", "qu", "th", "tr", "ch", "b", "c", "d",
    "g",   "h",  "k",  "l",  "m",  "n",  "p",  "r",  "s",  "t",  "v",  "x", "q", ""};
constexpr std::array<std::string_view, 42> kNuclei{
    "a",   "e",   "i",   "o",   "u",   "y",   "ai",  "ao",  "au",  "ay",  "eo",
    "eu",  "ia",  "ie",  "iu",  "oa",  "oe",  "oi",  "oo",  "ua",  "ue",  "ui",
    "uo",  "uu",  "uy",  "ye",  "oai", "oao", "oay", "oeo", "uay", "uoi", "uou",
    "uya", "uye", "uyu", "yeu", "ieu", "uao", "uau", "uoa", "oau"};
constexpr std::array<std::string_view, 9> kCodas{"", "c", "ch", "m", "n", "ng", "nh", "p", "t"};

bool all_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](unsigned char c) { return c < 0x80; });
}

bool has_letter(std::string_view text) {
    return std::ranges::any_of(text, [](unsigned char c) { return c >= 0x80 || std::isalpha(c); });
}

// Cuts marks off both ends of `word`.
Token stripped(std::string_view word) {
    Token token;
    for (bool more = true; more;) {
        more = false;
        for (const auto mark : kOpening) {
            if (!word.starts_with(mark) || word.size() == mark.size()) continue;
            token.before += mark;
            word.remove_prefix(mark.size());
            more = true;
        }
    }
    for (bool more = true; more;) {
        more = false;
        for (const auto mark : kClosing) {
            if (!word.ends_with(mark)) continue;
            token.after.insert(0, mark);
            word.remove_suffix(mark.size());
            more = true;
        }
    }
    token.core = word;
    return token;
}

// Ambiguous words ("to", "can") follow their neighbours.
enum class Look { english, vietnamese, either };

Look look_of(const Token& token) {
    const bool digits = token.core.find_first_of("0123456789") != std::string::npos;
    if (digits || !has_letter(token.core)) return Look::either;
    if (!all_ascii(token.core)) {
        const auto plain = bare(token.core);
        return all_ascii(plain) && could_be_vietnamese(plain) ? Look::vietnamese : Look::english;
    }
    if (could_be_vietnamese(bare(token.core))) return Look::either;
    return Look::english;
}

void choose_tongues(std::vector<Token>& tokens, Tongue request) {
    std::vector<Look> looks;
    for (const auto& token : tokens) looks.push_back(look_of(token));
    const auto look = [&](std::size_t at) {
        return at < looks.size() ? looks[at] : Look::either;  // also before the first: at - 1 wraps
    };
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        tokens[i].tongue = request;
        if (looks[i] == Look::vietnamese) tokens[i].tongue = Tongue::vietnamese;
        if (request == Tongue::english || tokens[i].override) continue;
        static constexpr std::array<std::string_view, 7> kEnglish{"the", "i",  "my", "he",
                                                                  "can", "on", "in"};
        const bool next_to = look(i - 1) == Look::english || look(i + 1) == Look::english;
        const bool between = look(i - 1) == Look::english && look(i + 1) == Look::english;
        const bool word = has_letter(tokens[i].core) && looks[i] == Look::either;
        const bool known = std::ranges::contains(kEnglish, bare(tokens[i].core));
        const bool turns = word && (between || (next_to && known));
        if (looks[i] == Look::english || turns) tokens[i].tongue = Tongue::english;
    }
}

}  // namespace

std::string Place::near(std::ptrdiff_t by) const {
    const auto index = static_cast<std::ptrdiff_t>(at) + by;
    if (index < 0 || index >= static_cast<std::ptrdiff_t>(tokens.size())) return "";
    return utf8::mapped(tokens[static_cast<std::size_t>(index)].core,
                        UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD);
}

bool is_figure(std::string_view word) {
    return !word.empty() && std::isdigit(static_cast<unsigned char>(word[0])) != 0;
}

bool in_phone(const Place& place) {
    const auto group = [&](std::ptrdiff_t by) {
        const auto word = place.near(by);
        const auto plus = word.starts_with('+') ? 1U : 0U;
        return word.size() > plus &&
               word.find_first_not_of("0123456789", plus) == std::string::npos;
    };
    std::ptrdiff_t first = 0;
    while (group(first - 1)) --first;
    auto last = first;
    while (group(last + 1)) ++last;
    const auto begin = place.near(first);
    return (begin.starts_with('0') && begin.size() > 1) || (begin.starts_with('+') && last > first);
}

std::string bare(std::string_view text) {
    auto plain = utf8::mapped(text, UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD);
    constexpr std::string_view kD = "đ";
    for (auto at = plain.find(kD); at != std::string::npos; at = plain.find(kD)) {
        plain.replace(at, kD.size(), "d");
    }
    return plain;
}

bool could_be_vietnamese(std::string_view text) {
    for (const auto onset : kOnsets) {
        if (!text.starts_with(onset)) continue;
        for (const auto coda : kCodas) {
            if (text.size() <= onset.size() + coda.size() || !text.ends_with(coda)) continue;
            const auto nucleus =
                text.substr(onset.size(), text.size() - onset.size() - coda.size());
            if (std::ranges::contains(kNuclei, nucleus)) return true;
        }
    }
    return text == "gi";
}

std::vector<Token> tokens_of(std::string_view text, Tongue request) {
    std::vector<Token> found;
    const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    for (std::size_t at = 0; at < text.size();) {
        if (blank(text[at])) {
            if (text[at] == '\n' && !found.empty()) found.back().line_end = true;
            ++at;
            continue;
        }
        const auto close = text.find("]]", at);
        if (text.substr(at).starts_with("[[") && close != std::string_view::npos) {
            auto end = close + 2;
            while (end < text.size() && !blank(text[end])) ++end;
            Token token = stripped(text.substr(close + 2, end - close - 2));
            token.before.clear();
            token.after = token.core + token.after;
            token.core = text.substr(at + 2, close - at - 2);
            token.override = true;
            found.push_back(std::move(token));
            at = end;
            continue;
        }
        auto end = at;
        while (end < text.size() && !blank(text[end])) ++end;
        found.push_back(stripped(text.substr(at, end - at)));
        at = end;
    }
    choose_tongues(found, request);
    return found;
}

}  // namespace lexi::ml::spoken
