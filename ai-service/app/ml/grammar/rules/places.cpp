// Places and things that are known to all: with "the", without, and with which preposition.
#include <array>

#include "ml/grammar/inflect.hpp"
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {
namespace {

const Words kPlaces(
    "cinema beach market park airport station bank dentist supermarket library kitchen garden city "
    "countryside mountains floor wall internet world sky moon sun future past environment theatre "
    "theater museum zoo hotel restaurant gym swimming supermarket post morning evening "
    "afternoon bathroom bedroom balcony roof living ground corner");
const Words kSports("football soccer tennis badminton basketball volleyball chess golf");
const Words kCountries(
    "vietnam japan china france england germany italy spain thailand korea australia canada "
    "singapore "
    "laos cambodia russia india america europe asia africa");
const Words kCities(
    "hanoi hue saigon danang paris london tokyo bangkok vietnam japan china france "
    "england thailand korea australia canada singapore");

bool closed(const Sentence& s, int to) {
    return s.end(to) ||
           s.any(to, {"and", "but", "with", "every", "to", "because", "when", "by", "yesterday",
                      "for", "on", "in", "at", "last", "near", "is", "was"});
}

void the_place(const Sentence& s, int i, Edits& edits) {
    if (s.any(i, {"in", "to", "at", "on", "from", "near"}) && s.any(i + 1, kPlaces) &&
        closed(s, i + 2)) {
        if (s.any(i + 1, {"morning", "evening", "afternoon"}) && !s.is(i, "in")) return;
        if (s.any(i + 1, {"past", "future"}) && !s.is(i, "in")) return;
        if (s.any(i + 1, {"swimming", "post", "living"}) ||
            (s.is(i, "in") && s.is(i + 1, "future"))) {
            return;
        }
        if (s.is(i + 1, "bank") || !s[i + 1].is_capital())
            edits.add("THE_PLACE", i + 1, i + 1, "the");
    }
    const bool verb = s.any(i, {"open", "close", "clean", "lock", "opened", "closed", "cleaned"});
    if (verb &&
        s.any(i + 1, {"door", "window", "windows", "gate", "house", "room", "box", "kitchen"}) &&
        (s.end(i + 2) || s.is(i + 2, "please"))) {
        edits.add("THE_PLACE", i + 1, i + 1, "the");
    }
    if (i == 0 && s.any(0, {"sun", "moon", "earth"}) && (s.verb(1) || s.flag(1, Flag::verb))) {
        edits.add("THE_PLACE", 0, 0, "the");
    }
}

void no_the(const Sentence& s, int i, Edits& edits) {
    if (!s.is(i, "the")) return;
    if (s.any(i + 1, kCountries) && s[i + 1].is_capital() && closed(s, i + 2) &&
        s.tag(i - 1, Tag::adp)) {
        edits.add("NO_THE_BEFORE_NAME", i, i + 1, "");
    }
    if (s.any(i - 1, {"play", "plays", "played", "playing"}) && s.any(i + 1, kSports) &&
        closed(s, i + 2)) {
        edits.add("NO_THE_BEFORE_NAME", i, i + 1, "");
    }
    if (s.any(i - 1, {"to", "at", "from"}) && s.any(i + 1, {"work"}) &&
        (s.end(i + 2) || s.any(i + 2, {"by", "at", "every", "on"}))) {
        edits.add("NO_THE_BEFORE_NAME", i, i + 1, "");
    }
    if (s.is(i - 1, "at") && s.any(i + 1, {"home", "night"}) && s.end(i + 2)) {
        edits.add("NO_THE_BEFORE_NAME", i, i + 1, "");
    }
    if (s.is(i - 1, "in") && s.is(i + 1, "nature") && s.end(i + 2)) {
        edits.add("NO_THE_BEFORE_NAME", i, i + 1, "");
    }
}

struct Wrong {
    std::array<std::string_view, 4> words;  // an empty one matches nothing more
    std::string_view right;                 // of the first word
};

// The first word alone is wrong; the rest says where.
constexpr std::array<Wrong, 14> kWrong{{{{"by", "foot"}, "on"},
                                        {{"by", "feet"}, "on"},
                                        {{"in", "tv"}, "on"},
                                        {{"in", "television"}, "on"},
                                        {{"at", "tv"}, "on"},
                                        {{"in", "the", "internet"}, "on"},
                                        {{"in", "the", "phone"}, "on"},
                                        {{"in", "the", "beach"}, "on"},
                                        {{"in", "the", "farm"}, "on"},
                                        {{"in", "the", "weekend"}, "at"},
                                        {{"in", "weekend"}, "at the"},
                                        {{"in", "my", "birthday"}, "on"},
                                        {{"in", "holiday"}, "on"},
                                        {{"with", "bus"}, "by"}}};

void wrong_preposition(const Sentence& s, int i, Edits& edits) {
    for (const auto& [words, right] : kWrong) {
        int n = 0;
        while (n < 4 && !words[n].empty() && s.is(i + n, words[n])) ++n;
        if ((n < 4 && !words[n].empty()) || n == 0 || s.noun(i + n)) continue;
        edits.add("FIXED_PREPOSITION", i, i + 1, std::string(right));
    }
    if (s.is(i, "in") && s.is(i + 1, "home") && (s.end(i + 2) || s.any(i + 2, {"and", "all"}))) {
        edits.add("FIXED_PREPOSITION", i, i + 1, "at");
    }
    const bool aimed = s.any(i - 1, {"look", "looks", "looked", "looking", "laugh", "aimed"});
    if (s.is(i, "at") && !aimed && s.any(i + 1, kCities) && s[i + 1].is_capital() &&
        closed(s, i + 2)) {
        edits.add("FIXED_PREPOSITION", i, i + 1, "in");
    }
    const bool moves = s.any(i - 1, {"go", "went", "goes", "come", "came", "travel", "travels"});
    if (moves && s.is(i, "with") &&
        s.any(i + 1, {"bus", "car", "train", "plane", "bike", "taxi"})) {
        edits.add("FIXED_PREPOSITION", i, i + 1, "by");
    }
    if (s.is(i, "during") && s.number(i + 1) && s.any(i + 2, kSpans)) {
        edits.add("FIXED_PREPOSITION", i, i + 1, "for");
    }
}

void beside(const Sentence& s, int i, Edits& edits) {
    if (s.is(i, "near") && s.any(i + 1, {"from", "to", "with"}) &&
        (s.determiner(i + 2) || s.any(i + 2, {"here", "me", "us"}))) {
        edits.add("NEAR_WITHOUT_TO", i + 1, i + 2, "");
    }
    if (s.is(i, "next") && s.any(i + 1, {"my", "your", "his", "her", "our", "the", "me", "us"}) &&
        (s.be(i - 1) || s.verb(i - 1) || s.noun(i - 1)) && !s.any(i - 1, {"the"})) {
        edits.add("NEXT_TO", i + 1, i + 1, "to");
    }
    if (s.is(i, "in") && s.is(i + 1, "front") &&
        (s.determiner(i + 2) || s.any(i + 2, {"me", "us"}))) {
        edits.add("NEXT_TO", i + 2, i + 2, "of");
    }
}

void how_often(const Sentence& s, int i, Edits& edits) {
    const bool times = s.any(i, {"once", "twice"}) || (s.is(i, "times") && s.number(i - 1));
    if (times && s.any(i + 1, {"day", "week", "month", "year"}) && s.end(i + 2)) {
        edits.add("TIMES_A_DAY", i + 1, i + 1, "a");
    }
    const bool best = s.be(i - 1) && s.any(i, {"best", "worst"}) && s.noun(i + 1);
    const bool most = s.be(i - 1) && s.is(i, "most") && s.adjective(i + 1) && s.noun(i + 2);
    if (best || most) edits.add("THE_BEST", i, i, "the");
    if (s.is(i, "first") && s.is(i + 1, "time") && s.be(i - 1)) edits.add("THE_BEST", i, i, "the");
}

}  // namespace

void find_places(const Sentence& s, Edits& edits) {
    for (int i = 0; i < s.size(); ++i) {
        the_place(s, i, edits);
        no_the(s, i, edits);
        wrong_preposition(s, i, edits);
        beside(s, i, edits);
        how_often(s, i, edits);
    }
    find_situated(s, edits);
}

}  // namespace lexi::ml::grammar
