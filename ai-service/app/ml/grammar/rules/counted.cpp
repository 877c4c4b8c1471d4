// More on what is counted: portions, "a lot of place", and verbs after "neither … nor", "everyone
// in my class".
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/ask.hpp"
#include "ml/grammar/rules/find.hpp"
#include "ml/grammar/rules/word_map.hpp"

namespace lexi::ml::grammar {
namespace {

const Words kPortions(
    "kilo kilogram gram litre liter cup glass bottle piece slice bag box bowl packet can bar metre "
    "meter spoon basket loaf plate dozen tin jar");
const Words kMassToo(
    "cake onion sandwich exercise talent culture skill business competition conversation tradition "
    "language art hair potato tomato lemon mango banana apple orange carrot pineapple garden");
const Words kEverybody("everyone everybody nobody somebody someone anyone anybody");

void plural(const Sentence& s, int i, Edits& edits) {
    if (auto many = plural_of(s.low(i)); !many.empty()) {
        edits.add("PLURAL_AFTER_QUANTIFIER", i, i + 1, std::move(many));
    }
}

void singular(const Sentence& s, int verb, Edits& edits) {
    if (const auto be = found_in(kSingularForms, s.low(verb)); !be.empty()) {
        edits.add("AGREEMENT_WITH_AMOUNT", verb, verb + 1, std::string(be));
    } else if (base_form(s, verb) && past_of(s.low(verb)) != s.low(verb) && !s.be(verb)) {
        edits.add("AGREEMENT_WITH_AMOUNT", verb, verb + 1, third_person_of(s.low(verb)));
    }
}

// two kilo of mangoes; a lot of interesting place; most student; wearing black glove
void nouns(const Sentence& s, int i, Edits& edits) {
    const bool several = s.number(i - 1) && !s.any(i - 1, {"one", "1"});
    if ((several || s.any(i - 1, {"many", "several", "few"})) && kPortions.contains(s.low(i)) &&
        s.is(i + 1, "of")) {
        plural(s, i, edits);
    }
    int at = i + 1;
    while (s.flag(at, Flag::adjective) && !kCountable.contains(s.low(at)) && !s.end(at)) ++at;
    const bool counted = kCountable.contains(s.low(at)) && !plural_noun(s, at) &&
                         !kMassToo.contains(s.low(at)) && !s.noun(at + 1) && !s.is(at + 1, "of");
    if (s.is(i, "of") && s.any(i - 1, {"lot", "lots"}) && counted) plural(s, at, edits);
    const bool person = (kPerson.contains(s.low(at)) || kProfessions.contains(s.low(at))) &&
                        !plural_noun(s, at) && !s.noun(at + 1);
    const bool group = s.tag(at + 1, Tag::adp) || base_form(s, at + 1) ||
                       s.any(at + 1, {"are", "were", "have", "don't"});
    if (s.any(i, {"some", "most"}) && person && group && (i == 0 || s.end(i - 1))) {
        plural(s, at, edits);
    }
    static const Words kWorn("glove shoe sock boot sandal slipper earring jean trouser");
    const bool wears = s.any(i, {"wear", "wears", "wore", "wearing"});
    const int worn =
        s.flag(i + 1, Flag::adjective) && !kWorn.contains(s.low(i + 1)) ? i + 2 : i + 1;
    if (wears && kWorn.contains(s.low(worn)) && !s.noun(worn + 1)) plural(s, worn, edits);
    if (s.is(i, "chopstick") && s.any(i - 1, {"with", "use", "uses", "using"})) plural(s, i, edits);
    if (s.is(i, "one") && s.is(i + 1, "more") && plural_noun(s, i + 2) && phrase_ends(s, i + 3)) {
        if (auto one = singular_of(s.low(i + 2)); !one.empty()) {
            edits.add("SINGULAR_AFTER_A", i + 2, i + 3, std::move(one));
        }
    }
    // a four-hours drive
    if (s.number(i) && s.is(i + 1, "-") && s.determiner(i - 1) && kSpans.contains(s.low(i + 2)) &&
        plural_noun(s, i + 2) && s.flag(i + 3, Flag::noun)) {
        edits.add("SINGULAR_IN_COMPOUND", i + 2, i + 3, singular_of(s.low(i + 2)));
    }
    if (s.is(i, "much") && s.is(i + 1, "works")) {
        edits.add("UNCOUNTABLE_PLURAL", i + 1, i + 2, "work");
    }
}

// The place after a subject of one noun that begins at `i`; -1: it is none.
int one_noun(const Sentence& s, int i) {
    if (s[i].is_capital() && s.determiner(i + 1)) return -1;
    if (s.determiner(i) && s.flag(i + 1, Flag::noun) && !plural_noun(s, i + 1)) return i + 2;
    return s[i].is_capital() && !s.determiner(i) && !pronoun(s, i) ? i + 1 : -1;
}

// Neither my father nor my mother speak; everyone in my family like; the girl with long hair are
void subjects(const Sentence& s, Edits& edits) {
    if (s.any(0, {"neither", "either"})) {
        for (int k = 2; k < 6; ++k) {
            if (!s.any(k, {"nor", "or"})) continue;
            if (const int verb = one_noun(s, k + 1); verb > 0) singular(s, verb, edits);
            return;
        }
    }
    if (kEverybody.contains(s.low(0)) && s.any(1, {"in", "at", "from", "on"})) {
        const auto np = s.phrase(2);
        const int verb = np && np.to < 6 ? s.after_adverbs(np.to) : -1;
        if (verb > 0 && !s.question()) singular(s, verb, edits);
    }
    const bool person = s.determiner(0) && kPerson.contains(s.low(1)) && !plural_noun(s, 1);
    if (person && s.any(2, {"with", "in", "from", "at"})) {
        const auto np = s.phrase(3);
        if (np && s.any(np.to, {"are", "were", "have"})) singular(s, np.to, edits);
    }
    if (person && s.is(2, "who") && !s.any(0, {"these", "those"}) && base_form(s, 3) &&
        !s.is(3, "let") && past_of(s.low(3)) != s.low(3)) {
        edits.add("AGREEMENT_RELATIVE", 3, 4, third_person_of(s.low(3)));
    }
    // My brother and my sister lives
    const bool two = s.determiner(0) && s.flag(1, Flag::noun) && s.is(2, "and") &&
                     s.determiner(3) && s.flag(4, Flag::noun);
    const auto base = base_of_verb(s.low(5));
    if (two && kCommonVerbs.contains(base) && s.low(5) == third_person_of(base) && !s.verb(6) &&
        !s.be(6)) {
        edits.add("AGREEMENT_NOUN", 5, 6, base);
    }
}

// There are too much noise; there aren't many traffic; what time do the film start
void others(const Sentence& s, int i, Edits& edits) {
    const bool there = s.is(i - 1, "there") && s.any(i, {"are", "were", "aren't", "weren't"});
    const int much = s.any(i + 1, {"so", "too", "very"}) ? i + 2 : i + 1;
    const bool mass = kUncountable.contains(s.low(much + 1)) ||
                      s.any(much + 1, {"noise", "water", "food", "rain", "smoke", "traffic"});
    if (there && s.any(much, {"much", "many", "little"}) && mass && !plural_noun(s, much + 1)) {
        edits.add("THERE_IS_OR_ARE", i, i + 1, std::string(found_in(kSingularForms, s.low(i))));
    }
    const bool asks = s.any(0, {"what", "how"}) && s.any(1, {"time", "much", "often", "long"}) &&
                      s.is(2, "do") && s.question();
    if (i == 2 && asks && s.determiner(3) && s.flag(4, Flag::noun) && !plural_noun(s, 4) &&
        base_form(s, 5)) {
        edits.add("QUESTION_AGREEMENT", 2, 3, "does");
    }
}

}  // namespace

void find_counted(const Sentence& s, Edits& edits) {
    subjects(s, edits);
    for (int i = 0; i < s.size(); ++i) {
        nouns(s, i, edits);
        others(s, i, edits);
    }
}

}  // namespace lexi::ml::grammar
