#pragma once
// The subject of a clause and what its verb has to agree with. Pure.
#include "ml/grammar/sentence.hpp"

namespace lexi::ml::grammar {

enum class Who : std::uint8_t { i, one, many };

struct Subject {
    int to = -1;  // the place after it; -1: none is recognised
    Who who = Who::one;
    bool pronoun = false;
    explicit operator bool() const { return to >= 0; }
};

/// he, she, it: one; I: i; you, we, they: many.
Who pronoun_person(std::string_view pronoun);

/// The subject that begins at `i`, where a clause begins there and the words leave no doubt.
Subject subject_at(const Sentence& s, int i);

}  // namespace lexi::ml::grammar
