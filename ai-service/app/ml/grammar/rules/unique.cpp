// a for the one of its kind, the for one of many, and plurals behind all, some, no and every.
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/ask.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {
namespace {

// It was the wonderful day. We had the great time.
void one_of_many(const Sentence& s, int i, Edits& edits) {
    static const Words kWarm(
        "wonderful great nice lovely terrible beautiful good happy delicious fantastic kind");
    static const Words kWhat(
        "day time trip holiday weekend meal party teacher student person film");
    if (!s.is(i, "the") || !kWarm.contains(s.low(i + 1)) || !kWhat.contains(s.low(i + 2))) return;
    const bool said = (s.any(i - 1, {"is", "was"}) && pronoun(s, i - 2)) ||
                      (s.any(i - 1, {"had", "have"}) && !s.is(i + 2, "teacher"));
    if (said && (s.end(i + 3) || s.any(i + 3, {"at", "in", "with", "and"}))) {
        edits.add("ARTICLE_IN_NAMING", i, i + 1, std::string(article_for(s.low(i + 1))));
    }
}

// A weather is nice; a same problem; in a centre of the city; plays a piano; see a world
void only_one(const Sentence& s, int i, Edits& edits) {
    if (!s.is(i, "a")) return;
    const auto the = [&] { edits.add("ONE_OF_ITS_KIND", i, i + 1, "the"); };
    static const Words kSingle("sun moon sky weather earth environment internet");
    if (kSingle.contains(s.low(i + 1)) && (s.any(i + 2, {"is", "was", "in"}) || s.end(i + 2)) &&
        !s.is(i - 1, "of")) {
        the();
    }
    if (s.is(i + 1, "world") && s.any(i - 1, {"see", "in", "around", "travel", "save"}) &&
        s.end(i + 2)) {
        the();
    }
    if (s.is(i + 1, "same")) edits.add("THE_SAME", i, i + 1, "the");
    if (s.any(i + 1, {"centre", "center", "middle", "end", "beginning", "top", "bottom", "north",
                      "south", "west", "east"}) &&
        s.is(i + 2, "of") && s.any(i - 1, {"in", "at", "on", "to"})) {
        the();
    }
    if (s.any(i - 1, {"play", "plays", "played", "playing"}) &&
        s.any(i + 1, {"piano", "guitar", "violin", "drums", "flute"}) && !s.is(i - 2, "to")) {
        edits.add("THE_INSTRUMENT", i, i + 1, "the");
    }
}

// at the night, at the home, on the foot, by the email, the last week, the time to, in the 2010
void surplus(const Sentence& s, int i, Edits& edits) {
    if (!s.is(i, "the")) return;
    const auto drop = [&](std::string_view rule) { edits.add(rule, i, i + 1, ""); };
    const bool ends = phrase_ends(s, i + 2) || pronoun(s, i + 2);
    if (s.is(i - 1, "at") && s.any(i + 1, {"night", "midnight", "noon", "home"}) &&
        (ends || s.is(i + 2, "all")) && !s.is(i + 2, "of")) {
        drop("ARTICLE_TOO_MANY");
    }
    if ((s.is(i - 1, "on") && s.is(i + 1, "foot") && s.end(i + 2)) ||
        (s.is(i - 1, "by") && s.any(i + 1, {"email", "phone", "post", "hand"}) && ends)) {
        drop("ARTICLE_TOO_MANY");
    }
    bool past = false;
    for (int k = 1; k < i; ++k) past = past || (s.flag(k, Flag::past) && !s.flag(k, Flag::lemma));
    if (s.is(i + 1, "last") && s.any(i + 2, {"week", "month", "year", "night", "summer"}) &&
        s.end(i + 3) && past && !s.any(i - 1, {"of", "in", "for", "during", "over", "was"})) {
        drop("ARTICLE_TOO_MANY");
    }
    if (i == 0 && s.is(1, "next") && s.any(2, {"week", "month", "year", "sunday", "monday"}) &&
        pronoun(s, 3) && (s.any(4, {"will", "are", "am", "is"}))) {
        drop("ARTICLE_TOO_MANY");
    }
    const bool it = s.is(i - 1, "it's") || (s.is(i - 1, "is") && s.is(i - 2, "it"));
    if (it && s.is(i + 1, "time") && s.is(i + 2, "to") && base_form(s, i + 3)) {
        drop("ARTICLE_TOO_MANY");
    }
    const auto& year = s[i + 1];
    if (s.is(i - 1, "in") && year.kind == Kind::number && year.low.size() == 4 &&
        (year.low.starts_with("19") || year.low.starts_with("20")) && !s.noun(i + 2)) {
        drop("ARTICLE_TOO_MANY");
    }
    if (s.is(i + 1, "both") && s.is(i + 2, "of")) drop("ARTICLE_TOO_MANY");
    if (s.any(i - 1, {"play", "playing", "plays"}) && s.any(i + 1, {"video", "computer"}) &&
        s.is(i + 2, "games")) {
        drop("ARTICLE_TOO_MANY");
    }
    if (s.is(i - 1, "of") && s.any(i - 2, {"afraid", "scared", "frightened"}) &&
        s.any(i + 1, {"snakes", "spiders", "dogs", "cats", "mice", "ghosts"}) && s.end(i + 2)) {
        drop("NO_THE_GENERAL");
    }
    // to the Đà Lạt by train
    int to = i + 1;
    while (name(s, to) && s[to].is_word()) ++to;
    const bool viet = vietnamese_syllable(s.low(i + 1)) || (unsigned char)s[i + 1].text[0] > 127 ||
                      s[i + 1].kind == Kind::unknown;
    if (to == i + 3 && viet && s.any(i - 1, {"to", "in", "from", "visit", "visited"}) &&
        phrase_ends(s, to) && s[i].text == "the") {
        drop("NO_THE_BEFORE_NAME");
    }
}

// It's a hard work. a any brothers. There isn't no bread.
void a_and_no(const Sentence& s, int i, Edits& edits) {
    if (s.is(i, "a") && s.any(i + 1, {"hard", "good", "interesting"}) && s.is(i + 2, "work") &&
        (s.be(i - 1) || s.is(i - 1, "it's")) && s.end(i + 3)) {
        edits.add("A_BEFORE_UNCOUNTABLE", i, i + 1, "");
    }
    if (s.is(i, "a") && s.any(i + 1, {"any", "some"})) {
        edits.add("TWO_DETERMINERS", i, i + 2, words_of(s, i + 1, i + 2));
    }
    if (s.is(i, "a") && s.is(i + 1, "most") && s.flag(i + 2, Flag::adjective) &&
        s.is(i + 4, "in") && s.any(i + 5, {"the", "my", "our"}) && s.be(i - 1)) {
        edits.add("THE_SUPERLATIVE", i, i + 1, "the");
    }
    if (s.is(i, "some") && s.is(i - 1, "not") && s.be(i - 2)) {
        edits.add("ANY_OR_SOME", i, i + 1, "any");
    }
    if (s.any(i, {"isn't", "aren't", "wasn't", "weren't"}) && s.is(i + 1, "no")) {
        edits.add("DOUBLE_NEGATION", i + 1, i + 2, "any");
    }
}

bool single(const Sentence& s, int i) {
    return (kCountable.contains(s.low(i)) || kPerson.contains(s.low(i)) ||
            kProfessions.contains(s.low(i))) &&
           (singular_of(s.low(i)).empty() || s.is(i, "bus")) && !plural_of(s.low(i)).empty();
}

// There is the bank on the corner. The football is my favourite sport. The Lan's house
void first_named(const Sentence& s, int i, Edits& edits) {
    if (!s.is(i, "the")) return;
    const int noun = kPredicates.contains(s.low(i + 1)) ? i + 2 : i + 1;
    const bool there = s.is(i - 2, "there") && s.any(i - 1, {"is", "was"});
    if (there && kCountable.contains(s.low(noun)) && !s.any(noun, {"question", "problem", "bus"}) &&
        (s.any(noun + 1, {"in", "on", "near", "at", "last"}))) {
        edits.add("ARTICLE_IN_NAMING", i, i + 1, std::string(article_for(s.low(i + 1))));
    }
    if (s.is(i - 1, "like") && s.is(i - 2, "you") && s.is(i - 3, "would") && s.is(i + 2, "of") &&
        s.any(i + 1, {"cup", "glass", "bottle", "piece", "bowl"})) {
        edits.add("ARTICLE_IN_NAMING", i, i + 1, "a");
    }
    static const Words kAll(
        "football badminton tennis pollution maths education happiness friendship tourism love "
        "unemployment");
    if (i == 0 && kAll.contains(s.low(1)) && s.any(2, {"is", "are"}) &&
        s.any(3, {"a", "my", "very", "important", "not", "the", "one"})) {
        edits.add("NO_THE_GENERAL", 0, 1, "");
    }
    static const Words kSubjectsTaught("maths physics chemistry biology geography literature");
    if (kSubjectsTaught.contains(s.low(i + 1)) && common_verb(s, i - 1) &&
        (phrase_ends(s, i + 2) || s.is(i + 2, "best"))) {
        edits.add("NO_THE_GENERAL", i, i + 1, "");
    }
    if (s[i + 1].is_capital() && s.low(i + 1).ends_with("'s") &&
        vietnamese_syllable(s.low(i + 1).substr(0, s.low(i + 1).size() - 2)) &&
        s.flag(i + 2, Flag::noun)) {
        edits.add("NO_THE_BEFORE_NAME", i, i + 1, "");
    }
}

// every Saturdays; all student wear; no bus after; any restaurant near; some egg for; that birds
void many(const Sentence& s, int i, Edits& edits) {
    if (s.is(i, "every") && s.low(i + 1).ends_with("days") && s.low(i + 1).size() > 5 &&
        (s.end(i + 2) || s.tag(i + 2, Tag::adp))) {
        edits.add("SINGULAR_AFTER_A", i + 1, i + 2,
                  s[i + 1].text.substr(0, s[i + 1].text.size() - 1));
    }
    const bool all =
        s.is(i, "all") && i == 0 && single(s, i + 1) &&
        (base_form(s, i + 2) || s.any(i + 2, {"have", "are", "must", "can", "should"}));
    if (s.any(i, {"thousand", "hundred", "million"}) && single(s, i + 1) && phrase_ends(s, i + 2)) {
        edits.add("PLURAL_AFTER_NUMBER", i + 1, i + 2, plural_of(s.low(i + 1)));
    }
    const bool both = s.is(i, "both") && kPossessives.contains(s.low(i + 1)) &&
                      (single(s, i + 2) || s.any(i + 2, {"hand", "eye", "leg", "ear"}));
    if (both && (s.be(i + 3) || base_form(s, i + 3) || s.any(i + 3, {"have", "hurt"}))) {
        edits.add("BOTH_MY", i + 2, i + 3, plural_of(s.low(i + 2)));
    }
    const bool are = s.any(i - 2, {"there", "are"}) && s.any(i - 1, {"are", "there", "aren't"});
    const bool no =
        s.any(i, {"no", "any", "some", "enough"}) && are && single(s, i + 1) &&
        (s.end(i + 2) || s.any(i + 2, {"near", "after", "in", "on", "at", "here", "for"}));
    static const Words kFood("egg apple banana orange tomato potato carrot onion mango flower");
    const bool some = s.is(i, "some") && kFood.contains(s.low(i + 1)) && phrase_ends(s, i + 2);
    if (all || no || some) {
        edits.add("PLURAL_AFTER_QUANTIFIER", i + 1, i + 2, plural_of(s.low(i + 1)));
    }
    if (s.any(i, {"these", "those"}) && single(s, i + 1) && s.any(i + 2, {"is", "was", "has"})) {
        edits.add("THESE_BEFORE_PLURAL", i, i + 1, s.is(i, "these") ? "this" : "that");
    }
    const bool shown = s.any(i - 1, {"at", "buy", "bought", "like", "wear", "with", "of"});
    if (s.any(i, {"this", "that"}) && shown && plural_noun(s, i + 1) && s.end(i + 2)) {
        edits.add("THESE_BEFORE_PLURAL", i, i + 1, s.is(i, "this") ? "these" : "those");
    }
    if (s.any(i - 1, {"has", "have", "had"}) &&
        s.any(i, {"long", "short", "big", "strong", "thin"}) &&
        s.any(i + 1, {"leg", "arm", "ear", "eye", "finger"}) && s.end(i + 2)) {
        edits.add("PLURAL_OF_MANY", i, i + 2,
                  words_of(s, i, i + 1) + " " + plural_of(s.low(i + 1)));
    }
}

}  // namespace

void find_unique(const Sentence& s, Edits& edits) {
    for (int i = 0; i < s.size(); ++i) {
        one_of_many(s, i, edits);
        only_one(s, i, edits);
        surplus(s, i, edits);
        a_and_no(s, i, edits);
        first_named(s, i, edits);
        many(s, i, edits);
    }
}

}  // namespace lexi::ml::grammar
