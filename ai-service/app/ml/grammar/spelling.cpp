#include "ml/grammar/spelling.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>

#include "ml/grammar/candidates.hpp"
#include "ml/grammar/inflect.hpp"
#include "ml/grammar/sentence.hpp"

namespace lexi::ml::grammar {
namespace {

bool ascii(std::string_view word) {
    return std::ranges::all_of(word, [](unsigned char c) { return c < 0x80; });
}

bool all_capitals(std::string_view word) {
    return word.size() > 1 &&
           std::ranges::none_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}

// Minh, Nguyen, Trang: a capital and the shape of a Vietnamese syllable.
bool vietnamese_syllable(std::string_view low) {
    static constexpr std::array<std::string_view, 27> kInitials{
        "ngh", "ng", "nh", "ch", "gh", "gi", "kh", "ph", "qu", "th", "tr", "b", "c", "d",
        "g",   "h",  "k",  "l",  "m",  "n",  "p",  "r",  "s",  "t",  "v",  "x", ""};
    static const Words kRhymes(
        "a ac ach ai am an ang anh ao ap at au ay e ec em en eng eo ep et eu i ia ich iec iem ien "
        "ieng iep iet ieu im in inh ip it iu o oa oac oai oan oang oanh oat oay oc oe oen oet oi "
        "om "
        "on ong op ot u ua uan uang uat uay uc ue uech uen uenh uet ui um un ung uoc uoi uom uon "
        "uong uop uot uou up ut uu uy uya uyen uyet uynh y yem yen yeu");
    return std::ranges::any_of(kInitials, [low](std::string_view initial) {
        return low.starts_with(initial) && kRhymes.contains(low.substr(initial.size()));
    });
}

// A name, an abbreviation, a Vietnamese word: not ours to correct.
bool left_alone(const std::vector<Token>& tokens, std::size_t i) {
    const auto& token = tokens[i];
    if (!ascii(token.text) || token.text.size() < 3 || all_capitals(token.text)) return true;
    if (std::ranges::any_of(token.text, [](char c) { return c >= '0' && c <= '9'; })) return true;
    if (!token.is_capital()) return false;
    if (vietnamese_syllable(token.low)) return true;
    std::size_t before = i;
    while (before > 0 && tokens[before - 1].kind == Kind::space) --before;
    const bool starts = before == 0 || tokens[before - 1].kind == Kind::punctuation ||
                        tokens[before - 1].kind == Kind::paragraph;
    return !starts;
}

}  // namespace

std::vector<Match> misspellings(std::string_view, const std::vector<Token>& tokens) {
    std::vector<Match> matches;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const auto& token = tokens[i];
        if (token.kind != Kind::unknown || left_alone(tokens, i)) continue;
        auto candidates = spelling_candidates(token.low);
        if (candidates.empty()) continue;
        Match match{
            .bytes = {.offset = token.begin, .length = token.end - token.begin},
            .rule = "SPELLING",
            .category = "spelling",
            .type = "R:SPELL",
            .message = std::format("“{}” is not in the dictionary.", token.text),
            .message_vi = std::format("“{}” không có trong từ điển; có lẽ bạn muốn viết “{}”.",
                                      token.text, candidates.front().word)};
        for (auto& candidate : candidates) {
            match.replacements.push_back(cased_like(std::move(candidate.word), token.text));
        }
        matches.push_back(std::move(match));
    }
    return matches;
}

}  // namespace lexi::ml::grammar
