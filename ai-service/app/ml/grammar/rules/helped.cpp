// "be" that is one verb too many or too few, "to" that is missing, and more of what goes with what.
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/ask.hpp"
#include "ml/grammar/rules/find.hpp"
#include "ml/grammar/rules/word_map.hpp"

namespace lexi::ml::grammar {
namespace {

const Words kMental(
    "want need hope think know understand agree love hate prefer enjoy believe remember forget");
const Words kWarm("appreciate like love want enjoy hate admire respect hope need thank");
const Words kStates(
    "sure afraid sorry happy glad sad worried proud interested certain busy able ready angry "
    "surprised excited");

std::string agreeing(const Sentence& s, int subject, std::string_view base) {
    const bool one = third(s.low(subject)) || (!pronoun(s, subject) && !plural_noun(s, subject));
    return one ? third_person_of(base) : std::string(base);
}

// They are always argue. My brother is want. I am very appreciate. The film was begin.
void surplus_be(const Sentence& s, int i, Edits& edits) {
    if (!s.any(i, {"am", "is", "are"}) || s.question()) return;
    const int who = i - 1;
    const bool subject = pronoun(s, who) || (kPerson.contains(s.low(who)) && s.determiner(i - 2)) ||
                         s.any(who, {"people", "parents", "friends", "students", "children"});
    if (!subject) return;
    const bool adverb =
        s.any(i + 1, {"always", "often", "usually", "never", "sometimes", "really"});
    const int verb = adverb ? i + 2 : i + 1;
    const auto low = s.low(verb);
    const bool verb_only = base_form(s, verb) && participle_of(low) != low &&
                           (!s.flag(verb, Flag::adjective) || adverb);
    const bool tail = s.is(verb + 1, "to") || s.tag(verb + 1, Tag::adp) || s.determiner(verb + 1) ||
                      kObjective.contains(s.low(verb + 1)) || s.noun(verb + 1) || s.end(verb + 1) ||
                      s.any(verb + 1, {"that", "how"});
    if (verb_only && tail && (adverb || kMental.contains(low))) {
        edits.add(adverb ? "BE_ADVERB_VERB" : "BE_AND_BASE", i, verb + 1,
                  (adverb ? std::string(s.low(i + 1)) + " " : "") + agreeing(s, who, low));
    }
    if (s.is(i + 1, "very") && kWarm.contains(s.low(i + 2)) && tail) {
        edits.add("BE_AND_BASE", i, i + 3, "really " + agreeing(s, who, s.low(i + 2)));
    }
}

void past_be(const Sentence& s, int i, Edits& edits) {
    if (!s.any(i, {"was", "were"}) || s.question()) return;
    const auto low = s.low(i + 1);
    if (s.any(i + 1, {"begin", "happen", "arrive", "die", "disappear"}) &&
        (s.noun(i - 1) || pronoun(s, i - 1))) {
        edits.add("NO_PASSIVE", i, i + 2, past_of(low));
    }
    if (s.is(i + 2, "by") && base_form(s, i + 1) && participle_of(low) != low &&
        (s.determiner(i + 3) || s[i + 3].is_capital()) && s.noun(i - 1)) {
        edits.add("PASSIVE_PARTICIPLE", i + 1, i + 2, participle_of(low));
    }
}

// Lan very kind; I sure you will; it raining; how you today; In Sa Pa is very cold
void missing_be(const Sentence& s, int i, Edits& edits) {
    const bool name =
        i == 0 && s[0].is_capital() && !pronoun(s, 0) &&
        (s[0].kind == Kind::unknown || s.tag(0, Tag::propn) || vietnamese_syllable(s.low(0)));
    if (name && s.any(1, {"very", "so", "always", "too"}) && kPredicates.contains(s.low(2)) &&
        !kCommonVerbs.contains(s.low(2)) && !s.be(3) && !s.verb(3) && !s.noun(3)) {
        edits.add("BE_MISSING", 1, 1, "is");
    }
    if (s.any(i, {"i", "we", "they", "he", "she"}) && clause_opens(s, i) &&
        kStates.contains(s.low(i + 1)) && !s.question() &&
        (s.any(i + 2,
               {"you", "he", "she", "it", "we", "they", "that", "of", "about", "to", "i"}))) {
        edits.add("BE_MISSING", i + 1, i + 1, be_for(s.low(i)));
    }
    if (s.is(i, "it") && clause_opens(s, i) && s.any(i + 1, {"raining", "snowing"})) {
        edits.add("BE_BEFORE_ING", i + 1, i + 1, "is");
    }
    if (i == 0 && s.is(0, "how") && pronoun(s, 1) && (s.is(2, "today") || s.is(2, "now")) &&
        s.question() && s.end(3)) {
        edits.add("BE_IN_QUESTION", 1, 1, be_for(s.low(1)));
    }
    const int place = s[2].is_capital() ? 3 : 2;
    const int word = s.any(place + 1, {"very", "so", "really"}) ? place + 2 : place + 1;
    if (i == 0 && s.any(0, {"in"}) && s[1].is_capital() && s.any(place, {"is", "was"}) &&
        s.any(word, {"hot", "cold", "sunny", "rainy", "cool", "warm", "humid"}) && !s.question()) {
        edits.add("IT_MISSING", place, place, "it");
    }
}

// not allowed go; it's better go; easy me to learn; I'm difficult to; afraid to making
void to_missing(const Sentence& s, int i, Edits& edits) {
    if (s.any(i, {"allowed", "supposed", "willing", "able", "ready"}) &&
        (s.be(i - 1) || s.any(i - 1, {"not"})) && base_form(s, i + 1) &&
        (!s.flag(i + 1, Flag::noun) || s.determiner(i + 2) || s.tag(i + 2, Tag::adp) ||
         s.is(i + 2, "out"))) {
        edits.add("TO_AFTER_ADJECTIVE", i + 1, i + 1, "to");
    }
    const bool it = s.is(i - 1, "it's") || (s.is(i - 2, "it") && s.be(i - 1));
    if (it && s.any(i, {"better", "good", "best", "nice"}) && base_form(s, i + 1) &&
        !s.end(i + 2)) {
        edits.add("TO_AFTER_ADJECTIVE", i + 1, i + 1, "to");
    }
    static const Words kHard("easy difficult hard important necessary possible impossible better");
    const int be = s.any(i - 1, {"very", "so", "not", "too"}) ? i - 2 : i - 1;
    if (kHard.contains(s.low(i)) && (s.be(be) || s.is(be, "it's")) &&
        kObjective.contains(s.low(i + 1)) && s.is(i + 2, "to")) {
        edits.add("IT_IS_DIFFICULT", i + 1, i + 1, "for");
    }
    const int hard = s.any(i + 1, {"very", "so"}) ? i + 2 : i + 1;
    if (s.is(i, "i'm") && s.any(hard, {"difficult", "easy", "hard"}) && s.is(hard + 1, "to") &&
        clause_opens(s, i)) {
        edits.add("IT_IS_DIFFICULT", i, hard + 1,
                  "it's " + words_of(s, i + 1, hard + 1) + " for me");
    }
    if (s.any(i, {"afraid", "scared", "tired", "fond", "proud"}) && s.is(i + 1, "to") &&
        s.low(i + 2).ends_with("ing") && common_verb(s, i + 2)) {
        edits.add("PREPOSITION_AFTER_ADJECTIVE", i + 1, i + 2, "of");
    }
}

// He told to everybody; died for cancer; dreams to become; divided us in four; took part to
void prepositions(const Sentence& s, int i, Edits& edits) {
    const auto verb = base_of_verb(s.low(i));
    const auto put = [&](int at, std::string_view right) {
        edits.add("PREPOSITION_BY_NOUN", at, at + 1, std::string(right));
    };
    if (s.any(i, {"told", "asked", "tell", "ask"}) && s.is(i + 1, "to") && !s.be(i - 1) &&
        (s.any(i + 2, {"everybody", "everyone", "somebody", "someone"}))) {
        edits.add("TELL_WITHOUT_TO", i + 1, i + 2, "");
    }
    if (verb == "die" && s.any(i + 1, {"for", "by", "because"}) &&
        s.any(i + 2, {"cancer", "hunger", "disease", "covid", "thirst"})) {
        put(i + 1, "of");
    }
    if (s.any(i, {"dream", "dreams", "dreamed"}) && (pronoun(s, i - 1) || s.noun(i - 1)) &&
        s.is(i + 1, "to") && (base_form(s, i + 2) || s.is(i + 2, "be")) && !s.determiner(i - 1) &&
        !s.any(i - 1, {"my"})) {
        edits.add("ING_AFTER_PREPOSITION", i + 1, i + 3, "of " + gerund_of(s.low(i + 2)));
    }
    if (verb == "divide") {
        for (int k = i + 1; k < i + 4; ++k) {
            if (s.is(k, "in") && s.number(k + 1)) put(k, "into");
        }
    }
    if (s.is(i, "in") && s.is(i + 1, "a") && s.is(i + 2, "diet")) put(i, "on");
    if (s.is(i, "on") && s.is(i + 1, "christmas") &&
        !s.any(i + 2, {"day", "eve", "morning", "night"})) {
        put(i, "at");
    }
    if (s.is(i, "part") && s.any(i - 1, {"take", "took", "takes", "taking"}) &&
        s.any(i + 1, {"to", "at", "on"})) {
        put(i + 1, "in");
    }
    if (verb == "look" && s.is(i + 1, "to") &&
        ((s.any(i + 2, {"this", "the", "that"}) &&
          s.any(i + 3, {"picture", "photo", "map", "board", "screen", "clock"})) ||
         s.any(i + 2, {"me", "him"}))) {
        put(i + 1, "at");
    }
    const bool lies = s.be(i - 1) || s.any(i - 1, {"sit", "sat", "sitting", "lie", "lying", "lay",
                                                   "sleeping", "sleep", "slept", "sleeps", "sits"});
    if (s.is(i, "in") && lies && s.is(i + 1, "the") &&
        s.any(i + 2, {"sofa", "floor", "beach", "roof"}) && phrase_ends(s, i + 3)) {
        put(i, "on");
    }
    const bool gives =
        verb == "give" || verb == "send" || verb == "show" || verb == "lend" || verb == "bring";
    if (gives && s.any(i + 1, {"to", "for"}) &&
        s.any(i + 2, {"my", "his", "her", "our", "their"}) && kPerson.contains(s.low(i + 3)) &&
        s.any(i + 4, {"a", "an", "some", "the"})) {
        edits.add("GIVE_SOMEBODY", i + 1, i + 2, "");
    }
    if (s.any(i, {"going"}) && s.is(i + 1, "to") && s.any(i + 2, {"there", "home", "abroad"}) &&
        s.any(i + 3, {"next", "tomorrow", "this", "on", "with"})) {
        edits.add("NO_TO_BEFORE_HOME", i + 1, i + 2, "");
    }
    if (s.is(i, "on") && s.is(i + 1, "every") && s.low(i + 2).ends_with("days")) {
        edits.add("NO_PREPOSITION_BEFORE_LAST", i, i + 3,
                  "every " + s[i + 2].text.substr(0, s[i + 2].text.size() - 1));
    }
}

// let her bag on the bus; got an accident; makes business; teach me the way
void verbs(const Sentence& s, int i, Edits& edits) {
    const auto verb = base_of_verb(s.low(i));
    const auto change = [&](std::string right) {
        edits.add("VERB_OF_PAIR", i, i + 1, std::move(right));
    };
    static const Words kBelongings("bag phone wallet umbrella keys book books hat coat camera");
    if (s.is(i, "let") && s.any(i + 1, {"my", "his", "her", "our", "their"}) &&
        kBelongings.contains(s.low(i + 2)) && s.any(i + 3, {"on", "in", "at"})) {
        change("left");
    }
    if ((verb == "get" || verb == "meet") && s.is(i + 1, "an") && s.is(i + 2, "accident")) {
        change(s.low(i) == past_of(verb) ? "had" : "have");
    }
    if (verb == "make" && s.is(i + 1, "business")) {
        change(s.is(i, "makes") ? "does" : s.is(i, "made") ? "did" : "do");
    }
    if (s.is(i, "teach") && s.is(i + 1, "me") && s.is(i + 2, "the") && s.is(i + 3, "way")) {
        change("show");
    }
    if (s.any(i, {"do", "did"}) && s.is(i + 1, "a") && s.is(i + 2, "phone") &&
        s.is(i + 3, "call")) {
        change(s.is(i, "do") ? "make" : "made");
    }
    if (s.is(i, "introduce") && s.is(i + 1, "me") && s.any(i - 1, {"me", "to"}) &&
        has_word(s, {"let", "i"}) && phrase_ends(s, i + 2)) {
        edits.add("REFLEXIVE", i + 1, i + 2, "myself");
    }
    // when I'll see him
    const auto low = s.low(i + 1);
    const bool opens = s.any(i, {"when", "if", "until", "before", "after", "unless"}) ||
                       (s.is(i, "as") && s.is(i - 1, "soon"));
    if (opens && i > 2 && low.ends_with("'ll") && base_form(s, i + 2) && !s.question() &&
        !has_word(s, {"know", "wonder", "ask"})) {
        const auto who = low.substr(0, low.size() - 3);
        edits.add("PRESENT_AFTER_IF", i + 1, i + 3,
                  s[i + 1].text.substr(0, who.size()) + " " +
                      (third(who) ? third_person_of(s.low(i + 2)) : std::string(s.low(i + 2))));
    }
    // I am waiting here since eight o'clock.
    if (s.any(i, {"am", "is", "are"}) && pronoun(s, i - 1) && s.low(i + 1).ends_with("ing") &&
        common_verb(s, i + 1)) {
        for (int k = i + 2; k < i + 6 && !s.end(k); ++k) {
            if (s.is(k, "since") && s.number(k + 1) && s.is(k + 2, "o'clock")) {
                edits.add("PERFECT_FOR_SINCE", i, i + 1,
                          third(s.low(i - 1)) ? "has been" : "have been");
            }
        }
    }
}

}  // namespace

void find_helped(const Sentence& s, Edits& edits) {
    for (int i = 0; i < s.size(); ++i) {
        surplus_be(s, i, edits);
        past_be(s, i, edits);
        missing_be(s, i, edits);
        to_missing(s, i, edits);
        prepositions(s, i, edits);
        verbs(s, i, edits);
    }
}

}  // namespace lexi::ml::grammar
