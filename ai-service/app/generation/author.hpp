#pragma once
// New sentences that a language model writes for words of the vocabulary, and which of them a
// learner may be given. Pure but for the grammar engine.
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/lexicon/lexicon.hpp"
#include "generation/workshop.hpp"
#include "ml/grammar/checker.hpp"
#include "ml/llm/llm.hpp"

namespace lexi::generation {

/// The words of the topic that an order's exercises are made of first, each spelling once; at most
/// as many as the model is asked about at once. Empty where the kind needs a translation of the
/// sentence, which a small model cannot be trusted with.
std::vector<const core::Word*> words_to_write_for(const Order& order, const core::Lexicon& lexicon,
                                                  Topics& topics);

/// Asks for one sentence a word, as one JSON object with the words as keys; examples of the
/// vocabulary show how.
ml::LlmJob sentences_job(const Order& order, const std::vector<const core::Word*>& words,
                         const core::Lexicon& lexicon, std::string owner);

/// By word. A sentence stays where it is one plain sentence with the word, or a form of it, in it
/// once, has no word above the level, and the grammar engine finds nothing in it (blocks: a
/// worker's thread). Without a grammar engine none stays.
Sentences usable_sentences(std::string_view answer, const std::vector<const core::Word*>& words,
                           core::Level level, const core::Lexicon& lexicon,
                           ml::grammar::Grammar& grammar);

}  // namespace lexi::generation
