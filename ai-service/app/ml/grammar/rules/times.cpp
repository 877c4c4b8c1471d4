// Tenses that go with a time, with another clause, or with what somebody thought.
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/ask.hpp"
#include "ml/grammar/rules/find.hpp"
#include "ml/grammar/rules/word_map.hpp"

namespace lexi::ml::grammar {
namespace {

const Words kStates(
    "be have know want need like love hate believe understand own belong cost mean live seem");

bool past_form(const Sentence& s, int i) {
    const auto base = base_of_verb(s.low(i));
    return !base.empty() && s.low(i) != base && s.low(i) == past_of(base);
}

bool present_form(const Sentence& s, int i) {
    const auto base = base_of_verb(s.low(i));
    return kCommonVerbs.contains(base) && past_of(base) != s.low(i) &&
           (s.low(i) == base || s.low(i) == third_person_of(base));
}

std::string have_for(const Sentence& s, int who) { return third(s.low(who)) ? "has" : "have"; }

// When I was at school, I don't like maths.
void when_was(const Sentence& s, Edits& edits) {
    const int comma = place_of(s, 3, {","});
    if (!s.is(0, "when") || !pronoun(s, 1) || comma < 0) return;
    if (!(s.any(2, {"was", "were"}) || past_form(s, 2)) || !pronoun(s, comma + 1)) return;
    static const Map kPast{{"don't", "didn't"},   {"doesn't", "didn't"}, {"can", "could"},
                           {"can't", "couldn't"}, {"am", "was"},         {"is", "was"},
                           {"are", "were"}};
    const int verb = s.after_adverbs(comma + 2);
    if (const auto past = found_in(kPast, s.low(verb)); !past.empty()) {
        edits.add("PAST_AFTER_WHEN_WAS", verb, verb + 1, std::string(past));
    }
    // When I came, they already left.
    if (s.is(comma + 2, "already") && past_form(s, comma + 3)) {
        edits.add("HAD_BEFORE", comma + 2, comma + 4,
                  "had already " + participle_of(s.low(comma + 3)));
    }
}

// Before he left, he gives me his number.
void before_past(const Sentence& s, Edits& edits) {
    const int comma = place_of(s, 3, {","});
    if (!s.any(0, {"before", "after"}) || !pronoun(s, 1) || !past_form(s, 2) || comma < 0) return;
    const auto base = base_of_verb(s.low(comma + 2));
    if (third(s.low(comma + 1)) && kCommonVerbs.contains(base) &&
        s.low(comma + 2) == third_person_of(base)) {
        edits.add("PAST_AFTER_WHEN_WAS", comma + 2, comma + 3, past_of(base));
    }
}

// By the time we arrived, the film started.
void by_the_time(const Sentence& s, Edits& edits) {
    if (!s.is(0, "by") || !s.is(1, "the") || !s.is(2, "time")) return;
    const int comma = place_of(s, 5, {","});
    if (comma < 0 || !(past_form(s, 4) || past_form(s, 5))) return;
    const auto np = s.phrase(comma + 1);
    const int verb = pronoun(s, comma + 1) ? comma + 2 : np ? np.to : -1;
    const int at = verb > 0 ? s.after_adverbs(verb) : -1;
    if (at < 0 || !past_form(s, at) || s.be(at) || s.is(at, "had")) return;
    const auto adverb = at > verb ? words_of(s, verb, at) + " " : std::string();
    edits.add("HAD_BEFORE", verb, at + 1, "had " + adverb + participle_of(s.low(at)));
}

// He is having two cars. This soup is tasting good.
void states(const Sentence& s, int i, Edits& edits) {
    static const Words kOwned(
        "car house brother sister dog cat phone motorbike bike computer friend child son daughter "
        "job garden room");
    if (!s.any(i, {"am", "is", "are"})) return;
    if (s.is(i + 1, "having") && s.number(i + 2) && kOwned.contains(singular_of(s.low(i + 3)))) {
        edits.add("STATE_NOT_CONTINUOUS", i, i + 2, s.is(i, "is") ? "has" : "have");
    }
    if (s.any(i + 1, {"tasting", "smelling", "sounding", "seeming"}) &&
        (s.flag(i + 2, Flag::adjective) || s.any(i + 2, {"like", "very", "so"}))) {
        const auto base = base_of_verb(s.low(i + 1));
        edits.add("STATE_NOT_CONTINUOUS", i, i + 2, s.is(i, "is") ? third_person_of(base) : base);
    }
}

// At the moment she works in the garden. What do you do now? While I cooked, the phone rang.
void going_on(const Sentence& s, Edits& edits) {
    if (s.is(0, "at") && s.is(1, "the") && s.is(2, "moment")) {
        const int who = s.is(3, ",") ? 4 : 3;
        const auto base = base_of_verb(s.low(who + 1));
        if (pronoun(s, who) && present_form(s, who + 1) && !kStates.contains(base)) {
            edits.add("CONTINUOUS_NOW", who + 1, who + 2,
                      be_for(s.low(who)) + " " + gerund_of(base));
        }
    }
    const bool now = s.is(s.size() - 2, "now") && !s.is(s.size() - 3, "right");
    if (s.is(0, "what") && s.any(1, {"do", "does"}) && pronoun(s, 2) && now && s.question() &&
        s.any(3, {"do", "cook", "read", "watch", "eat", "make"}) && s.size() == 6) {
        edits.add("CONTINUOUS_NOW", 1, 4,
                  be_for(s.low(2)) + " " + words_of(s, 2, 3) + " " + gerund_of(s.low(3)));
    }
    static const Words kActing("cook walk drive wait sleep watch clean wash read play run swim");
    const int comma = place_of(s, 3, {","});
    const bool rang = comma > 0 && (past_form(s, comma + 2) || past_form(s, comma + 3));
    if (s.is(0, "while") && pronoun(s, 1) && past_form(s, 2) && rang &&
        kActing.contains(base_of_verb(s.low(2)))) {
        const bool many = s.any(1, {"you", "we", "they"});
        edits.add("CONTINUOUS_THEN", 2, 3, (many ? "were " : "was ") + gerund_of(s.low(2)));
    }
}

// the best film I ever see; I don't see him since May; did you ever be; I have ever been
void perfect(const Sentence& s, int i, Edits& edits) {
    if (s.is(i, "ever") && s.any(i - 1, {"i", "we", "you", "he", "she", "they"}) && i > 3 &&
        has_word(s, {"best", "worst", "most"}) && has_word(s, {"is", "it's"})) {
        const auto base = base_of_verb(s.low(i + 1));
        if (present_form(s, i + 1) || (past_form(s, i + 1) && kCommonVerbs.contains(base))) {
            edits.add("PERFECT_FIRST_TIME", i, i + 2,
                      have_for(s, i - 1) + " ever " + participle_of(base));
        }
    }
    if (s.any(i, {"don't", "doesn't", "didn't"}) && pronoun(s, i - 1) && base_form(s, i + 1)) {
        for (int k = i + 2; k < i + 6 && !s.end(k); ++k) {
            const bool moment = s.any(k + 1, {"last", "then", "yesterday"}) ||
                                s.any(k + 1, kTimeNouns) || s[k + 1].kind == Kind::number;
            if (!s.is(k, "since") || !moment) continue;
            edits.add("PERFECT_FOR_SINCE", i, i + 2,
                      (third(s.low(i - 1)) ? "hasn't " : "haven't ") + participle_of(s.low(i + 1)));
        }
    }
    if (i == 0 && s.any(0, {"did", "do"}) && pronoun(s, 1) && s.is(2, "ever") && s.is(3, "be")) {
        edits.add("PERFECT_WITH_YET", 0, 4, "have " + words_of(s, 1, 2) + " ever been");
    }
    if (i == 1 && pronoun(s, 0) && s.any(1, {"have", "has"}) && s.is(2, "ever") &&
        s.flag(3, Flag::participle) && !s.question()) {
        edits.add("EVER_IN_QUESTIONS", 2, 3, "");
    }
    const bool where = s.any(4, {"here", "there", "married"}) ||
                       (s.any(4, {"in", "at"}) && (s[5].is_capital() || s.determiner(5)));
    if (i == 0 && s.is(0, "how") && s.is(1, "long") && s.any(2, {"are", "is"}) && pronoun(s, 3) &&
        where && (s.end(5) || !s.is(4, "here")) && s.question() && !has_word(s, {"for"})) {
        edits.add("HOW_LONG_PERFECT", 2, 4, have_for(s, 3) + " " + words_of(s, 3, 4) + " been");
    }
    // We are friends since primary school.
    if (i == 1 && pronoun(s, 0) && s.any(1, {"am", "is", "are"}) && !s.low(2).ends_with("ing")) {
        for (int k = 3; k < 6 && !s.end(k); ++k) {
            const bool moment = s.any(k + 1, {"primary", "high", "childhood", "school", "birth"});
            if (s.is(k, "since") && moment) {
                edits.add("PERFECT_FOR_SINCE", 1, 2, have_for(s, 0) + " been");
            }
        }
    }
}

// The place after the time of the past at the beginning; -1: there is none.
int past_opening(const Sentence& s) {
    if (s.is(0, "yesterday")) return s.any(1, {"morning", "evening", "afternoon"}) ? 2 : 1;
    if (s.is(0, "last") && s.any(1, kTimeNouns)) return 2;
    if (s.is(0, "in") && s[1].kind == Kind::number && s.low(1).size() == 4 &&
        (s.low(1).starts_with("19") || s.low(1).starts_with("200"))) {
        return 2;
    }
    if (s.any(1, kSpans) && s.is(2, "ago")) return 3;
    if (s.is(0, "in") && s.is(1, "the") && s.is(2, "past") && !s.noun(3)) return 3;
    return -1;
}

// Last week my mother buys me a bike. In the past, people travel by horse.
void opened_by_time(const Sentence& s, Edits& edits) {
    int from = past_opening(s);
    if (from < 0) return;
    if (s.is(from, ",")) ++from;
    int verb = -1;
    if (s.is(from, "people") || pronoun(s, from)) {
        verb = from + 1;
    } else if (s.any(from, {"my", "his", "her", "our", "their", "the", "your"})) {
        verb = kCommonVerbs.contains(base_of_verb(s.low(from + 2))) ? from + 2 : from + 3;
    }
    if (verb < 0) return;
    verb = s.after_adverbs(verb);
    const auto base = base_of_verb(s.low(verb));
    const bool third_form = s.low(verb) == third_person_of(base);
    const bool plain = s.low(verb) == base && (pronoun(s, from) || s.is(from, "people"));
    if (!kCommonVerbs.contains(base) || past_of(base) == s.low(verb)) return;
    if (third_form || plain) edits.add("PAST_TIME", verb, verb + 1, past_of(base));
}

// I was born in 2005 and grow up in Huế; it's time we go; I think it rains tomorrow
void others(const Sentence& s, int i, Edits& edits) {
    if (s.is(i, "born") && s.any(i - 1, {"was", "were"})) {
        for (int k = i + 1; k < s.size() && !s.end(k); ++k) {
            if (s.is(k, "and") && s.any(k + 1, {"grow", "grows", "live", "lives"})) {
                edits.add("PAST_TIME", k + 1, k + 2, past_of(s.low(k + 1)));
            }
        }
    }
    const bool its = s.is(i, "time") && (s.is(i - 1, "it's") || s.is(i - 2, "it's") ||
                                         (s.is(i - 1, "is") && s.is(i - 2, "it")));
    if (its && s.any(i + 1, {"we", "you", "they", "i"}) && base_form(s, i + 2)) {
        edits.add("TIME_WE_WENT", i + 2, i + 3, past_of(s.low(i + 2)));
    }
    const bool thinks = s.any(i - 1, {"think", "believe"}) && pronoun(s, i - 2);
    if (thinks && third(s.low(i)) && present_form(s, i + 1) && s.is(s.size() - 2, "tomorrow")) {
        edits.add("FUTURE_WITH_WILL", i + 1, i + 2, "will " + base_of_verb(s.low(i + 1)));
    }
    if (s.is(i, "did") && i < 2 && pronoun(s, i + 1) && s.is(i + 2, "have") &&
        s.flag(i + 3, Flag::participle) && s.question() && !s.noun(i + 3)) {
        edits.add("WHEN_DID", i + 2, i + 4, base_of_verb(s.low(i + 3)));
    }
}

}  // namespace

void find_times(const Sentence& s, Edits& edits) {
    when_was(s, edits);
    before_past(s, edits);
    by_the_time(s, edits);
    going_on(s, edits);
    opened_by_time(s, edits);
    for (int i = 0; i < s.size(); ++i) {
        states(s, i, edits);
        perfect(s, i, edits);
        others(s, i, edits);
    }
}

}  // namespace lexi::ml::grammar
