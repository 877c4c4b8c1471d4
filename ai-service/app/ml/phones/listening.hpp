#pragma once
// A text laid over a recording: which phones were expected, and what the recording says of each.
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ml/phones/features.hpp"
#include "ml/phones/lexicon.hpp"
#include "ml/phones/recognizer.hpp"

namespace lexi::ml {

/// A word of the text; its phones where they are given, else the lexicon's.
struct AskedWord {
    std::string text;
    PhoneString phones;
};

struct Listening {
    std::vector<ExpectedPhones> words;  // without those that have no sounds
    std::vector<std::size_t> asked;     // which of the asked words each is
    PhoneFrames frames;
    CtcEvidence evidence;           // no phones: so much text cannot lie in so little sound
    std::vector<double> omissions;  // log ratio of the text without each word; empty: not computed
};

/// Of several ways to say a word, the one that fits the recording best is expected. Blocks;
/// thread-safe; throws Ort::Exception when the runtime breaks. Empty `words`: nothing in the text
/// can be said.
Listening listen(const PhoneListener& recognizer, const Lexicon& lexicon,
                 std::span<const float> pcm, const std::vector<AskedWord>& asked);

}  // namespace lexi::ml
