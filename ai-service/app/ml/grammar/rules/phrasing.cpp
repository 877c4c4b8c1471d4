// The form of a verb behind a fixed phrase, negation without "do", and people of whom English says
// "it is".
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/ask.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {
namespace {

// I'd rather staying; instead of go; for run; hobby is listen; had my hair cutting; Nice to meeting
void forms(const Sentence& s, int i, Edits& edits) {
    if (s.is(i, "rather") && s.any(i - 1, {"i'd", "he'd", "she'd", "we'd", "would", "you'd"})) {
        const int verb = s.is(i + 1, "not") ? i + 2 : i + 1;
        if (s.low(verb).ends_with("ing") && common_verb(s, verb)) {
            edits.add("HAD_BETTER", verb, verb + 1, base_of_verb(s.low(verb)));
        }
        const int to = s.is(i + 1, "not") ? i + 2 : i + 1;
        if (s.is(to, "to") && (base_form(s, to + 1) || s.any(to + 1, {"go", "do", "have", "be"}))) {
            edits.add("HAD_BETTER", to, to + 1, "");
        } else if (s.is(to, "to") && s.is(to + 1, "not")) {
            edits.add("HAD_BETTER", to, to + 1, "");
        }
    }
    const bool of = s.is(i, "of") && s.is(i - 1, "instead");
    if (of && (base_form(s, i + 1) || s.any(i + 1, {"go", "do", "have"})) &&
        participle_of(s.low(i + 1)) != s.low(i + 1) &&
        (!s.flag(i + 1, Flag::noun) || s.any(i + 2, {"by", "to", "the", "a", "my", "at", "in"}))) {
        edits.add("ING_AFTER_PREPOSITION", i + 1, i + 2, gerund_of(s.low(i + 1)));
    }
    static const Words kMoves("go goes went come comes came going");
    if (s.is(i, "for") &&
        s.any(i + 1, {"run", "swim", "buy", "study", "learn", "meet", "visit", "see", "eat"}) &&
        (s.end(i + 2) || s.determiner(i + 2) || s.is(i + 2, "some"))) {
        for (int k = i - 1; k >= 0 && k > i - 6; --k) {
            if (!kMoves.contains(s.low(k))) continue;
            edits.add("TO_FOR_PURPOSE", i, i + 1, "to");
            break;
        }
    }
    const bool hobby = s.any(i, {"hobby", "hobbies", "habit"}) && s.any(i + 1, {"is", "are"});
    if (hobby && base_form(s, i + 2) && participle_of(s.low(i + 2)) != s.low(i + 2) &&
        !s.end(i + 3) &&
        (!s.flag(i + 2, Flag::noun) || s.any(i + 3, {"to", "the", "with", "in"}))) {
        edits.add("ING_AS_SUBJECT", i + 2, i + 3, gerund_of(s.low(i + 2)));
    }
    static const Words kHobbies("cook swim read dance sing learn draw run speak travel study");
    if (i == 0 && kHobbies.contains(s.low(0)) && s.is(1, "is") &&
        s.any(2, {"my", "fun", "good", "a", "not", "difficult", "very", "his", "her"}) &&
        !s.question()) {
        edits.add("ING_AS_SUBJECT", 0, 1, gerund_of(s.low(0)));
    }
    if (s.any(i, {"had", "have", "get", "got"}) && s.any(i + 1, {"my", "his", "her"}) &&
        s.any(i + 2, {"hair", "car", "bike", "motorbike", "phone"}) &&
        s.any(i + 3, {"cutting", "repairing", "fixing", "washing"})) {
        edits.add("PASSIVE_PARTICIPLE", i + 3, i + 4, participle_of(s.low(i + 3)));
    }
    if (s.any(i, {"nice", "glad", "pleased", "happy"}) && s.is(i + 1, "to") &&
        s.any(i + 2, {"meeting", "seeing", "hearing"})) {
        edits.add("BASE_AFTER_TO", i + 2, i + 3, base_of_verb(s.low(i + 2)));
    }
    if (i == 0 && s.is(1, "is") && s.any(2, {"speaking"}) && s.any(3, {"all", "in"}) &&
        kLanguages.contains(s.low(0))) {
        edits.add("PASSIVE_PARTICIPLE", 2, 3, "spoken");
    }
}

// My mother no have; she not come yesterday; I want that my son learns; please help me this
// exercise
void negations(const Sentence& s, int i, Edits& edits) {
    const int verb = clause_opens(s, i) ? subject_end(s, i) + 1 : 0;
    if (verb > i + 1 && s.any(verb - 1, {"no", "not"}) && !s.question() &&
        (base_form(s, verb) || s.any(verb, {"have", "go", "do", "has"}))) {
        const bool one =
            third(s.low(i)) || (!pronoun(s, i) && !plural_noun(s, verb - 2) && !s.is(i, "people"));
        bool past = false;
        for (int k = verb; k < s.size(); ++k)
            past = past || s.any(k, {"yesterday", "ago"}) ||
                   (s.is(k, "last") && s.any(k + 1, kTimeNouns));
        const bool sure =
            s.is(verb - 1, "not") || !s.flag(verb, Flag::noun) || s.determiner(verb + 1);
        if (sure && !s.any(i - 1, {"that", "suggest", "why"})) {
            edits.add("NEGATION_WITH_DO", verb - 1, verb + 1,
                      (past  ? "didn't "
                       : one ? "doesn't "
                             : "don't ") +
                          base_of_verb(s.low(verb)));
        }
    }
    const bool wants = s.any(i, {"want", "wants", "wanted"}) && s.is(i + 1, "that");
    const int to = wants ? subject_end(s, i + 2) : -1;
    if (to > i + 3 && (common_verb(s, to) || s.any(to, {"go", "goes", "is"})) &&
        !s.low(to).ends_with("ing")) {
        const auto base = s.is(to, "is") ? std::string("be") : base_of_verb(s.low(to));
        edits.add("WANT_SOMEBODY_TO", i + 1, to + 1, words_of(s, i + 2, to) + " to " + base);
    }
    if (s.any(i, {"help", "helped", "helps"}) && kObjective.contains(s.low(i + 1)) &&
        s.any(i + 2, {"this", "my", "the", "these"}) &&
        s.any(i + 3,
              {"exercise", "homework", "problem", "question", "housework", "bags", "lesson"}) &&
        phrase_ends(s, i + 4)) {
        edits.add("VERB_NEEDS_PREPOSITION", i + 2, i + 2, "with");
    }
    if (s.is(i, "thanks") && s.is(i + 1, "god")) edits.add("FIXED_PHRASE", i, i + 1, "thank");
    if (s.is(i, "sorry") && s.is(i + 1, "for")) {
        const int late = s.any(i + 2, {"my", "being"}) ? i + 3 : i + 2;
        if (s.is(late, "late") && !s.is(i + 2, "being") && s.end(late + 1)) {
            edits.add("FIXED_PHRASE", i + 1, late + 1, "I'm late");
        }
    }
}

// She is easy to get angry. I am convenient to meet you. It has very cold today.
void impersonal(const Sentence& s, int i, Edits& edits) {
    const bool me = s.any(i, {"i'm"}) || (s.is(i, "am") && s.is(i - 1, "i"));
    if (me && s.any(i + 1, {"convenient", "necessary", "impossible", "possible"}) &&
        s.is(i + 2, "to")) {
        const int from = s.is(i, "i'm") ? i : i - 1;
        edits.add("IT_IS_DIFFICULT", from, i + 2, "it is " + words_of(s, i + 1, i + 2) + " for me");
    }
    const bool easy = s.any(i, {"is", "am", "are"}) && pronoun(s, i - 1) && s.is(i + 1, "easy") &&
                      s.is(i + 2, "to") && s.any(i + 3, {"get", "become", "feel"}) &&
                      kPredicates.contains(s.low(i + 4)) && s.end(i + 5);
    if (easy && !s.is(i - 1, "it")) {
        edits.add("IT_IS_DIFFICULT", i, i + 5,
                  in_form(s.low(i + 3), third(s.low(i - 1)) ? "gets" : "get") + " " +
                      words_of(s, i + 4, i + 5) + " easily");
    }
    if (s.any(i, {"has", "had"}) && s.is(i - 1, "it") && clause_opens(s, i - 1) &&
        s.any(i + 1, {"very", "so", "too"}) && kPredicates.contains(s.low(i + 2)) &&
        (s.end(i + 3) || time_word(s, i + 3))) {
        edits.add("BE_OR_HAVE", i, i + 1, s.is(i, "has") ? "is" : "was");
    }
    const bool state = s.any(i + 1, {"hungry", "thirsty", "tired", "sick", "ill", "afraid", "angry",
                                     "happy", "sad", "busy", "late", "cold"});
    const int word = s.any(i + 1, {"very", "so"}) ? i + 2 : i + 1;
    if (s.any(i, {"have", "has"}) && pronoun(s, i - 1) && clause_opens(s, i - 1) &&
        (state || (word > i + 1 && kPredicates.contains(s.low(word)))) &&
        (s.end(word + 1) || time_word(s, word + 1))) {
        edits.add("BE_OR_HAVE", i, i + 1, be_for(s.low(i - 1)));
    }
}

}  // namespace

void find_phrasing(const Sentence& s, Edits& edits) {
    for (int i = 0; i < s.size(); ++i) {
        forms(s, i, edits);
        negations(s, i, edits);
        impersonal(s, i, edits);
    }
}

}  // namespace lexi::ml::grammar
