// Plurals that Vietnamese does not mark: behind words that mean several, and of whole kinds.
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/ask.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {
namespace {

const Words kOwners("the my your his her our their these those");
const Words kKinds(
    "cat dog spider snake book comic novel story film movie cartoon stamp coin animal flower "
    "vegetable apple banana mango insect horse rabbit bird bee sandwich hamburger");

bool one(const Sentence& s, int i) {
    return s.flag(i, Flag::noun) && !plural_noun(s, i) &&
           (kCountable.contains(s.low(i)) || kPerson.contains(s.low(i)) ||
            kProfessions.contains(s.low(i)));
}

bool someone(const Sentence& s, int i) {
    return kPerson.contains(s.low(i)) || kProfessions.contains(s.low(i)) ||
           s.any(i, {"parent", "grandparent", "customer", "tourist", "member", "passenger"});
}

// The single noun at the end of what begins at `i`, behind adjectives; -1: there is none.
int single_noun(const Sentence& s, int i) {
    while (s.flag(i, Flag::adjective) && !one(s, i) && !s.end(i) && !s.flag(i, Flag::plural)) ++i;
    if (!one(s, i)) return -1;
    while (one(s, i + 1) && s.noun(i + 1)) ++i;
    return plural_noun(s, i + 1) || s.any(i + 1, {"-", "'s", "of"}) ? -1 : i;
}

bool plural_verb(const Sentence& s, int i) {
    return s.any(i, {"are", "were", "have", "aren't", "weren't", "don't"}) ||
           (s.tag(i, Tag::verb) && base_form(s, i));
}

void make_plural(const Sentence& s, int i, std::string_view rule, Edits& edits) {
    if (i < 0) return;
    if (auto many = plural_of(s.low(i)); !many.empty()) edits.add(rule, i, i + 1, std::move(many));
}

// one of my friend, both my parent, all of my friend, some of my classmate
void partitive(const Sentence& s, int i, Edits& edits) {
    const bool both = s.is(i, "both");
    const bool of = s.is(i + 1, "of");
    const int owner = of ? i + 2 : i + 1;
    if (!s.any(owner, kOwners) || (!of && !both && !s.is(i, "all"))) return;
    const int noun = single_noun(s, owner + 1);
    if (noun < 0 || s.any(noun, kTimeNouns)) return;
    if (s.any(i, {"one", "two", "three", "both", "each", "many", "several", "few", "neither"})) {
        if (both || of) make_plural(s, noun, "PLURAL_AFTER_QUANTIFIER", edits);
    } else if (s.any(i, {"some", "most", "all", "none"})) {
        if (someone(s, noun) || plural_verb(s, noun + 1)) {
            make_plural(s, noun, "PLURAL_AFTER_QUANTIFIER", edits);
        }
    }
}

// hundreds of motorbike, a couple of friend, a large number of customer, many kind of
void amounts(const Sentence& s, int i, Edits& edits) {
    const bool amount =
        s.any(i, {"hundreds", "thousands", "millions", "dozens", "lots", "couple", "variety"}) ||
        (s.is(i, "number") && (s.is(i - 1, "a") || s.any(i - 1, {"large", "small", "great"})));
    if (amount && s.is(i + 1, "of")) {
        make_plural(s, single_noun(s, i + 2), "PLURAL_AFTER_QUANTIFIER", edits);
    }
    const bool many = s.any(i - 1, {"many", "different", "various", "several", "all", "these"}) ||
                      (s.number(i - 1) && !s.any(i - 1, {"one", "1"}));
    if (many && s.any(i, {"kind", "type", "sort"}) && s.is(i + 1, "of") &&
        !s.any(i - 2, {"a", "this", "of"})) {
        make_plural(s, i, "PLURAL_AFTER_QUANTIFIER", edits);
    }
    if (s.any(i - 1, {"many"}) && s.any(i, {"time"}) && s.is(i - 2, "how") &&
        s.any(i + 1, {"have", "has", "did", "a", "per"}) && !has_word(s, {"need", "spend"})) {
        make_plural(s, i, "PLURAL_AFTER_QUANTIFIER", edits);
    }
    static const Words kOwned("brother sister friend cousin pet toy book photo picture question");
    const bool has = s.any(i - 2, {"have", "has", "having"});
    if (s.is(i - 1, "any") && has && kOwned.contains(s.low(i)) &&
        (phrase_ends(s, i + 1) || s.is(i + 1, "about"))) {
        make_plural(s, i, "PLURAL_AFTER_QUANTIFIER", edits);
        if (s.is(i + 1, "or") && kOwned.contains(s.low(i + 2))) {
            make_plural(s, i + 2, "PLURAL_AFTER_QUANTIFIER", edits);
        }
    }
}

// They are good student. My parents are farmer.
void said_of_many(const Sentence& s, int i, Edits& edits) {
    if (!s.any(i, {"are", "were", "we're", "they're", "aren't"}) || s.question()) return;
    const bool many =
        s.any(i, {"we're", "they're"}) || s.any(i - 1, {"we", "they"}) || plural_noun(s, i - 1);
    if (!many || s.any(i - 2, {"of", "and"})) return;
    int at = s.after_adverbs(i + 1);
    if (s.any(at, {"all", "both"})) ++at;
    const int adjective = s.adjective(at) || kPredicates.contains(s.low(at)) ? at + 1 : at;
    if (someone(s, adjective) && one(s, adjective) && phrase_ends(s, adjective + 1)) {
        make_plural(s, adjective, "PLURAL_OF_MANY", edits);
    }
}

// Dog are loyal. Computer help us. Women's right are important.
void as_subject(const Sentence& s, Edits& edits) {
    const bool are = s.any(1, {"are", "were", "aren't"});
    const bool helps = base_form(s, 1) && s.any(2, {"us", "me", "them", "you", "people"});
    if (kCountable.contains(s.low(0)) && one(s, 0) && (are || helps) && !s.question() &&
        !(helps && base_form(s, 0))) {
        make_plural(s, 0, "PLURAL_OF_A_KIND", edits);
    }
    const bool owned = s.any(0, {"women's", "men's", "children's", "people's", "students'"});
    if (owned && s.any(2, {"are", "were"}) && (one(s, 1) || s.is(1, "right"))) {
        make_plural(s, 1, "PLURAL_OF_A_KIND", edits);
    }
}

// I like cat; afraid of spider; collecting stamp; reading book
void of_a_kind(const Sentence& s, int i, Edits& edits) {
    const bool likes = s.any(i, {"like", "likes", "love", "loves", "hate", "hates", "enjoy",
                                 "enjoys", "prefer"}) &&
                       !s.be(i - 1) &&
                       (pronoun(s, i - 1) || s.low(i - 1).ends_with("n't") ||
                        s.any(i - 1, {"really", "also"}) || s.noun(i - 1));
    const bool does = s.any(i, {"reading", "collecting", "watching", "writing"});
    const bool afraid = s.is(i, "of") && s.any(i - 1, {"afraid", "scared", "frightened", "fond"});
    if (!likes && !does && !afraid) return;
    int at = i + 1;
    if (likes && s.any(at, {"reading", "watching", "collecting"})) return;
    const bool described = s.any(at, {"horror", "comic", "funny", "romantic", "english", "action",
                                      "old", "new", "good", "interesting", "big", "small"});
    if (described) ++at;
    const bool tail = s.end(at + 1) || s.any(at + 1, {"very", "because", "in", "and", "when",
                                                      "before", "every", "so", "at"});
    if (!kKinds.contains(s.low(at)) || !tail || (s.is(at + 1, "and") && s.determiner(at + 2))) {
        return;
    }
    make_plural(s, at, "PLURAL_OF_A_KIND", edits);
}

// brush my tooth, wash your hand, has blue eye, make new friend
void pairs(const Sentence& s, int i, Edits& edits) {
    const auto verb = base_of_verb(s.low(i));
    const bool owned = s.any(i + 1, {"my", "your", "his", "her", "our", "their"});
    const bool washed = owned && ((verb == "brush" && s.is(i + 2, "tooth")) ||
                                  (verb == "wash" && s.any(i + 2, {"hand", "foot"})) ||
                                  ((verb == "close" || verb == "open") && s.is(i + 2, "eye")));
    if (washed && phrase_ends(s, i + 3)) make_plural(s, i + 2, "PLURAL_OF_MANY", edits);
    const bool looks = s.any(i + 1, {"blue", "brown", "big", "black", "green", "beautiful", "long",
                                     "large", "dark", "small"});
    if (s.any(i, {"has", "have", "had", "with"}) && looks && s.any(i + 2, {"eye", "ear", "leg"}) &&
        phrase_ends(s, i + 3)) {
        make_plural(s, i + 2, "PLURAL_OF_MANY", edits);
    }
    if (verb == "make" && !s.be(i - 1)) {
        const int noun = s.any(i + 1, {"new", "many", "good"}) ? i + 2 : i + 1;
        if (s.is(noun, "friend")) make_plural(s, noun, "PLURAL_OF_MANY", edits);
    }
}

// a ten years old boy
void ages(const Sentence& s, int i, Edits& edits) {
    if (!s.number(i) || !s.any(i + 1, {"year", "years"}) || s.is(i - 1, "-")) return;
    const int old = s.is(i + 2, "-") ? i + 3 : i + 2;
    if (!s.is(old, "old") || !kPerson.contains(s.low(old + 1))) return;
    if (!s.determiner(i - 1) && !s.be(i - 1)) return;
    const auto article = s.be(i - 1) ? std::string(article_for(s.low(i))) + " " : "";
    edits.add("COMPOUND_UNIT", i, old + 1, article + words_of(s, i, i + 1) + "-year-old");
}

// less cars, a few English
void less_or_fewer(const Sentence& s, int i, Edits& edits) {
    const bool many = plural_noun(s, i + 1) && !s.any(i + 1, kSpans) &&
                      (kCountable.contains(singular_of(s.low(i + 1))) ||
                       kPerson.contains(singular_of(s.low(i + 1))) || s.is(i + 1, "people"));
    if (s.is(i, "less") && many) edits.add("LESS_OR_FEWER", i, i + 1, "fewer");
    if (s.is(i, "few") && s.is(i - 1, "a") && kLanguages.contains(s.low(i + 1)) &&
        phrase_ends(s, i + 2)) {
        edits.add("LITTLE_OR_FEW", i, i + 1, "little");
    }
}

}  // namespace

void find_plurals(const Sentence& s, Edits& edits) {
    as_subject(s, edits);
    for (int i = 0; i < s.size(); ++i) {
        partitive(s, i, edits);
        amounts(s, i, edits);
        said_of_many(s, i, edits);
        of_a_kind(s, i, edits);
        pairs(s, i, edits);
        ages(s, i, edits);
        less_or_fewer(s, i, edits);
    }
}

}  // namespace lexi::ml::grammar
