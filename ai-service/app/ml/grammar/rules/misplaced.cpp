// Objects and adverbs on the wrong side of each other, and subjects behind their verb where nothing
// is asked.
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/ask.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {
namespace {

const Words kHave("have has had");

// We have in our class thirty students. I have tomorrow a test.
void had(const Sentence& s, int i, Edits& edits) {
    if (!kHave.contains(s.low(i)) || s.question() || !(pronoun(s, i - 1) || s.noun(i - 1))) return;
    int at = -1;
    if (s.any(i + 1, {"tomorrow", "today", "tonight", "yesterday"})) at = i + 2;
    if (s.any(i + 1, {"in", "at"})) {
        const auto place = s.phrase(i + 2);
        at = place && place.determiner == i + 2 ? place.to : -1;
    }
    const auto np = at > 0 ? s.phrase(at) : NounPhrase{};
    if (!np || !s.end(np.to) || !(s.determiner(at) || s.number(at))) return;
    edits.add("OBJECT_AFTER_VERB", i + 1, np.to,
              words_of(s, at, np.to) + " " + words_of(s, i + 1, at));
}

// introduce to you my family; suggested me a good hotel; repeat me the question; said me hello
void to_somebody(const Sentence& s, int i, Edits& edits) {
    if (!s[i].is_word()) return;
    const auto base = base_of_verb(s.low(i));
    static const Words kTo("introduce explain describe suggest repeat say");
    if (!kTo.contains(base) || s.be(i)) return;
    const bool to = s.is(i + 1, "to");
    const int who = to ? i + 2 : i + 1;
    if (!s.any(who, {"me", "you", "him", "us", "them"})) return;
    const auto np = s.phrase(who + 1);
    const bool hello = s.any(who + 1, {"hello", "goodbye", "sorry", "hi"}) && s.end(who + 2);
    const bool thing = base != "say" && np && np.determiner == who + 1 && s.end(np.to);
    if (!hello && !thing) return;
    const int end = hello ? who + 2 : np.to;
    edits.add("EXPLAIN_TO", i + 1, end,
              words_of(s, who + 1, end) + " to " + words_of(s, who, who + 1));
}

// is always not happy; are noisy always; have also a dog; don't have always; Hardly I could
void adverbs(const Sentence& s, int i, Edits& edits) {
    const bool often = s.any(i, {"always", "usually", "often"});
    if (often && s.be(i - 1) && s.is(i + 1, "not") && !s.end(i + 2)) {
        edits.add("ADVERB_AFTER_BE", i, i + 2, "not " + std::string(s.low(i)));
    }
    if ((often || s.is(i, "never")) && s.be(i - 2) && kPredicates.contains(s.low(i - 1)) &&
        s.any(i + 1, {"at", "in", "on", "for", "with", "to"}) && !s.question()) {
        edits.add("ADVERB_AFTER_BE", i - 1, i + 1,
                  std::string(s.low(i)) + " " + words_of(s, i - 1, i));
    }
    if (s.is(i, "also") && kHave.contains(s.low(i - 1)) && pronoun(s, i - 2) &&
        (s.any(i + 1, {"a", "an", "some", "many", "two"}))) {
        edits.add("ADVERB_BEFORE_VERB", i - 1, i + 1, "also " + words_of(s, i - 1, i));
    }
    if (s.is(i, "always") && s.low(i - 2).ends_with("n't") && !s.end(i + 1) &&
        (base_form(s, i - 1) || s.any(i - 1, {"have", "go", "do"}))) {
        edits.add("ADVERB_BEFORE_VERB", i - 1, i + 1, "always " + words_of(s, i - 1, i));
    }
    if (i == 0 && s.is(0, "hardly") && pronoun(s, 1) && kModal.contains(s.low(2))) {
        edits.add("ADVERB_BEFORE_VERB", 0, 3, words_of(s, 1, 3) + " hardly");
    }
}

// I like more tea than coffee. I like best the blue one. a lot of flowers yellow
void liked(const Sentence& s, int i, Edits& edits) {
    const bool likes =
        s.any(i, {"like", "likes", "love", "loves"}) && (pronoun(s, i - 1) || s.noun(i - 1));
    if (likes && s.is(i + 1, "more") && s.flag(i + 2, Flag::noun) && s.is(i + 3, "than") &&
        s.end(i + 5)) {
        edits.add("OBJECT_BEFORE_ADVERB", i + 1, i + 3, words_of(s, i + 2, i + 3) + " more");
    }
    const auto np = likes && s.any(i + 1, {"best", "most"}) ? s.phrase(i + 2) : NounPhrase{};
    const int to = np ? np.to : likes && s.is(i + 2, "the") && s.is(i + 4, "one") ? i + 5 : -1;
    if (to > 0 && s.end(to) && s.determiner(i + 2)) {
        edits.add("OBJECT_BEFORE_ADVERB", i + 1, to,
                  words_of(s, i + 2, to) + " " + words_of(s, i + 1, i + 2));
    }
    static const Words kColours("red blue green yellow white black pink brown old new");
    if (s.any(i, {"of", "many", "some"}) && plural_noun(s, i + 1) &&
        kColours.contains(s.low(i + 2)) && s.end(i + 3)) {
        edits.add("ADJECTIVE_BEFORE_NOUN", i + 1, i + 3,
                  words_of(s, i + 2, i + 3) + " " + words_of(s, i + 1, i + 2));
    }
}

// How is tall your brother? Whose this bag is? What do you like fruit?
void asked(const Sentence& s, Edits& edits) {
    if (!s.question()) return;
    if (s.is(0, "how") && s.any(1, {"is", "are", "was"}) &&
        s.any(2, {"tall", "old", "big", "much", "far", "long", "heavy", "high", "deep"}) &&
        subject_end(s, 3) > 0 && s.end(subject_end(s, 3))) {
        edits.add("QUESTION_ORDER", 1, 3, words_of(s, 2, 3) + " " + words_of(s, 1, 2));
    }
    if (s.is(0, "whose") && s.any(1, {"this", "that", "these", "those"}) && s.flag(2, Flag::noun) &&
        s.any(3, {"is", "are"}) && s.end(4)) {
        edits.add("QUESTION_ORDER", 1, 4, words_of(s, 2, 4) + " " + words_of(s, 1, 2));
    }
    const bool kind = s.any(4, {"fruit", "colour", "color", "subject", "sport", "music", "food",
                                "animal", "sports", "day", "book", "film"});
    if (s.any(0, {"what", "which"}) && s.any(1, {"do", "does"}) && pronoun(s, 2) &&
        (s.any(3, {"like", "prefer", "want", "love"})) && kind && s.end(5)) {
        edits.add("QUESTION_ORDER", 1, 5, words_of(s, 4, 5) + " " + words_of(s, 1, 4));
    }
}

// Maybe is he at home. Because is it cold, I wear a coat. I think that is he right.
void statements(const Sentence& s, int i, Edits& edits) {
    const bool opens = s.any(i, {"maybe", "perhaps", "because", "although"}) ||
                       (s.is(i, "that") && s.any(i - 1, {"think", "glad", "sure", "know", "hope"}));
    const bool helper = s.any(i + 1, {"is", "are", "was", "were", "have", "has", "can", "will"});
    if (!opens || !helper || !pronoun(s, i + 2) || s.question() || s.end(i + 3)) return;
    if (s.is(i, "that") && s.any(i + 2, {"it", "you"}) && !s.any(i + 1, {"have", "has"})) return;
    edits.add("STATEMENT_ORDER", i + 1, i + 3,
              words_of(s, i + 2, i + 3) + " " + words_of(s, i + 1, i + 2));
}

}  // namespace

void find_misplaced(const Sentence& s, Edits& edits) {
    asked(s, edits);
    for (int i = 0; i < s.size(); ++i) {
        had(s, i, edits);
        to_somebody(s, i, edits);
        adverbs(s, i, edits);
        liked(s, i, edits);
        statements(s, i, edits);
    }
}

}  // namespace lexi::ml::grammar
