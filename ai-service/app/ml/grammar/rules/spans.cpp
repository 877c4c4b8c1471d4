// Spans of time, reports and conditions: the tense that the rest of the sentence asks for.
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/ask.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {
namespace {

const Words kLasting("work live study teach know wait learn stay");

// Where "for five years" or "since" stands behind `i`; -1: nowhere.
int span(const Sentence& s, int i, int to) {
    for (int k = i; k < to; ++k) {
        const bool years = s.is(k, "for") &&
                           (s.number(k + 1) || s.any(k + 1, {"many", "several"})) &&
                           s.any(k + 2, {"years", "months", "weeks"});
        const bool since = s.is(k, "since") && !s.end(k + 1);
        if (years || since || (s.is(k, "for") && s.is(k + 1, "a") && s.is(k + 2, "long"))) return k;
    }
    return -1;
}

// Lan works here for five years. We know each other since school. I don't see him for a long time.
void lasting(const Sentence& s, int i, Edits& edits) {
    const int verb = clause_opens(s, i) ? subject_end(s, i) : -1;
    if (verb < 0 || s.question() || s.is(i, "it")) return;
    const int to = clause_end(s, verb);
    const int at = span(s, verb + 1, to);
    if (at < 0 || has_word(s, {"will", "usually", "want", "going", "every"})) return;
    const bool since = s.is(at, "since");
    const bool many = pronoun(s, i) ? !third(s.low(i)) : plural_noun(s, verb - 1);
    const std::string have = many ? "have " : "has ";
    if (s.any(verb, {"am", "is", "are"}) &&
        (s.any(verb + 1, {"married", "ill", "sick", "friends"}) ||
         (since && kPredicates.contains(s.low(verb + 1))))) {
        edits.add("PERFECT_FOR_SINCE", verb, verb + 1, have + "been");
        return;
    }
    const auto base = base_of_verb(s.low(verb));
    const bool present = s.low(verb) == base || s.low(verb) == third_person_of(base);
    if (present && kLasting.contains(base) && (since || !pronoun(s, i) || base == "wait")) {
        edits.add("PERFECT_FOR_SINCE", verb, verb + 1,
                  have + (base == "wait" ? "been waiting" : participle_of(base)));
        return;
    }
    if (s.any(verb, {"don't", "doesn't"}) && (since || s.is(at + 1, "a")) &&
        s.any(verb + 1, {"see", "meet", "eat", "visit", "hear", "talk", "go"})) {
        edits.add("PERFECT_FOR_SINCE", verb, verb + 2,
                  (many ? "haven't " : "hasn't ") + participle_of(s.low(verb + 1)));
    }
}

// Did you ever eat sushi? Where do you go now? I am thinking that; I was watch TV when
void questions(const Sentence& s, int i, Edits& edits) {
    const bool ever = i == 0 && s.is(0, "did") && pronoun(s, 1) && s.is(2, "ever");
    if (ever && (base_form(s, 3) || s.any(3, {"go", "have", "do"})) &&
        !has_word(s, {"when", "ago"})) {
        const auto done = s.is(3, "go") ? std::string("been") : participle_of(s.low(3));
        edits.add("EVER_IN_QUESTIONS", 0, 4,
                  (third(s.low(1)) ? "has " : "have ") + words_of(s, 1, 2) + " ever " + done);
    }
    const int last = s.size() - 2;
    const bool asks = s.any(0, {"what", "where"}) && s.any(1, {"do", "does"}) && pronoun(s, 2);
    if (i == 0 && asks && s.question() && s.is(last, "now") &&
        (s.any(3, {"do", "go"}) || base_form(s, 3)) &&
        !s.any(3, {"want", "need", "live", "think"})) {
        edits.add("CONTINUOUS_NOW", 1, 4,
                  be_for(s.low(2)) + " " + words_of(s, 2, 3) + " " + gerund_of(s.low(3)));
    }
    // Have you seen the match last night? What were you do? How long are you knowing him?
    const bool past =
        has_word(s, {"yesterday", "ago"}) || (s.is(last - 1, "last") && s.any(last, kTimeNouns));
    if (i == 0 && s.any(0, {"have", "has"}) && pronoun(s, 1) && s.flag(2, Flag::participle) &&
        s.question() && past && common_verb(s, 2)) {
        edits.add("PERFECT_WITH_PAST_TIME", 0, 3,
                  "did " + words_of(s, 1, 2) + " " + base_of_verb(s.low(2)));
    }
    if (i == 1 && s.is(0, "what") && s.any(1, {"were", "was"}) && pronoun(s, 2) && s.is(3, "do") &&
        s.question()) {
        edits.add("BE_AND_BASE", 3, 4, "doing");
    }
    if (i == 0 && s.is(0, "how") && s.is(1, "long") && s.any(2, {"are", "is"}) && pronoun(s, 3) &&
        s.is(4, "knowing")) {
        edits.add("HOW_LONG_PERFECT", 2, 5,
                  (third(s.low(3)) ? "has " : "have ") + words_of(s, 3, 4) + " known");
    }
    const auto stative = base_of_verb(s.low(i + 2));
    if (i == 0 && s.any(0, {"are", "is"}) && pronoun(s, 1) && s.low(2).ends_with("ing") &&
        kStative.contains(stative) && s.question() && stative != "depend") {
        edits.add("STATE_NOT_CONTINUOUS", 0, 3,
                  (third(s.low(1)) ? "does " : "do ") + words_of(s, 1, 2) + " " + stative);
    }
    if (s.is(i, "never") && pronoun(s, i - 1) && base_form(s, i + 1) &&
        s.is(s.size() - 2, "before")) {
        edits.add(
            "HAVE_MISSING", i, i + 2,
            (third(s.low(i - 1)) ? "has never " : "have never ") + participle_of(s.low(i + 1)));
    }
    if (s.any(i, {"am", "is", "are"}) && s.is(i + 1, "thinking") && s.is(i + 2, "that")) {
        edits.add("STATE_NOT_CONTINUOUS", i, i + 2, s.is(i, "is") ? "thinks" : "think");
    }
    if (s.any(i, {"was", "were"}) && pronoun(s, i - 1) &&
        s.any(i + 1, {"watch", "cook", "play", "sleep", "read", "eat", "walk", "do", "wait"}) &&
        place_of(s, i + 2, {"when", "while"}) > 0) {
        edits.add("BE_AND_BASE", i + 1, i + 2, gerund_of(s.low(i + 1)));
    }
}

// asked me if I like; promised that he will; I would buy it if I have; when I am young, I lived
void reported(const Sentence& s, int i, Edits& edits) {
    const bool asked = s.is(i, "asked") && kObjective.contains(s.low(i + 1)) &&
                       s.any(i + 2, {"if", "whether"}) && pronoun(s, i + 3);
    const auto base = base_of_verb(s.low(i + 4));
    if (asked && kCommonVerbs.contains(base) && past_of(base) != s.low(i + 4) &&
        !s.low(i + 4).ends_with("ing")) {
        edits.add("REPORTED_PAST", i + 4, i + 5, past_of(base));
    }
    const int who = s.is(i + 1, "that") ? i + 2 : i + 1;
    if (s.is(i, "promised") && pronoun(s, who) && s.any(who + 1, {"will", "can"})) {
        edits.add("REPORTED_PAST", who + 1, who + 2, s.is(who + 1, "will") ? "would" : "could");
    }
    const bool unreal =
        s.is(i, "if") && i > 2 && pronoun(s, i + 1) && s.any(1, {"would"}) && !s.is(2, "like");
    if (unreal) {
        const auto low = s.low(i + 2);
        const auto verb = base_of_verb(low);
        const bool present = low == verb || low == third_person_of(verb);
        if (s.any(i + 2, {"have", "has"})) {
            edits.add("UNREAL_CONDITION", i + 2, i + 3, "had");
        } else if (s.any(i + 2, {"am", "is", "are"})) {
            edits.add("UNREAL_CONDITION", i + 2, i + 3, "were");
        } else if (present && kCommonVerbs.contains(verb) && past_of(verb) != low) {
            edits.add("UNREAL_CONDITION", i + 2, i + 3, past_of(verb));
        }
    }
    const int comma = i == 0 && s.is(0, "when") ? place_of(s, 3, {","}) : -1;
    if (comma > 0 && pronoun(s, 1) && s.any(2, {"am", "is", "are"}) && pronoun(s, comma + 1)) {
        const bool young =
            s.any(3, {"young", "small", "little"}) || (s.is(3, "a") && s.is(4, "child"));
        const bool past = s.flag(comma + 2, Flag::past) && !s.flag(comma + 2, Flag::lemma);
        if (young && past) edits.add("PAST_TIME", 2, 3, s.is(2, "are") ? "were" : "was");
    }
    const int cooking = s.is(i, "while") ? subject_end(s, i + 1) : -1;
    static const Words kDoing("cook sleep walk play read watch wait drive study work eat clean");
    bool main = false;
    for (int k = 0; k < i; ++k) main = main || (s.flag(k, Flag::past) && common_verb(s, k));
    if (cooking > 0 && (i == 0 ? s.is(cooking + 1, ",") : main)) {
        const auto doing = base_of_verb(s.low(cooking));
        if (kDoing.contains(doing) && s.low(cooking) == past_of(doing)) {
            edits.add(
                "CONTINUOUS_THEN", cooking, cooking + 1,
                (s.any(cooking - 1, {"we", "they", "you"}) ? "were " : "was ") + gerund_of(doing));
        }
    }
    const int then = i == 0 && s.any(0, {"when", "before"}) ? place_of(s, 3, {","}) : -1;
    if (then > 0 && s.flag(then - 1, Flag::past) && !pronoun(s, then + 1)) {
        const int verb = subject_end(s, then + 1);
        const auto past = verb > 0 ? base_of_verb(s.low(verb + 1)) : std::string();
        if (verb > 0 && s.is(verb, "already") && !past.empty() &&
            s.low(verb + 1) == past_of(past)) {
            edits.add("HAD_BEFORE", verb, verb + 2, "had already " + participle_of(past));
        }
    }
}

}  // namespace

void find_spans(const Sentence& s, Edits& edits) {
    for (int i = 0; i < s.size(); ++i) {
        lasting(s, i, edits);
        questions(s, i, edits);
        reported(s, i, edits);
    }
}

}  // namespace lexi::ml::grammar
