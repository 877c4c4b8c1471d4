// Questions: the helper in front of the subject where one asks, behind it where one only tells of a
// question.
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/ask.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {
namespace {

const Words kNegated(
    "don't doesn't didn't isn't aren't wasn't weren't can't won't couldn't wouldn't shouldn't "
    "haven't hasn't");
const Words kInverted("is are was were can could will would should must has have");
const Words kTelling(
    "know knows knew tell tells told wonder wondered understand remember forget forgot explain ask "
    "asked asks show see idea sure");

bool third_or_base(const Sentence& s, int i, const std::string& base) {
    return !base.empty() && (s.low(i) == base || s.low(i) == third_person_of(base));
}

// Why you didn't call?
void negated(const Sentence& s, Edits& edits) {
    if (!s.question() || !s.any(0, {"why", "how", "what", "where"}) || !pronoun(s, 1)) return;
    if (s.any(2, kNegated)) {
        edits.add("QUESTION_ORDER", 1, 3, words_of(s, 2, 3) + " " + words_of(s, 1, 2));
    }
}

// Where your brother works? What time the film starts?
void of_phrase(const Sentence& s, Edits& edits) {
    if (!s.question() || !s.any(0, {"where", "when", "why", "how", "what"})) return;
    int at = 1;
    if (s.any(0, {"what", "how"}) && s.any(1, {"time", "often", "much", "long", "far"})) at = 2;
    if (!s.any(at, {"my", "your", "his", "her", "our", "their", "the", "this", "that"})) return;
    for (int verb = at + 2; verb < at + 4; ++verb) {
        const auto base = base_of_verb(s.low(verb));
        const bool noun = s.flag(verb - 1, Flag::noun);
        if (!noun || !kCommonVerbs.contains(base) || !third_or_base(s, verb, base)) continue;
        if (s.any(verb + 1, kInverted) || s.be(verb + 1) || s.be(at)) return;
        const bool many = plural_noun(s, verb - 1);
        if (!many && s.low(verb) == base && s.flag(verb, Flag::noun)) return;
        edits.add("QUESTION_WITHOUT_DO", at, verb + 1,
                  (many ? "do " : "does ") + words_of(s, at, verb) + " " + base);
        return;
    }
}

// You like football? She has a car? You can help me?
void yes_or_no(const Sentence& s, Edits& edits) {
    if (!s.question() || !pronoun(s, 0) || s.size() < 4 || s.is(0, "i")) return;
    for (int k = 1; k < s.size() - 1; ++k) {
        if (s.end(k) || s.any(k, {"right", "huh", "ok", "what", "who", "really", "mean"})) return;
    }
    if (s.any(1, {"is", "are", "was", "were", "can", "could", "will", "would", "should", "must"})) {
        edits.add("QUESTION_ORDER", 0, 2, s[1].low + " " + s[0].low);
        return;
    }
    const auto base = base_of_verb(s.low(1));
    if (!common_verb(s, 1) || !(s.verb(1) || s.flag(1, Flag::lemma)) || base == "know" ||
        base == "want")
        return;
    const bool past = s.flag(1, Flag::past) && s.low(1) != base;
    if (!past && !third_or_base(s, 1, base)) return;
    const std::string helper = past ? "did " : third(s.low(0)) ? "does " : "do ";
    edits.add("QUESTION_WITHOUT_DO", 0, 2, helper + s[0].low + " " + base);
}

// Who did break the window? What does mean this word? What means this word?
void subject_asked(const Sentence& s, Edits& edits) {
    if (!s.question()) return;
    if (s.is(0, "who") && s.any(1, {"did", "does", "do"}) && common_verb(s, 2) &&
        s.flag(2, Flag::lemma) && !s.any(2, {"like", "have", "do"}) && !s.end(3)) {
        const auto verb = s.is(1, "did") ? past_of(s.low(2)) : third_person_of(s.low(2));
        edits.add("WHO_WITHOUT_DO", 1, 3, verb);
    }
    const bool means = s.is(0, "what") && s.any(1, {"does", "do", "did"}) && s.is(2, "mean");
    if (means && s.any(3, {"this", "that", "the", "these"}) && s.size() > 5) {
        edits.add("WHAT_MEANS", 2, s.size() - 1, words_of(s, 3, s.size() - 1) + " mean");
    }
    if (s.is(0, "how") && s.is(1, "to") && base_form(s, 2)) {
        const bool call = s.is(2, "call");
        edits.add("HOW_TO_ASKED", 0, 2, call ? "what do you" : "how do you");
    }
    const bool looks =
        s.is(0, "how") && s.any(1, {"is", "was", "are", "were"}) && s.is(s.size() - 2, "like");
    if (looks) edits.add("HOW_LIKE", 0, 1, "what");
    if (s.is(0, "how") && s.is(1, "long") && s.is(2, "time")) {
        edits.add("HOW_LONG_TIME", 2, 3, "");
    }
    if (s.any(0, {"what", "how"}) && s.is(1, "about") && base_form(s, 2) &&
        (!s.flag(2, Flag::noun) || s.determiner(3) || s.is(3, "to") || s.noun(3))) {
        edits.add("ING_AFTER_PREPOSITION", 2, 3, gerund_of(s.low(2)));
    }
    const bool why = s.is(0, "why") && s.is(1, "don't") && pronoun(s, 2);
    if (why && s.low(3).ends_with("ing")) {
        edits.add("BASE_AFTER_HELPER", 3, 4, base_of_verb(s.low(3)));
    }
}

bool tells(const Sentence& s, int i) {
    for (int k = i - 1; k >= 0 && k >= i - 3 && !s.end(k); --k) {
        if (s.any(k, kTelling)) return !s.any(i - 1, {"and", "but"});
    }
    return false;
}

// I know why is she angry. Tell me where can I buy it. He asked me what time was it.
void told(const Sentence& s, int i, Edits& edits) {
    if (i == 0 || !s.any(i, kQuestionWords) || !tells(s, i)) return;
    int at = i + 1;
    if (s.any(i, {"what", "which"}) && s.any(at, {"time", "kind", "day", "color", "colour"})) ++at;
    if (s.is(i, "how") && (s.flag(at, Flag::adjective) || s.any(at, {"much", "many", "often"})))
        ++at;
    const bool modal =
        s.any(at, {"can", "could", "will", "would", "should", "must", "have", "has"});
    const bool be = s.any(at, {"is", "are", "was", "were", "am"});
    if ((!modal && !be) || !pronoun(s, at + 1)) return;
    const bool asks = modal && (s.flag(at + 2, Flag::verb) || s.end(at + 2));
    const bool says = be && (s.end(at + 2) || s.flag(at + 2, Flag::adjective) ||
                             s.low(at + 2).ends_with("ing") || s.any(at + 2, {"from", "in", "at"}));
    if (!asks && !says) return;
    edits.add("REPORTED_QUESTION", at, at + 2,
              words_of(s, at + 1, at + 2) + " " + words_of(s, at, at + 1));
}

// Do you know where does he live? Tell me how much did you pay.
void told_with_do(const Sentence& s, int i, Edits& edits) {
    if (i == 0 || !s.any(i, kQuestionWords) || !tells(s, i)) return;
    int at = i + 1;
    if (s.any(i, {"what", "how", "which"}) && !s.any(at, {"do", "does", "did"})) {
        const auto np = s.any(at, {"much", "many"}) ? s.phrase(at + 1) : s.phrase(at);
        at = np ? np.to : at + 1;
    }
    if (!s.any(at, {"do", "does", "did"})) return;
    const auto np = s.phrase(at + 1);
    const int verb = pronoun(s, at + 1) ? at + 2 : np && np.determiner >= 0 ? np.to : -1;
    if (verb < 0 || !s.flag(verb, Flag::lemma) || base_of_verb(s.low(verb)) != s.low(verb)) return;
    const auto right = s.is(at, "does")  ? third_person_of(s.low(verb))
                       : s.is(at, "did") ? past_of(s.low(verb))
                                         : std::string(s.low(verb));
    if (!right.empty()) {
        edits.add("REPORTED_QUESTION", at, verb + 1, words_of(s, at + 1, verb) + " " + right);
    }
}

// She asked me do I like it.
void asked_if(const Sentence& s, int i, Edits& edits) {
    const bool asks = s.any(i, {"ask", "asked", "asks", "wonder"});
    const int at = kObjective.contains(s.low(i + 1)) ? i + 2 : i + 1;
    if (!asks ||
        !s.any(at, {"do", "does", "did", "is", "are", "was", "were", "am", "can", "will"}) ||
        !pronoun(s, at + 1) || s.question()) {
        return;
    }
    if (s.any(at, {"do", "does", "did"})) {
        const auto base = std::string(s.low(at + 2));
        if (!base_form(s, at + 2)) return;
        const auto verb = s.is(at, "did")    ? past_of(base)
                          : s.is(at, "does") ? third_person_of(base)
                                             : base;
        edits.add("REPORTED_QUESTION", at, at + 3,
                  "if " + words_of(s, at + 1, at + 2) + " " + verb);
    } else {
        edits.add("REPORTED_QUESTION", at, at + 2,
                  "if " + words_of(s, at + 1, at + 2) + " " + words_of(s, at, at + 1));
    }
}

// I don't know how cook it. I don't know what do.
void to_do(const Sentence& s, int i, Edits& edits) {
    const bool asks = s.any(i, {"how", "what", "where"});
    if (!asks || !(tells(s, i) || s.any(i - 1, {"learn", "learned", "teach", "me", "learning"})))
        return;
    const bool verb = base_form(s, i + 1) && !s.be(i + 1);
    const bool doing = s.is(i + 1, "do") && (s.end(i + 2) || s.is(i + 2, "it"));
    const bool other = verb && !s.any(i + 1, {"do", "have", "like", "people", "love"}) &&
                       (s.end(i + 2) || s.determiner(i + 2) || s.any(i + 2, {"it", "them", "to"}) ||
                        s.noun(i + 2));
    if ((doing || other) && !s.is(i, "where")) edits.add("TO_AFTER_HOW", i + 1, i + 1, "to");
    if (s.is(i, "where") && s.is(i + 1, "go")) edits.add("TO_AFTER_HOW", i + 1, i + 1, "to");
}

}  // namespace

void find_questions(const Sentence& s, Edits& edits) {
    negated(s, edits);
    of_phrase(s, edits);
    yes_or_no(s, edits);
    subject_asked(s, edits);
    for (int i = 0; i < s.size(); ++i) {
        told(s, i, edits);
        told_with_do(s, i, edits);
        asked_if(s, i, edits);
        to_do(s, i, edits);
    }
}

}  // namespace lexi::ml::grammar
