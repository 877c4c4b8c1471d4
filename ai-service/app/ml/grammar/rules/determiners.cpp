// Articles of fixed phrases, the ones that are too many, and this, that, some and any.
#include <algorithm>

#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/ask.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {
namespace {

const Words kSubjects(
    "maths math mathematics english history geography physics chemistry biology literature music "
    "football badminton");
const Words kVehicles("bus car train plane bike taxi boat motorbike");

void insert(int at, std::string text, Edits& edits, std::string_view rule) {
    edits.add(rule, at, at, std::move(text));
}

bool adjective(const Sentence& s, int i) {
    return s.flag(i, Flag::adjective) && !s.flag(i, Flag::superlative) && !s.determiner(i) &&
           !s.any(i, {"same", "other", "different", "such", "only", "own", "first", "last"});
}

// had great time, take break, looking for job, works as engineer, live in small village
void a_missing(const Sentence& s, int i, Edits& edits) {
    const auto verb = base_of_verb(s.low(i));
    const bool good = s.any(i + 1, {"great", "good", "nice", "wonderful", "fantastic", "lovely"});
    if (verb == "have" && good && s.is(i + 2, "time") && phrase_ends(s, i + 3)) {
        insert(i + 1, "a", edits, "A_IN_PHRASE");
    }
    const bool pauses = s.any(i + 1, {"break", "walk", "bath", "nap", "shower", "rest", "look"});
    if ((verb == "take" || verb == "have") && pauses && phrase_ends(s, i + 2)) {
        insert(i + 1, "a", edits, "A_IN_PHRASE");
    }
    if (verb == "have" && (s.any(i + 1, {"headache", "cold", "fever", "toothache", "cough"})) &&
        (phrase_ends(s, i + 2))) {
        insert(i + 1, "a", edits, "A_IN_PHRASE");
    }
    const bool wants = s.any(i, {"for", "find", "found", "get", "got", "have", "has", "had", "need",
                                 "needs", "want", "wants"});
    const int job = adjective(s, i + 1) ? i + 2 : i + 1;
    if (wants && s.is(job, "job") && phrase_ends(s, job + 1) && !s.determiner(i - 1) &&
        !(s.is(i, "for") && !s.any(i - 1, {"looking", "look", "looks", "looked", "searching",
                                           "apply", "applied", "applying"}))) {
        insert(i + 1, std::string(article_for(s.low(i + 1))), edits, "A_IN_PHRASE");
    }
    const bool works = s.is(i, "as") && (base_of_verb(s.low(i - 1)) == "work" ||
                                         s.any(i - 1, {"job", "trained", "training"}));
    const int trade = adjective(s, i + 1) && !kProfessions.contains(s.low(i + 1)) ? i + 2 : i + 1;
    if (works && kProfessions.contains(s.low(trade)) && phrase_ends(s, trade + 1)) {
        insert(i + 1, std::string(article_for(s.low(i + 1))), edits, "A_IN_PHRASE");
    }
    static const Words kHomes(
        "village town city house flat apartment family street country hotel room neighbourhood");
    const bool lives = s.is(i, "in") && s.any(i - 1, {"live", "lives", "lived", "living", "stayed",
                                                      "stay", "up", "born", "works", "work"});
    const int home = s.any(i + 1, {"very"}) ? i + 3 : i + 2;
    if (lives && adjective(s, home - 1) && kHomes.contains(s.low(home)) &&
        (phrase_ends(s, home + 1) || s.is(home + 1, "near"))) {
        insert(i + 1, std::string(article_for(s.low(i + 1))), edits, "A_IN_PHRASE");
    }
    if (s.is(i, "half") && s.is(i + 1, "hour") && !s.determiner(i - 1) && !s.is(i - 1, "-")) {
        insert(i + 1, "an", edits, "A_IN_PHRASE");
    }
    const bool met = s.any(i, {"met", "know", "knows", "knew"}) && pronoun(s, i - 1);
    const int who = adjective(s, i + 1) && !kPerson.contains(s.low(i + 1)) ? i + 2 : i + 1;
    if (met && kPerson.contains(s.low(who)) && !plural_noun(s, who) && phrase_ends(s, who + 1) &&
        !s.any(who, {"mother", "father", "mom", "mum", "dad", "uncle", "aunt", "grandmother",
                     "grandfather", "doctor", "teacher"})) {
        insert(i + 1, std::string(article_for(s.low(i + 1))), edits, "A_IN_PHRASE");
    }
}

// on second floor, in city centre, in middle of, is same age
void the_missing(const Sentence& s, int i, Edits& edits) {
    const bool in = s.any(i, {"in", "on", "at", "to", "from"});
    const bool ordinal = s.any(i + 1, {"first", "second", "third", "fourth", "fifth", "last"});
    if (in && ordinal && s.any(i + 2, {"floor", "page", "part", "paragraph", "lesson", "row"}) &&
        phrase_ends(s, i + 3)) {
        insert(i + 1, "the", edits, "THE_IN_PHRASE");
    }
    const bool centre = (s.any(i + 1, {"city", "town"}) && s.any(i + 2, {"centre", "center"}) &&
                         phrase_ends(s, i + 3)) ||
                        (s.any(i + 1, {"middle", "north", "south", "east", "west", "centre",
                                       "center", "suburbs", "outskirts"}) &&
                         s.is(i + 2, "of"));
    const bool rises = s.any(i + 1, {"east", "west"}) && s.end(i + 2) && s.is(i, "in");
    if (in && !s.is(i, "from") && (centre || rises)) insert(i + 1, "the", edits, "THE_IN_PHRASE");
    if (s.be(i) && s.is(i + 1, "same") && s.noun(i + 2) && !s.end(i + 2)) {
        insert(i + 1, "the", edits, "THE_SAME");
    }
    if (s.any(i - 1, {"play", "plays", "played", "playing"}) &&
        s.any(i, {"piano", "guitar", "violin", "flute", "drums"}) &&
        s.any(i + 1, {"very", "well", "beautifully", "every"})) {
        insert(i, "the", edits, "THE_INSTRUMENT");
    }
    if (i == 0 && s.is(0, "sun") && (s.be(1) || s.any(1, {"rises", "sets", "shines"}))) {
        edits.add("THE_IN_PHRASE", 0, 1, "the sun");
    }
    if (i == 0 && s.is(0, "internet") && s.be(1)) {
        edits.add("THE_IN_PHRASE", 0, 1, "the internet");
    }
}

// The English is difficult; listen to the music; the Grade 10; my a good friend
void surplus(const Sentence& s, int i, Edits& edits) {
    const auto take = [&](int at) { edits.add("ARTICLE_TOO_MANY", at, at + 1, ""); };
    const bool owned = s.any(i - 1, {"my", "your", "his", "our", "their"});
    if (s.any(i, {"a", "an"}) && owned) take(i);
    const bool went = s.any(i - 2, {"go", "goes", "went", "going", "come", "came", "travel",
                                    "travelled", "traveled", "school", "work", "there", "home"});
    if (s.any(i, {"a", "an"}) && s.is(i - 1, "by") && kVehicles.contains(s.low(i + 1)) && went &&
        phrase_ends(s, i + 2)) {
        take(i);
    }
    if (!s.is(i, "the")) return;
    if (i == 0 && kLanguages.contains(s.low(1)) && s[1].is_capital() && s.is(2, "is") &&
        !has_word(s, {"of"})) {
        take(0);
    }
    if (i == 0 && kLands.contains(s.low(1)) && s[1].is_capital() && (s.be(2) || s.is(2, "has"))) {
        take(0);
    }
    const bool named = vietnamese_syllable(s.low(i + 1)) ||
                       std::ranges::any_of(s[i + 1].text, [](char c) { return c < 0; });
    const bool city = s[i + 1].is_capital() && s[i + 1].kind == Kind::unknown &&
                      s.any(i - 1, {"in", "to", "from", "visit", "visited"});
    const int name = s[i + 2].is_capital() && s[i + 2].kind == Kind::unknown ? i + 3 : i + 2;
    if (city && named && (s.end(name) || s.be(name))) take(i);
    if (s.any(i - 1, {"at"}) && s.any(i + 1, {"midnight", "noon", "night"}) &&
        phrase_ends(s, i + 2)) {
        take(i);
    }
    if (i == 0 && s.any(1, {"lunch", "dinner", "breakfast"}) && s.any(2, {"is", "was"}) &&
        s.any(3, {"ready", "at", "served", "late"})) {
        take(0);
    }
    if (s[i + 1].text == "Grade" && s[i + 2].kind == Kind::number) take(i);
    const bool favourite = s.be(i - 1) && s.any(i - 2, {"subject", "sport", "subjects"});
    if (favourite && kSubjects.contains(s.low(i + 1)) && s.end(i + 2)) take(i);
    if (s.is(i - 1, "to") && s.is(i + 1, "music") && s.low(i - 2).starts_with("listen") &&
        (s.end(i + 2) || s.any(i + 2, {"at", "every", "when", "while", "and"}))) {
        take(i);
    }
    if (i == 0 && s.is(1, "most") && s.any(2, {"people", "students", "children", "women", "men"}) &&
        !s.be(2) && !s.tag(3, Tag::adp) && !pronoun(s, 3) && !s.is(3, "who")) {
        take(0);
    }
    if (s.is(i - 1, "on") && s.is(i + 1, "last") && s.low(i + 2).ends_with("day") &&
        s.any(i + 2, kTimeNouns) && s.end(i + 3)) {
        edits.add("NO_PREPOSITION_BEFORE_LAST", i - 1, i + 1, "");
    }
    if (s.is(i - 1, "to") && s.is(i + 1, "home") &&
        s.any(i - 2, {"go", "went", "goes", "came", "come", "returned"}) && phrase_ends(s, i + 2)) {
        edits.add("NO_TO_BEFORE_HOME", i - 1, i + 1, "");
    }
}

// this two men, that flowers are, are that people
void demonstratives(const Sentence& s, int i, Edits& edits) {
    const bool several = s.number(i + 1) && !s.any(i + 1, {"one", "1"}) && plural_noun(s, i + 2);
    if (s.any(i, {"this", "that"}) && several && !s.any(i - 1, {"think", "know", "said", "say"}) &&
        !(s.is(i, "that") && i > 0) && !s.is(i + 2, "times")) {
        edits.add("THESE_BEFORE_PLURAL", i, i + 1, s.is(i, "this") ? "these" : "those");
    }
    if (i == 0 && s.is(0, "that") && plural_noun(s, 1) && s.any(2, {"are", "were"})) {
        edits.add("THESE_BEFORE_PLURAL", 0, 1, "those");
    }
    if (s.is(i, "that") && s.any(i - 1, {"are", "were"}) && plural_noun(s, i + 1) && s.end(i + 2)) {
        edits.add("THESE_BEFORE_PLURAL", i, i + 1, "those");
    }
    if (s.is(i, "this") && s.any(i + 1, {"jeans", "trousers", "shoes", "glasses", "clothes",
                                         "shorts", "pants", "scissors", "people", "children"})) {
        edits.add("THESE_BEFORE_PLURAL", i, i + 1, "these");
    }
}

// I have any money; there isn't some water; is there some milk
void some_or_any(const Sentence& s, int i, Edits& edits) {
    const bool has = s.any(i, {"have", "has", "had", "bought", "need"}) && pronoun(s, i - 1);
    if (has && i == 1 && s.is(2, "any") && s.flag(3, Flag::noun) && phrase_ends(s, 4) &&
        !s.question()) {
        edits.add("ANY_OR_SOME", 2, 3, "some");
    }
    const bool negated = s.any(i, {"isn't", "aren't", "wasn't", "weren't"}) && s.is(i - 1, "there");
    if (negated && s.is(i + 1, "some")) edits.add("ANY_OR_SOME", i + 1, i + 2, "any");
}

// all of students, many of people, my both parents
void of_all(const Sentence& s, int i, Edits& edits) {
    const int noun = s.flag(i + 2, Flag::adjective) && !plural_noun(s, i + 2) ? i + 3 : i + 2;
    if (s.any(i, {"all", "some", "many", "several", "most"}) && s.is(i + 1, "of") &&
        plural_noun(s, noun) && !s.determiner(i + 2) && (noun == i + 2 || s.is(i, "most")) &&
        !kObjective.contains(s.low(i + 2)) && !s.any(i - 1, {"the", "so"})) {
        edits.add("MOST_OF", i + 1, i + 2, "");
    }
    if (s.any(i, {"my", "your", "his", "her", "our", "their"}) && s.is(i + 1, "both") &&
        plural_noun(s, i + 2)) {
        edits.add("BOTH_MY", i, i + 2, "both " + std::string(s.low(i)));
    }
}

}  // namespace

void find_determiners(const Sentence& s, Edits& edits) {
    for (int i = 0; i < s.size(); ++i) {
        a_missing(s, i, edits);
        the_missing(s, i, edits);
        surplus(s, i, edits);
        demonstratives(s, i, edits);
        some_or_any(s, i, edits);
        of_all(s, i, edits);
    }
}

}  // namespace lexi::ml::grammar
