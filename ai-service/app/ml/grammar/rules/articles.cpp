// a, an, the: where one is missing, wrong or too many.
#include "ml/grammar/inflect.hpp"
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {
namespace {

const Words kTransitive(
    "have has had having need needs needed want wants wanted buy buys bought see saw seen find "
    "found "
    "get gets got write wrote wear wears wore watch watched build built own owns bring brought "
    "borrow borrowed choose chose sell sold draw drew receive received rent rented");
const Words kTheCountries("states kingdom netherlands philippines emirates");
const Words kInstitutions("bed breakfast lunch dinner");

// A singular noun that can be counted, with nothing in front that says which or how many.
bool bare_singular(const Sentence& s, const NounPhrase& np) {
    if (!np || np.determiner >= 0 || np.number >= 0) return false;
    const auto& head = s[np.head];
    if (head.tag == Tag::propn || head.is_capital() || head.low.size() < 3) return false;
    if (!head.is(Flag::countable) || !head.is(Flag::singular) || head.is(Flag::plural))
        return false;
    if (kProfessions.contains(head.low)) return true;
    return !head.is(Flag::mass) && !head.is(Flag::progressive) && head.is(Flag::common) &&
           !kBareNouns.contains(head.low) && !kUncountable.contains(head.low);
}

// Nothing follows that could make another noun of it.
bool closed(const Sentence& s, int to) {
    return s.end(to) || s.tag(to, Tag::adp) ||
           s.any(to,
                 {"and", "but", "who", "that", "which", "because", "when", "so", "to", "every"}) ||
           s.any(to, kPastTime);
}

void insert(const Sentence& s, int at, Edits& edits, std::string_view rule, bool the = false) {
    edits.add(rule, at, at, the ? "the" : std::string(article_for(s.low(at))));
}

void missing(const Sentence& s, int i, Edits& edits) {
    const int from =
        s.be(i) || s.any(i, {"be", "become", "becomes", "became"}) ? s.after_adverbs(i + 1) : i + 1;
    const auto np = s.phrase(from);
    if (!bare_singular(s, np) || !closed(s, np.to) || (s.is(np.to, "and") && s.be(i))) return;
    if (s.flag(np.from, Flag::superlative) || (s.is(np.from - 1, "very") && np.from == np.head))
        return;
    const bool its = s.is(i, "it's") && s.verb(i - 1);  // wagged it's tail
    if (its || s.any(np.from, {"such", "so", "what", "better", "other", "only"}) ||
        s.any(np.from - 1, {"so", "such", "too", "how", "only"})) {
        return;
    }
    const bool one_subject =
        !s.any(i, {"are", "were", "we're", "they're"}) && !s.any(i - 1, {"we", "they"});
    const bool contracted = s.low(i).find('\'') != std::string_view::npos;
    const bool plain_be = s.be(i) && one_subject && (i > 0 || contracted) && !s.question();
    if (plain_be || s.any(i, {"be", "become", "becomes", "became"})) {
        insert(s, s.is(np.from - 1, "very") ? np.from - 1 : np.from, edits, "ARTICLE_AFTER_BE");
    } else if (s.any(i, kTransitive) && !s.determiner(i - 1)) {
        insert(s, np.from, edits, "ARTICLE_BEFORE_OBJECT");
    }
}

void surplus(const Sentence& s, int i, Edits& edits) {
    if (s.any(i, {"a", "an"})) {
        const auto np = s.phrase(i);
        if (s.any(i + 1, {"little", "lot", "bit"})) return;
        if (np && kUncountable.contains(s.low(np.head)) && closed(s, np.to) &&
            !(s.is(np.head, "knowledge") && s.is(np.to, "of")) &&
            !s.any(np.head, {"help", "laughter", "research", "mail"})) {
            edits.add("A_BEFORE_UNCOUNTABLE", i, i + 1, "");
        }
    }
    if (!s.is(i, "the")) return;
    const bool goes = s.any(i - 2, {"go", "goes", "went", "going", "gone"}) && s.is(i - 1, "to");
    const bool eats = s.any(i - 1, {"have", "has", "had", "having", "eat", "eats", "ate"});
    if (((goes && s.is(i + 1, "bed")) ||
         (eats && s.any(i + 1, {"breakfast", "lunch", "dinner"}))) &&
        (s.end(i + 2) || s.any(i + 2, {"at", "and", "with", "in", "early", "late", "because"}))) {
        edits.add("THE_BEFORE_ROUTINE", i, i + 1, "");
    }
    if (s.any(i - 1, {"by"}) && s.any(i + 1, {"bus", "car", "train", "plane", "bike", "taxi"}) &&
        s.end(i + 2)) {
        edits.add("THE_AFTER_BY", i, i + 1, "");
    }
    if (s.any(i + 1, {"my", "your", "our", "their"}) && s.flag(i + 2, Flag::noun)) {
        edits.add("TWO_DETERMINERS", i, i + 1, "");
    }
}

void before_names(const Sentence& s, int i, Edits& edits) {
    if (s.any(i, kTheCountries) && s.any(i - 1, {"united"}) && s[i - 1].is_capital() &&
        s.any(i - 2, {"in", "to", "from", "of", "for", "visit", "visited"})) {
        edits.add("THE_BEFORE_COUNTRY", i - 1, i - 1, "the");
    }
    if (s.any(i, {"netherlands", "philippines"}) && s.tag(i - 1, Tag::adp)) {
        edits.add("THE_BEFORE_COUNTRY", i, i, "the");
    }
}

// What nice day! such good friend
void exclamations(const Sentence& s, int i, Edits& edits) {
    if (!s.any(i, {"what", "such"}) || (s.is(i, "what") && !s.is(s.size() - 1, "!"))) return;
    const auto np = s.phrase(i + 1);
    if (!bare_singular(s, np) &&
        !(np && s.any(np.head, {"day", "place", "man", "woman"}) && np.determiner < 0)) {
        return;
    }
    if (s.flag(i + 1, Flag::adjective) && np.head > i + 1 && !s.any(i + 1, {"other", "time"})) {
        insert(s, i + 1, edits, "A_AFTER_WHAT");
    }
}

void which(const Sentence& s, int i, Edits& edits) {
    if (s.is(i, "same") && s.tag(i - 1, Tag::adp) && s.noun(i + 1)) {
        edits.add("THE_SAME", i, i, "the");
    }
    if (s.flag(i, Flag::superlative) && s.adjective(i) && s.noun(i + 1) && s.be(i - 1) &&
        !s.any(i, {"best", "last", "least", "most"})) {
        edits.add("THE_BEFORE_SUPERLATIVE", i, i, "the");
    }
    if (s.any(i, {"a", "an"}) && s[i + 1].kind == Kind::word && s[i + 1].text.size() > 1 &&
        !s[i + 1].is_capital()) {
        const auto right = article_for(s.low(i + 1));
        if (right != s.low(i) && !(s[i].is_capital() && i > 0))
            edits.add("A_OR_AN", i, i + 1, std::string(right));
    }
    if (s.is(i, "for") && s.is(i + 1, "long") && s.is(i + 2, "time")) {
        edits.add("FOR_A_LONG_TIME", i + 1, i + 1, "a");
    }
}

}  // namespace

void find_articles(const Sentence& s, Edits& edits) {
    for (int i = 0; i < s.size(); ++i) {
        missing(s, i, edits);
        surplus(s, i, edits);
        before_names(s, i, edits);
        exclamations(s, i, edits);
        which(s, i, edits);
    }
}

}  // namespace lexi::ml::grammar
