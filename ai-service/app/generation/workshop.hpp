#pragma once
// Makes sets of exercises that have passed the checker. Pure but for the topic's meaning.
#include <map>

#include "generation/schema.hpp"
#include "generation/topic.hpp"

namespace lexi::generation {

struct Order {
    std::string topic;
    core::Level level = core::Level::a1;
    std::string language = "en";
    std::string type;  // empty: one kind after the other
    std::size_t count = 1;
    std::uint32_t seed = 0;
    bool new_sentences = false;  // a language model's, where they can be used
};

/// A sentence in place of the vocabulary's example, by word.
using Sentences = std::map<std::string, std::string, std::less<>>;

struct Made {
    std::vector<Item> items;
    std::string matched;
    std::size_t with_new_sentence = 0;  // of the items
};

/// Whether exercises of the kind show an English sentence and no translation of it.
bool english_alone(std::string_view kind);

/// The topic's words at the level, those to be learnt first, drawn by the order's seed.
std::vector<const core::Word*> words_in_turn(const Order& order, Topics& topics);

/// Blocks (some 10 ms). No two items of a set practise the same word in the same way. Fewer than
/// asked come only when the vocabulary of the level has no more.
Made make_items(const Order& order, const core::Lexicon& lexicon, Topics& topics,
                const Sentences& sentences);

/// nullopt: neither a lesson nor a word is about the topic.
std::optional<ExplanationView> explain(const Order& order, const core::Lexicon& lexicon,
                                       Topics& topics);

}  // namespace lexi::generation
