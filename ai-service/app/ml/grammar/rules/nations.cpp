// Countries, their people and languages; nouns for adjectives and adjectives for nouns.
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/ask.hpp"
#include "ml/grammar/rules/find.hpp"
#include "ml/grammar/rules/word_map.hpp"

namespace lexi::ml::grammar {
namespace {

const Map kOfCountry{{"vietnam", "Vietnamese"}, {"japan", "Japanese"},      {"china", "Chinese"},
                     {"korea", "Korean"},       {"france", "French"},       {"england", "English"},
                     {"italy", "Italian"},      {"thailand", "Thai"},       {"america", "American"},
                     {"germany", "German"},     {"russia", "Russian"},      {"india", "Indian"},
                     {"spain", "Spanish"},      {"australia", "Australian"}};
const Map kCountryOf{{"vietnamese", "Vietnam"}, {"japanese", "Japan"}, {"chinese", "China"},
                     {"korean", "Korea"},       {"french", "France"},  {"english", "England"},
                     {"italian", "Italy"},      {"german", "Germany"}, {"russian", "Russia"}};
const Words kOfPeople(
    "food foods people man men woman women girl girls boy boys culture language music film films "
    "movie movies restaurant restaurants student students teacher friend friends dish dishes song "
    "songs history cuisine tradition traditions literature");

void nations(const Sentence& s, int i, Edits& edits) {
    const auto own = found_in(kOfCountry, s.low(i));
    if (!own.empty() && s[i].is_capital()) {
        const bool noun = kOfPeople.contains(s.low(i + 1)) && !s.any(i - 1, {"in", "from", "to"});
        const bool spoken = s.any(i - 1, {"speak", "speaks", "speaking", "spoke"}) ||
                            (s.any(i - 2, {"speak", "speaks"}) && s.any(i - 1, {"good", "fluent"}));
        const bool person = s.any(i - 1, {"am", "i'm"}) && s.end(i + 1);
        if (noun || spoken || person) {
            edits.add("NATIONALITY_WORD", i, i + 1, std::string(own));
        }
    }
    const auto land = found_in(kCountryOf, s.low(i));
    const bool place =
        (s.is(i - 1, "in") && s.any(i - 2, {"born", "live", "lives", "lived", "living"})) ||
        (s.is(i - 1, "from") && s.any(i - 2, {"come", "comes", "am", "is", "are", "came"})) ||
        (s.is(i - 1, "to") &&
         s.any(i - 2, {"travel", "travelled", "go", "went", "moved", "fly", "flew"}));
    if (!land.empty() && s[i].is_capital() && place && phrase_ends(s, i + 1)) {
        edits.add("NATIONALITY_WORD", i, i + 1, std::string(land));
    }
}

// be success, the important of, a lot of confident, air pollute, be more care, speak skill
void derived(const Sentence& s, int i, Edits& edits) {
    const auto say = [&](std::string_view text) {
        edits.add("NOUN_OR_ADJECTIVE", i, i + 1, std::string(text));
    };
    static const Map kNouns{{"important", "importance"}, {"beautiful", "beauty"},
                            {"different", "difference"}, {"dangerous", "danger"},
                            {"difficult", "difficulty"}, {"popular", "popularity"},
                            {"happy", "happiness"},      {"convenient", "convenience"},
                            {"dependent", "dependence"}, {"intelligent", "intelligence"}};
    const auto noun = found_in(kNouns, s.low(i));
    if (!noun.empty() && s.is(i - 1, "the") && s.is(i + 1, "of") &&
        (s.determiner(i + 2) || s.noun(i + 2) || s.low(i + 2).ends_with("ing"))) {
        say(noun);
    }
    const bool becomes = s.any(i - 1, {"be", "become", "became"});
    if (s.is(i, "success") && becomes && phrase_ends(s, i + 1)) say("successful");
    const int be = s.any(i - 1, {"more", "very", "so", "always", "not"}) ? i - 2 : i - 1;
    const bool is = s.be(be) || s.any(be, {"be", "was"});
    if (s.is(i, "care") && is && phrase_ends(s, i + 1)) say("careful");
    if (s.is(i, "crowd") && s.any(i - 1, {"very", "so", "too"})) say("crowded");
    const bool much = (s.is(i - 1, "of") && s.is(i - 2, "lot")) ||
                      s.any(i - 1, {"have", "has", "had", "much", "more"});
    if (s.is(i, "confident") && much && !s.is(i - 1, "more") && phrase_ends(s, i + 1)) {
        say("confidence");
    }
    if (s.is(i, "environmental") && s.is(i - 1, "the") && phrase_ends(s, i + 1)) {
        say("environment");
    }
    if (s.any(i, {"pollute", "polluted"}) &&
        s.any(i - 1, {"air", "water", "noise", "environment"}) &&
        (s.any(i + 1, {"is", "was", "has", "can"})) && !s.is(i - 2, "the")) {
        say("pollution");
    }
    if (s.any(i, {"die", "dead"}) && s.any(i - 1, {"his", "her", "their"}) && s.verb(i + 1)) {
        say("death");
    }
    if (s.any(i, {"speak", "listen", "write", "read"}) && s.any(i + 1, {"skill", "skills"})) {
        say(gerund_of(s.low(i)));
    }
    if (s.is(i, "travel") && s.any(i - 1, {"long", "short", "nice", "wonderful"}) &&
        s.is(i - 2, "a")) {
        edits.add("JOB_OR_WORK", i, i + 1, "trip");
    }
    if (s.is(i, "cooker") && s.be(i - 2) && s.is(i - 1, "a") &&
        (kPerson.contains(s.low(i - 3)) || s.any(i - 3, {"he", "she", "i"}))) {
        say("cook");
    }
    if (s.is(i, "work") && s.any(i - 1, {"my", "his", "her"}) && s.any(i + 1, {"is", "was"}) &&
        s.any(i + 2, {"a", "an"}) && kProfessions.contains(s.low(i + 3))) {
        edits.add("JOB_OR_WORK", i, i + 1, "job");
    }
}

// Almost people; works hardly every day; smells well; looks sadly today; rained heavy
void adverbs(const Sentence& s, int i, Edits& edits) {
    if (s.is(i, "almost")) {
        const bool mine =
            s.any(i + 1, {"my", "the", "his", "her", "our", "their"}) && plural_noun(s, i + 2);
        if (s.is(i + 1, "of")) edits.add("ALMOST_OR_MOST", i, i + 1, "most");
        if (mine && (i == 0 || s.verb(i - 1))) edits.add("ALMOST_OR_MOST", i, i + 1, "most of");
        const int noun = s.adjective(i + 1) ? i + 2 : i + 1;
        if (plural_noun(s, noun) && !s.number(i + 1)) {
            edits.add("ALMOST_OR_MOST", i, i + 1, "most");
        }
    }
    if (s.is(i, "hardly") && !s.any(i + 1, {"ever", "any"}) && phrase_ends(s, i + 1) &&
        s.any(s.is(i - 1, "very") ? i - 2 : i - 1,
              {"work", "works", "worked", "study", "studies", "studied", "try", "tried", "trains",
               "working", "studying"})) {
        edits.add("HARD_OR_HARDLY", i, i + 1, "hard");
    }
    if (s.is(i, "well") && s.any(i - 1, {"smells", "smell", "tastes", "taste", "sounds"}) &&
        s.end(i + 1)) {
        edits.add("ADJECTIVE_AFTER_SENSE", i, i + 1, "good");
    }
    static const Map kSenses{{"sadly", "sad"},
                             {"happily", "happy"},
                             {"angrily", "angry"},
                             {"beautifully", "beautiful"},
                             {"badly", "bad"}};
    const auto sense = found_in(kSenses, s.low(i));
    const int verb = s.any(i - 1, {"very", "so"}) ? i - 2 : i - 1;
    if (!sense.empty() && s.any(verb, {"look", "looks", "looked", "feel", "feels", "felt"}) &&
        s.any(i + 1, {"today", "now", "yesterday", "because", "when"})) {
        edits.add("ADJECTIVE_AFTER_SENSE", i, i + 1, std::string(sense));
    }
    if (s.any(i, {"heavy", "strong"}) && s.any(verb, {"rain", "rains", "rained", "raining"}) &&
        phrase_ends(s, i + 1)) {
        edits.add("ADVERB_AFTER_VERB", i, i + 1, "heavily");
    }
    static const Words kDegrees("surprising extreme incredible unusual exceptional particular");
    if (kDegrees.contains(s.low(i)) && kPredicates.contains(s.low(i + 1)) &&
        (s.be(i - 1) || s.any(i - 1, {"a", "an"})) && !s.is(i + 1, "new")) {
        edits.add("ADVERB_BEFORE_ADJECTIVE", i, i + 1,
                  s.is(i, "incredible") ? "incredibly" : std::string(s.low(i)) + "ly");
    }
    // like it too much
    if (s.is(i, "too") && s.is(i + 1, "much") && (s.end(i + 2) || s.is(i + 2, "because")) &&
        s.any(i - 2, {"like", "love", "likes", "loves"}) && s.any(i - 1, {"it", "you", "him"})) {
        edits.add("TOO_OR_VERY", i, i + 1, "very");
    }
    // very hot that I can't
    const bool that = s.is(i + 2, "that") && pronoun(s, i + 3) &&
                      s.any(i + 4, {"can't", "couldn't", "didn't", "don't", "had", "could"});
    if (s.any(i, {"very", "too"}) && s.flag(i + 1, Flag::adjective) && that && s.be(i - 1)) {
        edits.add("SO_OR_SUCH", i, i + 1, "so");
    }
    if (s.is(i, "so") && s.be(i - 1) && s.any(i + 1, {"a", "an"}) &&
        s.flag(i + 2, Flag::adjective) && s.noun(i + 3)) {
        edits.add("SO_OR_SUCH", i, i + 1, "such");
    }
}

}  // namespace

void find_nations(const Sentence& s, Edits& edits) {
    for (int i = 0; i < s.size(); ++i) {
        nations(s, i, edits);
        derived(s, i, edits);
        adverbs(s, i, edits);
    }
}

}  // namespace lexi::ml::grammar
