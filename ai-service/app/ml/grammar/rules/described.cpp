// Adjectives and first nouns of a compound that stand behind their noun, as they do in Vietnamese.
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/ask.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {
namespace {

// They may well stand behind a noun: a metre long, nobody alive, the only room free.
const Words kMayFollow(
    "able afraid alive alone absent asleep available awake aware certain close dead "
    "deep different familiar famous far fond free full glad high ill important "
    "interested long necessary next old own possible present proud ready responsible safe sick "
    "similar sorry suitable sure tall tired useful wide worried worth");
// What they do to a thing is told by the adjective behind it: make a man happy.
const Words kResult(
    "make keep find leave get have turn paint drive consider think like hold call dye cut "
    "push pull wipe eat drink serve sleep prefer become");
const Words kHad("has have had");
const Words kOtherLooks("interesting boring exciting amazing surprising clever spicy foreign");

bool describes(const Sentence& s, int i) {
    return (kPredicates.contains(s.low(i)) || kOtherLooks.contains(s.low(i)) ||
            s.any(i, {"red", "blue", "green", "black", "white", "yellow", "pink", "brown", "grey",
                      "purple"})) &&
           !kMayFollow.contains(s.low(i)) && !s.flag(i, Flag::past);
}

bool resulting(const Sentence& s, int from) {
    for (int k = from - 1; k >= 0 && k >= from - 3 && !s.end(k); --k) {
        if (s[k].is_word() && kResult.contains(base_of_verb(s.low(k))) && !s.be(k)) return true;
    }
    return false;
}

// a film interesting last night, a story very funny about, a hotel cheap but clean
void behind(const Sentence& s, int i, Edits& edits) {
    const bool a = s.any(i, {"a", "an"});
    const bool noun = kCountable.contains(s.low(i + 1)) || kPerson.contains(s.low(i + 1)) ||
                      s.any(i + 1, {"film", "story", "day", "life", "place", "trip", "dress",
                                    "family", "job", "party", "game", "gift"});
    if (!a || !noun || s.verb(i + 1)) return;
    const bool very = s.any(i + 2, {"very", "really", "quite", "so", "too"});
    const int word = very ? i + 3 : i + 2;
    if (!describes(s, word)) return;
    int to = word + 1;
    const bool two = s.any(to, {"and", "but"}) && phrase_ends(s, to + 2) &&
                     (describes(s, to + 1) || s.is(to + 1, "clean"));
    if (two) to += 2;
    const bool tail = s.end(to) || time_word(s, to) ||
                      (s.any(to, {"about", "near", "from", "who", "that", "which"}));
    const bool like_it = s.any(i - 1, {"has", "have", "had"});
    const bool town = s.is(to, "with") && (s.be(i - 1) || kHad.contains(s.low(i - 1))) &&
                      s.any(word, {"old", "big", "small", "new", "beautiful", "large"});
    if (!(tail || town) || (s.any(to, {"for", "with", "as", "to"}) && !town) ||
        (resulting(s, i) && !like_it))
        return;
    if (s.any(i - 1, {"such", "quite", "what"}) || (two && s.any(i - 1, {"not"}))) return;
    const int from = s.any(i + 2, {"so", "too"}) ? word : i + 2;
    const auto said = words_of(s, from, to);
    edits.add("ADJECTIVE_BEFORE_NOUN", i, to,
              std::string(article_for(s.low(from))) + " " + said + " " + words_of(s, i + 1, i + 2));
}

// eat food spicy, has hair long, wear clothes new
void without_article(const Sentence& s, int i, Edits& edits) {
    static const Words kBare("food clothes hair eyes shoes music songs films books people friends");
    static const Words kSure(
        "spicy healthy delicious expensive beautiful interesting boring friendly funny sad long "
        "short big blue black brown new cheap curly foreign romantic modern traditional kind");
    if (!kBare.contains(s.low(i)) || !s[i - 1].is_word()) return;
    const auto verb = base_of_verb(s.low(i - 1));
    static const Words kTakes(
        "eat like have wear buy sell love meet listen see watch read cook enjoy");
    const bool taken = kTakes.contains(verb) || s.is(i - 1, "to") || s.any(i - 1, {"many", "some"});
    const bool very = s.is(i + 1, "very");
    const int word = very ? i + 2 : i + 1;
    if (!taken || !kSure.contains(s.low(word)) || !phrase_ends(s, word + 1)) return;
    if (s.any(word + 1, {"as", "to", "for"}) || s.is(i - 1, "to")) return;
    edits.add("ADJECTIVE_BEFORE_NOUN", i, word + 1,
              words_of(s, i + 1, word + 1) + " " + words_of(s, i, i + 1));
}

// my number phone, the bus school, a bag leather, a sister older
void compounds(const Sentence& s, int i, Edits& edits) {
    static const Map kHeads{{"number", "phone telephone"},
                            {"teacher", "music english maths math history piano"},
                            {"trip", "school business"},
                            {"singer", "pop rock"},
                            {"soup", "chicken vegetable fish"},
                            {"address", "email"},
                            {"game", "computer video"},
                            {"games", "computer video"},
                            {"bag", "leather school plastic"},
                            {"book", "english maths math history grammar"},
                            {"books", "english maths math history grammar"},
                            {"exam", "english maths math history literature driving"},
                            {"test", "english maths math history literature"},
                            {"class", "english maths math history music piano yoga dance"},
                            {"course", "english computer cooking"},
                            {"lessons", "english maths math history music piano guitar"},
                            {"factory", "clothes shoe car garment"},
                            {"bus", "school"},
                            {"uniform", "school"},
                            {"bottle", "water glass plastic"},
                            {"cup", "coffee tea"},
                            {"market", "night flower fish"},
                            {"shirt", "cotton silk"},
                            {"dress", "silk wedding cotton"},
                            {"ring", "gold wedding silver"},
                            {"films", "horror action"},
                            {"film", "horror action"},
                            {"light", "traffic street"},
                            {"lights", "traffic street"},
                            {"jam", "traffic"},
                            {"card", "birthday credit bank student"},
                            {"holiday", "summer"},
                            {"vacation", "summer"},
                            {"sister", "older elder younger"},
                            {"brother", "older elder younger"}};
    const auto firsts = found_in(kHeads, s.low(i));
    if (firsts.empty() || !Words(firsts).contains(s.low(i + 1))) return;
    const bool named = s.determiner(i - 1) || s.adjective(i - 1);
    // "I told my teacher English was hard"
    if (s.is(i, "teacher") && (s.be(i + 2) || i > 3)) return;
    const bool follows = phrase_ends(s, i + 2) || s.be(i + 2) || third_form(s, i + 2) ||
                         s.any(i + 2, {"that", "which", "all"});
    if (!named || !follows || s.any(i + 2, {"as", "than"}) ||
        (resulting(s, i - 1) && !s.tag(i - 2, Tag::adp))) {
        return;
    }
    const bool article = s.any(i - 1, {"a", "an"});
    const bool family = s.any(i, {"sister", "brother"});
    edits.add(family ? "ADJECTIVE_BEFORE_NOUN" : "COMPOUND_ORDER", article ? i - 1 : i, i + 2,
              (article ? std::string(article_for(s.low(i + 1))) + " " : "") +
                  words_of(s, i + 1, i + 2) + " " + words_of(s, i, i + 1));
}

// enough hard, enough fast; chairs enough
void enough(const Sentence& s, int i, Edits& edits) {
    if (!s.is(i, "enough")) return;
    const bool word = kPredicates.contains(s.low(i + 1)) ||
                      s.any(i + 1, {"fast", "hard", "well", "early", "late", "often", "quickly"});
    const bool verb_before =
        common_verb(s, i - 1) || s.be(i - 1) || (s.question() && s.be(0) && pronoun(s, i - 1));
    const bool tail = s.end(i + 2) || s.any(i + 2, {"to", "for", "last", "this", "yesterday"});
    if (word && verb_before && tail) {
        edits.add("ENOUGH_AFTER_ADJECTIVE", i, i + 2, words_of(s, i + 1, i + 2) + " enough");
    }
    const bool is = s.question() && s.any(0, {"is", "are"}) && s.noun(i - 1) && s.end(i + 2);
    if (word && is && !verb_before) {
        edits.add("ENOUGH_AFTER_ADJECTIVE", i, i + 2, words_of(s, i + 1, i + 2) + " enough");
    }
    const bool noun = plural_noun(s, i - 1) && kCountable.contains(singular_of(s.low(i - 1)));
    if (noun && (s.any(i - 2, {"have", "has", "are", "aren't", "had", "buy"})) &&
        s.any(i + 1, {"for", "to", "."})) {
        edits.add("ENOUGH_BEFORE_NOUN", i - 1, i + 1, "enough " + words_of(s, i - 1, i));
    }
}

}  // namespace

void find_described(const Sentence& s, Edits& edits) {
    for (int i = 0; i < s.size(); ++i) {
        behind(s, i, edits);
        without_article(s, i, edits);
        compounds(s, i, edits);
        enough(s, i, edits);
    }
}

}  // namespace lexi::ml::grammar
