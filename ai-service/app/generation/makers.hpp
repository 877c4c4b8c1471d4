#pragma once
// One exercise of each kind from a word of the vocabulary. Pure: the same word, pool and draw give
// the same item. A word of which the kind cannot be made with one right answer gives nothing.
#include <optional>
#include <span>

#include "core/lexicon/lexicon.hpp"
#include "generation/draw.hpp"
#include "generation/item.hpp"

namespace lexi::generation {

struct Maker {
    const core::Lexicon& lexicon;
    core::Level level;
    /// Where wrong options and partners come from: words that the learner may know.
    std::span<const core::Word* const> pool;
    Draw& draw;

    std::optional<Item> make(std::string_view kind, const core::Word& word) const;

private:
    std::optional<Item> multiple_choice(const core::Word& word) const;
    std::optional<Item> cloze(const core::Word& word) const;
    std::optional<Item> reorder(const core::Word& word) const;
    std::optional<Item> translation(const core::Word& word) const;
    std::optional<Item> dictation(const core::Word& word) const;
    std::optional<Item> matching(const core::Word& word) const;
    std::optional<Item> error_spotting(const core::Word& word) const;
    /// `count` words of the same part of speech whose meanings are far from `word`'s and from each
    /// other; fewer when there are not so many.
    std::vector<const core::Word*> strangers(const core::Word& word, std::size_t count) const;
};

}  // namespace lexi::generation
