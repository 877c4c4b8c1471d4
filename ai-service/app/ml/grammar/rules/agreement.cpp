// The subject and its verb.
#include "ml/grammar/inflect.hpp"
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"
#include "ml/grammar/subject.hpp"

namespace lexi::ml::grammar {
namespace {

// What the verb has to be for a subject of that person and number; empty where it is right.
std::string agreeing(const Sentence& s, int verb, Who who) {
    const auto& low = s.low(verb);
    const bool negative = low.ends_with("n't");
    const auto one_of = [&](std::string_view first, std::string_view third, std::string_view rest) {
        const auto right = who == Who::i ? first : who == Who::one ? third : rest;
        if (right == low) return std::string();
        return std::string(right);
    };
    if (s.any(verb, {"am", "is", "are"})) return one_of("am", "is", "are");
    if (s.any(verb, {"isn't", "aren't"})) return who == Who::i ? "" : one_of("", "isn't", "aren't");
    if (s.any(verb, {"was", "were"})) return one_of("was", "was", "were");
    if (s.any(verb, {"wasn't", "weren't"})) return one_of("wasn't", "wasn't", "weren't");
    if (s.any(verb, {"have", "has"})) return one_of("have", "has", "have");
    if (s.any(verb, {"haven't", "hasn't"})) return one_of("haven't", "hasn't", "haven't");
    if (s.any(verb, {"do", "does"})) return one_of("do", "does", "do");
    if (s.any(verb, {"don't", "doesn't"})) return one_of("don't", "doesn't", "don't");
    if (negative || s.tag(verb, Tag::aux) || s[verb].kind != Kind::word) return {};
    static const Words kNoVerbs("last first past beat lay");
    if (kNoVerbs.contains(low)) return {};
    const bool base = s.flag(verb, Flag::lemma) && base_of_verb(low) == low && past_of(low) != low;
    if (who == Who::one && base) return third_person_of(low);
    if (who != Who::one && s.flag(verb, Flag::third_person) && !s.flag(verb, Flag::lemma)) {
        return base_of_verb(low);
    }
    return {};
}

// "if I were", "suggest that he go": the form may stand as it is.
bool subjunctive(const Sentence& s, int subject, int verb) {
    if (s.any(verb, {"were", "weren't"})) {
        for (int i = 0; i < subject; ++i) {
            if (s.any(i, {"if", "wish", "wishes", "though", "unless"})) return true;
        }
        return s.is(subject - 1, "as");
    }
    for (int i = subject - 1; i >= 0 && i >= subject - 3; --i) {
        if (s.any(i, {"suggest", "suggested", "recommend", "recommended", "insist", "insisted",
                      "demand", "demanded", "want", "wants", "wanted", "important", "essential",
                      "necessary", "vital"})) {
            return true;
        }
    }
    return false;
}

void of_subject(const Sentence& s, int i, Edits& edits) {
    const auto subject = subject_at(s, i);
    if (!subject || s.is(i - 1, "how") || s.any(i, {"much", "many"})) return;
    const int verb = s.after_adverbs(subject.to);
    // "my parents lives" is a noun to the tagger
    const bool after_plural = subject.who == Who::many && s.flag(verb, Flag::third_person) &&
                              !s.verb(verb + 1) && !s.be(verb + 1) && s.phrase(i).head >= 0 &&
                              s.phrase(i).determiner >= 0;
    const bool verbal = s.verb(verb) || s.be(verb) || after_plural;
    if (!verbal || (s.any(verb - 1, {"not", "to"})) || subjunctive(s, i, verb)) return;
    // "he not go" lacks a "does"; "he has" in "has he" is asked about elsewhere
    if (s.be(verb + 1) && !s.tag(verb, Tag::aux)) return;  // the bus stop is
    auto right = agreeing(s, verb, subject.who);
    if (right.empty() || right == s.low(verb)) return;
    const auto rule = subject.pronoun ? "AGREEMENT_PRONOUN" : "AGREEMENT_NOUN";
    edits.add(rule, verb, verb + 1, std::move(right));
}

// Does they, do he, is you: in questions.
void in_question(const Sentence& s, int i, Edits& edits) {
    if (!s.any(i, {"do", "does", "is", "are", "was", "were", "has", "have"})) return;
    const bool opens = i == 0 || s.end(i - 1) ||
                       s.any(i - 1, {"what", "where", "when", "why", "how", "who", "and", "but"});
    if (!opens || !s.any(i + 1, {"i", "he", "she", "it", "we", "you", "they"})) return;
    if (s.any(i, {"has", "have"}) && !s.question()) return;
    const auto who = pronoun_person(s.low(i + 1));
    if (s.is(i, "were") && !s.question()) return;  // were he rich
    if (auto right = agreeing(s, i, who); !right.empty()) {
        edits.add("AGREEMENT_QUESTION", i, i + 1, std::move(right));
    }
}

bool plural_phrase(const Sentence& s, const NounPhrase& np) {
    const auto& head = s[np.head];
    if (np.number >= 0 && !s.any(np.number, {"one", "1"})) return true;
    return head.is(Flag::plural) && !head.is(Flag::singular) && !head.is(Flag::mass) &&
           !s.any(np.head, {"news"});
}

void there_be(const Sentence& s, int i, Edits& edits) {
    if (!s.is(i, "there") || !s.any(i + 1, {"is", "are", "was", "were", "isn't", "aren't"})) return;
    const int from = s.after_adverbs(i + 2);
    const auto np = s.phrase(from);
    if (!np) return;
    const bool single = s.any(i + 1, {"is", "was", "isn't"});
    const bool many = plural_phrase(s, np) ||
                      (s.any(from, {"many", "several"}) && !kUncountable.contains(s.low(np.head)));
    const bool a_lot = s.any(from, {"a", "lots"}) &&
                       s.any(from + 1, {"lot", "few", "number", "couple", "variety", "dozen"});
    const auto be = s.low(i + 1);
    if (single &&
        (many || (a_lot && s.is(from + 2, "of") && plural_phrase(s, s.phrase(from + 3))))) {
        edits.add("THERE_IS_OR_ARE", i + 1, i + 2,
                  be == "is"    ? "are"
                  : be == "was" ? "were"
                                : "aren't");
    } else if (!single && s.any(from, {"a", "an"}) && !a_lot && !many && !s.is(np.to, "and")) {
        edits.add("THERE_IS_OR_ARE", i + 1, i + 2,
                  be == "are"    ? "is"
                  : be == "were" ? "was"
                                 : "isn't");
    }
}

void demonstrative(const Sentence& s, int i, Edits& edits) {
    if (i > 0 && !s.end(i - 1) && !s.any(i - 1, {"and", "but", "because", "so", "think"})) return;
    const bool verb = s.any(i + 1, {"are", "were"});
    if (s.any(i, {"this", "that"}) && verb) {
        const auto np = s.phrase(i + 2);
        if (np && plural_phrase(s, np)) {
            edits.add("THIS_OR_THESE", i, i + 1, s.is(i, "this") ? "these" : "those");
        } else {
            edits.add("THIS_OR_THESE", i + 1, i + 2, s.is(i + 1, "are") ? "is" : "was");
        }
    } else if (s.any(i, {"these", "those"}) && s.any(i + 1, {"is", "was"})) {
        edits.add("THIS_OR_THESE", i + 1, i + 2, s.is(i + 1, "is") ? "are" : "were");
    }
}

void relative(const Sentence& s, int i, Edits& edits) {
    if (!s.is(i, "who") || i == 0 || !s.noun(i - 1)) return;
    const int verb = s.after_adverbs(i + 1);
    const bool verbal = s.verb(verb) || s.flag(verb, Flag::third_person);
    if (!verbal || s.is(verb - 1, "not")) return;
    const auto& head = s[i - 1];
    const bool many = head.is(Flag::plural) && !head.is(Flag::singular);
    const bool one = head.is(Flag::singular) && !head.is(Flag::plural);
    for (int k = i - 5; k < i; ++k) {
        if (s.is(k, "one") || s.is(k, "of") || s.is(k, "and")) return;
    }
    if (!many && !one) return;
    if (s.noun(verb + 1) && !s.be(verb) && !s.any(verb, {"have", "has"})) return;
    if (auto right = agreeing(s, verb, many ? Who::many : Who::one); !right.empty()) {
        edits.add("AGREEMENT_RELATIVE", verb, verb + 1, std::move(right));
    }
}

}  // namespace

void find_agreement(const Sentence& s, Edits& edits) {
    for (int i = 0; i < s.size(); ++i) {
        of_subject(s, i, edits);
        in_question(s, i, edits);
        there_be(s, i, edits);
        demonstrative(s, i, edits);
        relative(s, i, edits);
    }
}

}  // namespace lexi::ml::grammar
