// Question tags, who is meant by a pronoun, and the little words that join clauses and comparisons.
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/ask.hpp"
#include "ml/grammar/rules/find.hpp"
#include "ml/grammar/rules/word_map.hpp"

namespace lexi::ml::grammar {
namespace {

const Words kNobody("nobody nothing no-one");

// The helper that a tag repeats, positive; empty where it is not clear.
std::string helper_of(const Sentence& s, int verb, std::string_view subject, bool& negative) {
    static const Map kPlain{{"isn't", "is"},         {"aren't", "are"},   {"wasn't", "was"},
                            {"weren't", "were"},     {"can't", "can"},    {"won't", "will"},
                            {"don't", "do"},         {"doesn't", "does"}, {"didn't", "did"},
                            {"shouldn't", "should"}, {"haven't", "have"}, {"hasn't", "has"}};
    if (const auto plain = found_in(kPlain, s.low(verb)); !plain.empty()) {
        negative = true;
        return std::string(plain);
    }
    negative = s.is(verb + 1, "not") || s.is(verb + 1, "never");
    if (s.any(verb, {"is", "are", "was", "were", "can", "will", "should", "could", "would"})) {
        return std::string(s.low(verb));
    }
    if (s.any(verb, {"have", "has"}) && s.flag(s.after_adverbs(verb + 1), Flag::participle)) {
        return std::string(s.low(verb));
    }
    const auto base = base_of_verb(s.low(verb));
    if (base.empty() || !(kCommonVerbs.contains(base) || base == "have" || base == "do")) return {};
    if (s.low(verb) == past_of(base) && s.low(verb) != base) return "did";
    return third(subject) ? "does" : "do";
}

// She lives in Huế, isn't it?
void tag(const Sentence& s, Edits& edits) {
    const int at = s.size() - 4;  // , isn't it ?
    if (at < 2 || !s.question() || !s.is(at, ",") || !pronoun(s, at + 2)) return;
    if (!s.low(at + 1).ends_with("n't")) return;
    std::string subject;
    int verb = 1;
    if (s.any(0, {"you", "he", "she", "it", "we", "they"})) {
        subject = s.low(0);
    } else if (s.determiner(0) && s.flag(1, Flag::noun)) {
        verb = 2;
        subject = kFemale.contains(s.low(1))   ? "she"
                  : kMale.contains(s.low(1))   ? "he"
                  : plural_noun(s, 1)          ? "they"
                  : kPerson.contains(s.low(1)) ? ""
                                               : "it";
    }
    if (subject.empty() || s.is(at + 1, "ain't")) return;
    verb = s.after_adverbs(verb);
    bool negative = false;
    const auto helper = helper_of(s, verb, subject, negative);
    if (helper.empty()) return;
    for (int k = 1; k < at; ++k) {
        if (s.end(k)) return;
        negative = negative || s.any(k, {"never", "hardly", "nothing"});
    }
    const auto refused = helper == "can" ? "can't" : helper == "will" ? "won't" : helper + "n't";
    const auto right = (negative ? helper : refused) + " " + subject;
    if (right != std::string(s.low(at + 1)) + " " + std::string(s.low(at + 2))) {
        edits.add("QUESTION_TAG", at + 1, at + 3, right);
    }
}

// Nobody didn't come. Anyone can't do it.
void nobody(const Sentence& s, int i, Edits& edits) {
    const bool no_one = s.is(i, "one") && s.is(i - 1, "no");
    if ((kNobody.contains(s.low(i)) || no_one) && s.any(i + 1, {"didn't", "doesn't", "don't"}) &&
        base_form(s, i + 2)) {
        edits.add("DOUBLE_NEGATION", i + 1, i + 3,
                  s.is(i + 1, "didn't") ? past_of(s.low(i + 2)) : third_person_of(s.low(i + 2)));
    }
    static const Map kPlain{
        {"can't", "can"}, {"won't", "will"}, {"isn't", "is"}, {"couldn't", "could"}};
    const auto plain = found_in(kPlain, s.low(i + 1));
    if (i == 0 && s.any(0, {"anyone", "anybody"}) && !plain.empty()) {
        edits.add("DOUBLE_NEGATION", 0, 2, "nobody " + std::string(plain));
    }
}

// That pen is her. Is this book your? bigger than my. Me name is Lan. Him and me are friends.
void possessives(const Sentence& s, int i, Edits& edits) {
    const auto mine = found_in(kMine, s.low(i));
    const bool stop = i == s.size() - 2 && s.any(i + 1, {".", "?", "!"});
    if (!mine.empty() && stop && (s.any(i - 1, {"than", "as", "of", "like"}) || s.noun(i - 1))) {
        edits.add("MINE_ALONE", i, i + 1, std::string(mine));
    }
    if (s.is(i, "her") && stop && s.be(i - 1) && s.noun(i - 2) &&
        s.any(i - 3, {"this", "that", "the", "these", "those"}) &&
        !kPerson.contains(s.low(i - 2))) {
        edits.add("MINE_ALONE", i, i + 1, "hers");
    }
    if (i == 0 && s.is(0, "me") && s.flag(1, Flag::noun) && s.be(2)) {
        edits.add("POSSESSIVE_BEFORE_NOUN", 0, 1, "my");
    }
    if (i == 0 && s.any(0, {"him", "her", "me"}) && s.is(1, "and") &&
        s.any(2, {"me", "him", "her"}) && (s.be(3) || s.any(3, {"have", "went", "like"}))) {
        const int other = s.is(0, "me") ? 2 : 0;
        const int last = other == 0 ? 2 : 0;
        edits.add(
            "ME_AND_I", 0, 3,
            std::string(subject_of(s.low(other))) + " and " + std::string(subject_of(s.low(last))));
    }
    // He hurt him when he fell.
    const auto self = found_in(kReflexives, s.low(i));
    const auto subject = s.low(i - 2);
    if (!self.empty() && s.any(i - 1, {"hurt", "cut", "burned", "enjoy", "enjoyed"}) &&
        std::string(subject_of(s.low(i))) == (subject == "i" ? "I" : std::string(subject)) &&
        (s.any(i + 1, {"when", "while", "with", "badly"}) || s.any(i - 1, {"enjoyed"}))) {
        edits.add("REFLEXIVE", i, i + 1, std::string(self));
    }
    if (s.is(i, "you") && s.is(i - 1, "at") && s.is(i - 2, "look") && s.is(i + 1, "in") &&
        s.is(i + 3, "mirror")) {
        edits.add("REFLEXIVE", i, i + 1, "yourself");
    }
    if (s.is(i, "each") && s.is(i + 1, "another")) {
        edits.add("EACH_OTHER", i + 1, i + 2, "other");
    }
}

// I lost my keys and I can't find it. These shoes are nice, but it is too expensive.
void one_or_many(const Sentence& s, Edits& edits) {
    int nouns = 0, many = 0;
    for (int k = 0; k < s.size(); ++k) {
        nouns += s.noun(k) ? 1 : 0;
        many += s.noun(k) && plural_noun(s, k) && !s.any(k, kSpans) ? 1 : 0;
    }
    if (nouns != 1 || many != 1 || s.question()) return;
    const int last = s.size() - 2;
    if (s.is(last, "it") && has_word(s, {"and", "but", "so"}) &&
        s.any(last - 1, {"find", "buy", "like", "love", "see", "want", "eat", "lost", "wear"})) {
        edits.add("IT_OR_THEM", last, last + 1, "them");
    }
    for (int k = 4; k < s.size(); ++k) {
        const bool joined = s.any(k - 1, {"but", "because", "and"});
        const bool these = s.any(0, {"these", "those", "my", "his", "her"}) && plural_noun(s, 1);
        const int word = s.any(k + 2, {"too", "very", "so"}) ? k + 3 : k + 2;
        if (joined && these && s.is(k, "it") && s.is(k + 1, "is") && s.end(word + 1) &&
            s.any(word, {"expensive", "cheap", "big", "small", "old", "new", "dirty", "tight",
                         "beautiful"})) {
            edits.add("IT_OR_THEM", k, k + 2, "they are");
        }
    }
}

// the man which I met; the city which I live; what you say; the people who live here they are
void relatives(const Sentence& s, int i, Edits& edits) {
    const bool person = kPerson.contains(s.low(i - 1)) ||
                        s.any(i - 1, {"people", "men", "women", "children", "friends", "students"});
    if (s.is(i, "which") && person && s.any(i + 1, {"i", "we", "they", "he", "she", "you"}) &&
        s.determiner(i - 2)) {
        edits.add("WHO_FOR_PEOPLE", i, i + 1, "who");
    }
    const bool subject = i == 2 && s.determiner(0);
    const auto base = base_of_verb(s.low(i + 1));
    const bool third_form = kCommonVerbs.contains(base) && s.low(i + 1) == third_person_of(base);
    if (s.is(i, "what") && subject && person && third_form) {
        edits.add("WHO_FOR_PEOPLE", i, i + 1, "who");
    }
    if (s.is(i, "what") && subject && !person && s.flag(1, Flag::noun) && pronoun(s, i + 1)) {
        edits.add("THAT_FOR_THINGS", i, i + 1, "that");
    }
    static const Words kPlaces("city town village place house country room school hotel street");
    const bool lives =
        (s.any(i + 2, {"live", "lives", "lived", "stay", "stayed", "work", "works"}) &&
         (s.end(i + 3) || s.be(i + 3) || s.any(i + 3, {"now", "has"}))) ||
        (s.any(i + 2, {"was", "were"}) && s.is(i + 3, "born") && !s.is(i + 4, "in"));
    if (s.is(i, "which") && kPlaces.contains(s.low(i - 1)) && pronoun(s, i + 1) && lives) {
        edits.add("WHERE_FOR_PLACES", i, i + 1, "where");
    }
    if (s.is(i, "that") && s.any(i - 1, {"understand", "hear"}) && pronoun(s, i + 1) &&
        s.any(i + 2, {"say", "said", "mean", "says", "do"}) && s.end(i + 3)) {
        edits.add("WHAT_YOU_SAY", i, i + 1, "what");
    }
    if (i == 2 && s.is(2, "who") && s.any(0, {"the", "my"})) {
        const bool many = plural_noun(s, 1);
        for (int k = 5; k < s.size() && !s.end(k); ++k) {
            if (s.any(k, {"and", "but", "that", "when", "because", "think", "know", "if"})) return;
            if (s.any(k, {"he", "she", "they"}) && many == s.is(k, "they") &&
                (s.be(k + 1) || kModal.contains(s.low(k + 1))) && !s.verb(k - 1)) {
                edits.add("DOUBLE_SUBJECT", k, k + 1, "");
                return;
            }
        }
    }
}

// I don't know he will come or not; asked me I was hungry; is beautiful as her; same tall as
void joined(const Sentence& s, int i, Edits& edits) {
    const bool knows = (s.is(i, "know") && s.low(i - 1).ends_with("n't")) || s.is(i, "wonder");
    if (knows && s.any(i + 1, {"he", "she", "they", "it", "i", "we"}) && has_word(s, {"or"}) &&
        s.is(s.size() - 2, "not")) {
        edits.add("IF_MISSING", i + 1, i + 1, "if");
    }
    if (s.is(i, "asked") && s.any(i + 1, {"me", "him", "us", "them"}) &&
        s.any(i + 2, {"i", "he", "she", "we", "they"}) &&
        (s.be(i + 3) || s.any(i + 3, {"could", "would", "had", "wanted", "liked"}))) {
        edits.add("IF_MISSING", i + 2, i + 2, "if");
    }
    const bool person =
        s.any(i + 2, {"me", "him", "us", "them", "mine", "yours", "hers"}) ||
        (s.any(i + 2, {"my", "his", "her", "your"}) && kPerson.contains(s.low(i + 3)));
    if (s.be(i - 1) && kPredicates.contains(s.low(i)) && s.is(i + 1, "as") && person) {
        edits.add("AS_AS", i, i, "as");
    }
    if (s.is(i, "same") && kPredicates.contains(s.low(i + 1)) && s.is(i + 2, "as") &&
        (s.be(i - 1) || s.is(i - 1, "the"))) {
        edits.add("AS_AS", s.be(i - 1) ? i : i - 1, i + 1, "as");
    }
    if (s.any(i, {"so", "as"}) && s.flag(i + 1, Flag::adjective) && s.is(i + 2, "than")) {
        edits.add("AS_AS", i + 1, i + 3, std::string(s.low(i + 1)) + " as");
    }
    if (s.flag(i, Flag::comparative) && s.low(i).ends_with("er") && s.be(i - 1) &&
        s.any(i + 1, {"yesterday", "me", "him", "us", "them", "mine", "yours"}) && s.end(i + 2)) {
        edits.add("THAN_MISSING", i + 1, i + 1, "than");
    }
}

}  // namespace

void find_tags(const Sentence& s, Edits& edits) {
    tag(s, edits);
    one_or_many(s, edits);
    for (int i = 0; i < s.size(); ++i) {
        nobody(s, i, edits);
        possessives(s, i, edits);
        relatives(s, i, edits);
        joined(s, i, edits);
    }
}

}  // namespace lexi::ml::grammar
