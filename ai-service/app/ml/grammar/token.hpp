#pragma once
// A text as the rules see it: Harper's tokens with what its tagger and dictionary say of them.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lexi::ml::grammar {

/// What the dictionary knows of a word in any of its uses. The order is that of
/// native/harper/src/flags.rs.
enum class Flag : std::uint8_t {
    known,
    noun,
    proper,
    singular,
    plural,
    countable,
    mass,
    possessive_noun,
    pronoun,
    singular_pronoun,
    plural_pronoun,
    subject_pronoun,
    object_pronoun,
    verb,
    auxiliary,
    linking,
    lemma,
    past,
    participle,
    progressive,
    third_person,
    adjective,
    comparative,
    superlative,
    adverb,
    manner,
    frequency,
    degree,
    determiner,
    possessive,
    quantifier,
    conjunction,
    preposition,
    common,
    root,       // not derived from another word
    offensive,  // never suggested
};

/// Universal Dependencies' parts of speech, as Harper's tagger guesses them.
enum class Tag : std::uint8_t {
    none,
    adj,
    adp,
    adv,
    aux,
    cconj,
    det,
    intj,
    noun,
    num,
    part,
    pron,
    propn,
    punct,
    sconj,
    sym,
    verb,
};

enum class Kind : std::uint8_t { word, unknown, number, punctuation, space, paragraph, other };

struct Token {
    std::string text;
    std::string low;                 // `text` in lower case, with a straight apostrophe
    std::size_t begin = 0, end = 0;  // bytes
    Kind kind = Kind::other;
    Tag tag = Tag::none;
    bool noun_phrase = false;  // Harper's chunker: inside a noun phrase
    std::uint64_t flags = 0;

    bool is(Flag flag) const { return ((flags >> static_cast<unsigned>(flag)) & 1U) != 0; }
    bool is_word() const { return kind == Kind::word || kind == Kind::unknown; }
    bool is_capital() const { return !text.empty() && text[0] >= 'A' && text[0] <= 'Z'; }
};

/// One of Harper's findings. Bytes; each replacement stands for the whole span.
struct Lint {
    std::size_t begin = 0, end = 0;
    std::string rule;
    std::string kind;
    std::string message;
    std::uint8_t priority = 0;
    std::vector<std::string> replacements;
};

}  // namespace lexi::ml::grammar
