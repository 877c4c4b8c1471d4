// The order of words: questions, adverbs, adjectives.
#include "ml/grammar/inflect.hpp"
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"
#include "ml/grammar/subject.hpp"

namespace lexi::ml::grammar {
namespace {

const Words kHelpers(
    "am is are was were can could will would should must did do does have has had");
const Words kFrequency("usually often always sometimes rarely seldom never");

std::string text(const Sentence& s, int from, int to) {
    std::string joined;
    for (int i = from; i < to; ++i) {
        if (!joined.empty()) joined += ' ';
        joined += s[i].low == "i" || (s[i].is_capital() && i > 0) ? s[i].text : s[i].low;
    }
    return joined;
}

// What you are doing? Where you live?
void question(const Sentence& s, Edits& edits) {
    if (!s.question() || !s.any(0, kQuestionWords)) return;
    for (int k = 1; k < s.size(); ++k) {
        if (s.is(k, ",")) return;  // "When you traveled last time, where was it?"
    }
    int at = 1;
    if (s.is(0, "how") && s.any(1, {"long", "often", "old", "far"})) at = 2;
    if (s.is(0, "how") && s.any(1, {"much", "many"})) {
        const auto np = s.phrase(2);
        at = np && np.determiner < 0 ? np.to : 2;
    }
    if (s.any(0, {"what", "which"}) && s.any(1, {"time", "kind", "color", "colour", "sport"}))
        at = 2;
    if (!kPersonal.contains(s.low(at))) {
        const auto np = s.phrase(at);
        if (!np || np.determiner < 0 ||
            !s.any(np.to, {"is", "are", "was", "were", "can", "will"}) || s.is(0, "who")) {
            return;
        }
        if (np.to + 1 < s.size() - 1 && !s.low(np.to + 1).ends_with("ing") &&
            !s.adjective(np.to + 1)) {
            return;
        }
        edits.add("QUESTION_ORDER", at, np.to + 1,
                  text(s, np.to, np.to + 1) + " " + text(s, at, np.to));
        return;
    }
    const int verb = at + 1;
    if (s.any(verb, kHelpers) &&
        !(s.any(verb, {"do", "does", "have", "has", "had"}) && s.end(verb + 1))) {
        edits.add("QUESTION_ORDER", at, verb + 1,
                  text(s, verb, verb + 1) + " " + text(s, at, verb));
        return;
    }
    const auto base = base_of_verb(s.low(verb));
    if (base.empty() || !s.flag(verb, Flag::verb) || s.low(verb).ends_with("ing") ||
        s.low(verb).ends_with("n't")) {
        return;
    }
    const bool third = s.any(at, {"he", "she", "it"});
    const bool past = s.flag(verb, Flag::past) && s.low(verb) != base;
    const std::string helper = past ? "did " : third ? "does " : "do ";
    edits.add("QUESTION_WITHOUT_DO", at, verb + 1, helper + text(s, at, verb) + " " + base);
}

// I don't know what is his name.
void reported(const Sentence& s, int i, Edits& edits) {
    if (i == 0 || !s.any(i, {"what", "where", "when", "why", "how", "who"})) return;
    bool tells = false;
    for (int k = i - 1; k >= 0 && k >= i - 3; --k) {
        if (s.end(k)) break;
        if (s.any(k, {"know", "knows", "knew", "tell", "wonder", "understand", "ask", "asked",
                      "remember", "sure", "explain", "idea", "forgot", "forget", "see"})) {
            tells = true;
        }
    }
    if (!tells || s.any(i - 1, {"and", "but"})) return;
    const int at = s.is(i, "how") && (s.adjective(i + 1) || s.any(i + 1, {"old", "much", "many"}))
                       ? i + 2
                       : i + 1;
    if (!s.any(at, {"is", "are", "was", "were"})) return;
    const bool pronoun = kPersonal.contains(s.low(at + 1));
    const auto np = s.phrase(at + 1);
    const int to = pronoun ? at + 2 : np ? np.to : -1;
    if (to < 0 || (!pronoun && np.determiner < 0)) return;
    if (s.is(i, "what") && s.is(at + 1, "the") && !s.end(to)) return;
    if (!pronoun && s.any(at + 1, {"a", "an", "this", "that"}) && s.any(i, {"who", "what"})) return;
    if (s.end(to) || s.low(to).ends_with("ing") || s.tag(to, Tag::adp) || s.adjective(to)) {
        if (s.is(i, "who") && !pronoun) return;  // I know who is the best
        edits.add("REPORTED_QUESTION", at, to, text(s, at + 1, to) + " " + text(s, at, at + 1));
    }
}

void reported_do(const Sentence& s, int i, Edits& edits) {
    if (i == 0 || !s.any(i, kQuestionWords) || !s.any(i + 1, {"do", "does", "did"})) return;
    if (!s.any(i - 1, {"know", "me", "wonder", "understand", "asked", "remember", "sure"}) ||
        !kPersonal.contains(s.low(i + 2)) || !s.flag(i + 3, Flag::lemma)) {
        return;
    }
    const auto verb = s.is(i + 1, "does")  ? third_person_of(s.low(i + 3))
                      : s.is(i + 1, "did") ? past_of(s.low(i + 3))
                                           : std::string(s.low(i + 3));
    edits.add("REPORTED_QUESTION", i + 1, i + 4, text(s, i + 2, i + 3) + " " + verb);
}

void adverbs(const Sentence& s, int i, Edits& edits) {
    const bool verb = s.tag(i, Tag::verb) && !s.be(i) && s[i].kind == Kind::word &&
                      (s.flag(i, Flag::lemma) || s.flag(i, Flag::third_person)) && i > 0 &&
                      (s.subject_pronoun(i - 1) || s.noun(i - 1));
    if (verb && s.any(i + 1, kFrequency) && !s.end(i + 2) &&
        !s.any(i, {"is", "are", "do", "have"})) {
        const bool object =
            s.noun(i + 2) || s.determiner(i + 2) || s.is(i + 2, "to") || s.tag(i + 2, Tag::adp);
        if (object) {
            edits.add("ADVERB_BEFORE_VERB", i, i + 2,
                      text(s, i + 1, i + 2) + " " + text(s, i, i + 1));
        }
    }
    // He speaks very well English.
    const bool well = s.any(i, {"well", "fluently"}) && (s.noun(i + 1) || s.determiner(i + 1)) &&
                      !s.any(i + 1, {"all", "enough"});
    const int from = s.any(i - 1, {"very", "really", "quite"}) ? i - 1 : i;
    const auto np = s.phrase(i + 1);
    if (well && np && s.tag(from - 1, Tag::verb) && s.end(np.to)) {
        edits.add("OBJECT_BEFORE_ADVERB", from, np.to,
                  text(s, i + 1, np.to) + " " + text(s, from, i + 1));
    }
}

void adjectives(const Sentence& s, int i, Edits& edits) {
    if (s.is(i, "enough") && s.flag(i + 1, Flag::adjective) && s.adjective(i + 1) &&
        !s.noun(i + 2) && !s.adjective(i + 2) && (s.be(i - 1) || s.any(i - 1, {"not", "isn't"})) &&
        !s.any(i + 1, {"other"})) {
        edits.add("ENOUGH_AFTER_ADJECTIVE", i, i + 2, text(s, i + 1, i + 2) + " enough");
    }
    // a film very boring
    if (s.any(i, {"a", "an"}) && s.noun(i + 1) && s.any(i + 2, {"very", "really", "so"}) &&
        s.adjective(i + 3) && (s.end(i + 4) || s.any(i + 4, {"and", "but"}))) {
        const auto adverb = s.is(i + 2, "so") ? std::string("very") : text(s, i + 2, i + 3);
        edits.add("ADJECTIVE_BEFORE_NOUN", i, i + 4,
                  "a " + adverb + " " + text(s, i + 3, i + 4) + " " + text(s, i + 1, i + 2));
    }
    // my brother younger is
    static const Words kOrdinary(
        "younger older big small new old red blue green black white yellow "
        "beautiful expensive cheap");
    if (s.any(i, {"my", "your", "his", "her", "our", "their", "a", "the"}) && s.noun(i + 1) &&
        s.any(i + 2, kOrdinary) && !s.any(i + 3, {"than", "enough", "and"}) &&
        (s.be(i + 3) || s.any(i + 3, {"has", "have", "works", "lives"}))) {
        edits.add("ADJECTIVE_BEFORE_NOUN", i + 1, i + 3,
                  text(s, i + 2, i + 3) + " " + text(s, i + 1, i + 2));
    }
    // explain me this
    if (s.any(i, {"explain", "explains", "explained", "describe", "describes", "described"}) &&
        s.any(i + 1, {"me", "him", "us", "them"})) {
        const auto np = s.phrase(i + 2);
        if (np && s.end(np.to)) {
            edits.add("EXPLAIN_TO", i + 1, np.to,
                      text(s, i + 2, np.to) + " to " + text(s, i + 1, i + 2));
        }
    }
    if (s.is(i, "too") && s.is(i + 1, "much") && s.adjective(i + 2) && !s.noun(i + 3)) {
        edits.add("TOO_MUCH_ADJECTIVE", i + 1, i + 2, "");
    }
}

}  // namespace

void find_order(const Sentence& s, Edits& edits) {
    question(s, edits);
    for (int i = 0; i < s.size(); ++i) {
        reported(s, i, edits);
        reported_do(s, i, edits);
        adverbs(s, i, edits);
        adjectives(s, i, edits);
    }
}

}  // namespace lexi::ml::grammar
