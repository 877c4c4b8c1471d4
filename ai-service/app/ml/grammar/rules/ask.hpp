#pragma once
// What several families of rules ask of a sentence, and texts that they make.
#include <string>

#include "ml/grammar/inflect.hpp"
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rules/word_map.hpp"
#include "ml/grammar/sentence.hpp"
#include "ml/grammar/words.hpp"

namespace lexi::ml::grammar {

inline const Words kModal(
    "can could will would shall should may might must can't cannot couldn't won't wouldn't "
    "shouldn't mustn't");

inline bool pronoun(const Sentence& s, int i) { return kPersonal.contains(s.low(i)); }

/// The base form of an everyday verb.
inline bool base_form(const Sentence& s, int i) { return kCommonVerbs.contains(s.low(i)); }

inline bool plural_noun(const Sentence& s, int i) {
    return (s.flag(i, Flag::plural) && !s.flag(i, Flag::singular) && !s.flag(i, Flag::mass)) ||
           s.any(i, {"people", "children", "men", "women", "police"});
}

/// Any form of an everyday verb.
inline bool common_verb(const Sentence& s, int i) {
    return s[i].kind == Kind::word && kCommonVerbs.contains(base_of_verb(s.low(i)));
}

/// An everyday verb as a clause has it: no -ing form and no form of be.
inline bool finite(const Sentence& s, int i) {
    return common_verb(s, i) && !s.low(i).ends_with("ing") && !s.be(i);
}

/// works, goes: what an everyday verb is behind he or she.
inline bool third_form(const Sentence& s, int i) {
    const auto base = base_of_verb(s.low(i));
    return kCommonVerbs.contains(base) && s.low(i) == third_person_of(base);
}

inline const Words kPossessives("my your his her its our their");

/// Lan, Hà, Minh: a capital word that may be somebody's name.
inline bool name(const Sentence& s, int i) {
    return s[i].is_word() && !pronoun(s, i) && !s.determiner(i) && !s.be(i) &&
           (s[i].is_capital() || (!s[i].text.empty() && s[i].text[0] < 0)) &&
           (s[i].kind == Kind::unknown || s.tag(i, Tag::propn) ||
            (vietnamese_syllable(s.low(i)) && (i > 0 || !s.flag(i, Flag::common))));
}

/// The place after a subject that begins at `i`: a pronoun, a name or a noun phrase that can be
/// nothing else; -1: there is none. The verb that the tagger takes for a noun stays outside.
inline int subject_end(const Sentence& s, int i) {
    if (pronoun(s, i) ||
        s.any(i, {"everyone", "everybody", "someone", "somebody", "nobody", "people"})) {
        return i + 1;
    }
    if (name(s, i)) {
        int to = i + 1;
        while (name(s, to)) ++to;
        return to;
    }
    const auto np = s.phrase(i);
    if (!np || (np.determiner < 0 && !plural_noun(s, np.head))) return -1;
    const bool disguised =
        np.head > np.from + 1 && s.flag(np.head, Flag::verb) &&
        (kPerson.contains(s.low(np.head - 1)) || kCountable.contains(s.low(np.head - 1))) &&
        (third_form(s, np.head) || s.flag(np.head, Flag::past));
    return disguised ? np.head : np.to;
}

/// A clause begins at `i`.
inline bool clause_opens(const Sentence& s, int i) {
    return i == 0 || s.end(i - 1) ||
           s.any(i - 1, {"and", "but", "because", "so", "when", "if", "that", "although", "though",
                         "while", "or", "think", "thinks", "know", "hope", "believe"});
}

/// The place after the clause around `i`: the next mark or a word that opens another one.
inline int clause_end(const Sentence& s, int i) {
    while (i < s.size() && !s.end(i) &&
           !s.any(i, {"and", "but", "because", "so", "when", "if", "that", "although", "though",
                      "while", "who", "which", "or", "where", "as"})) {
        ++i;
    }
    return i;
}

/// Something in [from, to) could be the verb of a clause.
inline bool may_have_verb(const Sentence& s, int from, int to) {
    for (int i = from; i < to; ++i) {
        if (s.tag(i, Tag::verb) || s.tag(i, Tag::aux) || s.be(i)) return true;
        if (s[i].kind == Kind::word && s.flag(i, Flag::verb) && !kPredicates.contains(s.low(i)) &&
            !s.determiner(i - 1) && !s.flag(i, Flag::adverb) && !s.tag(i, Tag::adp) &&
            (common_verb(s, i) || !s.flag(i, Flag::noun))) {
            return true;
        }
    }
    return false;
}

/// The first of the words from `from` on; -1: there is none.
inline int place_of(const Sentence& s, int from, std::initializer_list<std::string_view> words) {
    for (int i = from; i < s.size(); ++i) {
        if (s.any(i, words)) return i;
    }
    return -1;
}

/// The sentence has one of the words.
inline bool has_word(const Sentence& s, std::initializer_list<std::string_view> words) {
    return place_of(s, 0, words) >= 0;
}

/// Tokens [from, to) with blanks; the first word of a sentence loses its capital unless it is a
/// name.
inline std::string words_of(const Sentence& s, int from, int to) {
    std::string joined;
    for (int i = from; i < to; ++i) {
        if (!joined.empty() && s.low(i) != ",") joined += ' ';
        const bool name = s.low(i) == "i" || (s[i].is_capital() && i > 0) ||
                          s[i].kind == Kind::unknown || s.low(i).starts_with("i'") ||
                          s.tag(i, Tag::propn);
        joined += name ? s[i].text : s[i].low;
    }
    return joined;
}

/// good: well, easy: easily; empty where the adverb is the same word.
inline std::string adverb_of(std::string_view adjective) {
    std::string made(adjective);
    if (made == "good") return "well";
    if (made == "fast" || made == "hard" || made == "early" || made == "late") return {};
    if (made.ends_with('y')) {
        made.pop_back();
        return made + "ily";
    }
    if (made.ends_with("le")) {
        made.pop_back();
        return made + "y";
    }
    return made + "ly";
}

/// `base`, of which the first word is a verb, in the form of the verb `like`.
inline std::string in_form(std::string_view base, std::string_view like) {
    const auto blank = base.find(' ');
    const auto verb = base.substr(0, blank);
    const auto rest = blank == std::string_view::npos ? "" : std::string(base.substr(blank));
    const auto own = base_of_verb(like);
    if (like.ends_with("ing")) return gerund_of(verb) + rest;
    if (like == own) return std::string(verb) + rest;
    if (like == third_person_of(own)) return third_person_of(verb) + rest;
    if (like == past_of(own) || like.ends_with("ed")) return past_of(verb) + rest;
    if (like == participle_of(own)) return participle_of(verb) + rest;
    return std::string(verb) + rest;
}

inline const Map kMine{{"my", "mine"}, {"your", "yours"}, {"our", "ours"}, {"their", "theirs"}};
inline const Map kReflexives{
    {"me", "myself"}, {"him", "himself"}, {"us", "ourselves"}, {"them", "themselves"}};
/// Verbs that a single subject cannot have, and what it has.
inline const Map kSingularForms{{"are", "is"},       {"were", "was"},      {"have", "has"},
                                {"aren't", "isn't"}, {"don't", "doesn't"}, {"weren't", "wasn't"}};

/// am, is or are for a pronoun.
inline std::string be_for(std::string_view subject) {
    if (subject == "i") return "am";
    return subject == "you" || subject == "we" || subject == "they" || subject == "these" ||
                   subject == "those"
               ? "are"
               : "is";
}

inline bool third(std::string_view subject) {
    return subject == "he" || subject == "she" || subject == "it";
}

/// I: me, he: him …
inline std::string_view object_of(std::string_view subject) {
    if (subject == "i") return "me";
    if (subject == "he") return "him";
    if (subject == "she") return "her";
    if (subject == "we") return "us";
    return subject == "they" ? "them" : subject;
}

inline std::string_view subject_of(std::string_view object) {
    if (object == "me") return "I";
    if (object == "him") return "he";
    if (object == "her") return "she";
    if (object == "us") return "we";
    return object == "them" ? "they" : object;
}

/// A time that stands at the end of many sentences.
inline bool time_word(const Sentence& s, int i) {
    return s.any(i,
                 {"yesterday", "today",  "tomorrow", "tonight", "now",   "last", "next",  "every",
                  "this",      "again",  "once",     "twice",   "early", "late", "soon",  "before",
                  "after",     "when",   "while",    "because", "and",   "but",  "so",    "if",
                  "together",  "alone",  "for",      "since",   "at",    "on",   "in",    "with",
                  "by",        "please", "here",     "there",   "or",    "to",   "until", "as"});
}

/// Nothing follows that could belong to the noun phrase before.
inline bool phrase_ends(const Sentence& s, int i) { return s.end(i) || time_word(s, i); }

}  // namespace lexi::ml::grammar
