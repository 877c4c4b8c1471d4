// Which verb goes with which noun, and words that Vietnamese has one for and English two.
#include <array>

#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/ask.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {
namespace {

// A verb (by its base) with one of the nouns as its object becomes another verb.
struct Collocation {
    Words verbs;
    Words nouns;
    std::string_view right;
};

const std::array kCollocations{
    Collocation{Words("do take give"),
                Words("mistake mistakes noise decision decisions mess "
                      "friends appointment money promise promises effort"),
                "make"},
    Collocation{Words("make"),
                Words("homework housework exercise exercises research yoga shopping "
                      "laundry karate gymnastics chores sport sports"),
                "do"},
    Collocation{Words("make do"),
                Words("photo photos picture pictures shower bath walk nap break "
                      "rest exam"),
                "take"},
    Collocation{Words("do make"), Words("party barbecue picnic"), "have"},
    Collocation{Words("make do give"), Words("question questions"), "ask"},
    Collocation{Words("say speak talk"), Words("truth lie lies story stories joke jokes secret"),
                "tell"},
    Collocation{Words("tell speak"), Words("goodbye hello sorry"), "say"},
    Collocation{Words("see look"), Words("tv television"), "watch"},
    Collocation{Words("lose"), Words("bus train flight plane"), "miss"},
    Collocation{Words("learn study"), Words("knowledge experience"), "gain"},
    Collocation{Words("drink eat"), Words("medicine medicines pill pills medication drugs"),
                "take"},
    Collocation{Words("talk say tell"), Words("english vietnamese french chinese japanese korean"),
                "speak"},
    Collocation{Words("drive"), Words("bike bicycle motorbike motorcycle horse scooter"), "ride"},
    Collocation{Words("hear"), Words("music radio"), "listen to"},
    Collocation{Words("win"), Words("them him us her"), "beat"},
};

void collocations(const Sentence& s, int i, Edits& edits) {
    if (!s.flag(i, Flag::verb) || s[i].kind != Kind::word || s.tag(i, Tag::noun)) return;
    const auto base = base_of_verb(s.low(i));
    int head = i + 1;
    if (s.determiner(head)) ++head;
    if (s.is(head, "lot") && s.is(head + 1, "of")) head += 2;
    while (!s.end(head) && s.adjective(head) && !s.noun(head)) ++head;
    for (const auto& [verbs, nouns, right] : kCollocations) {
        if (!verbs.contains(base) || !nouns.contains(s.low(head)) || base == right) continue;
        if (s.any(i, {"do", "does", "did"}) && (pronoun(s, i + 1) || (s.question() && i < 3)))
            continue;
        const bool next = head + 1 < s.size() && s.noun(head + 1) && !time_word(s, head + 1) &&
                          !s.any(head, {"english", "vietnamese"});
        if (next && !s.any(head, {"them", "him"})) continue;
        if (base == "drink" && s.is(head, "drugs")) continue;
        if (base == "win" && !pronoun(s, i - 1)) continue;
        if (base == "hear" && s.determiner(i + 1)) continue;
        if (base == "give" && s.any(head, {"money", "friends", "promise"})) continue;
        if (base == "take" && s.any(head, {"money", "friends"})) continue;
        if (base == "take" && s.any(head, {"decision", "decisions"})) continue;
        if (base == "take" && s.any(i - 1, {"t", "to"}) && s.is(head, "mess")) continue;
        const auto rule = right == "make" || right == "do"      ? "MAKE_OR_DO"
                          : base == "drink" || base == "eat"    ? "TAKE_MEDICINE"
                          : right == "ride" || right == "speak" ? "NOUN_OR_VERB"
                                                                : "COLLOCATION";
        edits.add(rule, i, i + 1, in_form(right, s.low(i)));
        return;
    }
}

// open the TV, close the fan, opened lights
void devices(const Sentence& s, int i, Edits& edits) {
    static const Words kDevices(
        "light lights tv television radio fan fans computer laptop lamp lamps heater engine oven "
        "air-conditioner cooker conditioner conditioning stove microwave");
    const auto verb = base_of_verb(s.low(i));
    if (verb != "open" && verb != "close") return;
    int head = i + 1;
    if (s.determiner(head)) ++head;
    if (s.is(head, "air")) ++head;
    if (!kDevices.contains(s.low(head)) || s.noun(head + 1)) return;
    edits.add("TURN_ON_THE_LIGHT", i, i + 1,
              in_form(verb == "open" ? "turn on" : "turn off", s.low(i)));
}

// other question: another; another apples: other; others people: other
void other(const Sentence& s, int i, Edits& edits) {
    const bool single = s.is(i + 1, "one") || kCountable.contains(s.low(i + 1));
    if (s.is(i, "other") && single && !s.determiner(i - 1) && !s.number(i - 1) &&
        phrase_ends(s, i + 2) && !s.any(i - 1, {"each", "or", "and", "than", "most"}) &&
        !s.any(i + 1, {"day", "side", "hand", "way"}) && i > 0) {
        edits.add("OTHER_OR_ANOTHER", i, i + 1, "another");
    }
    if (s.is(i, "another") && s.flag(i + 1, Flag::plural) && !s.flag(i + 1, Flag::singular) &&
        !s.number(i + 1) && kCountable.contains(singular_of(s.low(i + 1))) &&
        !s.any(i + 2, {"is", "was", "has"})) {
        edits.add("OTHER_OR_ANOTHER", i, i + 1, "other");
    }
    if (s.is(i, "others") && s.flag(i + 1, Flag::noun) && plural_noun(s, i + 1) &&
        !s.determiner(i + 1)) {
        edits.add("OTHER_OR_ANOTHER", i, i + 1, "other");
    }
    // The price is expensive; a big rain
    const bool price = s.any(i - 1, {"price", "prices"}) && s.be(i);
    const int at = s.any(i + 1, {"very", "too", "so"}) ? i + 2 : i + 1;
    if (price && s.any(at, {"expensive", "cheap"})) {
        edits.add("HIGH_PRICE", at, at + 1, s.is(at, "cheap") ? "low" : "high");
    }
    if (s.any(i, {"big", "strong"}) && s.is(i + 1, "rain"))
        edits.add("HEAVY_RAIN", i, i + 1, "heavy");
    if (s.is(i, "big") && s.any(i + 1, {"wind", "winds"}))
        edits.add("HEAVY_RAIN", i, i + 1, "strong");
    if (s.is(i, "traffic") && s.be(i + 1) &&
        s.any(s.any(i + 2, {"very", "so"}) ? i + 3 : i + 2, {"crowded"})) {
        const int crowded = s.is(i + 2, "crowded") ? i + 2 : i + 3;
        edits.add("HEAVY_RAIN", crowded, crowded + 1, "heavy");
    }
    // forgot my book at home
    if (s.any(i, {"forgot", "forget"}) && s.determiner(i + 1) && s.flag(i + 2, Flag::noun) &&
        s.any(i + 3, {"at", "in", "on"}) && (s.is(i + 4, "home") || s.determiner(i + 4))) {
        edits.add("LEAVE_AT_HOME", i, i + 1, s.is(i, "forgot") ? "left" : "leave");
    }
    const bool work = s.is(i, "a") && s.any(i + 1, {"work"}) && phrase_ends(s, i + 2);
    const bool good_work = s.is(i, "a") && s.any(i + 1, {"good", "new", "better"}) &&
                           s.is(i + 2, "work") && phrase_ends(s, i + 3);
    if (work &&
        s.any(i - 1, {"find", "found", "have", "has", "get", "got", "for", "need", "want"})) {
        edits.add("JOB_OR_WORK", i + 1, i + 2, "job");
    }
    if (good_work) edits.add("JOB_OR_WORK", i + 2, i + 3, "job");
    if (s.any(i, {"speak", "speaks", "spoke"}) && s.is(i + 1, "that") && pronoun(s, i + 2)) {
        edits.add("SAY_OR_TELL", i, i + 1, in_form("say", s.low(i)));
    }
}

// don't want some, I don't like it too
void negative(const Sentence& s, int i, Edits& edits) {
    const bool negated = s.low(i).ends_with("n't") || s.any(i, {"not", "never", "without"});
    if (!negated) return;
    for (int k = i + 1; k < i + 4 && !s.end(k); ++k) {
        const bool verb =
            s.any(k - 1, {"have", "want", "need", "see", "know", "buy", "eat", "got"});
        if (s.is(k, "some") && verb && (s.noun(k + 1) || s.is(k + 1, "more")) && !s.question()) {
            edits.add("ANY_OR_SOME", k, k + 1, "any");
        }
        if (verb && s.any(k, {"something", "someone", "somebody"}) && s.end(k + 1) &&
            !s.question()) {
            edits.add("ANY_OR_SOME", k, k + 1, "any" + std::string(s.low(k)).substr(4));
        }
    }
    const int last = s.size() - 2;
    if (s.is(last, "too") && last > i && !s.question()) {
        for (int k = i + 1; k < last; ++k) {
            if (s.end(k) || s.any(k, {"but", "because", "and"})) return;
        }
        if (!s.any(i, {"without"})) edits.add("TOO_OR_EITHER", last, last + 1, "either");
    }
}

}  // namespace

void find_collocations(const Sentence& s, Edits& edits) {
    for (int i = 0; i < s.size(); ++i) {
        collocations(s, i, edits);
        devices(s, i, edits);
        other(s, i, edits);
        negative(s, i, edits);
    }
}

}  // namespace lexi::ml::grammar
