// Pronouns that Vietnamese leaves out: it, them and who; and more that a clause lacks.
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/ask.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {
namespace {

// a new phone, but is very expensive; my house is small, but has a garden; because had no money
void subject(const Sentence& s, int i, Edits& edits) {
    const bool joins = s.any(i, {"but", "because", "so", "although", "when", "if"});
    if (!joins || i == 0) return;
    const bool is = s.any(i + 1, {"is", "was"}) &&
                    (s.any(i + 2, {"very", "so", "too", "not", "quite", "really"}) ||
                     kPredicates.contains(s.low(i + 2)) || s.low(i + 2).ends_with("ing"));
    int who = -1;
    for (int k = 0; k < i; ++k) {
        if (pronoun(s, k) && s.any(k, {"he", "she", "they", "we"})) who = k;
    }
    if (is && !(s.is(i, "but") && !s.is(i - 1, ",")) && who < 0) {
        edits.add("IT_MISSING", i + 1, i + 1, "it");
    }
    const bool thing = s.is(i, "but") && s.is(i - 1, ",") && s.is(i + 1, "has") &&
                       kPossessives.contains(s.low(0)) && kCountable.contains(s.low(1)) &&
                       !kPerson.contains(s.low(1)) && s.is(2, "is");
    if (thing) edits.add("IT_MISSING", i + 1, i + 1, "it");
}

// Takes me ten minutes; today is Sunday and is my birthday
void opening(const Sentence& s, Edits& edits) {
    if (s.any(0, {"takes", "took"}) &&
        (kObjective.contains(s.low(1)) || s.number(1) || s.is(1, "about"))) {
        edits.add("SUBJECT_MISSING", 0, 0, "it");
    }
    if (s.is(0, "today") && s.is(1, "is")) {
        const int and_at = place_of(s, 2, {"and"});
        if (and_at > 0 && and_at < 5 && s.is(and_at + 1, "is")) {
            edits.add("IT_MISSING", and_at + 1, and_at + 1, "it");
        }
    }
    const bool feels =
        s.any(0, {"is", "was"}) && kPredicates.contains(s.low(1)) && s.is(2, "to") && !s.question();
    const bool said = s.any(0, {"is", "was"}) && !s.question() &&
                      (s.any(1, {"very", "so", "too"}) ||
                       (s.any(1, {"a", "an"}) && (kPredicates.contains(s.low(2)) || s.noun(2))) ||
                       (kPredicates.contains(s.low(1)) && s.any(2, {"and", "but", "."})));
    if (feels || said) edits.add("SUBJECT_MISSING", 0, 0, "it");
    if (s.any(0, {"if", "when"}) && s.any(1, {"rains", "snows", "rained"})) {
        edits.add("IT_MISSING", 1, 1, "it");
    }
    if (s.is(1, "my") && s.is(2, "opinion") && s.is(3, ",") && s.any(4, {"is", "was"})) {
        edits.add("IT_MISSING", 4, 4, "it");
    }
    // People live in the city are busy.
    const int verb = s.is(0, "people") ? 1 : s.is(0, "the") && s.is(1, "people") ? 2 : -1;
    if (verb > 0 && s.any(verb, {"live", "work", "study", "come"}) &&
        s.any(verb + 1, {"in", "from", "here"})) {
        for (int k = verb + 2; k < s.size() && !s.end(k); ++k) {
            if (s.any(k, {"who", "and", "but", "because", "that", "when", "where", "which"})) break;
            if (s.any(k, {"are", "have", "were"})) {
                edits.add("WHO_MISSING", verb, verb, "who");
                break;
            }
        }
    }
}

// find hard to get up; makes difficult for us to; I don't like when people shout
void formal_it(const Sentence& s, int i, Edits& edits) {
    static const Words kHard(
        "hard difficult easy easier harder important impossible possible necessary useful strange");
    const bool finds = s.any(i, {"find", "finds", "found", "make", "makes", "made", "making"});
    const int word = s.any(i + 1, {"very", "so", "really", "more", "too"}) ? i + 2 : i + 1;
    if (finds && kHard.contains(s.low(word)) && !s.be(i - 1)) {
        const int to = s.is(word + 1, "for") ? word + 3 : word + 1;
        if (s.is(to, "to") && (base_form(s, to + 1) || s.any(to + 1, {"go", "do", "be", "have"}))) {
            edits.add("IT_MISSING", i + 1, i + 1, "it");
        }
    }
    const bool warm = s.any(i, {"like", "hate", "love"}) &&
                      (s.low(i - 1).ends_with("n't") || pronoun(s, i - 1) || s.is(i - 1, "really"));
    if (warm && s.is(i + 1, "when") && !s.question() && subject_end(s, i + 2) > 0) {
        edits.add("IT_MISSING", i + 1, i + 1, "it");
    }
}

// Do you like the cake? Yes, I like. He took the fish and put in the fridge.
void object(const Sentence& s, int i, Edits& edits) {
    if (i == 0 && s.any(0, {"yes", "no"}) && s.is(1, ",") && s.any(2, {"i", "we"})) {
        const int verb = s.low(3).ends_with("n't") ? 4 : 3;
        if (s.any(verb, {"like", "love", "hate", "enjoy"}) && s.end(verb + 1)) {
            edits.add("OBJECT_MISSING", verb, verb + 1, std::string(s.low(verb)) + " it");
        }
    }
    if (s.any(i, {"can't", "couldn't"}) && s.is(i - 1, "and") && s.is(i + 1, "find") &&
        s.end(i + 2) && has_word(s, {"lost"})) {
        edits.add("OBJECT_MISSING", i + 1, i + 2, plural_noun(s, i - 2) ? "find them" : "find it");
    }
    const bool puts =
        s.any(i, {"put", "gave", "sent", "took", "brought", "give", "send"}) && s.is(i - 1, "and");
    if (!puts) return;
    const bool give = s.any(i, {"gave", "sent", "give", "send"});
    const bool place =
        give ? s.is(i + 1, "to") &&
                   (kPossessives.contains(s.low(i + 2)) || kObjective.contains(s.low(i + 2)))
             : s.any(i + 1, {"in", "on", "into", "under"}) && s.determiner(i + 2) && s.is(i, "put");
    if (!place) return;
    // the thing: the noun right before "and"
    const int head = i - 2;
    const bool many = plural_noun(s, head);
    const bool thing = s.flag(head, Flag::noun) && !kPerson.contains(s.low(head)) &&
                       !s.any(head, {"home", "there", "yesterday", "money", "attention"});
    if (thing) edits.add("OBJECT_MISSING", i + 1, i + 1, many ? "them" : "it");
}

// This is the man helped me. There is a boy in my class can sing. some apples and put it
void relative(const Sentence& s, int i, Edits& edits) {
    const bool is = s.any(i, {"is", "was"}) && s.any(i - 1, {"this", "that", "he", "she"});
    const bool the = s.any(i + 1, {"the", "a"}) && kPerson.contains(s.low(i + 2));
    const auto past = base_of_verb(s.low(i + 3));
    if (is && the && kCommonVerbs.contains(past) && past_of(past) == s.low(i + 3) &&
        s.low(i + 3) != past && kObjective.contains(s.low(i + 4))) {
        edits.add("WHO_MISSING", i + 3, i + 3, "who");
    }
    const bool there = s.is(i, "is") && s.is(i - 1, "there") && s.is(i + 1, "a") &&
                       kPerson.contains(s.low(i + 2)) && s.is(i + 3, "in") && s.determiner(i + 4);
    if (there && kModal.contains(s.low(i + 6)) && base_form(s, i + 7)) {
        edits.add("WHO_MISSING", i + 6, i + 6, "who");
    }
    const bool knows = s.any(i, {"know", "have", "met"}) && pronoun(s, i - 1) && s.is(i + 1, "a") &&
                       kPerson.contains(s.low(i + 2));
    if (knows && s.any(i + 3, {"can", "could"}) && base_form(s, i + 4)) {
        edits.add("WHO_MISSING", i + 3, i + 3, "who");
    }
    const bool bought = s.is(i, "and") && s.any(i + 1, {"put", "gave", "ate", "sold", "washed"}) &&
                        s.is(i + 2, "it") && plural_noun(s, i - 1) &&
                        s.any(i - 2, {"some", "many", "two", "three", "the", "my", "these"});
    if (bought && !s.any(i - 1, {"people", "children"})) {
        edits.add("IT_OR_THEM", i + 2, i + 3, "them");
    }
}

// I live with mine parents. That is her's bag. Our visited our grandmother.
void owners(const Sentence& s, int i, Edits& edits) {
    const auto before = [&](std::string_view right) {
        edits.add("POSSESSIVE_BEFORE_NOUN", i, i + 1, std::string(right));
    };
    const bool noun = kPerson.contains(s.low(i + 1)) || kCountable.contains(s.low(i + 1)) ||
                      plural_noun(s, i + 1);
    if (s.is(i, "mine") && noun && s.any(i - 1, {"with", "is", "in", "to", "like", "love"})) {
        before("my");
    }
    if (s.any(i, {"hers", "her's"}) && noun &&
        (s.be(i - 1) || s.any(i - 1, {"with", "in", "to"}))) {
        before("her");
    }
    if (s.any(i, {"theirs", "their's"}) && noun && (s.be(i - 1) || s.any(i - 1, {"with", "in"}))) {
        before("their");
    }
    const auto base = base_of_verb(s.low(i + 1));
    const bool acts = kCommonVerbs.contains(base) && s.low(i + 1) == past_of(base) &&
                      s.low(i + 1) != base && s.determiner(i + 2);
    if (i == 0 && s.any(0, {"our", "their"}) && acts) {
        edits.add("SUBJECT_PRONOUN", 0, 1, s.is(0, "our") ? "we" : "they");
    }
}

}  // namespace

void find_lacking(const Sentence& s, Edits& edits) {
    opening(s, edits);
    for (int i = 0; i < s.size(); ++i) {
        subject(s, i, edits);
        formal_it(s, i, edits);
        object(s, i, edits);
        relative(s, i, edits);
        owners(s, i, edits);
    }
}

}  // namespace lexi::ml::grammar
