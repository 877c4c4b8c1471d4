// One or many, countable or not.
#include "ml/grammar/inflect.hpp"
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"
#include "ml/grammar/words.hpp"

namespace lexi::ml::grammar {
namespace {

const Words kPluralWords("many several these those both various few numerous");
const Words kMeasures("hundred thousand million billion dozen");
const Words kSingularWords("a an every each another");
// What is not counted where "many" or "few" stands before it.
const Words kMass(
    "water food noise rain rice sand snow oil petrol coffee tea juice milk meat beef pork air fun "
    "energy electricity power experience traffic");
const Words kPairs("trouser glass shoe sock jean short glove scissor sandal boot slipper pant");

bool plural_only(const Token& t) {
    return t.is(Flag::plural) && !t.is(Flag::singular) && !t.is(Flag::mass) &&
           !t.is(Flag::adjective);
}

bool could_be_plural(const Token& t) {
    return t.is(Flag::singular) && !t.is(Flag::plural) && t.is(Flag::countable) &&
           (t.is(Flag::common) || kCountable.contains(t.low)) && !t.is_capital() &&
           !kUncountable.contains(t.low) && t.low.size() > 2 && !t.is(Flag::possessive_noun);
}

bool closed(const Sentence& s, int to) {
    return !s.noun(to) && !s.is(to, "-") && s[to].kind != Kind::unknown && !s.is(to, "of") &&
           !s.number(to) && !s.is(to, "'s");
}

void make_plural(const Sentence& s, const NounPhrase& np, std::string_view rule, Edits& edits) {
    if (!np || !could_be_plural(s[np.head]) || !closed(s, np.to)) return;
    // both of my brother work
    if (kPerson.contains(s.low(np.head - 1)) && kCommonVerbs.contains(s.low(np.head))) return;
    if (auto plural = plural_of(s.low(np.head)); !plural.empty()) {
        edits.add(rule, np.head, np.to, std::move(plural));
    }
}

bool more_than_one(const Sentence& s, int i) {
    if (s.is(i, "one") || s.any(i, kMeasures) || !s.number(i)) return false;
    const auto text = s.low(i);
    if (text[0] > '9') return true;
    const bool plain = text.find_first_not_of("0123456789,") == std::string_view::npos;
    return plain && text != "1" && text.size() != 4;  // 2015 is a year
}

void after_number(const Sentence& s, int i, Edits& edits) {
    if (!more_than_one(s, i) || s.is(i + 1, "-") ||
        s.any(i - 1, {"a", "an", "the", "number", "chapter", "page", "-"})) {
        return;
    }
    int next = i + 1;
    while (s.any(next, kMeasures)) ++next;
    const auto np = s.phrase(next);
    const bool age = np && s.is(np.to, "old") && s.any(np.head, {"year", "month", "week", "day"});
    if (s.any(np.head, {"last", "next", "today", "yesterday", "tomorrow", "tonight", "percent",
                        "pm", "am"}) ||
        (s.is(np.from, "last") && !s.number(np.from)) || s.any(np.from, {"last", "next"})) {
        return;
    }
    if (np && np.determiner < 0 && (age || !s.adjective(np.to))) {
        make_plural(s, np, "PLURAL_AFTER_NUMBER", edits);
    }
    if (s[i + 1].low.ends_with('s') && s[i + 1].low.size() > 4) {
        const auto measure = s.low(i + 1).substr(0, s.low(i + 1).size() - 1);
        if (kMeasures.contains(measure) && s.noun(i + 2)) {
            edits.add("NUMBER_WITHOUT_S", i + 1, i + 2, std::string(measure));
        }
    }
}

// five-pages report
void in_compound(const Sentence& s, int i, Edits& edits) {
    if (!s.number(i) || !s.is(i + 1, "-") || !plural_only(s[i + 2])) return;
    if (!s.noun(i + 3) && !s.is(i + 3, "-")) return;
    if (auto one = singular_of(s.low(i + 2)); !one.empty()) {
        edits.add("SINGULAR_IN_COMPOUND", i + 2, i + 3, std::move(one));
    }
}

void after_quantifier(const Sentence& s, int i, Edits& edits) {
    int next = -1;
    const bool of_the = s.is(i + 1, "of") && s.any(i + 2, {"the", "my", "your", "his", "her", "our",
                                                           "their", "these", "those"});
    if (s.any(i, kPluralWords)) {
        next = of_the ? i + 3 : i + 1;
    } else if (s.any(i, {"one", "some", "two", "three", "many", "most"}) && of_the) {
        if (s.any(i, {"some", "most"})) return;  // some of the cake
        next = i + 3;
    } else if (s.is(i, "all") && s.is(i + 1, "the")) {
        next = i + 2;
    } else if (s.any(i, {"different", "other"}) && s.tag(i - 1, Tag::adp) &&
               s.tag(i + 1, Tag::noun)) {
        next = i + 1;
    }
    if (next < 0 || s.any(next, {"a", "an", "of"})) return;
    const auto np = s.phrase(next);
    if (!np || np.determiner >= 0) return;
    if (s.is(i, "all") && s.any(np.head, kTimeNouns)) return;  // all the day, all the time
    if (s.is(i, "all") && (s[np.head].is(Flag::mass) || s.any(np.head, {"time", "way", "world"}))) {
        return;
    }
    if (s.is(np.head, "time") && s.any(i - 1, {"have", "has", "had", "spend", "spent", "is"}))
        return;
    if (s.any(i, {"many", "few"}) && kMass.contains(s.low(np.head))) return;
    make_plural(s, np, "PLURAL_AFTER_QUANTIFIER", edits);
}

void after_singular_word(const Sentence& s, int i, Edits& edits) {
    const bool demonstrative = s.any(i, {"this", "that"});
    if (!s.any(i, kSingularWords) && !demonstrative) return;
    if (s.any(i - 1, {"such", "many", "what", "quite"}) ||
        s.any(i + 1, {"few", "hundred", "lot", "little"})) {
        return;
    }
    const auto np = s.phrase(i);
    const bool noun_follows = s.noun(np.to) && !s.flag(np.to, Flag::lemma);
    if (!np || np.number >= 0 || !plural_only(s[np.head]) || noun_follows ||
        s[np.head].is_capital() || s.is(np.to, "-") || s.low(np.head).ends_with("ss")) {
        return;
    }
    // this pen costs, a double room costs: the last noun is the verb
    if (s.flag(np.head, Flag::third_person) && np.head > i + 1 && s.noun(np.head - 1)) return;
    if (s.is(i, "another") && !s.any(np.to, {"is", "was", "has"})) return;
    if (np.head > i + 2 && s.any(np.head, {"people", "men", "children"})) return;
    if (s.any(i - 1, {"now"}) && s.is(np.head, "days")) return;
    if (s.any(np.head, {"clothes", "trousers", "jeans", "glasses", "scissors", "shorts", "pants"}))
        return;
    if (s.any(np.head, {"series", "means", "species", "news", "headquarters", "works"})) return;
    if (demonstrative) {
        // "that girls like" is a clause
        if (s.is(i, "this") && np.head <= i + 2) {
            edits.add("THESE_BEFORE_PLURAL", i, i + 1, "these");
        }
        return;
    }
    if (auto one = singular_of(s.low(np.head)); !one.empty()) {
        edits.add("SINGULAR_AFTER_A", np.head, np.to, std::move(one));
    }
}

void uncountable(const Sentence& s, int i, Edits& edits) {
    const auto meant = uncountable_of(s.low(i));
    const bool is_verb = s.any(i, {"researches", "progresses", "moneys"}) && s.verb(i);
    if (!meant.empty() && !is_verb) {
        const int many = s.is(i - 1, "many") ? i - 1 : -1;
        const bool be = s.any(i + 1, {"are", "were"});
        edits.add("UNCOUNTABLE_PLURAL", i, be ? i + 2 : i + 1,
                  std::string(meant) + (!be                  ? ""
                                        : s.is(i + 1, "are") ? " is"
                                                             : " was"));
        if (many >= 0) edits.add("MUCH_OR_MANY", many, i, "much");
    }
    if (s.is(i, "hairs") && s.any(i - 1, {"my", "your", "his", "her"})) {
        const bool be = s.any(i + 1, {"are", "were"});
        edits.add("UNCOUNTABLE_PLURAL", i, be ? i + 2 : i + 1,
                  !be                  ? "hair"
                  : s.is(i + 1, "are") ? "hair is"
                                       : "hair was");
    }
}

// some driver make, some lecture which
void after_some(const Sentence& s, int i, Edits& edits) {
    const auto np = s.phrase(i + 1);
    if (!s.is(i, "some") || !np || np.determiner >= 0 || np.to > i + 3) return;
    const bool plural_verb =
        s.any(np.to, {"are", "were", "have", "do", "don't", "aren't"}) ||
        (s.tag(np.to, Tag::verb) && s.flag(np.to, Flag::lemma) && !s.flag(np.to, Flag::noun));
    if (plural_verb && kCountable.contains(s.low(np.head))) {
        make_plural(s, np, "PLURAL_AFTER_QUANTIFIER", edits);
    }
}

void much_or_many(const Sentence& s, int i, Edits& edits) {
    const auto np = s.phrase(i + 1);
    if (!np || np.determiner >= 0 || np.number >= 0) return;
    const bool mass = kUncountable.contains(s.low(np.head)) || s.any(np.head, kMass) ||
                      (s.is(np.head, "time") &&
                       !(s.is(i - 1, "how") && s.any(np.to, {"have", "has", "did", "a", "per"})));
    if (s.is(i, "many") && mass && !s.noun(np.to)) {
        edits.add("MUCH_OR_MANY", i, i + 1, "much");
    } else if (s.is(i, "much") && plural_only(s[np.head]) && np.head == i + 1) {
        edits.add("MUCH_OR_MANY", i, i + 1, "many");
    } else if (s.is(i, "few") && mass && !s.noun(np.to)) {
        edits.add("LITTLE_OR_FEW", i, i + 1, "little");
    } else if (s.is(i, "little") && s.is(i - 1, "a") && plural_only(s[np.head]) &&
               np.head == i + 1) {
        edits.add("LITTLE_OR_FEW", i, i + 1, "few");
    }
}

void phrases(const Sentence& s, int i, Edits& edits) {
    if (s.is(i, "pair") && s.is(i + 1, "of") && s.any(i + 2, kPairs)) {
        edits.add("PAIR_OF", i + 2, i + 3, plural_of(s.low(i + 2)));
    }
    if (s.any(i, kMeasures) && s.is(i + 1, "of") && !s.number(i - 1) &&
        !s.any(i - 1, {"a", "one", "per", "several"})) {
        edits.add("HUNDREDS_OF", i, i + 1, std::string(s.low(i)) + "s");
    }
    if (s.any(i, {"lot", "lots"}) && s.is(i + 1, "of")) {
        make_plural(s,
                    s.phrase(i + 2).determiner >= 0 || s[s.phrase(i + 2).head].is(Flag::mass)
                        ? NounPhrase{}
                        : s.phrase(i + 2),
                    "PLURAL_AFTER_QUANTIFIER", edits);
    }
}

}  // namespace

void find_number(const Sentence& s, Edits& edits) {
    for (int i = 0; i < s.size(); ++i) {
        after_number(s, i, edits);
        in_compound(s, i, edits);
        after_quantifier(s, i, edits);
        after_singular_word(s, i, edits);
        uncountable(s, i, edits);
        after_some(s, i, edits);
        much_or_many(s, i, edits);
        phrases(s, i, edits);
    }
}

}  // namespace lexi::ml::grammar
