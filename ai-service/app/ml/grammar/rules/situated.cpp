// Prepositions that go by the noun: in the morning, on the wall, at the bus stop, by bus.
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/ask.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {
namespace {

const Words kSurfaces("wall floor ceiling roof table desk shelf board blackboard internet");
const Words kStops("airport party cinema station university meeting concert office");
const Words kWorlds("world country city class school town village team");

bool day_number(const Sentence& s, int i) {
    const auto& t = s[i].low;
    return !t.empty() && t[0] >= '1' && t[0] <= '9' && t.size() < 5 && !t.ends_with("m") &&
           (t.size() < 3 || t.ends_with("th") || t.ends_with("st") || t.ends_with("nd") ||
            t.ends_with("rd"));
}

void times(const Sentence& s, int i, Edits& edits) {
    const bool prep = s.any(i, {"at", "in"});
    const bool dated = (day_number(s, i + 1) && s.any(i + 2, kMonths)) ||
                       (s.any(i + 1, kMonths) && s[i + 1].is_capital() && day_number(s, i + 2)) ||
                       (s.is(i + 1, "the") && day_number(s, i + 2) && s.is(i + 3, "of"));
    if (prep && dated) edits.add("PREPOSITION_OF_TIME", i, i + 1, "on");
    if (s.any(i, {"at", "on"}) && s.is(i + 1, "the") &&
        s.any(i + 2, {"summer", "winter", "spring", "autumn", "evening", "afternoon"}) &&
        !s.noun(i + 3) && !s.is(i + 3, "of")) {
        edits.add("PREPOSITION_OF_TIME", i, i + 1, "in");
    }
    const bool whole = s.is(i + 1, "every") &&
                       s.any(i + 2, {"day", "week", "month", "year", "night", "morning",
                                     "afternoon", "evening", "weekend", "summer", "sunday"});
    if (s.any(i, {"in", "on", "at"}) && whole) {
        edits.add("NO_PREPOSITION_BEFORE_LAST", i, i + 1, "");
    }
    if (s.is(i, "in") && s.any(i + 1, {"night", "midnight", "noon", "lunchtime", "midday"}) &&
        phrase_ends(s, i + 2)) {
        edits.add("PREPOSITION_OF_TIME", i, i + 1, "at");
    }
    if (s.any(i, {"at", "in"}) && s.any(i + 1, {"monday", "tuesday", "wednesday", "thursday",
                                                "friday", "saturday", "sunday"})) {
        edits.add("PREPOSITION_OF_TIME", i, i + 1, "on");
    }
    if (s.any(i, {"at", "in"}) && s.any(i + 1, {"my", "his", "her", "your"}) &&
        s.is(i + 2, "birthday") && phrase_ends(s, i + 3)) {
        edits.add("PREPOSITION_OF_TIME", i, i + 1, "on");
    }
    if (s.is(i, "in") && s.any(i + 1, {"the", "this"}) && s.is(i + 2, "weekend")) {
        edits.add("PREPOSITION_OF_TIME", i, i + 1, s.is(i + 1, "the") ? "at" : "");
    }
}

void places(const Sentence& s, int i, Edits& edits) {
    // in 25 Lê Lợi Street; study in Hanoi University; at Hà Nội
    const bool street = s.any(i + 3, {"street", "road"}) || s.any(i + 4, {"street", "road"});
    if (s.any(i, {"in", "on"}) && s[i + 1].kind == Kind::number && s[i + 2].is_capital() &&
        street) {
        edits.add("FIXED_PREPOSITION", i, i + 1, "at");
    }
    const bool studies = s.any(i - 1, {"study", "studies", "studied", "student", "teaches", "work",
                                       "works", "studying", "teacher"});
    if (studies && s.is(i, "in") && s[i + 1].is_capital() &&
        (s.any(i + 2, {"university", "school", "college"}) ||
         s.any(i + 3, {"university", "school", "college"}))) {
        edits.add("FIXED_PREPOSITION", i, i + 1, "at");
    }
    const bool vietnamese = s[i + 1].is_capital() && s[i + 1].kind == Kind::unknown &&
                            vietnamese_syllable(s.low(i + 1));
    const bool marked = s[i + 1].is_capital() && !s[i + 1].text.empty() &&
                        s[i + 1].text.find_first_of("\xC3\xC4\xC6\xE1") != std::string::npos;
    const int last = s[i + 2].is_capital() ? i + 2 : i + 1;
    const bool lives = has_word(s, {"live", "lives", "lived", "living", "born", "arrive", "arrived",
                                    "company", "stay", "stayed"});
    if (s.is(i, "at") && (marked || vietnamese) && lives && phrase_ends(s, last + 1) &&
        !s.any(last, {"university", "school", "airport", "station", "street", "market", "hotel"})) {
        edits.add("FIXED_PREPOSITION", i, i + 1, "in");
    }
    if (s.is(i, "in") && s.is(i + 1, "the") && s.any(i + 2, kSurfaces) && !s.noun(i + 3) &&
        !s.any(i + 2, {"table"})) {
        edits.add("FIXED_PREPOSITION", i, i + 1, "on");
    }
    if (s.is(i, "in") && s.is(i + 1, "the") && s.any(i + 3, {"floor"})) {
        edits.add("FIXED_PREPOSITION", i, i + 1, "on");
    }
    const bool stop = s.any(i + 2, kStops) && phrase_ends(s, i + 3);
    const bool bus = s.any(i + 2, {"bus", "train", "police"}) && s.any(i + 3, {"stop", "station"});
    if (s.is(i, "on") && s.is(i + 1, "the") && (stop || bus)) {
        edits.add("FIXED_PREPOSITION", i, i + 1, "at");
    }
    if (s.is(i, "in") && s.is(i + 1, "the") && s.any(i + 2, {"bus"}) && s.is(i + 3, "stop")) {
        edits.add("FIXED_PREPOSITION", i, i + 1, "at");
    }
    if (s.is(i, "by") && s.any(i + 1, {"my", "his", "her", "your", "our"}) &&
        s.any(i + 2, {"bike", "bicycle", "motorbike", "scooter", "car"}) && phrase_ends(s, i + 3)) {
        edits.add("FIXED_PREPOSITION", i, i + 1, s.is(i + 2, "car") ? "in" : "on");
    }
    if (s.is(i, "near") && s.any(i + 1, {"to", "from", "with"}) && !s.end(i + 2) &&
        (s.noun(i + 2) || s.determiner(i + 2) || s[i + 2].is_capital())) {
        edits.add("NEAR_WITHOUT_TO", i + 1, i + 2, "");
    }
    // the best player of the world
    if (s.is(i, "of") && s.any(i + 1, {"the", "my", "our"}) && s.any(i + 2, kWorlds) &&
        phrase_ends(s, i + 3)) {
        for (int k = i - 1; k > i - 5 && k > 0; --k) {
            const bool best = s.any(k, {"best", "most", "worst"}) ||
                              (s.flag(k, Flag::superlative) && s.low(k).ends_with("est"));
            if (best && s.is(k - 1, "the") && s.noun(i - 1) && !s.is(i - 1, "part")) {
                edits.add("FIXED_PREPOSITION", i, i + 1, "in");
                break;
            }
        }
    }
    const bool stays = s.any(i - 1, {"live", "lives", "lived", "living", "stay", "stayed", "work",
                                     "works", "wait", "study", "come", "came", "go"});
    if (stays && s.any(i, {"in", "at", "to"}) &&
        s.any(i + 1, {"here", "there", "abroad", "upstairs"}) && phrase_ends(s, i + 2) &&
        !s.is(i + 2, "in")) {
        edits.add("NO_TO_BEFORE_HOME", i, i + 1, "");
    }
    if (s.any(i, {"in", "at"}) && s.any(i + 1, {"phone", "telephone", "tv", "television"}) &&
        phrase_ends(s, i + 2)) {
        edits.add("FIXED_PREPOSITION", i, i + 1,
                  s.any(i + 1, {"phone", "telephone"}) ? "on the" : "on");
    }
    if (s.is(i, "in") && s.is(i + 1, "the") && s.any(i + 2, {"phone", "telephone", "radio"}) &&
        s.end(i + 3)) {
        edits.add("FIXED_PREPOSITION", i, i + 1, "on");
    }
}

}  // namespace

void find_situated(const Sentence& s, Edits& edits) {
    for (int i = 0; i < s.size(); ++i) {
        times(s, i, edits);
        places(s, i, edits);
    }
}

}  // namespace lexi::ml::grammar
