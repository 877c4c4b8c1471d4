// Clauses that Vietnamese builds without a verb: She very happy. My parents farmers. Where you
// from?
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/ask.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {
namespace {

const Words kDegrees("very so really too quite extremely always not also still");
const Words kPlaces("in at on near from under behind beside inside");
const Words kDegreesOnly("very so really too quite extremely");

struct Topic {
    int to = -1;  // the place after it; -1: none
    std::string be;
};

// The subject that begins at `i`: a pronoun, this, or a noun phrase that says whose or which.
Topic topic(const Sentence& s, int i) {
    if (s.any(i, {"i", "he", "she", "we", "they", "it", "you"})) {
        return {.to = i + 1, .be = be_for(s.low(i))};
    }
    if (s.any(i, {"this", "that", "these", "those"}) && s.determiner(i + 1) &&
        !s.any(i, {"that"})) {
        return {.to = i + 1, .be = be_for(s.low(i))};
    }
    const bool owned = s.any(i, {"my", "your", "his", "her", "our", "their", "the", "this"});
    if (!owned) {
        const bool name = s[i].is_capital() && i == 0 && s[i].kind == Kind::unknown;
        return name && vietnamese_syllable(s.low(i)) ? Topic{.to = i + 1, .be = "is"} : Topic{};
    }
    int head = i + 1;
    while (s.any(head, {"new", "old", "favorite", "favourite", "best", "younger", "older", "elder",
                        "little", "big"})) {
        ++head;
    }
    if (!s.flag(head, Flag::noun) || s.end(head) || s.any(head, kDegrees)) return {};
    // my school bag, her phone number
    if (s.flag(head + 1, Flag::noun) && !kPredicates.contains(s.low(head + 1)) &&
        !s.flag(head + 1, Flag::preposition) && s.noun(head + 1) && !plural_noun(s, head) &&
        s[head + 1].kind == Kind::word && !s[head + 1].is_capital() && !s.any(head + 1, kDegrees)) {
        ++head;
    }
    return {.to = head + 1, .be = plural_noun(s, head) ? "are" : "is"};
}

// What follows the subject can only be said of it: very kind, far from here, at home, a nurse.
bool predicate(const Sentence& s, int from, int to, bool is_pronoun) {
    int i = from;
    while (s.any(i, kDegrees) && i < to) ++i;
    if (i >= to) return false;
    const bool degree = i > from && s.any(i - 1, kDegreesOnly);
    const bool adjective = kPredicates.contains(s.low(i)) || (degree && s.flag(i, Flag::adjective));
    const bool behind = i + 1 >= to || s.flag(i + 1, Flag::preposition) || time_word(s, i + 1) ||
                        s.any(i + 1, {"and", "enough"});
    if (adjective && behind) return true;
    const bool place =
        s.any(i, kPlaces) && i + 1 < to &&
        (s.determiner(i + 1) ||
         s.any(i + 1, {"home", "school", "work", "here", "hospital", "bed", "class"}) ||
         s[i + 1].is_capital());
    if (place) return true;
    const bool article = s.any(i, {"a", "an"}) || (is_pronoun && s.any(i, {"my", "your", "our"}));
    return article && i == from && s.flag(i + 1, Flag::noun) && s.end(i + 2);
}

void statement(const Sentence& s, int i, Edits& edits) {
    const bool opens = i == 0 || s.is(i - 1, ",") ||
                       s.any(i - 1, {"because", "and", "but", "so", "that", "think", "when", "if"});
    if (!opens || s.question() || s.size() < 3) return;
    const auto found = topic(s, i);
    if (found.to < 0) return;
    // "gave you a pen and her a book", "between you and me at home": a clause must come before
    const bool joined = s.any(i - 1, {"and", "so", "that", ","});
    if (joined && !s.any(i, {"i", "he", "she", "we", "they"})) return;
    int to = clause_end(s, found.to);
    if (s.is(to, "and") && !pronoun(s, to + 1)) to = clause_end(s, to + 1);
    if (s.is(to, "or") || s.any(to, {"who", "which", "that", "where", "as"})) return;
    if (may_have_verb(s, i, to) || !predicate(s, found.to, to, pronoun(s, i))) return;
    // "Both of us, he at home": what follows a comma may hold the verb
    for (int k = to; k < s.size() && i == 0 && s.is(to, ","); ++k) {
        if (s.verb(k) && !s.any(to + 1, {"but", "so", "and", "because"})) return;
    }
    if (s.be(i - 1) || s.verb(i - 1)) return;
    edits.add(s.is(i, "it") ? "BE_BEFORE_PLURAL" : "BE_MISSING", found.to, found.to, found.be);
}

// My parents farmers. My favourite food phở. This my book.
void with_noun(const Sentence& s, Edits& edits) {
    if (s.question() || s.size() > 7) return;
    const auto found = topic(s, 0);
    if (found.to < 0 || pronoun(s, 0)) return;
    const int at = found.to;
    if (may_have_verb(s, 0, s.size())) return;
    const bool owned = s.any(0, {"this", "these"}) && at == 1 &&
                       s.any(1, {"my", "your", "his", "her", "our", "a", "an"}) &&
                       s.flag(2, Flag::noun) && s.end(3);
    const bool job = plural_noun(s, at - 1) && plural_noun(s, at) && s.end(at + 1);
    const bool named = s.any(at - 1, {"food", "drink", "dish", "name", "subject", "sport", "hobby",
                                      "city", "color", "colour"}) &&
                       s.any(at - 2, {"favorite", "favourite"}) && s.end(at + 1);
    if (owned || job || named) edits.add("BE_MISSING", at, at, owned ? be_for(s.low(0)) : found.be);
}

// Where you from? How old you? Why you late? What time it now?
void asked(const Sentence& s, Edits& edits) {
    if (!s.question() || !s.any(0, {"where", "how", "why", "what", "who"})) return;
    int at = 1;
    if (s.is(0, "how") && s.flag(1, Flag::adjective)) at = 2;
    if (s.is(0, "what") && s.any(1, {"time", "day", "color", "colour"})) at = 2;
    if (!pronoun(s, at)) return;
    const int rest = s.any(at + 1, kDegrees) ? at + 2 : at + 1;
    const bool says =
        s.end(rest) || s.any(rest, {"from", "now"}) || kPredicates.contains(s.low(rest));
    if (!says || !(s.end(rest) || s.end(rest + 1) || time_word(s, rest + 1))) return;
    if (s.end(rest) && at == 1 && !s.any(0, {"how", "who", "where"})) return;
    edits.add("BE_IN_QUESTION", at, at, be_for(s.low(at)));
}

// Do you hungry? Does he a doctor? I don't busy.
void with_do(const Sentence& s, int i, Edits& edits) {
    const bool asks = s.any(i, {"do", "does"}) && pronoun(s, i + 1) && s.question() &&
                      (i == 0 || s.any(i - 1, {"why", "how", "when", "where"}));
    const int at = s.any(i + 2, kDegrees) ? i + 3 : i + 2;
    const bool adjective =
        kPredicates.contains(s.low(at)) && !kCommonVerbs.contains(s.low(at)) &&
        (s.end(at + 1) || s.flag(at + 1, Flag::preposition) || time_word(s, at + 1));
    const bool noun = s.any(at, {"a", "an"}) && s.end(at + 2);
    if (asks && (adjective || noun)) {
        edits.add("DO_AND_BE", i, i + 1, be_for(s.low(i + 1)));
    }
    if (!s.any(i, {"don't", "doesn't", "didn't"}) || !pronoun(s, i - 1)) return;
    const int word = s.any(i + 1, kDegrees) ? i + 2 : i + 1;
    if (!kPredicates.contains(s.low(word)) || kCommonVerbs.contains(s.low(word)) ||
        s.flag(word, Flag::lemma) || !phrase_ends(s, word + 1)) {
        return;
    }
    const bool many = s.any(i - 1, {"you", "we", "they"});
    const bool past = s.is(i, "didn't");
    edits.add("DO_AND_BE", i, i + 1,
              past               ? (many ? "weren't" : "wasn't")
              : s.is(i - 1, "i") ? "am not"
              : many             ? "aren't"
                                 : "isn't");
}

}  // namespace

void find_missing_be(const Sentence& s, Edits& edits) {
    for (int i = 0; i < s.size(); ++i) {
        statement(s, i, edits);
        with_do(s, i, edits);
    }
    with_noun(s, edits);
    asked(s, edits);
}

}  // namespace lexi::ml::grammar
