// Comparison: -er or more, than or as, so or such.
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/ask.hpp"
#include "ml/grammar/rules/find.hpp"
#include "ml/grammar/rules/word_map.hpp"

namespace lexi::ml::grammar {
namespace {

const Words kShort(
    "tall short long young old small big large fat thin slim hot cold warm cool wet dry fast slow "
    "quick cheap high low hard soft strong weak rich poor clean dark deep wide great smart bright "
    "kind nice safe late near close loud quiet new sweet clever easy happy heavy busy pretty early "
    "funny dirty noisy lazy healthy hungry friendly ugly angry lucky sunny crazy narrow simple");

bool doubles(std::string_view word) {
    static const Words kDoubled("big fat thin slim hot wet sad");
    return kDoubled.contains(word);
}

std::string with_end(std::string_view word, std::string_view end) {
    std::string made(word);
    if (made.ends_with('y')) {
        made.back() = 'i';
    } else if (made.ends_with('e')) {
        made.pop_back();
    } else if (doubles(word)) {
        made += made.back();
    }
    return made.append(end);
}

std::string comparative(std::string_view word) {
    if (word == "good") return "better";
    if (word == "bad") return "worse";
    return kShort.contains(word) ? with_end(word, "er") : "more " + std::string(word);
}

std::string superlative(std::string_view word) {
    if (word == "good") return "best";
    if (word == "bad") return "worst";
    return kShort.contains(word) ? with_end(word, "est") : "most " + std::string(word);
}

bool short_adjective(const Sentence& s, int i) {
    return kShort.contains(s.low(i)) || s.any(i, {"good", "bad"});
}

// taller -> tall; empty for what is no comparative of ours
std::string base_of(std::string_view form) {
    if (form == "better" || form == "gooder") return "good";
    if (form == "worse" || form == "badder") return "bad";
    for (const std::string_view end : {"est", "er"}) {
        if (!form.ends_with(end) || form.size() < end.size() + 3) continue;
        const auto stem = std::string(form.substr(0, form.size() - end.size()));
        for (const auto& word : {stem, stem + "e", stem.substr(0, stem.size() - 1),
                                 stem.substr(0, stem.size() - 1) + "y"}) {
            if (kShort.contains(word) || kPredicates.contains(word)) return word;
        }
    }
    return {};
}

// beautifuler, gooder, beautifulest
void misformed(const Sentence& s, int i, Edits& edits) {
    static const Map kOdd{{"gooder", "better"}, {"goodest", "best"},    {"badder", "worse"},
                          {"baddest", "worst"}, {"worser", "worse"},    {"bestest", "best"},
                          {"easyer", "easier"}, {"happyer", "happier"}, {"biger", "bigger"},
                          {"funnier", ""},      {"hoter", "hotter"},    {"busyer", "busier"}};
    if (const auto right = found_in(kOdd, s.low(i)); !right.empty()) {
        edits.add("MISFORMED_COMPARATIVE", i, i + 1, std::string(right));
        return;
    }
    if (s[i].kind != Kind::unknown || s[i].is_capital()) return;
    const auto base = base_of(s.low(i));
    if (base.empty()) return;
    const bool most = s.low(i).ends_with("est");
    edits.add("MISFORMED_COMPARATIVE", s.any(i - 1, {"more", "most"}) ? i - 1 : i, i + 1,
              most ? superlative(base) : comparative(base));
}

// It is expensive than that; he is tall than me; health is important than money
void than(const Sentence& s, int i, Edits& edits) {
    if (!s.is(i + 1, "than") || !s.flag(i, Flag::adjective) || s.flag(i, Flag::comparative)) return;
    const bool plain = kPredicates.contains(s.low(i)) || short_adjective(s, i);
    if (!plain || s.any(i - 1, {"more", "less", "as", "much"}) || s.is(i, "different")) return;
    if (!(s.be(i - 1) || s.any(i - 1, {"so", "very", "looks", "seems", "feel", "feels"}))) return;
    edits.add("SHORT_COMPARATIVE", i, i + 1, comparative(s.low(i)));
}

void more(const Sentence& s, int i, Edits& edits) {
    const bool ends = s.is(i + 2, "than") || s.end(i + 2) || s.any(i + 2, {"now", "and", "every"});
    if (s.is(i, "more") && short_adjective(s, i + 1) && ends && !s.flag(i + 1, Flag::adverb) &&
        !(s.end(i + 2) && s.is(i + 1, "slow"))) {
        edits.add("SHORT_COMPARATIVE", i, i + 2, comparative(s.low(i + 1)));
    }
    if (s.is(i, "most") && short_adjective(s, i + 1) && (s.noun(i + 2) || s.is(i + 2, "in")) &&
        (s.is(i - 1, "the") || s.be(i - 1)) && !s.flag(i + 2, Flag::plural)) {
        const auto right = superlative(s.low(i + 1));
        edits.add("COMPARED", i, i + 2, s.is(i - 1, "the") ? right : "the " + right);
    }
    if (s.is(i, "more") && s.is(i + 1, "than") && s.flag(i - 1, Flag::comparative) &&
        s.low(i - 1).ends_with("er")) {
        edits.add("DOUBLE_COMPARATIVE", i, i + 1, "");
    }
    if (s.is(i, "most") && s.any(i + 1, {"worst", "best", "biggest", "largest", "highest",
                                         "easiest", "fastest", "cheapest", "oldest"})) {
        edits.add("DOUBLE_COMPARATIVE", i, i + 1, "");
    }
    // the more beautiful place here; the worse day of my life
    const bool of_all = s.any(i + 3, {"here"}) ||
                        (s.any(i + 3, {"in", "of"}) &&
                         s.any(i + 4, {"the", "my", "our", "vietnam"}) && !s.any(i + 5, {"two"}));
    if (s.is(i - 1, "the") && s.is(i, "more") && s.flag(i + 1, Flag::adjective) && s.noun(i + 2) &&
        of_all) {
        edits.add("COMPARED", i, i + 1, "most");
    }
    const bool my_life = (s.is(i + 2, "of") && s.any(i + 3, {"my", "all"})) ||
                         (s.is(i + 2, "in") && s.any(i + 3, {"the", "my"})) ||
                         (pronoun(s, i + 2) && s.any(i + 3, {"have"}));
    if (s.is(i - 1, "the") && s.flag(i, Flag::comparative) && s.noun(i + 1) && my_life) {
        if (const auto base = base_of(s.low(i)); !base.empty()) {
            edits.add("COMPARED", i, i + 1, superlative(base));
        }
    }
}

// as taller as; so tall as me; taller as him
void as(const Sentence& s, int i, Edits& edits) {
    const bool person = kObjective.contains(s.low(i + 1)) || s.determiner(i + 1) ||
                        pronoun(s, i + 1) || s[i + 1].is_capital();
    if (!s.is(i, "as") || !person) return;
    const auto base = base_of(s.low(i - 1));
    const bool form = s.flag(i - 1, Flag::comparative) && !base.empty();
    if (s.any(i - 2, {"as", "so"}) && form) {
        edits.add("AS_AS", i - 2, i + 1, "as " + base + " as");
    } else if (form && s.be(i - 2)) {
        edits.add("COMPARED", i, i + 1, "than");
    } else if (s.is(i - 2, "so") && s.flag(i - 1, Flag::adjective) && s.be(i - 3) &&
               !s.low(i - 3).ends_with("n't")) {
        edits.add("AS_AS", i - 2, i - 1, "as");
    }
    if (s.is(i - 1, "same") && !s.is(i - 2, "the")) edits.add("THE_SAME", i - 1, i - 1, "the");
}

// It is same your bike; my answer is same with yours
void same(const Sentence& s, int i, Edits& edits) {
    if (!s.is(i, "same") || !s.be(s.is(i - 1, "the") ? i - 2 : i - 1)) return;
    const bool owned = s.any(i + 1, {"my", "your", "his", "her", "our", "their", "me", "him"});
    const bool with = s.any(i + 1, {"with", "like", "to"});
    if (!owned && !with) return;
    const bool the = s.is(i - 1, "the");
    edits.add("AS_AS", i, with ? i + 2 : i + 1, the ? "same as" : "the same as");
}

// such beautiful that; so much hot; too hot that
void degree(const Sentence& s, int i, Edits& edits) {
    const bool adjective = kPredicates.contains(s.low(i + 1));
    if (s.is(i, "such") && adjective && (s.end(i + 2) || s.is(i + 2, "that")) && s.be(i - 1)) {
        edits.add("SO_OR_SUCH", i, i + 1, "so");
    }
    if (s.is(i, "too") && adjective && s.is(i + 2, "that")) {
        edits.add("SO_OR_SUCH", i, i + 1, "so");
    }
    if (s.any(i - 1, {"so", "very"}) && s.is(i, "much") && adjective && phrase_ends(s, i + 2) &&
        !s.is(i + 1, "like")) {
        edits.add("TOO_MUCH_ADJECTIVE", i, i + 1, "");
    }
    static const Words kPleasing(
        "beautiful lovely delicious kind glad interesting wonderful happy friendly excited");
    if (s.is(i, "too") && s.any(i + 1, kPleasing) && (s.end(i + 2) || s.any(i + 2, {"because"})) &&
        (s.be(i - 1))) {
        edits.add("TOO_OR_VERY", i, i + 1, "very");
    }
}

}  // namespace

void find_compared(const Sentence& s, Edits& edits) {
    for (int i = 0; i < s.size(); ++i) {
        misformed(s, i, edits);
        than(s, i, edits);
        more(s, i, edits);
        as(s, i, edits);
        same(s, i, edits);
        degree(s, i, edits);
    }
}

}  // namespace lexi::ml::grammar
