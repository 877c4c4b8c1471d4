// What a verb, an adjective or a fixed phrase is completed with.
#include "ml/grammar/inflect.hpp"
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {
namespace {

const Words kPeople("me him us them her you");

bool base(const Sentence& s, int i) {
    return s.flag(i, Flag::lemma) && base_of_verb(s.low(i)) == s.low(i) && s[i].kind == Kind::word;
}

void to_ing(const Sentence& s, int at, Edits& edits, std::string_view rule) {
    if (s.is(at, "to") && base(s, at + 1)) edits.add(rule, at, at + 2, gerund_of(s.low(at + 1)));
}

void with_ing(const Sentence& s, int i, Edits& edits) {
    if (s.any(i, {"worth", "busy"})) to_ing(s, i + 1, edits, "PHRASE_WITH_ING");
    if (s.any(i, {"spend", "spends", "spent", "spending", "waste", "wasted"})) {
        for (int k = i + 1; k < i + 6 && !s.end(k); ++k) {
            if (s.any(k, {"time", "money", "hours", "hour", "day", "days", "years", "minutes",
                          "evenings"})) {
                to_ing(s, k + 1, edits, "PHRASE_WITH_ING");
            }
        }
    }
    const bool trouble =
        s.any(i, {"difficulty", "trouble", "problems", "fun"}) &&
        (s.any(i - 1, {"have", "has", "had", "no"}) || s.any(i - 2, {"have", "has", "had"}));
    if (trouble) to_ing(s, i + 1, edits, "PHRASE_WITH_ING");
    if (s.any(i, {"feel", "feels", "felt"}) && s.is(i + 1, "like")) {
        to_ing(s, i + 2, edits, "PHRASE_WITH_ING");
        if (base(s, i + 2) &&
            s.any(i + 2, {"eat", "go", "sleep", "drink", "dance", "cry", "stay"})) {
            edits.add("PHRASE_WITH_ING", i + 2, i + 3, gerund_of(s.low(i + 2)));
        }
    }
    if (s.any(i, {"can't", "couldn't"}) && s.is(i + 1, "help"))
        to_ing(s, i + 2, edits, "PHRASE_WITH_ING");
    if (s.any(i, {"without", "of", "about", "instead"}) && s.is(i + 1, "to") && base(s, i + 2)) {
        if (!s.is(i, "about") || !s.be(i - 1)) to_ing(s, i + 1, edits, "PHRASE_WITH_ING");
    }
    static const Words kOutings("shopping swimming fishing camping jogging skiing hiking dancing");
    if (s.any(i, {"go", "goes", "went", "going"}) && s.is(i + 1, "to") && s.any(i + 2, kOutings) &&
        (!s.noun(i + 3) || s.any(i + 3, {"yesterday", "today", "tomorrow"}))) {
        edits.add("GO_SHOPPING", i + 1, i + 2, "");
    }
}

void with_base(const Sentence& s, int i, Edits& edits) {
    const bool had_better = s.is(i, "better") && s.any(i - 1, {"had", "you'd", "we'd", "i'd"});
    const bool rather =
        s.is(i, "rather") && s.any(i - 1, {"would", "i'd", "you'd", "he'd", "we'd"});
    if ((had_better || rather) && s.is(i + 1, "to") && base(s, i + 2)) {
        edits.add("PHRASE_WITH_BASE", i + 1, i + 2, "");
    }
    if (s.is(i, "used") && s.is(i + 1, "to") && s.low(i + 2).ends_with("ing") && s.verb(i + 2) &&
        s.any(i - 1, {"i", "he", "she", "we", "they"})) {
        edits.add("PHRASE_WITH_BASE", i + 2, i + 3, base_of_verb(s.low(i + 2)));
    }
    const bool wants =
        s.any(i, {"want", "wants", "wanted", "need", "needs", "hope", "plan", "decided", "learn"});
    if (wants && s.is(i + 1, "to") && s.low(i + 2).ends_with("ing") &&
        s.flag(i + 2, Flag::progressive)) {
        edits.add("PHRASE_WITH_BASE", i + 2, i + 3, base_of_verb(s.low(i + 2)));
    }
    if (s.any(i, {"see", "saw", "hear", "heard", "watch", "watched"}) &&
        s.any(i + 1, {"me", "him", "us", "them"}) && s.is(i + 2, "to") && base(s, i + 3)) {
        edits.add("PHRASE_WITH_BASE", i + 2, i + 3, "");
    }
    if (s.any(i, {"will", "would", "may", "might"}) && s.any(i + 1, {"can"})) {
        edits.add("TWO_MODALS", i + 1, i + 2, "be able to");
    }
    if (s.any(i, {"can", "could"}) && s.is(i + 1, "able") && s.is(i + 2, "to")) {
        edits.add("TWO_MODALS", i + 1, i + 3, "");
    }
    if (s.any(i, {"don't", "doesn't", "didn't"}) && s.is(i + 1, "can")) {
        edits.add("TWO_MODALS", i, i + 2, s.is(i, "didn't") ? "couldn't" : "can't");
    }
}

// for learn English: what for is told with "to"
void purpose(const Sentence& s, int i, Edits& edits) {
    static const Words kVerbs(
        "learn buy see get meet make study visit find improve become help eat take earn");
    if (!s.is(i, "for") || !s.any(i + 1, kVerbs) ||
        s.any(i - 1, {"thank", "thanks", "good", "famous", "used"}))
        return;
    const bool object =
        s.determiner(i + 2) || s.noun(i + 2) || s.any(i + 2, kPeople) || s.adjective(i + 2);
    if (object && !s.is(i + 1, "help") && i > 0) edits.add("TO_FOR_PURPOSE", i, i + 1, "to");
    if (s.is(i, "for") && s.is(i + 1, "to") && base(s, i + 2))
        edits.add("TO_FOR_PURPOSE", i, i + 1, "");
}

void with_preposition(const Sentence& s, int i, Edits& edits) {
    const auto verb = base_of_verb(s.low(i));
    const bool person = kPeople.contains(s.low(i + 1));
    const bool thing = s.any(i + 1, {"the", "this", "that", "these", "those", "my", "your"});
    const bool acts = s.flag(i, Flag::verb) && !s.determiner(i - 1) && !s.be(i - 1);
    if (acts && verb == "look" && (person || thing) && !s.any(i + 1, {"that"}) &&
        !s.any(i + 2, {"way", "same", "part"})) {
        edits.add("VERB_NEEDS_PREPOSITION", i + 1, i + 1, "at");
    }
    if (acts && (verb == "talk" || verb == "speak") && person) {
        edits.add("VERB_NEEDS_PREPOSITION", i + 1, i + 1, "to");
    }
    if (acts && verb == "agree" && person)
        edits.add("VERB_NEEDS_PREPOSITION", i + 1, i + 1, "with");
    if (acts && (verb == "laugh" || verb == "smile") && person) {
        edits.add("VERB_NEEDS_PREPOSITION", i + 1, i + 1, "at");
    }
    if (acts && verb == "reply" && (person || thing))
        edits.add("VERB_NEEDS_PREPOSITION", i + 1, i + 1, "to");
    if (verb == "arrive" && (s.determiner(i + 1) || s[i + 1].is_capital()) &&
        !s.any(i + 1, kTimeNouns) && !s.any(i + 1, {"this", "that", "every"})) {
        edits.add("VERB_NEEDS_PREPOSITION", i + 1, i + 1, s[i + 1].is_capital() ? "in" : "at");
    }
    const bool direct = verb == "consider" || verb == "describe" || verb == "emphasize";
    if (acts && direct && s.any(i + 1, {"about", "on"}) && s.determiner(i + 2)) {
        edits.add("VERB_WITHOUT_PREPOSITION", i + 1, i + 2, "");
    }
    if (acts && (verb == "visit" || verb == "reach" || verb == "attend" || verb == "enter") &&
        s.is(i + 1, "to") &&
        (s.determiner(i + 2) || s[i + 2].is_capital() || s.any(i + 2, {"me"})) &&
        s.tag(i, Tag::verb)) {
        edits.add("VERB_WITHOUT_PREPOSITION", i + 1, i + 2, "");
    }
    if (acts && verb == "call" && s.is(i + 1, "to") && kPeople.contains(s.low(i + 2))) {
        edits.add("VERB_WITHOUT_PREPOSITION", i + 1, i + 2, "");
    }
    if (acts && verb == "return" && s.is(i + 1, "back"))
        edits.add("VERB_WITHOUT_PREPOSITION", i + 1, i + 2, "");
}

void adjectives(const Sentence& s, int i, Edits& edits) {
    static const Words kSubjects(
        "english maths math physics chemistry history music sports football cooking singing "
        "drawing swimming dancing tennis vietnamese french");
    if (s.any(i, {"good", "bad", "weak"}) && s.is(i + 1, "in") && s.any(i + 2, kSubjects)) {
        edits.add("ADJECTIVE_PREPOSITION", i + 1, i + 2, "at");
    }
    if (s.any(i, {"kind", "nice", "polite", "rude", "friendly"}) && s.is(i + 1, "with") &&
        (s.be(i - 1) || s.any(i - 1, {"very", "so"})) &&
        (kPeople.contains(s.low(i + 2)) || s.any(i + 2, {"everyone", "everybody", "people"}))) {
        if (!s.is(i, "friendly")) edits.add("ADJECTIVE_PREPOSITION", i + 1, i + 2, "to");
    }
    if (s.is(i, "angry") && s.any(i + 1, {"to", "on"}) && kPeople.contains(s.low(i + 2))) {
        edits.add("ADJECTIVE_PREPOSITION", i + 1, i + 2, "with");
    }
    if (s.is(i, "according") && s.any(i + 1, {"with", "by"}))
        edits.add("ADJECTIVE_PREPOSITION", i + 1, i + 2, "to");
    if (s.is(i, "same") && s.is(i + 1, "like"))
        edits.add("ADJECTIVE_PREPOSITION", i + 1, i + 2, "as");
    if (s.is(i, "ashamed") && s.any(i + 1, {"about", "for", "with"}))
        edits.add("ADJECTIVE_PREPOSITION", i + 1, i + 2, "of");
}

}  // namespace

void find_complements(const Sentence& s, Edits& edits) {
    for (int i = 0; i < s.size(); ++i) {
        with_ing(s, i, edits);
        with_base(s, i, edits);
        purpose(s, i, edits);
        with_preposition(s, i, edits);
        adjectives(s, i, edits);
    }
}

}  // namespace lexi::ml::grammar
