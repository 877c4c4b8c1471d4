// Now, usually and then: tenses that go by a word elsewhere in the sentence, for subjects of any
// kind.
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/ask.hpp"
#include "ml/grammar/rules/find.hpp"
#include "ml/grammar/subject.hpp"

namespace lexi::ml::grammar {
namespace {

const Words kDoing(
    "cook play sleep watch read write eat drink run swim talk sing dance study work wait rain snow "
    "cry laugh knock ring clean wash do make build look listen walk come bark fly");

std::string be_of(const Sentence& s, int from, int to) {
    if (pronoun(s, from)) return be_for(s.low(from));
    return plural_noun(s, to - 1) || s.is(from, "people") ? "are" : "is";
}

bool simple_present(const Sentence& s, int i) {
    const auto base = base_of_verb(s.low(i));
    return kDoing.contains(base) && (s.low(i) == base || s.low(i) == third_person_of(base));
}

// It rains now. My mother cooks dinner at the moment. The children playing in the yard now.
void now(const Sentence& s, int i, Edits& edits) {
    const int verb = clause_opens(s, i) ? subject_end(s, i) : -1;
    if (verb < 0 || s.question() || s.is(0, "so")) return;
    const int to = clause_end(s, verb);
    bool told = s.is(to - 1, "now") && !s.any(to - 2, {"until", "by", "from", "right", "just"});
    if (s.is(to - 1, "now") && s.any(to - 2, {"right", "just"})) told = true;
    told = told || (s.is(to - 1, "moment") && s.is(to - 2, "the") && s.is(to - 3, "at"));
    const bool seen = i == 0 ? false : s.any(i - 1, {"!", ","}) && s.any(0, {"look", "listen"});
    for (int k = verb; k < to; ++k) {
        if (s.any(k, {"every", "always", "usually", "often", "can", "want"})) return;
    }
    if (!told && !seen) return;
    if (simple_present(s, verb)) {
        edits.add("CONTINUOUS_NOW", verb, verb + 1,
                  be_of(s, i, verb) + " " + gerund_of(s.low(verb)));
    } else if (s.low(verb).ends_with("ing") && kDoing.contains(base_of_verb(s.low(verb)))) {
        edits.add("BE_BEFORE_ING", verb, verb, be_of(s, i, verb));
    } else if (s.any(verb, {"is", "are", "am"}) && kDoing.contains(s.low(verb + 1)) &&
               participle_of(s.low(verb + 1)) != s.low(verb + 1) && !s.end(verb + 2)) {
        edits.add("BE_AND_BASE", verb + 1, verb + 2, gerund_of(s.low(verb + 1)));
    }
}

// I am usually getting up; every day he is going
void habit(const Sentence& s, int i, Edits& edits) {
    if (!s.any(i, {"am", "is", "are"}) || s.question()) return;
    const bool adverb = s.any(i + 1, {"usually", "often", "sometimes", "rarely", "seldom"});
    const int verb = adverb ? i + 2 : i + 1;
    if (!s.low(verb).ends_with("ing") ||
        (!common_verb(s, verb) && !s.any(verb, {"going", "having", "doing"})))
        return;
    const bool every = s.is(0, "every") && s.any(1, {"day", "morning", "evening", "week", "weekend",
                                                     "night", "year", "month", "sunday"});
    if (!adverb && !(every && i <= 5)) return;
    if (s.is(verb, "going") && s.is(verb + 1, "to") && base_form(s, verb + 2) &&
        !(s.is(verb + 2, "work") && (s.end(verb + 3) || s.any(verb + 3, {"by", "at", "with"})))) {
        return;
    }
    const auto base = base_of_verb(s.low(verb));
    const bool many = s.any(i, {"are", "am"});
    edits.add("PRESENT_HABIT", i, verb + 1,
              (adverb ? std::string(s.low(i + 1)) + " " : "") +
                  (many ? std::string(base) : third_person_of(base)));
}

// She didn't finish her homework yet. How long are you waiting? They have married for ten years.
void perfect(const Sentence& s, int i, Edits& edits) {
    const auto clause = clause_end(s, i);
    if (s.is(i, "didn't") && s.is(clause - 1, "yet") && s.end(clause) && s[i + 1].is_word()) {
        const auto done = participle_of(s.low(i + 1));
        const bool one = third(s.low(i - 1)) || (!pronoun(s, i - 1) && !plural_noun(s, i - 1));
        if (!done.empty() && i > 0 && !s.question()) {
            edits.add("PERFECT_WITH_YET", i, i + 2, (one ? "hasn't " : "haven't ") + done);
        }
    }
    const bool since = s.is(0, "how") && s.is(1, "long") && s.any(2, {"are", "is"}) &&
                       pronoun(s, 3) && s.low(4).ends_with("ing") && common_verb(s, 4);
    if (i == 0 && since && !s.any(4, {"staying", "going", "coming"}) && s.end(clause)) {
        edits.add("HOW_LONG_PERFECT", 2, 4,
                  (third(s.low(3)) ? "has " : "have ") + words_of(s, 3, 4) + " been");
    }
    const bool have = s.any(i, {"have", "has"}) && s.is(i + 1, "married");
    if (have && s.any(i + 2, {"for", "since"})) {
        edits.add("STATE_PARTICIPLE", i + 1, i + 1, "been");
    }
    const bool times = s.any(clause - 1, {"twice", "once"}) || s.is(clause - 1, "times");
    if (s.any(i, {"have", "has"}) && s.is(i + 1, "gone") && s.is(i + 2, "to") && times) {
        edits.add("BEEN_OR_GONE", i + 1, i + 2, "been");
    }
    const bool never = s.any(i, {"never", "ever"}) && s.is(i + 1, "gone") && s.is(i + 2, "to") &&
                       (s.any(i - 1, {"have", "has", "i've"}) || pronoun(s, i - 1));
    if (never && !s.is(i + 3, "bed") && !s.is(i + 3, "sleep")) {
        edits.add("BEEN_OR_GONE", i + 1, i + 2, "been");
    }
}

std::string past_form(const Sentence& s, int verb, int subject) {
    if (s.any(verb, {"am", "is", "are"})) {
        return pronoun(s, subject) && !third(s.low(subject)) && !s.is(subject, "i") ? "were"
                                                                                    : "was";
    }
    if (s.any(verb, {"have", "has"})) return "had";
    if (s.any(verb, {"go", "goes"})) return "went";
    const auto base = base_of_verb(s.low(verb));
    const bool present = s.low(verb) == base || s.low(verb) == third_person_of(base);
    if (!present || !kCommonVerbs.contains(base)) return {};
    const auto past = past_of(base);
    return past == base ? std::string() : past;
}

// The last time I see her was; before I came here, I work; when the lights go out (what did …)
void then(const Sentence& s, Edits& edits) {
    const bool last_time = s.is(0, "the") && s.any(1, {"last", "first"}) && s.is(2, "time");
    if (last_time && pronoun(s, 3)) {
        const auto past = past_form(s, 4, 3);
        bool was = false;
        for (int k = 5; k < s.size(); ++k) was = was || s.any(k, {"was", "ago", "yesterday"});
        if (!past.empty() && was) edits.add("PAST_TIME", 4, 5, past);
    }
    if (s.any(0, {"before", "when", "after"}) && pronoun(s, 1) && s[2].is(Flag::past) &&
        !s.flag(2, Flag::lemma) && past_of(s.low(2)) == s.low(2)) {
        const int comma = place_of(s, 3, {","});
        if (comma < 0 || s.is(2, "was") || !pronoun(s, comma + 1) || s.question()) return;
        for (int k = 3; k < comma; ++k) {
            if (s.any(k, {"have", "has"})) return;
        }
        const int verb = s.after_adverbs(comma + 2);
        const auto past = past_form(s, verb, comma + 1);
        if (!past.empty() && verb == comma + 2) edits.add("PAST_TIME", verb, verb + 1, past);
    }
    const bool did = s.any(0, {"what", "where", "why", "who"}) && s.is(1, "did") && s.question();
    const int when = did ? place_of(s, 3, {"when"}) : -1;
    const int verb = when > 0 ? subject_end(s, when + 1) : -1;
    if (verb > 0) {
        const auto past = past_form(s, verb, when + 1);
        if (!past.empty()) edits.add("PAST_TIME", verb, verb + 1, past);
    }
}

// He said that he was tired and wants to go.
void reported(const Sentence& s, int i, Edits& edits) {
    if (!s.any(i, {"said", "told", "thought", "knew"})) return;
    const int and_at = place_of(s, i + 1, {"and"});
    if (and_at < 0 || !third_form(s, and_at + 1) || s.noun(and_at + 1)) return;
    const bool same = s.any(and_at + 1, {"wants", "needs", "likes", "has"});
    if (same) edits.add("REPORTED_PAST", and_at + 1, and_at + 2, past_of(s.low(and_at + 1)));
}

}  // namespace

void find_occasions(const Sentence& s, Edits& edits) {
    then(s, edits);
    for (int i = 0; i < s.size(); ++i) {
        now(s, i, edits);
        habit(s, i, edits);
        perfect(s, i, edits);
        reported(s, i, edits);
    }
}

}  // namespace lexi::ml::grammar
