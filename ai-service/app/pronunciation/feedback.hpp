#pragma once
// What a learner is told about one sound: what was heard, and what to do with the mouth. Written
// for Vietnamese speakers. Pure.
#include <string>

#include "ml/phones/arpabet.hpp"

namespace lexi::pronunciation {

struct Sound {
    std::string expected;     // ARPAbet
    std::string heard;        // ARPAbet; empty: nothing; the same as expected: unclear
    bool last = false;        // of its word
    bool in_cluster = false;  // a consonant beside another one of its word
};

struct Advice {
    std::string english;
    std::string vietnamese;
};

Advice advice_for(const Sound& sound);

/// For a sound that the word does not have; `last`: after its last sound.
Advice advice_for_added(const std::string& phone, bool last);

using ml::is_vowel;

}  // namespace lexi::pronunciation
