// Verbs that Vietnamese has one word for and English two: win and beat, rob and steal, say, tell
// and speak, look and watch, raise and rise …
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/ask.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {
namespace {

const Words kGames("match game race competition contest prize medal election cup championship");
const Words kValuables(
    "bike phone wallet bag money car motorbike purse laptop watch camera passport bicycle");
const Words kShows("film movie match show game video programme program cartoon tv");
void change(const Sentence& s, int i, std::string_view right, Edits& edits) {
    edits.add("VERB_OF_PAIR", i, i + 1, in_form(right, s.low(i)));
}

bool owner(const Sentence& s, int i) {
    return s.any(i, {"the", "my", "your", "his", "her", "our", "their", "a", "this"});
}

// won their team, beat the match, robbed my bike, stole a bank, my bag was robbed
void contests(const Sentence& s, int i, std::string_view verb, Edits& edits) {
    const auto thing = owner(s, i + 1) ? s.low(i + 2) : s.low(i + 1);
    if (verb == "win" && s.any(i + 1, {"their", "our", "your", "the", "his"}) &&
        s.any(i + 2, {"team", "opponent", "opponents", "class"}) && phrase_ends(s, i + 3)) {
        change(s, i, "beat", edits);
    }
    if (verb == "beat" && owner(s, i + 1) && kGames.contains(thing)) {
        edits.add("VERB_OF_PAIR", i, i + 1, s.is(i, "beat") ? "won" : "win");
    }
    if (verb == "rob" && owner(s, i + 1) && kValuables.contains(thing)) {
        change(s, i, "steal", edits);
    }
    if (verb == "steal" && owner(s, i + 1) && (thing == "bank" || thing == "shop")) {
        change(s, i, "rob", edits);
    }
    if (s.is(i, "robbed") && s.any(i - 1, {"was", "were"}) && kValuables.contains(s.low(i - 2))) {
        edits.add("VERB_OF_PAIR", i, i + 1, "stolen");
    }
    if (s.is(i, "lend") && s.any(i - 1, {"i", "we"}) && s.any(i - 2, {"can", "could", "may"}) &&
        s.any(i + 1, {"your", "a", "some"})) {
        change(s, i, "borrow", edits);
    }
    if (verb == "lend" && pronoun(s, i - 1) && s.determiner(i + 1)) {
        const auto np = s.phrase(i + 1);
        if (np && s.is(np.to, "from")) change(s, i, "borrow", edits);
    }
}

// told he was busy, speak me the truth, say three languages, what did he tell?
void speech(const Sentence& s, int i, std::string_view verb, Edits& edits) {
    const bool person = s.any(i + 1, {"me", "him", "us", "them", "her"});
    if (verb == "speak" && person &&
        (s.any(i + 2, {"the", "a", "that", "what", "about", "your", "how"}))) {
        change(s, i, "tell", edits);
    }
    if (verb == "say" &&
        (kLanguages.contains(s.low(i + 1)) ||
         (s.any(i + 2, {"languages"}) && (s.number(i + 1) || s.is(i + 1, "many"))))) {
        change(s, i, "speak", edits);
    }
    const bool clause = s.any(i + 1, {"he", "she", "they", "we", "i"}) &&
                        (s.be(i + 2) || s.verb(i + 2) || s.any(i + 2, {"would", "could", "had"}));
    if (s.is(i, "told") && clause && (pronoun(s, i - 1) || s.noun(i - 1)) && !s.be(i - 1)) {
        change(s, i, "say", edits);
    }
    if (s.is(i, "tell") && s.is(0, "what") && s.any(1, {"did", "do", "does"}) && pronoun(s, 2) &&
        i == 3 && s.end(4)) {
        change(s, i, "say", edits);
    }
    if (i == 0 && s.is(0, "how") && s.any(1, {"do", "does", "did"}) && pronoun(s, 2) &&
        s.is(3, "think") && s.any(4, {"about", "of"})) {
        edits.add("VERB_OF_PAIR", 0, 1, "what");
    }
}

// looked a film, watched at the stars, learn at university, play swimming, ride a car
void doings(const Sentence& s, int i, std::string_view verb, Edits& edits) {
    const auto thing = owner(s, i + 1) ? s.low(i + 2) : s.low(i + 1);
    if (verb == "look" && owner(s, i + 1) && kShows.contains(thing)) change(s, i, "watch", edits);
    if (verb == "watch" && s.is(i + 1, "at") && !s.noun(i)) change(s, i, "look", edits);
    const int at = i + 2;
    const bool school =
        s.any(i + 1, {"at", "in"}) &&
        (s.any(at, {"university", "college"}) ||
         (s[at].is_capital() && (s.is(at + 1, "university") || s.is(at + 2, "university"))) ||
         (owner(s, at) && (s.any(at + 1, {"university", "college"}) ||
                           s.any(at + 2, {"university", "school", "college"}))));
    if (verb == "learn" && school && (pronoun(s, i - 1) || s.noun(i - 1))) {
        change(s, i, "study", edits);
    }
    if (verb == "play" && s.any(i + 1, {"swimming", "jogging", "shopping", "fishing", "cycling",
                                        "running", "camping", "skiing"})) {
        change(s, i, "go", edits);
    }
    if (verb == "ride" && s.any(i + 1, {"a", "my", "his", "her", "the", "our"}) &&
        s.any(i + 2, {"car", "taxi", "truck"})) {
        change(s, i, "drive", edits);
    }
    if (verb == "pass" && s.any(i + 1, {"my", "our", "the", "his", "her", "their"}) &&
        s.any(i + 2, {"holiday", "holidays", "weekend", "vacation", "summer"})) {
        change(s, i, "spend", edits);
    }
    if (verb == "cost") {
        const int amount = kObjective.contains(s.low(i + 1)) ? i + 2 : i + 1;
        const bool time = (s.number(amount) || s.any(amount, {"an", "a"})) &&
                          s.any(amount + 1, {"hours", "hour", "minutes", "days", "weeks"});
        if (time && (s.is(i - 1, "it") || s.is(i, "costs"))) change(s, i, "take", edits);
    }
    if (verb == "grow" && s.is(i + 1, "up") && owner(s, i + 2) &&
        s.any(i + 3, {"children", "child", "son", "daughter", "kids"})) {
        edits.add("VERB_OF_PAIR", i, i + 2, in_form("bring up", s.low(i)));
    }
    if (verb == "know" && s.is(i + 1, "to") && base_form(s, i + 2) && !s.be(i - 1) &&
        (pronoun(s, i - 1) || s.low(i - 1).ends_with("n't") || s.noun(i - 1))) {
        edits.add("TO_AFTER_HOW", i + 1, i + 1, "how");
    }
    const bool prefers = verb == "prefer" && base_form(s, i + 1) &&
                         (s.noun(i + 2) || s.determiner(i + 2) || s.any(i + 1, {"go", "eat"}));
    if (prefers && !s.determiner(i - 1)) {
        edits.add("ING_AFTER_LIKE", i + 1, i + 2, gerund_of(s.low(i + 1)));
        for (int k = i + 2; k < i + 6 && !s.end(k); ++k) {
            if (s.is(k, "to") && base_form(s, k + 1)) {
                edits.add("ING_AFTER_LIKE", k + 1, k + 2, gerund_of(s.low(k + 1)));
            }
        }
    }
    const auto seems = base_of_verb(s.low(i + 1));
    static const Words kSeems("seem depend mean sound cost happen belong");
    if (s.is(i, "is") && s.any(i - 1, {"it", "this", "that"}) && kSeems.contains(seems) &&
        (s.low(i + 1) == seems || s.low(i + 1) == third_person_of(seems)) && !s.end(i + 2) &&
        !s.question()) {
        edits.add("BE_AND_VERB", i, i + 2, third_person_of(seems));
    }
    const bool clothes = s.any(i + 3, {"shoes", "coat", "hat", "jacket", "clothes", "socks",
                                       "shirt", "helmet", "glasses"});
    if (verb == "put" && s.is(i + 1, "off") && owner(s, i + 2) && clothes) {
        edits.add("VERB_OF_PAIR", i, i + 1, s.is(i, "puts") ? "takes" : "take");
    }
    if (verb == "feel" && s.any(i + 1, {"headache", "toothache", "stomachache"})) {
        edits.add("VERB_OF_PAIR", i, i + 1, in_form("have a", s.low(i)));
    }
    if (verb == "do" && s.any(i + 1, {"me", "him", "us", "her"}) && s.is(i + 2, "a") &&
        s.any(i + 3, {"cup", "cake", "sandwich", "coffee", "tea"})) {
        change(s, i, "make", edits);
    }
}

// the sun raises, prices are raising, rise my hand, laid in bed
void rising(const Sentence& s, int i, std::string_view verb, Edits& edits) {
    const int subject = s.be(i - 1) ? i - 2 : i - 1;
    const bool by_itself = s.any(subject, {"sun", "price", "prices", "temperature", "temperatures",
                                           "moon", "population", "smoke", "cost", "costs"});
    const bool no_object = s.end(i + 1) || s.tag(i + 1, Tag::adp) || s.tag(i + 1, Tag::adv) ||
                           s.any(i + 1, {"every", "quickly", "fast", "very"});
    const bool passive = s.be(i - 1) && s.is(i, "raised");
    if (verb == "raise" && by_itself && no_object && !passive) change(s, i, "rise", edits);
    if (verb == "rise" && owner(s, i + 1) && s.any(i + 2, {"hand", "hands", "money", "flag"})) {
        change(s, i, "raise", edits);
    }
    const bool bed = (s.is(i + 1, "in") && s.is(i + 2, "bed")) ||
                     (s.is(i + 1, "on") && s.is(i + 2, "the") &&
                      s.any(i + 3, {"bed", "beach", "floor", "grass", "sofa", "sand"}));
    if (bed && s.any(i, {"laid", "laying"}) && (pronoun(s, subject) || s.noun(subject)) &&
        !(s.be(i - 1) && s.is(i, "laid"))) {
        edits.add("VERB_OF_PAIR", i, i + 1, s.is(i, "laid") ? "lay" : "lying");
    }
}

}  // namespace

void find_pairs(const Sentence& s, Edits& edits) {
    for (int i = 0; i < s.size(); ++i) {
        if (s[i].kind != Kind::word || s.tag(i - 1, Tag::det)) continue;
        const auto verb = base_of_verb(s.low(i));
        contests(s, i, verb, edits);
        speech(s, i, verb, edits);
        doings(s, i, verb, edits);
        rising(s, i, verb, edits);
    }
}

}  // namespace lexi::ml::grammar
