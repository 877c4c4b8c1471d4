#pragma once
// One sentence's tokens without the blanks, tagged again for learners' English, and what rules ask
// of them. Pure.
#include <initializer_list>
#include <span>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "ml/grammar/token.hpp"

namespace lexi::ml::grammar {

/// A set of lower-case words, written as one text with blanks between.
class Words {
public:
    explicit Words(std::string_view list);
    bool contains(std::string_view word) const { return words_.contains(word); }

private:
    std::unordered_set<std::string_view> words_;
};

/// A noun phrase: [from, to) with its head noun in front of `to`.
struct NounPhrase {
    int from = 0, to = 0;
    int determiner = -1;  // article, possessive, demonstrative or quantifier; -1: none
    int number = -1;      // a numeral; -1: none
    int head = -1;        // -1: there is no noun phrase here
    explicit operator bool() const { return head >= 0; }
};

class Sentence {
public:
    explicit Sentence(std::vector<Token> tokens);

    int size() const { return static_cast<int>(tokens_.size()); }
    /// A blank token outside of the sentence, so that rules may look around without asking.
    const Token& operator[](int i) const { return i < 0 || i >= size() ? kNone : tokens_[i]; }
    std::string_view low(int i) const { return (*this)[i].low; }
    bool is(int i, std::string_view word) const { return low(i) == word; }
    bool any(int i, std::initializer_list<std::string_view> words) const;
    bool any(int i, const Words& words) const { return words.contains(low(i)); }
    bool tag(int i, Tag tag) const { return (*this)[i].tag == tag; }
    bool flag(int i, Flag flag) const { return (*this)[i].is(flag); }

    bool noun(int i) const { return tag(i, Tag::noun) || tag(i, Tag::propn); }
    bool verb(int i) const { return tag(i, Tag::verb) || tag(i, Tag::aux); }
    bool adjective(int i) const { return tag(i, Tag::adj); }
    bool adverb(int i) const { return tag(i, Tag::adv); }
    bool end(int i) const;              // no word: punctuation, or outside of the sentence
    bool determiner(int i) const;       // a, the, my, this, some, every, Minh's …
    bool number(int i) const;           // 2, two, hundred
    bool be(int i) const;               // am, is, are, was, were and their negations
    bool subject_pronoun(int i) const;  // I he she it we they you who

    /// The noun phrase that begins at `i`.
    NounPhrase phrase(int i) const;
    /// The last of the adverbs (and "not", "never" …) from `i` on; the place after them.
    int after_adverbs(int i) const;
    bool question() const { return size() > 0 && is(size() - 1, "?"); }
    /// Where the clause around `i` begins: after the last comma, conjunction or the start.
    int clause_begin(int i) const;

private:
    void retag();
    static const Token kNone;
    std::vector<Token> tokens_;
};

/// The sentences of a text. Abbreviations ("Mr.") are Harper's tokens and end none.
std::vector<Sentence> sentences(const std::vector<Token>& tokens);

}  // namespace lexi::ml::grammar
