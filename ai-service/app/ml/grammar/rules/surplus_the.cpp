// "the" and "a" where English has none: routines, meals, days, games, titles and names, and before
// plurals.
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/ask.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {
namespace {

const Words kMeals("breakfast lunch dinner");
const Words kGames("football tennis badminton volleyball basketball chess baseball");
const Words kDays("monday tuesday wednesday thursday friday saturday sunday");
const Words kWaters("bay lake mountain street beach island airport university");

void drop(std::string_view rule, int i, Edits& edits) { edits.add(rule, i, i + 1, ""); }

// have the lunch, at the work, stay in the bed, watch the TV, go to the home, play the football
void routines(const Sentence& s, int i, Edits& edits) {
    if (!s.is(i, "the")) return;
    const auto verb = base_of_verb(s.low(i - 1));
    const bool ends = phrase_ends(s, i + 2);
    const bool after_work = s.is(i - 1, "after") && s.is(i + 1, "work");
    if ((s.any(i - 1, {"at", "to"}) && s.is(i + 1, "work") && ends) || after_work) {
        drop("THE_BEFORE_ROUTINE", i, edits);
    }
    if ((verb == "have" || verb == "eat" || verb == "cook" || verb == "make" ||
         s.any(i - 1, {"for", "after", "before", "at"})) &&
        kMeals.contains(s.low(i + 1)) && (ends || s.is(i + 2, "together")) &&
        !s.is(i + 2, "that")) {
        drop("THE_BEFORE_ROUTINE", i, edits);
    }
    static const Words kStays("stay lie go get");
    const bool in_bed = s.any(i - 1, {"in", "to"}) && s.is(i + 1, "bed") && s.end(i + 2) &&
                        kStays.contains(base_of_verb(s.low(i - 2)));
    if (in_bed) drop("THE_BEFORE_ROUTINE", i, edits);
    if (verb == "watch" && s.any(i + 1, {"tv", "television"}) && (ends || s.is(i + 2, "all"))) {
        drop("THE_BEFORE_ROUTINE", i, edits);
    }
    static const Words kMoves("go come going went came goes");
    if (s.is(i - 1, "to") && s.is(i + 1, "home") && kMoves.contains(s.low(i - 2)) && ends) {
        edits.add("NO_TO_BEFORE_HOME", i - 1, i + 1, "");
    }
    if (kGames.contains(s.low(i + 1)) && ends &&
        (s.any(i - 1, {"than", "to", "and", "or"}) || verb == "like" || verb == "love" ||
         verb == "play" || verb == "hate" || verb == "prefer")) {
        drop("NO_THE_BEFORE_NAME", i, edits);
    } else if (kGames.contains(s.low(i + 1)) && s.any(i + 2, {"more", "better"}) &&
               (verb == "like" || verb == "love")) {
        drop("NO_THE_BEFORE_NAME", i, edits);
    }
    const bool means = s.is(i - 1, "by") && s.any(i + 1, {"bus", "car", "train", "plane", "taxi",
                                                          "bike", "motorbike", "bicycle", "boat"});
    static const Words kTravels("go come travel get went came goes comes going school work there");
    bool travels = false;
    for (int k = i - 2; k >= 0 && k > i - 7; --k) travels = travels || kTravels.contains(s.low(k));
    if (means && travels && ends) drop("THE_AFTER_BY", i, edits);
}

// On the Sunday; in the May; The last night I; see you the next week; The Mr Nam; the Hạ Long Bay
void times_and_names(const Sentence& s, int i, Edits& edits) {
    if (!s.is(i, "the")) return;
    const bool ends = phrase_ends(s, i + 2) || pronoun(s, i + 2);
    if (s.is(i - 1, "on") && kDays.contains(s.low(i + 1)) && ends &&
        !s.any(i + 2, {"before", "after", "when"})) {
        drop("ARTICLE_TOO_MANY", i, edits);
    }
    if (s.is(i - 1, "in") && kMonths.contains(s.low(i + 1)) && s[i + 1].is_capital() && ends) {
        drop("ARTICLE_TOO_MANY", i, edits);
    }
    if (i == 0 && s.is(1, "last") && s.any(2, {"night", "week", "month", "year", "sunday"}) &&
        (pronoun(s, 3) || kPossessives.contains(s.low(3)) || s.is(3, ","))) {
        drop("ARTICLE_TOO_MANY", i, edits);
    }
    const bool will = has_word(s, {"will", "'ll", "i'll", "we'll", "going", "see"});
    if (s.is(i + 1, "next") && s.any(i + 2, {"week", "month", "year", "monday", "sunday"}) &&
        s.end(i + 3) && will && !s.any(i - 1, {"until", "in", "for", "of", "during"})) {
        drop("ARTICLE_TOO_MANY", i, edits);
    }
    if (s.any(i + 1, {"mr", "mrs", "ms", "mr.", "mrs.", "ms."}) && s[i + 2].is_capital() &&
        !s.low(i + 2).ends_with('s')) {
        drop("NO_THE_BEFORE_NAME", i, edits);
    }
    int to = i + 1;
    while (name(s, to) && !kWaters.contains(s.low(to))) ++to;
    const bool place = to > i + 1 && s[to].is_capital() &&
                       s.any(to, {"bay", "lake", "mountain", "street", "beach", "airport"});
    if (place && s[i].text == "the" && phrase_ends(s, to + 1)) {
        drop("NO_THE_BEFORE_NAME", i, edits);
    }
}

// They are a good students; got a married; a long black hair; I want to be the doctor
void a_too_many(const Sentence& s, int i, Edits& edits) {
    if (s.is(i, "a")) {
        int noun = i + 1;
        while (s.adjective(noun) || kPredicates.contains(s.low(noun))) ++noun;
        const bool plural = plural_noun(s, noun) && kPerson.contains(singular_of(s.low(noun)));
        if (s.any(i - 1, {"are", "were"}) && plural && phrase_ends(s, noun + 1)) {
            edits.add("ARTICLE_TOO_MANY", i, noun + 1, words_of(s, i + 1, noun + 1));
        }
        const bool looks = s.any(
            i + 1, {"long", "short", "black", "brown", "curly", "straight", "blond", "beautiful"});
        if (s.any(i - 1, {"has", "have", "had", "with"}) && looks && s.is(noun, "hair") &&
            phrase_ends(s, noun + 1)) {
            drop("A_BEFORE_UNCOUNTABLE", i, edits);
        }
        if (s.any(i - 1, {"got", "get", "gets", "getting"}) &&
            s.any(i + 1, {"married", "divorced"})) {
            drop("ARTICLE_TOO_MANY", i, edits);
        }
        if (s.any(i - 1, {"have", "has", "had"}) && s.is(i + 1, "time") && s.is(i + 2, "to") &&
            !s.is(i + 3, "remember")) {
            drop("A_BEFORE_UNCOUNTABLE", i, edits);
        }
        if (s.any(i - 1, {"make", "makes", "made"}) && s.any(i + 1, {"money", "progress"})) {
            drop("A_BEFORE_UNCOUNTABLE", i, edits);
        }
    }
    const bool becomes = s.any(i - 1, {"be", "become"}) && has_word(s, {"want", "wants", "wanted"});
    const bool job = kProfessions.contains(s.low(i + 1)) && !s.any(i + 1, {"boss", "manager"});
    if (s.is(i, "the") && becomes && job &&
        (s.end(i + 2) || s.any(i + 2, {"when", "in", "like"}))) {
        edits.add("ARTICLE_IN_NAMING", i, i + 1, std::string(article_for(s.low(i + 1))));
    }
    const bool named =
        i == 3 && s.any(2, {"is"}) && kPossessives.contains(s.low(0)) && kPerson.contains(s.low(1));
    static const Words kSingle("boss manager director player winner captain owner cook guest");
    if (s.is(i, "the") && named && job && !kSingle.contains(s.low(i + 1)) &&
        (s.end(i + 2) || s.is(i + 2, "and"))) {
        edits.add("ARTICLE_IN_NAMING", i, i + 1, std::string(article_for(s.low(i + 1))));
    }
}

// I like the music; happiness after can't buy; smoking is bad for the health; like the music
void general(const Sentence& s, int i, Edits& edits) {
    static const Words kAbstract("happiness love freedom success friendship");
    if (!s.is(i, "the")) return;
    if (kAbstract.contains(s.low(i + 1)) && s.end(i + 2) &&
        s.any(i - 1, {"buy", "find", "bring", "about", "for", "is"})) {
        drop("NO_THE_GENERAL", i, edits);
    }
    const bool health = s.any(i - 1, {"for"}) && s.any(i - 2, {"good", "bad", "dangerous"}) &&
                        s.is(i + 1, "health") && s.end(i + 2);
    if (health) edits.add("NO_THE_GENERAL", i, i + 1, "your");
    if (s.low(i + 1).ends_with("ing") && s.is(i + 2, "is") && common_verb(s, i + 1) &&
        s.any(i + 3, {"bad", "good", "fun", "dangerous", "important", "difficult", "my", "a"}) &&
        clause_opens(s, i) && !s.any(i + 1, {"meeting", "building", "painting", "feeling"})) {
        drop("NO_THE_GENERAL", i, edits);
    }
    if (i == 0 && s.is(1, "nature") && s.is(2, "is")) drop("NO_THE_GENERAL", i, edits);
}

}  // namespace

void find_surplus_the(const Sentence& s, Edits& edits) {
    for (int i = 0; i < s.size(); ++i) {
        routines(s, i, edits);
        times_and_names(s, i, edits);
        a_too_many(s, i, edits);
        general(s, i, edits);
    }
}

}  // namespace lexi::ml::grammar
