// Words that Vietnamese has the other way round: adjectives and first nouns of a compound behind
// their noun, and questions in the order of statements.
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/ask.hpp"
#include "ml/grammar/rules/find.hpp"
#include "ml/grammar/rules/word_map.hpp"

namespace lexi::ml::grammar {
namespace {

const Words kLooks(
    "big small old new beautiful long tall young red blue green black white yellow pink brown "
    "expensive cheap pretty");
const Words kMeasured(
    "tall big high fast deep wide heavy good well hard soon expensive large small difficult old "
    "long far strong hot cold");
const Words kCanAsk("can could will would should must is are was were");

// a dog big in the yard, hair long and black, the two first weeks
void adjectives(const Sentence& s, int i, Edits& edits) {
    const bool noun = s.any(i - 1, {"a", "an"}) && kCountable.contains(s.low(i));
    const bool place = s.any(i + 2, {"in", "on", "at", "near", "from"}) &&
                       (s.determiner(i + 3) || s[i + 3].is_capital());
    if (noun && kLooks.contains(s.low(i + 1)) && place &&
        !s.any(i - 2, {"such", "made", "make", "keep", "painted", "paint", "find"})) {
        edits.add("ADJECTIVE_BEFORE_NOUN", i - 1, i + 2,
                  std::string(article_for(s.low(i + 1))) + " " + words_of(s, i + 1, i + 2) + " " +
                      words_of(s, i, i + 1));
    }
    if (s.any(i, {"hair", "eyes"}) && s.any(i - 1, {"has", "have", "had"}) &&
        kLooks.contains(s.low(i + 1)) && s.is(i + 2, "and") && s.flag(i + 3, Flag::adjective) &&
        s.end(i + 4)) {
        edits.add("ADJECTIVE_BEFORE_NOUN", i, i + 4,
                  words_of(s, i + 1, i + 4) + " " + words_of(s, i, i + 1));
    }
    const bool counted = s.any(i + 2, kSpans) || s.any(i + 2, {"pages", "chapters", "lessons",
                                                               "questions", "lines", "weekends"});
    if (s.any(i - 1, {"the", "my", "our"}) && s.number(i) && s.any(i + 1, {"first", "last"}) &&
        counted) {
        edits.add("FIRST_BEFORE_NUMBER", i, i + 2,
                  words_of(s, i + 1, i + 2) + " " + words_of(s, i, i + 1));
    }
    // my friend best is
    if (s.any(i - 1, {"my", "your", "his", "her", "our"}) &&
        (kPerson.contains(s.low(i)) || s.any(i, {"friends", "sisters", "brothers"})) &&
        s.any(i + 1, {"best", "elder", "older", "younger", "eldest", "youngest"}) &&
        (s.be(i + 2) || s.any(i + 2, {"has", "lives", "works", "likes"}))) {
        edits.add("ADJECTIVE_BEFORE_NOUN", i, i + 2,
                  words_of(s, i + 1, i + 2) + " " + words_of(s, i, i + 1));
    }
}

// a player football, the station bus, my teacher English, a table wood
void compounds(const Sentence& s, int i, Edits& edits) {
    static const Map kHeads{
        {"player", "football tennis badminton volleyball basketball chess piano guitar"},
        {"match", "football tennis badminton volleyball basketball"},
        {"team", "football volleyball basketball badminton"},
        {"teacher", "english math maths history music literature physics chemistry geography"},
        {"lesson", "english math maths history music piano guitar"},
        {"station", "bus train police gas railway"},
        {"stop", "bus"},
        {"ticket", "train bus plane concert cinema"},
        {"driver", "taxi bus truck"},
        {"cake", "birthday wedding chocolate"},
        {"party", "birthday christmas"},
        {"card", "birthday credit"},
        {"juice", "orange apple lemon mango"},
        {"shop", "clothes shoe coffee flower"},
        {"room", "living"},
        {"problem", "environment traffic pollution"},
        {"pollution", "air water noise"},
        {"table", "wood"},
        {"chair", "wood"},
        {"house", "wood brick"}};
    const auto firsts = found_in(kHeads, s.low(i));
    if (firsts.empty() || !Words(firsts).contains(s.low(i + 1)) || !phrase_ends(s, i + 2)) return;
    const bool named = s.determiner(i - 1) || s.adjective(i - 1) || s.number(i - 1);
    if (!named || has_word(s, {"teach", "taught", "teaches", "asked", "called", "speak"})) return;
    const bool wood = s.is(i + 1, "wood");
    const auto first = wood ? std::string("wooden") : words_of(s, i + 1, i + 2);
    if (s.any(i - 1, {"a", "an"})) {
        edits.add("COMPOUND_ORDER", i - 1, i + 2,
                  std::string(article_for(first)) + " " + first + " " + words_of(s, i, i + 1));
    } else {
        edits.add("COMPOUND_ORDER", i, i + 2, first + " " + words_of(s, i, i + 1));
    }
}

// How tall you are? How many people there are? Which bus I should take? When the film will start?
void questions(const Sentence& s, Edits& edits) {
    if (!s.question()) return;
    for (int k = 0; k < s.size() - 1; ++k) {
        if (s.end(k)) return;
    }
    int at = -1;
    if (s.is(0, "how") && s.any(1, {"many", "much"})) {
        const auto np = s.phrase(2);
        at = np ? np.to : 2;
        if (s.is(at, "there") && s.any(at + 1, {"is", "are", "was", "were"})) {
            edits.add("QUESTION_ORDER", at, at + 2, words_of(s, at + 1, at + 2) + " there");
        }
        return;
    }
    if (s.is(0, "how") && kMeasured.contains(s.low(1))) {
        at = 2;
    } else if (s.any(0, {"what", "which"}) && s.noun(1)) {
        auto np = s.phrase(1);
        if (np && s.is(np.to, "of")) np = s.phrase(np.to + 1);
        at = np && np.determiner < 0 ? np.to : -1;
    }
    if (at > 0 && pronoun(s, at)) {
        const int verb = at + 1;
        const auto base = base_of_verb(s.low(verb));
        if (kCanAsk.contains(s.low(verb))) {
            edits.add("QUESTION_ORDER", at, verb + 1,
                      words_of(s, verb, verb + 1) + " " + words_of(s, at, verb));
        } else if (kCommonVerbs.contains(base) && !s.low(verb).ends_with("ing")) {
            const bool past = s.low(verb) == past_of(base) && s.low(verb) != base;
            edits.add("QUESTION_WITHOUT_DO", at, verb + 1,
                      (past               ? "did "
                       : third(s.low(at)) ? "does "
                                          : "do ") +
                          words_of(s, at, verb) + " " + base);
        }
    }
    const bool asks = s.any(0, {"when", "where", "why", "how"});
    const int from = s.is(0, "what") && s.is(1, "time") ? 2 : asks ? 1 : -1;
    const auto np = from > 0 ? s.phrase(from) : NounPhrase{};
    if (np && np.determiner >= 0 && s.any(np.to, {"can", "could", "will", "would", "should"}) &&
        base_form(s, np.to + 1)) {
        edits.add("QUESTION_ORDER", from, np.to + 1,
                  words_of(s, np.to, np.to + 1) + " " + words_of(s, from, np.to));
    }
}

// How she is beautiful!
void exclamation(const Sentence& s, Edits& edits) {
    if (!s.is(0, "how") || !s.is(s.size() - 1, "!")) return;
    const auto np = s.phrase(1);
    const int be = pronoun(s, 1) ? 2 : np && np.determiner >= 0 ? np.to : -1;
    if (be < 0 || !s.any(be, {"is", "are", "was", "were"})) return;
    const int word = s.any(be + 1, {"very", "so"}) ? be + 2 : be + 1;
    if (!s.flag(word, Flag::adjective) || !s.end(word + 1)) return;
    edits.add("QUESTION_ORDER", 1, word + 1,
              words_of(s, word, word + 1) + " " + words_of(s, 1, be + 1));
}

// Do you know how much does it cost? I wonder why didn't she come.
void told(const Sentence& s, int i, Edits& edits) {
    if (i == 0 || !s.any(i, {"what", "where", "when", "why", "how"})) return;
    bool tells = false;
    for (int k = i - 1; k >= 0 && k >= i - 3; --k) {
        tells = tells || s.any(k, {"know", "wonder", "wondered", "tell", "asked", "understand",
                                   "remember", "told", "forgot", "see"});
    }
    if (!tells || s.any(i - 1, {"and", "but"})) return;
    if (s.any(i + 1, {"didn't", "doesn't", "don't", "can't", "isn't", "wasn't"}) &&
        pronoun(s, i + 2)) {
        edits.add("REPORTED_QUESTION", i + 1, i + 3,
                  words_of(s, i + 2, i + 3) + " " + words_of(s, i + 1, i + 2));
        return;
    }
    const int helper =
        s.is(i, "how") && s.any(i + 1, {"much", "many", "often", "far", "long"}) ? i + 2 : i + 1;
    if (!s.any(helper, {"do", "does", "did"}) ||
        !s.any(helper + 1, {"the", "this", "that", "my", "your", "his", "her"})) {
        return;
    }
    int verb = helper + 3;
    if (!base_form(s, verb)) ++verb;
    if (!base_form(s, verb) || !s.flag(verb - 1, Flag::noun)) return;
    const bool many = plural_noun(s, verb - 1);
    const auto form = s.is(helper, "did") ? past_of(s.low(verb))
                      : many              ? std::string(s.low(verb))
                                          : third_person_of(s.low(verb));
    edits.add("REPORTED_QUESTION", helper, verb + 1, words_of(s, helper + 1, verb) + " " + form);
}

// This exercise I don't understand it. The homework I haven't finished it yet.
void fronted(const Sentence& s, Edits& edits) {
    int last = s.size() - 2;
    const int tail = s.any(last, {"yet", "before", "already", "well"}) ? last : last + 1;
    last = tail - 1;
    if (!s.any(0, {"this", "that", "these", "those", "the"}) || last < 4) return;
    if (!s.any(last, {"it", "them"}) || s.question()) return;
    const auto np = s.phrase(0);
    const int who = np && np.to < 4 ? np.to : -1;
    if (who < 0 || !s.any(who, {"i", "we", "they", "he", "she"})) return;
    for (int k = who; k < last; ++k) {
        if (s.end(k) || s.any(k, {"and", "but", "when", "because", "that", "if", "who"})) return;
    }
    if (!s.verb(last - 1) && !common_verb(s, last - 1)) return;
    edits.add("OBJECT_AFTER_VERB", 0, last + 1,
              words_of(s, who, last) + " " + std::string(s.low(0)) + " " + words_of(s, 1, who));
}

// Vietnamese food I like very much.
void liked(const Sentence& s, Edits& edits) {
    const int much = s.size() - 2;
    if (!s.is(much, "much") || !s.is(much - 1, "very")) return;
    const int verb = much - 2;
    if (!s.any(verb, {"like", "love", "hate", "enjoy", "miss"}) ||
        !s.any(verb - 1, {"i", "we", "they"}) || verb > 5) {
        return;
    }
    const auto np = s.phrase(0);
    if (!np || np.to != verb - 1 || s.any(0, {"what", "how", "last", "every"})) return;
    edits.add("OBJECT_AFTER_VERB", 0, verb + 1,
              words_of(s, verb - 1, verb + 1) + " " +
                  (np.determiner == 0 ? std::string(s.low(0)) : words_of(s, 0, 1)) +
                  (verb > 2 ? " " + words_of(s, 1, verb - 1) : std::string()));
}

}  // namespace

void find_turned(const Sentence& s, Edits& edits) {
    questions(s, edits);
    exclamation(s, edits);
    fronted(s, edits);
    liked(s, edits);
    for (int i = 0; i < s.size(); ++i) {
        adjectives(s, i, edits);
        compounds(s, i, edits);
        told(s, i, edits);
    }
}

}  // namespace lexi::ml::grammar
