#pragma once
// Makes sets of exercises that have passed the checker. Pure but for the topic's meaning.
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
};

struct Made {
    std::vector<Item> items;
    std::string matched;
};

/// Blocks (some 10 ms). No two items of a set practise the same word in the same way. Fewer than
/// asked come only when the vocabulary of the level has no more.
Made make_items(const Order& order, const core::Lexicon& lexicon, Topics& topics);

/// nullopt: neither a lesson nor a word is about the topic.
std::optional<ExplanationView> explain(const Order& order, const core::Lexicon& lexicon,
                                       Topics& topics);

}  // namespace lexi::generation
