// The form of a verb behind another verb or a preposition.
#include "ml/grammar/inflect.hpp"
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"
#include "ml/grammar/words.hpp"

namespace lexi::ml::grammar {
namespace {

const Words kModals(
    "can could will would should must may might can't cannot couldn't won't wouldn't shouldn't "
    "mustn't i'll you'll he'll she'll we'll they'll");
const Words kDo("do does did don't doesn't didn't");
const Words kWithIng(
    "enjoy avoid finish mind practise practice suggest consider imagine deny quit dislike miss "
    "keep");
const Words kWithTo(
    "want need hope decide agree plan promise refuse expect manage offer afford learn try like "
    "love "
    "wish");
const Words kNoPassive("happen occur appear disappear arrive exist belong");

bool base(const Sentence& s, int i) {
    return s.flag(i, Flag::lemma) && base_of_verb(s.low(i)) == s.low(i);
}

// A verb form and nothing else, or one that stands where only a verb can.
bool only_verb(const Sentence& s, int i) {
    return s.flag(i, Flag::verb) && !s.flag(i, Flag::noun) && !s.flag(i, Flag::adjective) &&
           !s.flag(i, Flag::adverb) && s[i].kind == Kind::word && !s.flag(i, Flag::preposition);
}

bool surely_base(const Sentence& s, int i) {
    static const Words kVerbs(
        "go come see eat buy make take get give find tell ask say read write speak live learn "
        "teach help "
        "play work study watch visit travel meet cook sleep swim drink sing drive listen wait wear "
        "stay leave bring think sit stand send pay spend open close clean start stop call talk "
        "walk "
        "run");
    if (s.flag(i, Flag::conjunction) || s.tag(i, Tag::aux) || s.any(i, {"and", "would"}))
        return false;
    return base(s, i) && (only_verb(s, i) || (kVerbs.contains(s.low(i)) && s.verb(i)));
}

void after_helper(const Sentence& s, int i, Edits& edits) {
    const bool modal = s.any(i, kModals);
    const bool helper_do = s.any(i, kDo);
    if ((!modal && !helper_do) || s.any(i - 1, {"the", "a", "to"})) return;
    int at = s.after_adverbs(i + 1);
    const bool asks = kPersonal.contains(s.low(at)) && (i == 0 || s.question());
    if (asks)
        at = s.after_adverbs(at + 1);
    else if (helper_do && !s.low(i).ends_with("n't") && at == i + 1)
        return;  // I did went?
    if (s.is(at, "to") && modal && s.flag(at + 1, Flag::lemma) && s.verb(at + 1)) {
        edits.add("NO_TO_AFTER_MODAL", at, at + 1, "");
        return;
    }
    if (s.any(at, {"to", "better", "rather"}) || !s.flag(at, Flag::verb) || base(s, at)) return;
    const bool third = s.flag(at, Flag::third_person) && at == i + 1;
    if (!s.verb(at) && !only_verb(s, at) && !third) return;
    const auto right = base_of_verb(s.low(at));
    if (right.empty() || right == s.low(at) || s.any(at, kModals)) return;
    if (s.low(at).ends_with("ing") && !modal) return;
    if (s.tag(at, Tag::aux) && helper_do && !s.any(at, {"has", "had"})) return;
    edits.add("BASE_AFTER_HELPER", at, at + 1, right);
}

void after_to(const Sentence& s, int i, Edits& edits) {
    if (!s.is(i, "to")) return;
    const bool wants = kWithTo.contains(base_of_verb(s.low(i - 1))) ||
                       s.any(i - 1, {"going", "have", "has", "had", "able", "how", "easy",
                                     "difficult", "important", "used", "ready"});
    const int at = s.after_adverbs(i + 1);
    const bool wrong = !s.noun(at) && s[at].low.size() > 3 &&
                       (s.flag(at, Flag::past) || s.flag(at, Flag::third_person));
    if (wants && wrong && !base(s, at) && s.flag(at, Flag::verb) && at == i + 1) {
        const auto right = base_of_verb(s.low(at));
        if (!right.empty() && right != s.low(at)) edits.add("BASE_AFTER_TO", at, at + 1, right);
    }
    const bool forward = s.is(i - 1, "forward") && s.low(i - 2).starts_with("look");
    // "the money was used to build it" is another matter
    const bool somebody = s.any(i - 3, {"i", "you", "he", "she", "we", "they"}) || s.noun(i - 4) ||
                          kPerson.contains(s.low(i - 3));
    const bool accustomed =
        s.is(i - 1, "used") &&
        (s.any(i - 2, {"am", "get", "got", "not", "i'm", "be", "he's", "she's", "they're"}) ||
         (s.any(i - 2, {"is", "are", "was", "were"}) && somebody));
    if ((forward || accustomed) && base(s, i + 1) && !s.noun(i + 1)) {
        edits.add("ING_AFTER_TO", i + 1, i + 2, gerund_of(s.low(i + 1)));
    }
}

void after_have(const Sentence& s, int i, Edits& edits) {
    if (!s.any(i, {"have", "has", "had", "haven't", "hasn't", "hadn't", "i've", "we've", "they've",
                   "you've"})) {
        return;
    }
    const int at = s.after_adverbs(i + 1);
    if (s.flag(at, Flag::participle) || !s.flag(at, Flag::verb) || !only_verb(s, at)) return;
    if (s.low(at).ends_with("ing") || s.any(at, kModals) || s.be(at)) return;
    const auto right = participle_of(s.low(at));
    if (right.empty() || right == s.low(at)) return;
    edits.add("PARTICIPLE_AFTER_HAVE", at, at + 1, right);
}

void after_be(const Sentence& s, int i, Edits& edits) {
    if (!s.any(i, {"am", "is", "are", "was", "were"})) return;
    const int at = s.after_adverbs(i + 1);
    if (kNoPassive.contains(base_of_verb(s.low(at))) && s.low(at).ends_with("ed")) {
        edits.add("NO_PASSIVE", i, at + 1, s[at].text);
        return;
    }
    // "is she go" asks; "what I do is go" tells what
    if (at != i + 1 || !surely_base(s, at) || s.flag(at, Flag::participle) || s.be(at)) return;
    if (!s.subject_pronoun(i - 1) && !s.any(i - 1, {"that", "this"}) && !s.noun(i - 1)) return;
    if (s.noun(i - 1) && !only_verb(s, at)) return;
    const auto low = s.low(at);
    if (s.is(at + 1, "by")) {
        edits.add("BE_AND_BASE", at, at + 1, participle_of(low));
        return;
    }
    static const Words kNow("go come wait look stay sit stand run walk");
    if (kNow.contains(low)) {
        edits.add("BE_AND_BASE", at, at + 1, gerund_of(low));
        return;
    }
    const bool past = s.any(i, {"was", "were"});
    edits.add("BE_AND_BASE", i, at + 1,
              past            ? past_of(low)
              : s.is(i, "is") ? third_person_of(low)
                              : std::string(low));
}

void after_verb(const Sentence& s, int i, Edits& edits) {
    if (!s.verb(i) && !s.flag(i, Flag::verb)) return;
    const auto verb = base_of_verb(s.low(i));
    if (kWithIng.contains(verb)) {
        const bool to =
            s.is(i + 1, "to") && base(s, i + 2) && (s.verb(i + 2) || only_verb(s, i + 2));
        if (to) edits.add("ING_AFTER_VERB", i + 1, i + 3, gerund_of(s.low(i + 2)));
        if (!to && surely_base(s, i + 1) && !s.is(verb.empty() ? 0 : i, "practice") &&
            verb != "suggest" && verb != "keep") {
            edits.add("ING_AFTER_VERB", i + 1, i + 2, gerund_of(s.low(i + 1)));
        }
    }
    const bool has_object =
        s.determiner(i + 2) || s.noun(i + 2) || kObjective.contains(s.low(i + 2));
    if (kWithTo.contains(verb) && surely_base(s, i + 1) && !s.any(i, {"like", "likes"}) &&
        !s.determiner(i - 1) &&
        (only_verb(s, i + 1) || has_object || s.any(i + 1, {"go", "see"}))) {
        edits.add("TO_AFTER_VERB", i + 1, i + 1, "to");
    }
    if (s.any(i, {"want", "wants", "wanted"}) && s.is(i + 1, "that") && s.subject_pronoun(i + 2) &&
        s.flag(i + 3, Flag::lemma)) {
        const auto who = s.low(i + 2);
        const auto object = who == "i"      ? "me"
                            : who == "he"   ? "him"
                            : who == "she"  ? "her"
                            : who == "we"   ? "us"
                            : who == "they" ? "them"
                                            : who;
        edits.add("WANT_SOMEBODY_TO", i + 1, i + 3, std::string(object) + " to");
    }
    const bool lets = verb == "let" || (verb == "make" && !s.is(i, "made"));
    if (lets && kObjective.contains(s.low(i + 1)) && s.is(i + 2, "to") && base(s, i + 3)) {
        edits.add("LET_WITHOUT_TO", i + 2, i + 3, "");
    }
    const bool asks = verb == "want" || verb == "tell" || verb == "ask" || verb == "allow" ||
                      verb == "advise" || verb == "invite" || verb == "encourage";
    if (asks && s.any(i + 1, {"me", "him", "us", "them"}) && surely_base(s, i + 2) &&
        !s.is(i + 2, "please")) {
        edits.add("SOMEBODY_TO_DO", i + 2, i + 2, "to");
    }
}

void after_preposition(const Sentence& s, int i, Edits& edits) {
    if (!s.any(i, {"of", "for", "without", "about", "by", "from", "at", "in", "before", "after"})) {
        return;
    }
    if (!surely_base(s, i + 1) ||
        s.any(i + 1, {"be",    "work",  "play",   "help",  "call",  "run",   "talk",  "walk",
                      "visit", "study", "travel", "start", "stop",  "drink", "sleep", "read",
                      "drive", "stay",  "cook",   "watch", "leave", "open",  "close"})) {
        return;
    }
    const bool governs = s.flag(i - 1, Flag::adjective) || s.flag(i - 1, Flag::verb) ||
                         s.noun(i - 1) || s.any(i, {"without", "by", "before", "after"});
    if (governs) edits.add("ING_AFTER_PREPOSITION", i + 1, i + 2, gerund_of(s.low(i + 1)));
}

// Learn a language is hard.
void as_subject(const Sentence& s, Edits& edits) {
    if (!base(s, 0) || !s[0].is_capital() || s.flag(0, Flag::conjunction) || s.is(0, "and") ||
        s.any(0, {"have", "do", "be", "let", "please"}))
        return;
    const auto np = s.phrase(1);
    const bool object = np && (s.any(np.to, {"is", "was", "makes", "helps", "takes"}));
    if (object && (s.verb(0) || only_verb(s, 0))) {
        edits.add("ING_AS_SUBJECT", 0, 1, gerund_of(s.low(0)));
    }
}

}  // namespace

void find_verb_forms(const Sentence& s, Edits& edits) {
    for (int i = 0; i < s.size(); ++i) {
        after_helper(s, i, edits);
        after_to(s, i, edits);
        after_have(s, i, edits);
        after_be(s, i, edits);
        after_verb(s, i, edits);
        after_preposition(s, i, edits);
    }
    as_subject(s, edits);
}

}  // namespace lexi::ml::grammar
