// Capitals, commas and words that are written together.
#include <array>

#include "ml/grammar/inflect.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {
namespace {

const Words kNames(
    "monday tuesday wednesday thursday friday saturday sunday january february april june july "
    "august september october november december english vietnamese chinese japanese korean french "
    "german russian spanish american british asian european vietnam hanoi china japan korea "
    "america "
    "england london paris tokyo singapore thailand australia canada europe asia africa christmas");
const Words kLinkers(
    "however therefore moreover furthermore nevertheless firstly secondly thirdly finally nowadays "
    "besides consequently additionally fortunately unfortunately first second third also lastly");

struct Phrase {
    std::array<std::string_view, 4> words;
};
constexpr std::array<Phrase, 10> kOpeners{{{{"for", "example"}},
                                           {{"for", "instance"}},
                                           {{"in", "addition"}},
                                           {{"in", "conclusion"}},
                                           {{"in", "my", "opinion"}},
                                           {{"on", "the", "other", "hand"}},
                                           {{"as", "a", "result"}},
                                           {{"first", "of", "all"}},
                                           {{"in", "other", "words"}},
                                           {{"in", "fact"}}}};

struct Joined {
    std::array<std::string_view, 3> words;
    std::string_view right;
};
constexpr std::array<Joined, 8> kJoined{{{{"now", "a", "days"}, "nowadays"},
                                         {{"some", "thing", ""}, "something"},
                                         {{"any", "thing", ""}, "anything"},
                                         {{"every", "thing", ""}, "everything"},
                                         {{"some", "one", ""}, "someone"},
                                         {{"my", "self", ""}, "myself"},
                                         {{"your", "self", ""}, "yourself"},
                                         {{"them", "selves", ""}, "themselves"}}};

int opener(const Sentence& s) {
    if (s.any(0, kLinkers)) return 1;
    for (const auto& phrase : kOpeners) {
        int n = 0;
        while (n < 4 && !phrase.words[n].empty() && s.is(n, phrase.words[n])) ++n;
        if (n == 4 || phrase.words[n].empty()) return n;
    }
    return 0;
}

void comma(const Sentence& s, Edits& edits) {
    const int at = opener(s);
    if (at == 0 || s.size() < at + 4) return;
    const bool clause = s.any(at, {"i", "he", "she", "it", "we", "they", "you", "there", "this",
                                   "these", "people", "the", "my", "our", "many", "some", "if"});
    if (!clause) return;
    edits.add("COMMA_AFTER_OPENER", at - 1, at, s[at - 1].text + ",");
}

void capitals(const Sentence& s, Edits& edits) {
    const auto& first = s[0];
    const bool small = !first.text.empty() && first.text[0] >= 'a' && first.text[0] <= 'z';
    if (small && first.kind == Kind::word && s.size() > 3) {
        edits.add("CAPITAL_AT_START", 0, 1, cased_like(first.text, "A"));
    }
    for (int i = 1; i < s.size(); ++i) {
        if (kNames.contains(s[i].text)) {
            edits.add("CAPITAL_OF_NAME", i, i + 1, cased_like(s[i].text, "A"));
        }
    }
}

void joined(const Sentence& s, int i, Edits& edits) {
    for (const auto& [words, right] : kJoined) {
        if (!s.is(i, words[0]) || !s.is(i + 1, words[1])) continue;
        if (!words[2].empty() && !s.is(i + 2, words[2])) continue;
        if (s.is(i + 1, "one") && s.is(i + 2, "of")) continue;
        edits.add("ONE_WORD", i, i + (words[2].empty() ? 2 : 3), std::string(right));
    }
}

}  // namespace

void find_writing(const Sentence& s, Edits& edits) {
    comma(s, edits);
    capitals(s, edits);
    for (int i = 0; i < s.size(); ++i) joined(s, i, edits);
}

}  // namespace lexi::ml::grammar
