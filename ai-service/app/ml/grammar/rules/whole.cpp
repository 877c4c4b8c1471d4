// all, both, whole, most, such and numbers: what stands in front of what in a noun phrase, and
// which of two of them is one too many.
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/ask.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {
namespace {

bool owner(const Sentence& s, int i) { return kPossessives.contains(s.low(i)); }

bool many(const Sentence& s, int i) {
    return plural_noun(s, i) || plural_noun(s, i + 1) || kUncountable.contains(s.low(i));
}

// the all students, my all friends, the both girls, whole my family
void all_before(const Sentence& s, int i, Edits& edits) {
    const bool the = s.any(i, {"the", "these", "those"});
    if ((the || owner(s, i)) && s.is(i + 1, "all") && many(s, i + 2)) {
        edits.add("ALL_BEFORE_THE", i, i + 2, "all " + words_of(s, i, i + 1));
    }
    if (s.is(i, "the") && s.is(i + 1, "both") && many(s, i + 2)) {
        edits.add("ALL_BEFORE_THE", i, i + 2, "both");
    }
    const bool one = kCountable.contains(s.low(i + 2)) ||
                     s.any(i + 2, {"family", "life", "day", "world", "money", "class"});
    if (s.is(i, "whole") && (owner(s, i + 1) || s.is(i + 1, "the")) && one) {
        edits.add("ALL_BEFORE_THE", i, i + 2, words_of(s, i + 1, i + 2) + " whole");
    }
}

// The most people ride motorbikes. Each of student has; any a pen; a my friend; a many things
void too_many(const Sentence& s, int i, Edits& edits) {
    const int noun = s.adjective(i + 2) ? i + 3 : i + 2;
    const bool said = s.be(noun + 1) || finite(s, noun + 1) || s.any(noun + 1, {"in", "have"}) ||
                      kModal.contains(s.low(noun + 1));
    if (s.is(i, "the") && s.is(i + 1, "most") && clause_opens(s, i) && plural_noun(s, noun) &&
        said && !s.any(noun, {"times"})) {
        edits.add("ARTICLE_TOO_MANY", i, i + 1, "");
    }
    if (s.is(i, "each") && s.is(i + 1, "of") && kCountable.contains(s.low(i + 2))) {
        edits.add("MOST_OF", i + 1, i + 2, "");
    }
    if (s.any(i, {"any", "some"}) && s.any(i + 1, {"a", "an"}) && s.flag(i + 2, Flag::noun)) {
        edits.add("TWO_DETERMINERS", i, i + 1, "");
    }
    if (s.any(i, {"a", "an"}) && (owner(s, i + 1) || s.any(i + 1, {"the", "this", "that"})) &&
        !s.end(i + 2) && s[i].text != "A") {
        edits.add("TWO_DETERMINERS", i, i + 1, "");
    }
    if (s.is(i, "a") && s.any(i + 1, {"many", "much", "several"}) && many(s, i + 2)) {
        edits.add("TWO_DETERMINERS", i, i + 3, words_of(s, i + 1, i + 3));
    }
    if (s.is(i, "both") && s.is(i + 1, "of") && s.number(i + 2) && plural_noun(s, i + 3)) {
        edits.add("BOTH_MY", i + 1, i + 3, "");
    }
}

// a so beautiful day; more expensive much than; taller than me five centimetres; for weeks three
void degrees(const Sentence& s, int i, Edits& edits) {
    if (s.is(i, "a") && s.is(i + 1, "so") && s.flag(i + 2, Flag::adjective) && s.noun(i + 3)) {
        edits.add("SUCH_A", i, i + 2, "such " + std::string(article_for(s.low(i + 2))));
    }
    const bool more = s.any(i - 1, {"more", "less"}) && s.flag(i, Flag::adjective);
    if (more && s.any(i + 1, {"much", "very", "a"}) && s.any(i + 2, {"than", "lot"})) {
        const bool lot = s.is(i + 1, "a");
        if (!lot || s.is(i + 3, "than")) {
            edits.add("HOW_MUCH_OLDER", i - 1, lot ? i + 3 : i + 2,
                      (lot ? "a lot " : "much ") + words_of(s, i - 1, i + 1));
        }
    }
    if (s.flag(i, Flag::comparative) && s.is(i + 1, "than")) {
        const int to = pronoun(s, i + 2) || kObjective.contains(s.low(i + 2)) ? i + 3
                       : s.phrase(i + 2)                                      ? s.phrase(i + 2).to
                                                                              : -1;
        const bool span = to > 0 && s.number(to) &&
                          (s.any(to + 1, kSpans) ||
                           s.any(to + 1, {"centimetres", "cm", "kilos", "metres", "kg"}));
        if (span && s.end(to + 2)) {
            edits.add("HOW_MUCH_OLDER", i, to + 2,
                      words_of(s, to, to + 2) + " " + words_of(s, i, to));
        }
    }
    if (i == 0 && s.is(0, "so") && pronoun(s, 1) && s.be(2) && s.flag(3, Flag::adjective) &&
        s.is(4, "that")) {
        edits.add("SO_OR_SUCH", 0, 4, words_of(s, 1, 3) + " so " + words_of(s, 3, 4));
    }
    const bool spans = s.any(i, kSpans) && plural_noun(s, i) && s.number(i + 1);
    if (spans && s.any(i - 1, {"for", "in", "after"}) && phrase_ends(s, i + 2)) {
        edits.add("FIRST_BEFORE_NUMBER", i, i + 2,
                  words_of(s, i + 1, i + 2) + " " + words_of(s, i, i + 1));
    }
}

// wrong something, new anyone
void pronouns_first(const Sentence& s, int i, Edits& edits) {
    const bool thing = s.any(i + 1, {"something", "anything", "nothing", "everything", "someone",
                                     "anyone", "somebody", "anybody"});
    const bool placed = s.any(i - 1, {"there", "meet", "eat", "do", "say", "hear", "see", "is",
                                      "buy", "know", "want", "about", "did", "learn", "find"});
    if (thing && kPredicates.contains(s.low(i)) && placed && phrase_ends(s, i + 2) &&
        (!s.be(i - 1) || s.is(i - 2, "there") || (s.is(i - 1, "there")))) {
        edits.add("ADJECTIVE_AFTER_SOMETHING", i, i + 2,
                  words_of(s, i + 1, i + 2) + " " + words_of(s, i, i + 1));
    }
}

// Do you want other cup? I have any questions. It is a first time.
void other_any(const Sentence& s, int i, Edits& edits) {
    const bool needs = s.any(i - 1, {"want", "need", "have", "buy", "take", "get", "bought", "find",
                                     "had", "has", "drink", "read"});
    if (needs && s.is(i, "other") && kCountable.contains(s.low(i + 1)) &&
        singular_of(s.low(i + 1)).empty()) {
        edits.add("OTHER_OR_ANOTHER", i, i + 1, "another");
    }
    const bool has = s.any(i - 1, {"have", "has", "had", "bought"}) && pronoun(s, i - 2);
    if (has && s.is(i, "any") && i == 2 && !s.question() && plural_noun(s, i + 1)) {
        edits.add("ANY_OR_SOME", i, i + 1, "some");
    }
    if (s.is(i, "a") && s.is(i + 1, "first") && s.is(i + 2, "time") && s.be(i - 1)) {
        edits.add("THE_ONLY", i, i + 1, "the");
    }
}

// I and my friend went
void politeness(const Sentence& s, int i, Edits& edits) {
    if (!s.is(i, "i") || !s.is(i + 1, "and") || !clause_opens(s, i)) return;
    const int to = pronoun(s, i + 2) ? i + 3 : subject_end(s, i + 2);
    if (to < 0 || s.end(to) || s.is(to, "and") || s.any(i + 2, {"you"})) return;
    if (!s.be(to) && !finite(s, to) && !kModal.contains(s.low(to)) && s.after_adverbs(to) == to &&
        !s.any(to, {"have", "had", "go", "went", "do", "did"})) {
        return;
    }
    edits.add("ME_AND_I", i, to, words_of(s, i + 2, to) + " and I");
}

}  // namespace

void find_whole(const Sentence& s, Edits& edits) {
    for (int i = 0; i < s.size(); ++i) {
        all_before(s, i, edits);
        too_many(s, i, edits);
        degrees(s, i, edits);
        pronouns_first(s, i, edits);
        other_any(s, i, edits);
        politeness(s, i, edits);
    }
}

}  // namespace lexi::ml::grammar
