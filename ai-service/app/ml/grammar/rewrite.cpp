#include "ml/grammar/rewrite.hpp"

#include <algorithm>
#include <array>
#include <format>

#include "ml/grammar/diff.hpp"
#include "ml/grammar/lints.hpp"
#include "ml/grammar/words.hpp"

namespace lexi::ml::grammar {
namespace {

constexpr std::size_t kMostPieces = 400;    // the comparison is quadratic
constexpr std::size_t kMostEditPieces = 6;  // a longer change is a new wording

struct Shot {
    std::string_view text, rewrite;
};
// Plain mistakes of many kinds, and two texts that are right.
constexpr std::array<Shot, 6> kShots{{
    {"He have two brother and one of them live on Da Nang since five year.",
     "He has two brothers and one of them has lived in Da Nang for five years."},
    {"The weather in my hometown is quite cool in December.",
     "The weather in my hometown is quite cool in December."},
    {"In my opinion student should to study hard becouse it help they find good job in future.",
     "In my opinion, students should study hard because it helps them find a good job in the "
     "future."},
    {"Yesterday i go to the market with my mother and we buyed many vegetable.",
     "Yesterday I went to the market with my mother and we bought many vegetables."},
    {"She asked me whether I had ever been abroad.",
     "She asked me whether I had ever been abroad."},
    {"There is many reason why people prefers to travelling by train , it is more cheap and safe.",
     "There are many reasons why people prefer to travel by train; it is cheaper and safer."},
}};

std::vector<std::string> texts_of(const std::vector<Piece>& pieces) {
    std::vector<std::string> texts;
    texts.reserve(pieces.size());
    for (const auto& piece : pieces) texts.emplace_back(piece.text);
    return texts;
}

bool sign(std::string_view text) {
    return text.size() == 1 && std::string_view(".,;:!?)\"").contains(text[0]);
}

// An insertion has no bytes of its own: it takes the word behind it along, a sign the word in
// front.
void widen(Gap& gap, const std::vector<Piece>& old, const std::vector<Piece>& made) {
    const bool before = gap.from > 0 && gap.new_from > 0 &&
                        (gap.from == old.size() || sign(made[gap.new_from].text));
    if (before) {
        --gap.from;
        --gap.new_from;
    } else if (gap.to < old.size() && gap.new_to < made.size()) {
        ++gap.to;
        ++gap.new_to;
    }
}

// In small letters, without signs, contractions written out: "can't", "cannot" and "can not" are
// the same words.
std::string spelt_out(std::string_view text) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kShort{
        {{"can't", "can not"},
         {"cannot", "can not"},
         {"n't", " not"},
         {"'m", " am"},
         {"'re", " are"},
         {"'ve", " have"},
         {"'ll", " will"}}};
    std::string made;
    for (const char c : text) {
        if (!sign({&c, 1})) made += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    for (const auto& [from, to] : kShort) {
        for (auto at = made.find(from); at != std::string::npos; at = made.find(from, at)) {
            made.replace(at, from.size(), to);
        }
    }
    return made;
}

bool has_sign(std::string_view text) {
    return std::ranges::any_of(text, [](const char& c) { return sign({&c, 1}); });
}

// As right before as after: a contraction, another sign in the place of one, "that" for "which".
bool matter_of_style(std::string_view original, std::string_view replacement) {
    static const Words kRelatives("that who which whom");
    if (original == "that" || replacement == "that") {
        if (kRelatives.contains(original) && kRelatives.contains(replacement)) return true;
    }
    if (spelt_out(original) != spelt_out(replacement)) return false;
    return replacement.contains('\'') != original.contains('\'') ||
           (has_sign(original) && has_sign(replacement));
}

Match as_match(Span span, std::string_view original, std::string replacement) {
    Match match{.bytes = span,
                .rule = "REWRITE",
                .category = "rewrite",
                .type = edit_type(original, replacement),
                .message = std::format("“{}” reads better here.", replacement),
                .message_vi = std::format("Chỗ này nên viết “{}”.", replacement)};
    if (replacement.empty()) {
        match.message = std::format("“{}” is not needed here.", original);
        match.message_vi = std::format("Chỗ này không cần “{}”.", original);
    }
    match.replacements.push_back(std::move(replacement));
    return match;
}

}  // namespace

std::vector<ChatMessage> rewrite_messages(std::string_view text) {
    std::vector<ChatMessage> messages{
        {.role = "system",
         .content =
             "You correct learners' English. Write the text again with its mistakes put right: "
             "grammar, spelling, articles, missing words. Change nothing that is right. Write only "
             "the corrected text."}};
    for (const auto& [wrong, right] : kShots) {
        messages.push_back({.role = "user", .content = std::string(wrong)});
        messages.push_back({.role = "assistant", .content = std::string(right)});
    }
    messages.push_back({.role = "user", .content = std::string(text)});
    return messages;
}

LlmJob rewrite_job(std::string_view text, std::uint32_t tokens, std::string owner) {
    return {.messages = rewrite_messages(text),
            .task = LlmTask::rewrite,
            .session = "rewrite",
            .max_tokens = tokens + tokens / 2 + 16,
            .temperature = 0,
            .stop = {"\n\n"},
            .owner = std::move(owner)};
}

std::vector<Match> rewrite_edits(std::string_view text, std::string_view rewrite) {
    const auto old = pieces(text);
    const auto made = pieces(rewrite);
    if (old.size() > kMostPieces || made.size() > kMostPieces || made.empty()) return {};
    auto found = gaps(texts_of(old), texts_of(made));
    std::size_t changed = 0;
    for (const auto& gap : found) changed += std::max(gap.to - gap.from, gap.new_to - gap.new_from);
    if (changed * 2 > std::max<std::size_t>(old.size(), 4)) return {};
    std::vector<Match> edits;
    std::size_t free_from = 0;  // a widened gap must not reach into the one before
    for (auto gap : found) {
        if (gap.from == gap.to) widen(gap, old, made);
        const bool fits = gap.from < gap.to && gap.from >= free_from &&
                          gap.to - gap.from <= kMostEditPieces &&
                          gap.new_to - gap.new_from <= kMostEditPieces;
        if (!fits) continue;
        free_from = gap.to;
        auto begin = old[gap.from].begin;
        const auto end = old[gap.to - 1].end;
        std::string replacement;
        if (gap.new_from < gap.new_to) {
            replacement = rewrite.substr(made[gap.new_from].begin,
                                         made[gap.new_to - 1].end - made[gap.new_from].begin);
        } else if (begin > 0 && text[begin - 1] == ' ') {
            --begin;  // a word that goes takes its blank along
        }
        const auto original = text.substr(begin, end - begin);
        if (matter_of_style(original, replacement)) continue;
        edits.push_back(
            as_match({.offset = begin, .length = end - begin}, original, std::move(replacement)));
    }
    return edits;
}

}  // namespace lexi::ml::grammar
