// More of the usual companions of a word: prepositions, verbs, and nouns that are taken for others.
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/ask.hpp"
#include "ml/grammar/rules/find.hpp"
#include "ml/grammar/rules/word_map.hpp"

namespace lexi::ml::grammar {
namespace {

// in a party, kind from you, shouted with me, between the bank with, along of, wrong in my phone
void prepositions(const Sentence& s, int i, Edits& edits) {
    const auto put = [&](std::string_view right) {
        edits.add("PREPOSITION_BY_NOUN", i, i + 1, std::string(right));
    };
    const auto before = s[i - 1].is_word() ? base_of_verb(s.low(i - 1)) : std::string();
    if (s.is(i, "in") && s.any(i + 1, {"a", "the"}) &&
        s.any(i + 2, {"party", "wedding", "concert"}) && s.end(i + 3)) {
        put("at");
    }
    if (s.any(i, {"from", "for"}) && s.is(i + 1, "you") &&
        s.any(i - 1, {"kind", "nice", "sweet"}) &&
        (s.is(0, "it's") || s.is(0, "it") || s.is(0, "that's"))) {
        put("of");
    }
    if (before == "shout" && s.is(i, "with")) put("at");
    if (s.is(i - 1, "thinking") && s.is(i, "on")) put("about");
    if (s.is(i, "far") && s.is(i + 1, "to") && s.be(i - 1) &&
        (s.determiner(i + 2) || s.is(i + 2, "here"))) {
        edits.add("PREPOSITION_BY_NOUN", i + 1, i + 2, "from");
    }
    if (s.is(i, "along") && s.is(i + 1, "of")) edits.add("PREPOSITION_BY_NOUN", i, i + 2, "along");
    if (s.is(i, "in") && s.is(i - 1, "wrong") && kPossessives.contains(s.low(i + 1)) &&
        s.any(i + 2, {"computer", "phone", "car", "bike", "motorbike", "laptop", "tv"})) {
        put("with");
    }
    if (s.any(i, {"to", "of", "about"}) && s.is(i - 1, "matter") && s.is(i - 2, "the") &&
        kObjective.contains(s.low(i + 1))) {
        put("with");
    }
    if (s.is(i - 1, "absent") && s.is(i, "of")) put("from");
    if (s.is(i - 1, "filled") && s.any(i, {"of", "by"})) put("with");
    if (s.is(i - 1, "covered") && s.is(i, "by") &&
        s.any(i + 1, {"snow", "dust", "mud", "flowers"})) {
        put("with");
    }
    if (s.is(i, "of") && s.is(i - 1, "letter") && s.is(i - 2, "a") &&
        s.any(i - 3, {"got", "received", "get", "had"})) {
        put("from");
    }
    if (s.is(i, "on") && s.any(i + 1, {"the", "my"}) && s.is(i + 2, "same") &&
        s.any(i + 3, {"class", "school", "room", "team"})) {
        put("in");
    }
    if (s.is(i, "on") && s.is(i + 1, "the") && s.is(i + 2, "corner") && s.is(i + 3, "of") &&
        s.is(i + 5, "room")) {
        put("in");
    }
    if (s.is(i, "while") && s.any(i + 1, {"the", "my"}) && s.flag(i + 2, Flag::noun) &&
        s.end(i + 3)) {
        edits.add("DURING_OR_WHILE", i, i + 1, "during");
    }
    if (before == "pay" && s.is(i, "the") &&
        s.any(i + 1, {"food", "meal", "ticket", "tickets", "drinks", "dinner", "lunch", "books"})) {
        edits.add("PREPOSITION_MISSING", i, i, "for");
    }
    const int with = s.is(i, "between") ? place_of(s, i + 2, {"with"}) : -1;
    if (with > 0 && with < i + 5 && place_of(s, i, {"and"}) < 0) {
        edits.add("PREPOSITION_BY_NOUN", with, with + 1, "and");
    }
}

// does breakfast, took breakfast, ate a cup, lost two hours waiting, plays yoga, turn on the door
void verbs(const Sentence& s, int i, Edits& edits) {
    if (!s[i].is_word() || s.be(i)) return;
    const auto base = base_of_verb(s.low(i));
    const auto change = [&](std::string_view right) {
        edits.add("VERB_OF_PAIR", i, i + 1, in_form(right, s.low(i)));
    };
    const bool meal = s.any(i + 1, {"breakfast", "lunch", "dinner"});
    if (base == "do" && meal && !s.any(i - 1, {"to"})) change("make");
    if (base == "take" && meal) change("have");
    if (base == "eat" && s.any(i + 1, {"a", "some"}) &&
        s.any(i + 2, {"cup", "glass", "coffee", "tea"})) {
        change("drink");
    }
    const bool hours = (s.number(i + 1) || s.any(i + 1, {"many", "an"})) && s.any(i + 2, kSpans);
    if (base == "lose" && hours && s.low(i + 3).ends_with("ing")) change("spend");
    if (base == "use" && hours && s.any(i + 3, {"in", "at", "to"}) && !s.is(i + 2, "day"))
        change("spend");
    if (base == "play" &&
        s.any(i + 1, {"yoga", "karate", "judo", "aerobics", "exercise", "gymnastics"})) {
        edits.add("MAKE_OR_DO", i, i + 1, in_form("do", s.low(i)));
    }
    if (s.is(i - 1, "it") && base == "spend" && s.number(i + 1) && s.any(i + 2, kSpans) &&
        s.is(i + 3, "to") && s[i + 4].is_word()) {
        edits.add("VERB_OF_PAIR", i, i + 5,
                  in_form("take", s.low(i)) + " " + words_of(s, i + 1, i + 5));
    }
    const bool device =
        s.any(i + 2, {"phone", "computer", "fan", "tv", "radio", "lights", "light"});
    if (base == "close" && s.determiner(i + 1) && device) {
        edits.add("TURN_ON_THE_LIGHT", i, i + 1, in_form("turn off", s.low(i)));
    }
    if (base == "turn" && s.any(i + 1, {"on", "off"}) && s.is(i + 2, "the") &&
        s.any(i + 3, {"door", "window", "book", "gate"})) {
        edits.add("VERB_OF_PAIR", i, i + 2,
                  in_form(s.is(i + 1, "on") ? "open" : "close", s.low(i)));
    }
    if (base == "raise" && s.is(i + 1, "up") && s.any(i + 2, {"early", "at", "late"})) {
        edits.add("VERB_OF_PAIR", i, i + 1, in_form("get", s.low(i)));
    }
    if (s.any(i - 1, {"have", "has"}) && s.is(i, "raised") &&
        (s.is(i + 1, "a") || s.end(i + 1) || s.any(i + 1, {"this", "by"})) &&
        s.any(i - 2, {"prices", "price", "temperature", "cost", "costs"})) {
        edits.add("VERB_OF_PAIR", i, i + 1, "risen");
    }
    if (s.is(i, "lied") && s.any(i + 1, {"on", "in", "down"})) {
        edits.add("VERB_OF_PAIR", i, i + 1, "lay");
    }
    if (base == "teach" && kObjective.contains(s.low(i + 1)) && s.is(i + 2, "where"))
        change("tell");
    const bool tall = s.number(i + 1) &&
                      s.any(i + 2, {"metres", "meters", "m", "cm", "centimetres"}) &&
                      s.is(i + 3, "tall");
    if (tall && s.any(i, {"have", "has"})) {
        edits.add("BE_OR_HAVE", i, i + 1, pronoun(s, i - 1) ? be_for(s.low(i - 1)) : "is");
    }
    if (s.is(i, "have") && s.number(i + 1) && pronoun(s, i - 1)) {
        for (int k = i + 2; k < i + 5; ++k) {
            if (s.is(k, "years") && s.is(k + 1, "old")) {
                edits.add("AGE_WITH_BE", i, i + 1, be_for(s.low(i - 1)));
            }
        }
    }
}

// my travel to, the mean of, a long speak, to be a science, works as a design, studies economic
void nouns(const Sentence& s, int i, Edits& edits) {
    const auto say = [&](std::string_view right) {
        edits.add("NOUN_OR_VERB", i, i + 1, std::string(right));
    };
    const bool owned = kPossessives.contains(s.low(i - 1)) || s.is(i - 1, "a");
    if (s.is(i, "travel") && owned && s.any(i + 1, {"to", "was", "is"}) && !s.is(i - 2, "let") &&
        !base_form(s, i + 2)) {
        edits.add("JOB_OR_WORK", i, i + 1, "trip");
    }
    static const Map kOf{{"mean", "meaning"},        {"grow", "growth"},
                         {"begin", "beginning"},     {"choose", "choice"},
                         {"develop", "development"}, {"arrive", "arrival"},
                         {"lose", "loss"},           {"pronounce", "pronunciation"}};
    if (const auto right = found_in(kOf, s.low(i));
        !right.empty() && s.is(i - 1, "the") && s.is(i + 1, "of")) {
        say(right);
    }
    if (s.is(i, "speak") && s.any(i - 1, {"long", "short", "good", "boring", "wonderful"}))
        say("speech");
    if (s.is(i, "weigh") && kPossessives.contains(s.low(i - 1)) &&
        (s.end(i + 1) || s.any(i + 1, {"is", "was"}))) {
        say("weight");
    }
    static const Map kPeople{
        {"science", "scientist"}, {"design", "designer"},   {"photograph", "photographer"},
        {"music", "musician"},    {"art", "artist"},        {"journal", "journalist"},
        {"economy", "economist"}, {"library", "librarian"}, {"politics", "politician"}};
    const auto who = found_in(kPeople, s.low(i));
    const bool works = s.any(i - 1, {"a", "an"}) &&
                       (s.any(i - 2, {"as", "be", "become"}) ||
                        (s.any(i - 2, {"is", "am"}) &&
                         (s.any(i - 3, {"i", "he", "she"}) || kPerson.contains(s.low(i - 3)))));
    if (!who.empty() && works && phrase_ends(s, i + 1)) say(who);
    if (s.is(i, "economic") && s.any(i - 1, {"study", "studies", "studied", "studying", "learn"}) &&
        phrase_ends(s, i + 1)) {
        say("economics");
    }
    if (s.is(i, "hardly") && s.is(i - 1, "a") &&
        s.any(i + 1, {"worker", "student", "job", "day"})) {
        edits.add("HARD_OR_HARDLY", i, i + 1, "hard");
    }
}

// Thank you very. my is over there. Is this your? Who's book is this? We should help themselves.
void pronouns(const Sentence& s, int i, Edits& edits) {
    if (s.is(i, "you") && s.is(i - 1, "thank") && s.is(i + 1, "very") && s.end(i + 2)) {
        edits.add("VERY_MUCH_LAST", i + 1, i + 2, "very much");
    }
    if (s.is(i, "my") && s.any(i + 1, {"is", "are", "was"}) &&
        (i == 0 || s.end(i - 1) || s.is(i - 1, "and"))) {
        edits.add("MINE_ALONE", i, i + 1, "mine");
    }
    const auto mine = found_in(kMine, s.low(i));
    if (!mine.empty() && s.end(i + 1) &&
        (s.any(i - 1, {"this", "these", "that", "than", "those"}))) {
        edits.add("MINE_ALONE", i, i + 1, std::string(mine));
    }
    const bool things = kCountable.contains(s.low(i + 1)) || plural_noun(s, i + 1);
    if (i == 0 && s.any(0, {"who's", "who"}) && things && s.any(2, {"is", "are"}) &&
        s.any(3, {"this", "that", "these", "those", "it"})) {
        edits.add("WHOSE", 0, 1, "whose");
    }
    if (s.any(i, {"themselves", "himself", "herself"}) && s.is(0, "we") && i < 6 &&
        (common_verb(s, i - 1) || s.is(i - 1, "for")) &&
        !has_word(s, {"let", "see", "told", "who"})) {
        edits.add("REFLEXIVE", i, i + 1, "ourselves");
    }
}

}  // namespace

void find_usual(const Sentence& s, Edits& edits) {
    for (int i = 0; i < s.size(); ++i) {
        prepositions(s, i, edits);
        verbs(s, i, edits);
        nouns(s, i, edits);
        pronouns(s, i, edits);
    }
}

}  // namespace lexi::ml::grammar
