// Relative clauses, and "there is": what joins a clause to a noun, and what says that something is.
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/ask.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {
namespace {

bool person(const Sentence& s, int i) {
    return kPerson.contains(s.low(i)) || s.any(i, {"people", "men", "women", "children", "friends",
                                                   "students", "teachers", "boys", "girls"});
}

// I have a friend lives in Huế. There are many people like football.
void without_who(const Sentence& s, int i, Edits& edits) {
    const bool has =
        s.any(i, {"have", "has", "know", "knows", "had", "met"}) && (pronoun(s, i - 1) || i == 1);
    const bool there = s.any(i, {"is", "are"}) && s.is(i - 1, "there");
    if (!has && !there) return;
    const auto np = s.phrase(i + 1);
    int head = np ? np.head : -1;
    if (head > i + 2 && third_form(s, head) && person(s, head - 1)) --head;
    if (s.any(i + 1, {"a", "an", "many", "some", "one", "two"}) && person(s, i + 2)) head = i + 2;
    if (head < 0 || !person(s, head)) return;
    const int verb = head + 1;
    const bool bare = there && base_form(s, verb) && !s.any(verb, {"like"});
    const bool likes = there && s.is(verb, "like") && plural_noun(s, head) &&
                       !s.determiner(verb + 1) && !kObjective.contains(s.low(verb + 1));
    const bool third = third_form(s, verb) && !plural_noun(s, head);
    if (!third && !bare && !likes) return;
    if (s.end(verb + 1)) return;
    edits.add("WHO_MISSING", verb, verb + 1,
              "who " + (plural_noun(s, head) ? std::string(base_of_verb(s.low(verb)))
                                             : third_person_of(base_of_verb(s.low(verb)))));
}

// The man is standing there is my teacher. The girl she sits next to me is Lan.
void two_subjects(const Sentence& s, Edits& edits) {
    if (!s.any(0, {"the", "that"}) || !person(s, 1)) return;
    int second = -1;
    for (int k = 4; k < s.size() && !s.end(k); ++k) {
        if (s.any(k, {"is", "was", "are"}) && second < 0) second = k;
        if (s.any(k, {"who", "and", "but", "that", "when", "because"})) return;
    }
    if (second < 0) return;
    if (s.any(2, {"is", "are", "was"}) && s.low(3).ends_with("ing")) {
        edits.add("WHO_MISSING", 2, 2, "who");
    }
    if (s.any(2, {"he", "she", "they"}) && third_form(s, 3) && second > 4) {
        edits.add("WHO_MISSING", 2, 3, "who");
    }
}

void relative_pronoun(const Sentence& s, int i, Edits& edits) {
    // the book who I read
    const bool thing = kCountable.contains(s.low(i - 1)) && !person(s, i - 1) &&
                       !kProfessions.contains(s.low(i - 1));
    if (s.is(i, "who") && thing && s.determiner(i - 2) &&
        (pronoun(s, i + 1) || s.be(i + 1) || third_form(s, i + 1)) &&
        !s.any(i - 1, {"company", "team", "group", "dog", "cat", "city", "couple"})) {
        edits.add("THAT_FOR_THINGS", i, i + 1, "that");
    }
    if (s.is(i, "what") &&
        s.any(i - 1, {"everything", "something", "anything", "nothing", "all"}) &&
        (pronoun(s, i + 1) || s.be(i + 1))) {
        edits.add("THAT_FOR_THINGS", i, i + 1, "that");
    }
    if (s.is(i, "who") && s.any(i + 1, {"his", "her", "their"}) && s.flag(i + 2, Flag::noun) &&
        person(s, i - 1)) {
        edits.add("WHOSE", i, i + 2, "whose");
    }
    // the book which I bought it
    const bool object = s.any(i, {"which", "that"}) && s.flag(i - 1, Flag::noun) &&
                        s.determiner(i - 2) && pronoun(s, i + 1) && common_verb(s, i + 2) &&
                        s.any(i + 3, {"it", "them"});
    if (object && (s.is(i, "which") || i == 2) && !s.end(i + 4)) {
        edits.add("OBJECT_TWICE", i + 3, i + 4, "");
    }
    if (s.is(i, "where") && s.flag(i - 1, Flag::noun) && pronoun(s, i + 1) &&
        s.any(i + 3, {"in", "at"}) && s.is(i + 4, "it")) {
        edits.add("OBJECT_TWICE", i + 3, i + 5, "");
    }
}

// It has many people here. Have a cat under the table. There had a party.
void existence(const Sentence& s, Edits& edits) {
    const auto amount = [&](int i) {
        return s.any(i, {"many", "a", "an", "some", "several", "no", "lots"}) || s.number(i);
    };
    const auto many = [&](int i) {
        const auto np = s.phrase(i);
        return s.any(i, {"many", "several", "lots"}) || s.number(i) ||
               (s.any(i, {"a"}) && s.is(i + 1, "lot") && plural_noun(s, i + 3)) ||
               (np && plural_noun(s, np.head));
    };
    bool place = false;
    for (int k = 2; k < s.size(); ++k) {
        place = place || s.any(k, {"here", "there", "in", "on", "under", "near", "behind", "at"});
    }
    if (s.is(0, "it") && s.any(1, {"has", "have"}) && s.any(2, {"many", "a"}) &&
        (s.any(3, {"people", "lot"})) && s.any(s.size() - 2, {"here", "there"})) {
        edits.add("THERE_IS_NOT_HAS", 0, 2, "there are");
    }
    const bool wish = s.any(2, {"nice", "good", "great", "seat", "look", "rest", "try", "safe",
                                "wonderful", "happy", "fun", "drink", "go"});
    const bool opens = s.any(0, {"have", "has"}) && s[0].is_capital();
    if (opens && amount(1) && place && !wish && !s.question() && !s.is(s.size() - 1, "!")) {
        edits.add("THERE_IS_NOT_HAS", 0, 1, many(1) ? "there are" : "there is");
    }
    if (s.is(0, "there") && s.is(1, "had") && (amount(2) || s.determiner(2)) && !s.is(2, "been")) {
        edits.add("THERE_IS_NOT_HAS", 1, 2, many(2) ? "were" : "was");
    }
    if (s.is(0, "there") && s.any(1, {"is", "are", "was", "were"}) && s.any(2, {"have", "has"})) {
        edits.add("IS_THERE_HAVE", 2, 3, "");
    }
}

// She has twenty years. My brother is 10 years.
void age(const Sentence& s, int i, Edits& edits) {
    const bool years = s.number(i + 1) && s.any(i + 2, {"years", "year"}) && s.end(i + 3);
    if (!years || !(pronoun(s, i - 1) || s.noun(i - 1))) return;
    if (s.any(i, {"have", "has"})) {
        edits.add("AGE_WITH_BE", i, i + 3,
                  (pronoun(s, i - 1) ? be_for(s.low(i - 1)) : std::string("is")) + " " +
                      s[i + 1].text + " years old");
    } else if (s.any(i, {"am", "is", "are"}) && !s.any(i - 1, {"it", "this", "that"}) &&
               (pronoun(s, i - 1) || person(s, i - 1))) {
        edits.add("AGE_WITH_BE", i + 2, i + 3, "years old");
    }
}

// My brother and I we like football. Lan she is friendly.
void repeated(const Sentence& s, Edits& edits) {
    if (s.is(1, "and") && s.is(2, "i") && s.is(3, "we")) edits.add("DOUBLE_SUBJECT", 3, 4, "");
    if (s.is(2, "and") && s.is(3, "i") && s.is(4, "we")) edits.add("DOUBLE_SUBJECT", 4, 5, "");
    const bool name = s[0].is_capital() && (s[0].kind == Kind::unknown || s.tag(0, Tag::propn));
    if (name && s.any(1, {"he", "she"}) &&
        (s.be(2) || third_form(s, 2) || s.any(2, {"has", "can"}))) {
        edits.add("DOUBLE_SUBJECT", 1, 2, "");
    }
}

// Because the heavy rain, we stayed; because of it rained; in spite the rain
void because(const Sentence& s, int i, Edits& edits) {
    if (s.is(i, "because") && s.is(i + 1, "of")) {
        const bool clause = s.any(i + 2, {"it", "you", "there", "i", "he", "she", "we", "they"}) &&
                            (s.verb(i + 3) || s.be(i + 3) || s.flag(i + 3, Flag::past));
        if (clause) edits.add("BECAUSE_OF_CLAUSE", i + 1, i + 2, "");
    } else if (s.is(i, "because") &&
               s.any(i + 1, {"the", "my", "his", "her", "our", "their", "this", "bad", "heavy"})) {
        int to = i + 1;
        while (to < s.size() && !s.end(to)) ++to;
        bool verb = false;
        for (int k = i + 2; k < to; ++k) {
            verb = verb || s.verb(k) || s.be(k) || pronoun(s, k) || third_form(s, k) ||
                   (common_verb(s, k) && !s.flag(k, Flag::noun)) ||
                   (s.flag(k, Flag::past) && !s.flag(k, Flag::noun));
        }
        if (!verb && to - i < 7) edits.add("BECAUSE_OF_NOUN", i + 1, i + 1, "of");
    }
    if (s.is(i, "spite") && s.is(i - 1, "in") && s.determiner(i + 1)) {
        edits.add("BECAUSE_OF_NOUN", i + 1, i + 1, "of");
    }
    if (s.is(i, "if") && i == 0) {
        for (int k = 3; k + 2 < s.size(); ++k) {
            if (s.is(k, ",") && s.any(k + 1, {"so", "then"}) && pronoun(s, k + 2) &&
                s.is(k + 1, "so")) {
                edits.add("TWO_CONJUNCTIONS", k + 1, k + 2, "");
            }
        }
    }
    if (s.is(i, "either")) {
        for (int k = i + 2; k < i + 6; ++k) {
            if (s.is(k, "nor")) edits.add("NEITHER_NOR", i, i + 1, "neither");
        }
    }
    if (s.is(i, "neither")) {
        for (int k = i + 2; k < i + 6; ++k) {
            if (s.is(k, "or")) edits.add("NEITHER_NOR", k, k + 1, "nor");
        }
    }
}

}  // namespace

void find_relatives(const Sentence& s, Edits& edits) {
    for (int i = 0; i < s.size(); ++i) {
        without_who(s, i, edits);
        relative_pronoun(s, i, edits);
        age(s, i, edits);
        because(s, i, edits);
    }
    two_subjects(s, edits);
    existence(s, edits);
    repeated(s, edits);
}

}  // namespace lexi::ml::grammar
