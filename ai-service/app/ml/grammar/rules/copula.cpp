// am, is, are: missing, or beside another verb.
#include "ml/grammar/inflect.hpp"
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/ask.hpp"
#include "ml/grammar/rules/find.hpp"
#include "ml/grammar/subject.hpp"

namespace lexi::ml::grammar {
namespace {

const Words kSure("i he she we they");
const Words kWants(
    "like want have need know go come live work play think love agree eat get speak");

bool opens(const Sentence& s, int i) {
    return i == 0 || s.end(i - 1) ||
           s.any(i - 1, {"because", "and", "but", "so", "that", "when", "if"});
}

// They playing football. She working in a bank.
void before_ing(const Sentence& s, int i, Edits& edits) {
    if (!kSure.contains(s.low(i)) || !opens(s, i) || s.be(i - 1)) return;
    const int at = s.after_adverbs(i + 1);
    const bool ing = s.low(at).ends_with("ing") && s.flag(at, Flag::progressive) &&
                     s[at].kind == Kind::word && !s.any(at, {"during", "being"});
    if (ing || (s.any(at, {"gonna"}))) {
        edits.add("BE_BEFORE_ING", i + 1, i + 1, be_for(s.low(i)));
    }
}

// He a doctor. She not happy. I tired.
void before_noun(const Sentence& s, int i, Edits& edits) {
    if (!kSure.contains(s.low(i)) || !opens(s, i) || s.question() || s.is(i + 1, "all")) return;
    const bool article = s.any(i + 1, {"a", "an"}) || s.any(i + 1, {"my", "your", "our"});
    const auto np = article ? s.phrase(i + 1) : NounPhrase{};
    if (np && (s.end(np.to) || s.any(np.to, {"and", "but", "in", "at", "from", "of"}))) {
        for (int k = np.to; k < s.size() && !s.end(k) && !s.any(k, {"and", "but"}); ++k) {
            if (s.verb(k)) return;
        }
        edits.add("BE_BEFORE_NOUN", i + 1, i + 1, be_for(s.low(i)));
    }
    const int at = s.is(i + 1, "not") ? i + 2 : i + 1;
    const bool feels =
        s.any(at, {"hungry", "thirsty",   "tired",    "happy", "sad",      "busy",   "sick",
                   "ill",    "afraid",    "angry",    "ready", "late",     "sorry",  "bored",
                   "single", "beautiful", "handsome", "tall",  "friendly", "nervous"});
    const bool tail = s.end(at + 1) || s.tag(at + 1, Tag::adp) || s.tag(at + 1, Tag::adv) ||
                      s.any(at + 1, {"and", "but", "because", "today", "now", "to", "that"});
    if (feels && tail && !s.noun(i - 1))
        edits.add("BE_BEFORE_NOUN", i + 1, i + 1, be_for(s.low(i)));
}

// My name Hoa. The food delicious. What your name? Where my keys?
void of_phrase(const Sentence& s, int i, Edits& edits) {
    const bool owned = s.any(i, {"my", "your", "his", "her", "our", "their"});
    if (owned && s.is(i + 1, "name") && s[i + 2].is_capital() && opens(s, i)) {
        edits.add("BE_BEFORE_NAME", i + 2, i + 2, "is");
    }
    if (i == 1 && s.any(0, {"what", "where", "who", "how"}) && (owned || s.is(i, "the")) &&
        s.question()) {
        const auto np = s.phrase(i);
        if (np && s.end(np.to)) {
            const bool many = s.flag(np.head, Flag::plural) && !s.flag(np.head, Flag::singular);
            edits.add("BE_IN_QUESTION", i, i, many ? "are" : "is");
        }
    }
    if (i != 0 || !(owned || s.any(i, {"the", "this"})) || s.question()) return;
    auto np = s.phrase(i);
    if (s.flag(1, Flag::noun))
        np = {
            .from = 0, .to = 2, .determiner = 0, .head = 1};  // the second may be taken for a noun
    if (!np) return;
    const auto& word = s[np.to];
    const bool plain = word.is(Flag::adjective) && !word.is(Flag::noun) && !word.is(Flag::verb) &&
                       !word.is(Flag::adverb);
    if (!plain || !(s.end(np.to + 1) || s.any(np.to + 1, {"and", "but", "because"}))) return;
    for (int k = np.to; k < s.size() && !s.any(k, {"but", "because", ","}); ++k) {
        if (s.verb(k)) return;
    }
    const bool many = s.flag(np.head, Flag::plural) && !s.flag(np.head, Flag::singular);
    edits.add("BE_BEFORE_NAME", np.to, np.to, many ? "are" : "is");
}

void born(const Sentence& s, int i, Edits& edits) {
    if (!s.is(i, "born") || s.any(i - 1, {"was", "were", "be", "been"}) ||
        !s.any(i + 1, {"in", "on", "at", "into"}))
        return;
    if (kSure.contains(s.low(i - 1))) {
        edits.add("WAS_BORN", i, i, s.any(i - 1, {"we", "they"}) ? "were" : "was");
    } else if (s.any(i - 1, {"is", "am"}) || (s.any(i - 1, {"are"}))) {
        edits.add("WAS_BORN", i - 1, i, s.is(i - 1, "are") ? "were" : "was");
    }
}

// He is likes it; I am have a car; I am not agree; are you want; do you are.
void beside_verb(const Sentence& s, int i, Edits& edits) {
    if (!s.any(i, {"am", "is", "are"})) return;
    const bool subject = kPersonal.contains(s.low(i - 1)) || s.noun(i - 1);
    const int at = i + 1;
    const bool third = s.flag(at, Flag::third_person) && !s.flag(at, Flag::noun);
    const bool has = s.any(at, {"have", "has"}) && (s.determiner(at + 1) || s.number(at + 1));
    const bool likes = s.any(at, {"likes", "wants", "needs", "loves", "lives", "works", "goes",
                                  "makes", "helps", "looks", "plays", "knows"}) &&
                       !s.noun(i - 1);
    if (subject && (third || has || likes)) {
        const auto base = base_of_verb(s.low(at));
        edits.add("BE_AND_VERB", i, at + 1, s.is(i, "is") ? third_person_of(base) : base);
        return;
    }
    if (subject && s.is(at, "not") && kWants.contains(s.low(at + 1)) &&
        !s.any(at + 1, {"like", "work"})) {
        edits.add("BE_AND_VERB", i, at + 1, s.is(i, "is") ? "doesn't" : "don't");
    }
    const bool asks = (i == 0 || s.end(i - 1) || s.any(i - 1, {"what", "where", "why", "how"})) &&
                      kPersonal.contains(s.low(i + 1)) && kWants.contains(s.low(i + 2)) &&
                      s.question();
    const bool likeness = s.is(i + 2, "like") && (s.any(i + 3, {"your", "my", "him", "her"}) ||
                                                  (s.is(i - 1, "what") && s.end(i + 3)));
    if (asks && !likeness) {
        edits.add("DO_NOT_BE", i, i + 1, s.any(i + 1, {"he", "she", "it"}) ? "does" : "do");
    }
}

void do_and_be(const Sentence& s, int i, Edits& edits) {
    if (s.any(i, {"do", "does"}) && kPersonal.contains(s.low(i + 1)) &&
        s.any(i + 2, {"are", "is"})) {
        edits.add("DO_AND_BE", i, i + 3, be_for(s.low(i + 1)) + " " + s[i + 1].text);
    }
    if (s.any(i, {"don't", "doesn't"}) && kSure.contains(s.low(i - 1)) && s.adjective(i + 1) &&
        !s.flag(i + 1, Flag::verb) && s.end(i + 2)) {
        const auto be = s.is(i - 1, "i") ? "am not" : be_for(s.low(i - 1)) + "n't";
        edits.add("DO_AND_BE", i, i + 1, be);
    }
    if (s.is(0, "where") && i == 0 && s.is(1, "do") && s.is(2, "you") && s.is(3, "from") &&
        s.end(4)) {
        edits.add("DO_AND_BE", 1, 2, "are");
    }
}

}  // namespace

void find_copula(const Sentence& s, Edits& edits) {
    for (int i = 0; i < s.size(); ++i) {
        before_ing(s, i, edits);
        before_noun(s, i, edits);
        of_phrase(s, i, edits);
        born(s, i, edits);
        beside_verb(s, i, edits);
        do_and_be(s, i, edits);
    }
    find_missing_be(s, edits);
}

}  // namespace lexi::ml::grammar
