// What a clause must have, and have once: a subject, a verb, one conjunction, one negation.
#include "ml/grammar/inflect.hpp"
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"
#include "ml/grammar/subject.hpp"

namespace lexi::ml::grammar {
namespace {

// Although …, but …; because …, so …
void two_conjunctions(const Sentence& s, int i, Edits& edits) {
    const bool though = s.any(i, {"although", "though"});
    const bool because = s.any(i, {"because", "since"}) && !s.is(i + 1, "of");
    if ((!though && !because) || (i > 0 && !s.end(i - 1) && !s.is(i - 1, "even"))) return;
    for (int k = i + 2; k < s.size(); ++k) {
        if (!s.is(k, ",")) continue;
        const bool second = though ? s.any(k + 1, {"but", "yet"}) : s.is(k + 1, "so");
        const bool clause = kPersonal.contains(s.low(k + 2)) || s.determiner(k + 2) ||
                            s.noun(k + 2) || s.is(k + 2, "there") || s[k + 2].is_capital();
        if (second && clause && !s.is(k + 2, "that")) {
            edits.add("TWO_CONJUNCTIONS", k + 1, k + 2, "");
        }
        return;
    }
}

void despite(const Sentence& s, int i, Edits& edits) {
    if (s.is(i, "despite") && kPersonal.contains(s.low(i + 1)) &&
        (s.be(i + 2) || s.tag(i + 2, Tag::verb) || s.tag(i + 2, Tag::aux)) &&
        !s.low(i + 2).ends_with("ing")) {
        edits.add("DESPITE_CLAUSE", i, i + 1, "although");
    }
    if (s.is(i, "because") && s.is(i + 1, "of") && s.any(i + 2, {"i", "he", "she", "we", "they"})) {
        edits.add("BECAUSE_OF_CLAUSE", i + 1, i + 2, "");
    }
}

// My mother she works.
void double_subject(const Sentence& s, int i, Edits& edits) {
    if (i > 0 && !s.end(i - 1) && !s.any(i - 1, {"because", "but"})) return;
    const auto np = s.phrase(i);
    if (!np || np.determiner < 0 || !s.any(np.to, {"he", "she", "it", "they"})) return;
    if (!s.any(np.determiner, {"my", "your", "his", "her", "our", "their", "the"})) return;
    if (s.any(np.head, kTimeNouns) || s.any(np.head, {"time", "day", "moment", "way"})) return;
    const bool many = s.flag(np.head, Flag::plural) && !s.flag(np.head, Flag::singular);
    if (many != s.is(np.to, "they")) return;
    const int verb = s.after_adverbs(np.to + 1);
    if (!s.verb(verb) && !s.flag(verb, Flag::third_person)) return;
    // "the film he made was good": a relative clause has a second verb
    for (int k = verb + 1; k < s.size() && !s.is(k, ",") && !s.any(k, {"and", "but", "because"});
         ++k) {
        if (s.verb(k)) return;
    }
    edits.add("DOUBLE_SUBJECT", np.to, np.to + 1, "");
}

// She from Vinh. My house near the school. Today very hot.
void no_verb(const Sentence& s, int i, Edits& edits) {
    const bool opens = i == 0 || s.end(i - 1) || s.any(i - 1, {"because", "and", "but", "so"});
    if (!opens || s.question()) return;
    const bool pronoun = s.any(i, {"i", "he", "she", "we", "they"});
    const auto np = s.phrase(i);
    const bool phrase = np && np.determiner >= 0 && !s.any(i, {"what", "which", "all", "a", "an"});
    const bool day = s.any(i, {"today", "tomorrow"}) && i == 0;
    if (!pronoun && !phrase && !day) return;
    const int at = pronoun || day ? i + 1 : np.to;
    const bool plural =
        pronoun ? s.any(i, {"we", "they"})
                : phrase && s.flag(np.head, Flag::plural) && !s.flag(np.head, Flag::singular);
    const bool adverb = s.any(at, {"very", "so", "really", "too", "not"});
    const int word = adverb ? at + 1 : at;
    const bool adjective =
        s.adjective(word) && !s.flag(word, Flag::verb) && s.flag(word, Flag::adjective);
    const bool very =
        adverb && !s.any(at, {"not"}) && s.flag(word, Flag::adjective) && !s.is(word, "much");
    const bool place = s.any(at, {"from", "near"}) && (pronoun || s.determiner(at + 1));
    if (!(adjective || very || place)) return;
    if (phrase && !very && !place) return;
    if (!very && !place && !pronoun) return;
    for (int k = i; k < s.size() && !s.is(k, ",") && !s.any(k, {"because", "and", "but"}); ++k) {
        if (k > i && (s.verb(k) || (s.flag(k, Flag::verb) && k < at && k > np.head))) return;
    }
    const bool tail = s.end(word + 1) || place ||
                      s.any(word + 1, {"and", "but", "because", "today", "now", "to", "for", "at",
                                       "with", "about", "of", "in"});
    if (!tail) return;
    edits.add("BE_MISSING", at, at, s.is(i, "i") ? "am" : plural ? "are" : "is");
}

// Is raining now. In Vietnam has many festivals.
void no_subject(const Sentence& s, Edits& edits) {
    if (s.any(0, {"is", "was"}) && !s.question() &&
        (s.low(1).ends_with("ing") || (s.adjective(1) && s.any(2, {"to"})))) {
        edits.add("SUBJECT_MISSING", 0, 0, "it");
    }
    const bool opens = s.any(0, {"in", "at", "on", "near"});
    const auto np = opens ? s.phrase(1) : NounPhrase{};
    const bool named = opens && s[1].is_capital();
    const int at = np ? np.to : named ? 2 : -1;
    if (at < 0) return;
    const int there = s.is(at, "there") ? at + 1 : at;
    const bool object = s.determiner(there + 1) || s.number(there + 1) || s.adjective(there + 1) ||
                        s.noun(there + 1);
    if (!s.any(there, {"has", "have"}) || !object || s.is(at, ",")) return;
    const auto what = s.phrase(there + 1);
    const bool many = s.number(there + 1) || s.any(there + 1, {"many", "several"}) ||
                      (what && s.flag(what.head, Flag::plural));
    edits.add("THERE_IS_NOT_HAS", at, there + 1, many ? "there are" : "there is");
}

void there_has(const Sentence& s, int i, Edits& edits) {
    if (!s.is(i, "there") || !s.any(i + 1, {"has", "have"}) || s.is(i + 2, "been") || i != 0)
        return;
    if (s.flag(i + 2, Flag::participle) && s.verb(i + 2)) return;
    const auto what = s.phrase(i + 2);
    if (!what) return;
    const bool many = what.number >= 0 || s.any(i + 2, {"many", "several"}) ||
                      (s.flag(what.head, Flag::plural) && !s.is(i + 2, "a"));
    edits.add("THERE_IS_NOT_HAS", i + 1, i + 2, many ? "are" : "is");
}

void two_verbs(const Sentence& s, int i, Edits& edits) {
    if (s.any(i, {"is", "are", "was", "were"}) && s.is(i + 1, "there") && s.is(i + 2, "have")) {
        edits.add("IS_THERE_HAVE", i + 2, i + 3, "");
    }
    if (s.any(i, {"do", "does"}) && kPersonal.contains(s.low(i + 1)) &&
        s.any(i + 2, {"can", "could", "must", "should", "will"})) {
        edits.add("DO_AND_CAN", i, i + 3, s[i + 2].low + " " + s[i + 1].text);
    }
}

// I no like; I not know; I don't have no money.
void negation(const Sentence& s, int i, Edits& edits) {
    const bool subject = kPersonal.contains(s.low(i));
    const bool verb = s.flag(i + 2, Flag::lemma) && !s.be(i + 2) && s[i + 2].kind == Kind::word &&
                      !s.any(i + 2, {"longer", "only"});
    if (subject && s.any(i + 1, {"no", "not"}) && verb && !s.tag(i + 2, Tag::aux) &&
        !s.flag(i + 2, Flag::adverb) && !s.adjective(i + 2) && !s.verb(i - 1) && !s.be(i - 1)) {
        const bool third = s.any(i, {"he", "she", "it"});
        edits.add("NEGATION_WITH_DO", i + 1, i + 2, third ? "doesn't" : "don't");
    }
    if (!s.any(i, {"don't", "doesn't", "didn't", "can't", "won't", "couldn't"})) return;
    for (int k = i + 1; k < i + 4 && !s.end(k); ++k) {
        if (s.any(k, {"no"}) && s.noun(k + 1) && !s.is(k + 1, "one")) {
            edits.add("DOUBLE_NEGATION", k, k + 1, "any");
        }
        if (s.is(k, "nothing")) edits.add("DOUBLE_NEGATION", k, k + 1, "anything");
        if (s.is(k, "nobody")) edits.add("DOUBLE_NEGATION", k, k + 1, "anybody");
        if (s.is(k, "never")) edits.add("DOUBLE_NEGATION", k, k + 1, "ever");
    }
}

void relative(const Sentence& s, int i, Edits& edits) {
    static const Words kPlaces("shop store place restaurant market cafe hotel town city website");
    if (s.is(i, "where") && s.any(i - 1, kPlaces) &&
        (s.any(i + 1, {"sells", "sell", "has", "have", "is", "offers", "serves", "makes"})) &&
        !s.determiner(i + 2) && !s.subject_pronoun(i + 2)) {
        edits.add("WHERE_AS_SUBJECT", i, i + 1, "that");
    }
    static const Words kPeople(
        "people person man woman boy girl friend teacher student men women "
        "children students friends teachers");
    const bool verb = s.verb(i + 1) || s.flag(i + 1, Flag::third_person);
    if (s.is(i, "which") && s.any(i - 1, kPeople) && verb && !s.is(i - 2, "of")) {
        edits.add("WHO_FOR_PEOPLE", i, i + 1, "who");
    }
}

}  // namespace

void find_clauses(const Sentence& s, Edits& edits) {
    for (int i = 0; i < s.size(); ++i) {
        two_conjunctions(s, i, edits);
        despite(s, i, edits);
        double_subject(s, i, edits);
        no_verb(s, i, edits);
        there_has(s, i, edits);
        two_verbs(s, i, edits);
        negation(s, i, edits);
        relative(s, i, edits);
    }
    no_subject(s, edits);
}

}  // namespace lexi::ml::grammar
