// Verbs that agree with subjects which are easily mistaken: amounts, one of several, actions,
// names of subjects at school; and plain verbs after "my sister", "the shop".
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/ask.hpp"
#include "ml/grammar/rules/find.hpp"
#include "ml/grammar/rules/word_map.hpp"

namespace lexi::ml::grammar {
namespace {

const Map kPlural{{"is", "are"},       {"was", "were"},      {"has", "have"},
                  {"isn't", "aren't"}, {"doesn't", "don't"}, {"wasn't", "weren't"}};
const Words kHappens(
    "start begin finish open close arrive leave change taste look sound smell cost happen grow "
    "rise increase depend belong");

void to(const Sentence& s, int i, const Map& forms, Edits& edits) {
    const auto right = found_in(forms, s.low(i));
    if (!right.empty()) edits.add("AGREEMENT_WITH_AMOUNT", i, i + 1, std::string(right));
}

// Neither of them speak; the number of … are; a number of … is; both of them is
void amounts(const Sentence& s, int i, Edits& edits) {
    if (i > 0 && !s.end(i - 1) && !s.any(i - 1, {"because", "but", "and", "that", "think"})) return;
    const bool of = s.is(i + 1, "of");
    const bool them = s.any(i + 2, {"them", "us", "you"});
    const auto np = s.phrase(i + 2);
    const int verb = s.after_adverbs(them ? i + 3 : np ? np.to : -1);
    if (of && s.any(i, {"neither", "either", "each", "one"}) &&
        (them || (np && !s.any(i, {"each", "one"}))) && verb > 0) {
        const bool base = base_form(s, verb) && (s.verb(verb) || !s.flag(verb, Flag::noun));
        to(s, verb, kSingularForms, edits);
        if (base && !s.any(verb, {"have"}) && past_of(s.low(verb)) != s.low(verb)) {
            edits.add("AGREEMENT_WITH_AMOUNT", verb, verb + 1, third_person_of(s.low(verb)));
        }
    }
    if (of && s.is(i, "both") && (them || (np && plural_noun(s, np.head)))) {
        to(s, verb, kPlural, edits);
    }
    const int number = s.any(i + 1, {"large", "small", "great", "growing"}) ? i + 2 : i + 1;
    if (s.any(i, {"the", "a"}) && s.is(number, "number") && s.is(number + 1, "of")) {
        const auto counted = s.phrase(number + 2);
        if (counted && plural_noun(s, counted.head)) {
            to(s, s.after_adverbs(counted.to), s.is(i, "the") ? kSingularForms : kPlural, edits);
        }
    }
    const bool lot = s.is(i, "a") && s.is(i + 1, "lot") && s.is(i + 2, "of");
    if (lot && kUncountable.contains(s.low(i + 3))) to(s, i + 4, kSingularForms, edits);
}

// Physics are my favourite subject. Ten dollars are too much. My family have four people.
void wholes(const Sentence& s, Edits& edits) {
    if (s.any(0, {"physics", "maths", "mathematics", "economics", "gymnastics", "news"})) {
        to(s, 1, kSingularForms, edits);
    }
    const bool sum =
        s.number(0) && s.any(1, {"dollars", "euros", "pounds", "kilometres", "kilometers", "miles",
                                 "minutes", "hours", "years", "metres", "kilos"});
    if (sum && s.any(2, {"are", "were"}) &&
        s.any(3, {"a", "too", "not", "enough", "far", "very", "quite"})) {
        to(s, 2, kSingularForms, edits);
    }
    const bool counts = s.number(3) || s.any(3, {"a", "many", "only"});
    if (s.any(0, {"my", "his", "her", "our", "their"}) && s.is(1, "family") && s.is(2, "have") &&
        counts) {
        to(s, 2, kSingularForms, edits);
    }
}

// Learning new words are hard.
void action(const Sentence& s, Edits& edits) {
    static const Words kActions(
        "learning reading watching eating buying making taking playing doing studying collecting "
        "using protecting helping keeping building teaching cleaning having finding");
    if (!kActions.contains(s.low(0)) || s.be(1)) return;
    const auto np = s.phrase(1);
    if (!np || !s.any(np.to, {"are", "were", "have"}) || s.be(np.to + 1)) return;
    const bool told =
        s.flag(np.to + 1, Flag::adjective) || s.any(np.to + 1, {"a", "very", "my", "not", "so"});
    if (told && !has_word(s, {"and"})) to(s, np.to, kSingularForms, edits);
}

// My sister study at university. The shop open at eight. The weather here change fast.
void plain(const Sentence& s, int i, Edits& edits) {
    const bool opens = i == 0 || s.is(i - 1, ",") || s.any(i - 1, {"because", "but"});
    if (!opens || s.question()) return;
    if (!s.any(i, {"my", "your", "his", "her", "our", "their", "the", "this"})) return;
    int head = i + 1;
    while (s.any(head, {"younger", "older", "little", "elder", "best", "new", "old"})) ++head;
    const bool person = kPerson.contains(s.low(head)) && !plural_noun(s, head);
    const bool thing = kCountable.contains(s.low(head)) || s.is(head, "weather");
    int verb = s.after_adverbs(head + 1);
    if (s.any(verb, {"here", "there"})) ++verb;
    const auto low = s.low(verb);
    if (!base_form(s, verb) || past_of(low) == low || s.be(verb)) return;
    if (!(person || (thing && kHappens.contains(low)))) return;
    if (person && s.any(verb, {"like", "love", "work", "visit", "care", "help"}) &&
        s.noun(verb + 1) && s.verb(verb + 2)) {
        return;
    }
    const bool tail = s.tag(verb + 1, Tag::adp) || s.determiner(verb + 1) ||
                      kObjective.contains(s.low(verb + 1)) || s.number(verb + 1) ||
                      s.any(verb + 1, {"very", "every", "early", "late", "it", "good", "hard",
                                       "football", "english", "to", "fast", "a"});
    // my sister like cats, my teacher like reading
    const bool liked = person && s.any(verb, {"like", "love", "hate", "enjoy", "prefer"}) &&
                       (plural_noun(s, verb + 1) || s.flag(verb + 1, Flag::mass) ||
                        (s.low(verb + 1).ends_with("ing") && s.flag(verb + 1, Flag::verb)));
    const int rest = liked ? verb + 2 : verb + 1;
    if ((!tail && !liked) || may_have_verb(s, rest, clause_end(s, rest))) return;
    edits.add("AGREEMENT_NOUN", verb, verb + 1, third_person_of(low));
}

// gets up early and cook breakfast
void second_verb(const Sentence& s, int i, Edits& edits) {
    const bool person = s.any(i, {"he", "she"}) || (kPerson.contains(s.low(i)) && i > 0 &&
                                                    s.determiner(i - 1) && !plural_noun(s, i));
    const int begin = s.any(i, {"he", "she"}) ? i : i - 1;
    if (!person || !(begin == 0 || s.end(begin - 1)) || s.question()) return;
    const int verb = s.after_adverbs(i + 1);
    const bool base = base_form(s, verb) && past_of(s.low(verb)) != s.low(verb);
    if (!third_form(s, verb) && !base) return;
    if (base_of_verb(s.low(verb)) == "let" || base_of_verb(s.low(verb)) == "make" ||
        base_of_verb(s.low(verb)) == "help" || base_of_verb(s.low(verb)) == "see") {
        return;
    }
    for (int k = verb + 1; k < s.size() && !s.end(k); ++k) {
        if (s.verb(k) || s.any(k, {"to", "that", "who", "when", "if", "because", "but"})) return;
        if (!s.is(k, "and")) continue;
        const int next = s.after_adverbs(k + 1);
        const bool sure =
            base_form(s, next) && past_of(s.low(next)) != s.low(next) &&
            (!s.flag(next, Flag::noun) || s.determiner(next + 1) ||
             kObjective.contains(s.low(next + 1)) || s.any(next, {"cook", "go", "do"}));
        if (sure && !s.any(next, {"like"})) {
            edits.add("AGREEMENT_NOUN", next, next + 1, third_person_of(s.low(next)));
        }
        return;
    }
}

// That sound great! Some people thinks so.
void others(const Sentence& s, Edits& edits) {
    const bool sounds = s.any(1, {"sound", "look", "smell", "taste", "seem", "mean", "feel"});
    const int word = s.any(2, {"very", "really", "so"}) ? 3 : 2;
    if (s.any(0, {"that", "this"}) && sounds &&
        (s.flag(word, Flag::adjective) || s.is(2, "like")) && !s.question() && !s.noun(word + 1)) {
        edits.add("AGREEMENT_NOUN", 1, 2, third_person_of(s.low(1)));
    }
    const bool many = s.any(0, {"some", "many", "most", "several", "few", "other", "young", "old"});
    if (many && plural_noun(s, 1) && !s.question()) {
        const int verb = s.after_adverbs(2);
        if (third_form(s, verb) && !s.verb(verb + 1) && !s.end(verb + 1)) {
            edits.add("AGREEMENT_NOUN", verb, verb + 1, base_of_verb(s.low(verb)));
        }
    }
    // How much do it cost?
    if (s.is(0, "how") && s.any(1, {"much", "often", "long", "far"}) && s.is(2, "do") &&
        s.any(3, {"it", "he", "she", "this", "that"}) && s.question()) {
        edits.add("AGREEMENT_QUESTION", 2, 3, "does");
    }
}

}  // namespace

void find_accord(const Sentence& s, Edits& edits) {
    wholes(s, edits);
    action(s, edits);
    others(s, edits);
    for (int i = 0; i < s.size(); ++i) {
        amounts(s, i, edits);
        plain(s, i, edits);
        second_verb(s, i, edits);
    }
}

}  // namespace lexi::ml::grammar
