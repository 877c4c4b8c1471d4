// What goes on now and since when, how old one is, and where adverbs stand beside "be".
#include "ml/grammar/inflect.hpp"
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"
#include "ml/grammar/subject.hpp"

namespace lexi::ml::grammar {
namespace {

const Words kOften("always usually often sometimes never rarely");
const Words kActions(
    "go come eat cook watch play read write study learn work sleep listen talk speak run walk wait "
    "wear do make drink "
    "sing dance drive swim clean wash travel stay try look");

bool opens(const Sentence& s, int i) {
    return i == 0 || s.end(i - 1) || s.any(i - 1, {"and", "but", "because", "so", "when", "that"});
}

void right_now(const Sentence& s, int i, Edits& edits) {
    const bool now = (s.is(i, "at") && s.is(i + 1, "the") && s.is(i + 2, "moment")) ||
                     (s.is(i, "right") && s.is(i + 1, "now"));
    for (int k = i - 2; now && k >= 0 && !s.end(k + 1) && k > i - 7; --k) {
        if (!kPersonal.contains(s.low(k)) || !opens(s, k)) continue;
        const auto base = base_of_verb(s.low(k + 1));
        const bool present = s.low(k + 1) == base || s.low(k + 1) == third_person_of(base);
        if (!kActions.contains(base) || !present) return;
        const auto be = s.is(k, "i") ? "am " : s.any(k, {"he", "she", "it"}) ? "is " : "are ";
        edits.add("CONTINUOUS_NOW", k + 1, k + 2, be + gerund_of(base));
        return;
    }
}

// When I was a child, I live in Hue.
void as_a_child(const Sentence& s, Edits& edits) {
    if (!s.is(0, "when") || !kPersonal.contains(s.low(1)) || !s.any(2, {"was", "were"})) return;
    for (int k = 3; k + 2 < s.size(); ++k) {
        const bool clause = s.is(k, ",") || (!s.any(k, {"and"}) && s.noun(k));
        if (!clause || !kPersonal.contains(s.low(k + 1))) continue;
        const int verb = s.after_adverbs(k + 2);
        const auto base = base_of_verb(s.low(verb));
        const bool present = !base.empty() &&
                             (s.low(verb) == base || s.low(verb) == third_person_of(base)) &&
                             !s.tag(verb, Tag::aux) && past_of(base) != base && s.verb(verb);
        if (present) edits.add("PAST_AFTER_WHEN_WAS", verb, verb + 1, past_of(base));
        return;
    }
}

// I have 20 years old; he 20 years old; I have cold
void age(const Sentence& s, int i, Edits& edits) {
    const bool years = s.number(i + 1) && s.any(i + 2, {"years", "year"}) && s.is(i + 3, "old");
    const auto be = s.is(i - 1, "i")                                     ? "am"
                    : s.any(i - 1, {"he", "she", "it"}) || s.noun(i - 1) ? "is"
                                                                         : "are";
    if (years && s.any(i, {"have", "has"})) edits.add("AGE_WITH_BE", i, i + 1, be);
    if (years && s.any(i, {"he", "she", "i", "they", "we"}) && opens(s, i)) {
        const auto own = s.is(i, "i") ? "am" : s.any(i, {"he", "she"}) ? "is" : "are";
        edits.add("AGE_WITH_BE", i + 1, i + 1, own);
    }
    if (kPersonal.contains(s.low(i - 1)) && s.any(i, {"have", "has"}) &&
        s.any(i + 1, {"hungry", "thirsty", "tired", "afraid"})) {
        edits.add("AGE_WITH_BE", i, i + 1, be);
    }
}

void adverb_and_be(const Sentence& s, int i, Edits& edits) {
    const bool subject = kPersonal.contains(s.low(i - 1)) || (s.noun(i - 1) && s.determiner(i - 2));
    if (subject && s.any(i, kOften) && s.any(i + 1, {"is", "am", "are", "was", "were"}) &&
        !s.end(i + 2)) {
        edits.add("ADVERB_AFTER_BE", i, i + 2, s[i + 1].low + " " + s[i].low);
    }
    const bool be = s.any(i, {"am", "is", "are"}) && subject && s.any(i + 1, kOften);
    const auto base = base_of_verb(s.low(i + 2));
    const bool verb =
        (s.low(i + 2) == base || s.low(i + 2) == third_person_of(base)) && !base.empty();
    if (be && verb && (kActions.contains(base) || base == "get" || base == "have") &&
        !s.adjective(i + 2)) {
        edits.add("BE_ADVERB_VERB", i, i + 3,
                  s[i + 1].low + " " + (s.is(i, "is") ? third_person_of(base) : base));
    }
}

// They students. It very cold.
void bare(const Sentence& s, int i, Edits& edits) {
    if (s.any(i, {"they", "we"}) && opens(s, i) && s.noun(i + 1) && s.flag(i + 1, Flag::plural) &&
        !s.flag(i + 1, Flag::verb) && (s.end(i + 2) || s.any(i + 2, {"in", "at", "from", "and"}))) {
        edits.add("BE_BEFORE_PLURAL", i + 1, i + 1, "are");
    }
    if (s.is(i, "it") && opens(s, i) && s.any(i + 1, {"very", "so", "too"}) &&
        s.flag(i + 2, Flag::adjective) && !s.question()) {
        edits.add("BE_BEFORE_PLURAL", i + 1, i + 1, "is");
    }
    if (i == 0 && s.is(0, "is") && s.any(1, {"very", "so", "too"}) && s.adjective(2) &&
        !s.question()) {
        edits.add("BE_BEFORE_PLURAL", 0, 0, "it");
    }
}

}  // namespace

void find_aspect(const Sentence& s, Edits& edits) {
    for (int i = 0; i < s.size(); ++i) {
        right_now(s, i, edits);
        age(s, i, edits);
        adverb_and_be(s, i, edits);
        bare(s, i, edits);
    }
    as_a_child(s, edits);
}

}  // namespace lexi::ml::grammar
