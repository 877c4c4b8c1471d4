// One or many: plurals that a number, a verb or the other half of a pair asks for, and amounts of
// what cannot be counted.
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/ask.hpp"
#include "ml/grammar/rules/find.hpp"
#include "ml/grammar/rules/word_map.hpp"

namespace lexi::ml::grammar {
namespace {

bool single(const Sentence& s, int i) {
    return (kCountable.contains(s.low(i)) || kPerson.contains(s.low(i)) ||
            kProfessions.contains(s.low(i))) &&
           singular_of(s.low(i)).empty() && !plural_of(s.low(i)).empty();
}

void pluralise(std::string_view rule, const Sentence& s, int i, Edits& edits) {
    edits.add(rule, i, i + 1, plural_of(s.low(i)));
}

// fifty-four ethnic group; the number of student; an adjective between a number and its noun
void counted(const Sentence& s, int i, Edits& edits) {
    const bool number = s.number(i) && !s.any(i, {"one", "1"}) && !s.is(i + 1, "-");
    if (number && s.flag(i + 1, Flag::adjective) &&
        (s.adjective(i + 1) || !s.flag(i + 1, Flag::noun)) &&
        (single(s, i + 2) || s.is(i + 2, "group")) && phrase_ends(s, i + 3)) {
        pluralise("PLURAL_AFTER_NUMBER", s, i + 2, edits);
    }
    if (s.is(i, "of") && s.any(i - 1, {"number", "group", "lots", "hundreds", "thousands"}) &&
        single(s, i + 1) &&
        (s.verb(i + 2) || s.tag(i + 2, Tag::adp) || s.end(i + 2) || s.be(i + 2))) {
        pluralise("PLURAL_AFTER_QUANTIFIER", s, i + 1, edits);
    }
}

// Lan and Mai are good friend. We are student of the university. They are my best friend.
void said_of_many(const Sentence& s, int i, Edits& edits) {
    if (!s.any(i, {"are", "were"}) || s.question()) return;
    const int and_at = place_of(s, 0, {"and"});
    const bool pair = and_at > 0 && and_at < i && subject_end(s, and_at + 1) == i &&
                      (subject_end(s, 0) == and_at);
    const bool many =
        pair || s.any(i - 1, {"we", "they"}) || (plural_noun(s, i - 1) && s.determiner(i - 2));
    if (!many) return;
    int at = i + 1;
    if (s.any(at, {"my", "his", "her", "your", "our", "both", "all"})) ++at;
    while (kPredicates.contains(s.low(at)) || s.any(at, {"best", "very"})) ++at;
    const bool person = kPerson.contains(s.low(at)) || kProfessions.contains(s.low(at));
    if (person && single(s, at) && (phrase_ends(s, at + 1) || s.any(at + 1, {"of", "from"})) &&
        !s.is(at + 1, "and")) {
        pluralise("PLURAL_OF_MANY", s, at, edits);
    }
}

// My mother sells vegetable. She collects stamp and postcard. I like cats and dog.
void general(const Sentence& s, int i, Edits& edits) {
    static const Map kDone{{"sell", "vegetable flower book shoe egg"},
                           {"collect", "stamp postcard coin doll book stone picture"},
                           {"grow", "vegetable flower"},
                           {"raise", "pig duck cow"},
                           {"watch", "movie film cartoon"},
                           {"read", "book comic newspaper novel"},
                           {"eat", "vegetable"},
                           {"play", "game"},
                           {"tell", "joke"},
                           {"wear", "glass"},
                           {"like", "cat dog flower animal"},
                           {"love", "cat dog flower animal"}};
    const auto kinds = found_in(kDone, s[i].is_word() ? base_of_verb(s.low(i)) : std::string());
    if (kinds.empty() || s.be(i - 1)) return;
    const Words words(kinds);
    const int at =
        s.any(i + 1, {"fresh", "old", "good", "funny", "new", "computer"}) ? i + 2 : i + 1;
    if (!words.contains(s.low(at))) return;
    const bool two = s.is(at + 1, "and") && words.contains(s.low(at + 2)) && phrase_ends(s, at + 3);
    if (two || phrase_ends(s, at + 1)) pluralise("PLURAL_OF_A_KIND", s, at, edits);
    if (two) pluralise("PLURAL_OF_A_KIND", s, at + 2, edits);
}

// This jean is too tight. I bought a new trousers.
void always_many(const Sentence& s, int i, Edits& edits) {
    const int pair = s.flag(i + 1, Flag::adjective) ? i + 2 : i + 1;
    if (s.is(i, "a") &&
        s.any(pair, {"trousers", "jeans", "clothes", "shoes", "gloves", "socks", "scissors",
                     "pyjamas"}) &&
        phrase_ends(s, pair + 1)) {
        edits.add("ALWAYS_PLURAL", i, pair + 1, words_of(s, i + 1, pair + 1));
    }
    static const Words kPairs("jean trouser pant short scissor");
    if (!s.any(i, {"this", "that"}) || !kPairs.contains(s.low(i + 1))) return;
    if (!s.any(i + 2, {"is", "was"}) || s.is(i + 1, "short")) return;
    edits.add("ALWAYS_PLURAL", i, i + 3,
              std::string(s.is(i, "this") ? "these " : "those ") + std::string(s.low(i + 1)) +
                  (s.is(i + 2, "is") ? "s are" : "s were"));
}

// many useful informations; many works to do; many times to play; too many traffics
void amounts(const Sentence& s, int i, Edits& edits) {
    if (s.is(i, "many")) {
        const int noun =
            s.flag(i + 1, Flag::adjective) && !s.flag(i + 1, Flag::noun) ? i + 2 : i + 1;
        auto meant = uncountable_of(s.low(noun));
        const bool to_do = s.is(noun + 1, "to") && base_form(s, noun + 2);
        const bool doing = to_do || s.is(noun + 2, "do");
        if (meant.empty() && s.is(noun, "works") && s.is(noun + 1, "to") &&
            s.any(noun + 2, {"do", "finish"})) {
            meant = "work";
        }
        if (meant.empty() && s.is(noun, "times") && doing) meant = "time";
        if (meant.empty()) return;
        const bool much = s.any(i - 1, {"too", "so", "very", "how", "as"}) || s.question() ||
                          s.low(i - 1).ends_with("n't") || s.low(i - 2).ends_with("n't");
        const bool there = s.any(i - 3, {"there"}) && s.any(i - 2, {"are", "were"});
        const bool there_are = s.is(i - 2, "there") && s.any(i - 1, {"are", "were"});
        const int from = there ? i - 2 : there_are ? i - 1 : i;
        std::string text;
        if (there || there_are) text = s.any(from, {"are"}) ? "is " : "was ";
        if (there) text += std::string(s.low(i - 1)) + " ";
        text += much ? "much " : "a lot of ";
        if (noun > i + 1) text += words_of(s, i + 1, noun) + " ";
        edits.add("UNCOUNTABLE_PLURAL", from, noun + 1, text + std::string(meant));
        return;
    }
    // There are a lot of pollutions
    const bool lot = s.is(i, "there") && s.any(i + 1, {"are", "were"}) && s.is(i + 2, "a") &&
                     s.is(i + 3, "lot") && s.is(i + 4, "of");
    const auto meant = lot ? s.is(i + 5, "pollutions") ? "pollution" : uncountable_of(s.low(i + 5))
                           : std::string_view();
    if (!meant.empty()) {
        edits.add("UNCOUNTABLE_PLURAL", i + 1, i + 6,
                  (s.is(i + 1, "are") ? "is a lot of " : "was a lot of ") + std::string(meant));
    } else if (lot && kUncountable.contains(s.low(i + 5))) {
        edits.add("UNCOUNTABLE_PLURAL", i + 1, i + 2, s.is(i + 1, "are") ? "is" : "was");
    }
}

// white hairs, some soups, two breads, a paper to write on, experiences in teaching
void portions(const Sentence& s, int i, Edits& edits) {
    const bool looks = s.any(i - 1, {"white", "black", "long", "short", "blond", "brown", "grey"});
    if (s.is(i, "hairs") && looks && phrase_ends(s, i + 1)) {
        edits.add("UNCOUNTABLE_PLURAL", i, i + 1, "hair");
    }
    static const Map kMass{{"soups", "soup"},   {"rices", "rice"},   {"milks", "milk"},
                           {"breads", "bread"}, {"waters", "water"}, {"meats", "meat"},
                           {"foods", "food"}};
    const auto mass = found_in(kMass, s.low(i));
    if (!mass.empty() && s.any(i - 1, {"some", "much", "eat", "eats", "drink", "drinks", "of"}) &&
        phrase_ends(s, i + 1)) {
        edits.add("UNCOUNTABLE_PLURAL", i, i + 1, std::string(mass));
    }
    static const Map kPieces{{"bread", "loaves of"},  {"milk", "glasses of"},
                             {"water", "bottles of"}, {"rice", "bowls of"},
                             {"meat", "pieces of"},   {"soup", "bowls of"}};
    const auto base = mass.empty() ? s.low(i) : mass;
    const auto pieces = found_in(kPieces, base);
    if (!pieces.empty() && s.number(i - 1) && !s.any(i - 1, {"one", "1"}) &&
        phrase_ends(s, i + 1)) {
        edits.add("UNCOUNTABLE_PLURAL", i, i + 1, std::string(pieces) + " " + std::string(base));
    }
    const bool written =
        s.any(i - 1, {"need", "want", "give", "have"}) || s.any(i - 2, {"give", "gave", "lend"});
    if (s.is(i, "a") && s.is(i + 1, "paper") && written && s.is(i + 2, "to") &&
        s.any(i + 3, {"write", "draw"})) {
        edits.add("UNCOUNTABLE_PLURAL", i + 1, i + 1, "piece of");
    }
    const bool lot = s.is(i - 1, "of") && s.any(i - 2, {"lot", "lots"});
    if (s.is(i, "experiences") && (lot || s.any(i - 1, {"much", "working", "good"})) &&
        (s.is(i + 1, "in") || s.end(i + 1))) {
        edits.add("UNCOUNTABLE_PLURAL", i, i + 1, "experience");
    }
}

}  // namespace

void find_kinds(const Sentence& s, Edits& edits) {
    for (int i = 0; i < s.size(); ++i) {
        counted(s, i, edits);
        said_of_many(s, i, edits);
        general(s, i, edits);
        always_many(s, i, edits);
        amounts(s, i, edits);
        portions(s, i, edits);
    }
}

}  // namespace lexi::ml::grammar
