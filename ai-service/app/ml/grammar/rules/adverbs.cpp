// Adverbs and times that Vietnamese has elsewhere: before the verb how well and when, behind it how
// often.
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/ask.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {
namespace {

const Words kHow("well hard fast badly");
const Words kHave("have has had haven't hasn't");
const Words kWarm("like likes liked love loves loved enjoy enjoys enjoyed miss misses missed");

// The place after the object that begins at `i`; `i` itself: there is none.
int object_end(const Sentence& s, int i) {
    if (kObjective.contains(s.low(i))) return i + 1;
    const auto np = s.phrase(i);
    return np && !s.any(i, {"every", "last", "next", "all"}) ? np.to : i;
}

// He very fast runs. She can very well sing. We well played.
void how(const Sentence& s, int i, Edits& edits) {
    const int subject = clause_opens(s, i) ? subject_end(s, i) : -1;
    if (subject < 0) return;
    const bool helped = kModal.contains(s.low(subject));
    const int from = helped ? subject + 1 : subject;
    const bool very = s.any(from, {"very", "so", "too"});
    const int adverb = very ? from + 1 : from;
    const int verb = adverb + 1;
    const bool acts = helped ? base_form(s, verb) : finite(s, verb);
    if (!kHow.contains(s.low(adverb)) || !acts || (!very && (helped || !pronoun(s, i)))) return;
    if (s.any(verb, {"know", "knows", "knew", "understand", "remember", "imagine", "try"})) return;
    const int to = object_end(s, verb + 1);
    edits.add("OBJECT_BEFORE_ADVERB", from, to,
              words_of(s, verb, to) + " " + words_of(s, from, verb));
}

// My father drinks never coffee. She eats sometimes noodles.
void how_often(const Sentence& s, int i, Edits& edits) {
    const int verb = clause_opens(s, i) ? subject_end(s, i) : -1;
    if (verb < 0 || !finite(s, verb) || !kHowOften.contains(s.low(verb + 1)) || s.end(verb + 2) ||
        s.any(verb + 2, {"and", "but", "when", "if", "because"}) || s.question()) {
        return;
    }
    edits.add("ADVERB_BEFORE_VERB", verb, verb + 2,
              std::string(s.low(verb + 1)) + " " + words_of(s, verb, verb + 1));
}

// don't still know; yet don't know; have been ever; have finished just my lunch
void with_helper(const Sentence& s, int i, Edits& edits) {
    const bool no = s.any(i, {"don't", "doesn't", "didn't", "can't", "couldn't"});
    if (no && s.is(i + 1, "still") && common_verb(s, i + 2)) {
        edits.add("ADVERB_BEFORE_VERB", i, i + 2, "still " + std::string(s.low(i)));
    }
    if (no && s.is(i - 1, "yet") && pronoun(s, i - 2)) {
        edits.add("STILL_OR_YET", i - 1, i, "still");
    }
    const bool asked = s.any(i, {"have", "has"}) && i == 0;
    if (asked && pronoun(s, 1) && s.flag(2, Flag::participle) && s.is(3, "ever")) {
        edits.add("ADVERB_BEFORE_VERB", 2, 4, "ever " + words_of(s, 2, 3));
    }
    if (asked && s.is(1, "ever") && pronoun(s, 2)) {
        edits.add("ADVERB_BEFORE_VERB", 1, 3, words_of(s, 2, 3) + " ever");
    }
    const bool done = kHave.contains(s.low(i - 1)) && s.flag(i, Flag::participle) && s.verb(i);
    if (done && s.any(i + 1, {"just", "already"}) && s.determiner(i + 2) &&
        !s.any(i + 2, {"a", "one", "enough"})) {
        edits.add("ADVERB_BEFORE_VERB", i, i + 2,
                  std::string(s.low(i + 1)) + " " + words_of(s, i, i + 1));
    }
    // hasn't finished already; doesn't live here no more
    if (!s.low(i).ends_with("n't")) return;
    const int to = clause_end(s, i);
    if (s.any(i, {"hasn't", "haven't", "didn't"}) && s.is(to - 1, "already") && s.end(to) &&
        !s.question()) {
        edits.add("STILL_OR_YET", to - 1, to, "yet");
    }
    if (s.is(to - 2, "no") && s.is(to - 1, "more") && to - 2 > i + 1) {
        edits.add("DOUBLE_NEGATION", to - 2, to - 1, "any");
    }
}

// loves very much flowers; I like this song very.
void very_much(const Sentence& s, int i, Edits& edits) {
    if (!kWarm.contains(s.low(i)) || s.be(i - 1)) return;
    if (s.is(i + 1, "very") && s.is(i + 2, "much")) {
        const int to = object_end(s, i + 3);
        if (to > i + 3 && phrase_ends(s, to) && !s.is(i + 3, "the")) {
            edits.add("VERY_MUCH_LAST", i + 1, to, words_of(s, i + 3, to) + " very much");
        }
        return;
    }
    const int to = object_end(s, i + 1);
    if (to > i + 1 && s.is(to, "very") && s.end(to + 1)) {
        edits.add("VERY_MUCH_LAST", to, to + 1, "very much");
    }
}

// slept good last night; came home lately last night; play very good together
void well(const Sentence& s, int i, Edits& edits) {
    static const Words kDone("sleep work play sing dance swim cook drive speak behave");
    const auto verb = base_of_verb(s.low(i));
    const int very = s.any(i + 1, {"very", "so", "really", "too"}) ? i + 2 : i + 1;
    if (kDone.contains(verb) && !s.determiner(i - 1) && s.is(very, "good") &&
        phrase_ends(s, very + 1)) {
        edits.add("ADVERB_AFTER_VERB", very, very + 1, "well");
    }
    if (s.is(i, "lately") && (s.any(i + 1, {"last", "yesterday", "for"}) || s.is(i - 2, "too"))) {
        for (int k = i - 1; k >= 0 && k > i - 4; --k) {
            if (s.any(k, {"came", "arrived", "come", "arrive", "went", "got"})) {
                edits.add("HARD_OR_HARDLY", i, i + 1, "late");
                break;
            }
        }
    }
}

// The place after a time that begins at `i`; -1: there is none.
int time_end(const Sentence& s, int i) {
    if (s.any(i, {"yesterday", "tomorrow"})) {
        return s.any(i + 1, {"morning", "afternoon", "evening"}) ? i + 2 : i + 1;
    }
    const bool named = s.any(i + 1, kTimeNouns) || s.any(i + 1, {"day", "sunday"});
    return s.any(i, {"last", "every", "next"}) && named ? i + 2 : -1;
}

// We last summer went to Huế. My family every year visits my grandparents.
void time_first(const Sentence& s, Edits& edits) {
    const int from = subject_end(s, 0);
    const int verb = from > 0 ? time_end(s, from) : -1;
    if (verb < 0) return;
    const bool helped = kModal.contains(s.low(verb)) && base_form(s, verb + 1);
    if (!helped && !finite(s, verb) && !s.any(verb, {"go", "goes", "went", "had", "did"})) return;
    const int to = clause_end(s, verb);
    if (to - verb > 8) return;
    edits.add("TIME_AT_END", from, to, words_of(s, verb, to) + " " + words_of(s, from, verb));
}

}  // namespace

void find_adverbs(const Sentence& s, Edits& edits) {
    time_first(s, edits);
    for (int i = 0; i < s.size(); ++i) {
        how(s, i, edits);
        how_often(s, i, edits);
        with_helper(s, i, edits);
        very_much(s, i, edits);
        well(s, i, edits);
    }
}

}  // namespace lexi::ml::grammar
