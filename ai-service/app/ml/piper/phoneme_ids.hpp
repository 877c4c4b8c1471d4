#pragma once
// From IPA to a Piper voice's numbers, and from phonemes to rough word times. Pure.
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ml/piper/espeak.hpp"
#include "ml/piper/tts.hpp"

namespace lexi::ml {

/// phoneme_id_map of a voice's .onnx.json.
using PhonemeIds = std::map<std::string, std::vector<std::int64_t>, std::less<>>;

/// One sentence: clauses up to the one that ends it.
struct Sentence {
    std::vector<Clause> clauses;
    /// IPA with marks, as Piper's voices were trained: "həlˈoʊ, wˈɜːld."
    std::string ipa() const;
};

/// Clauses without sounds are dropped. The last sentence gets a full stop if it has no mark.
std::vector<Sentence> sentences(const std::vector<Clause>& clauses);

/// `^ _ p _ … p _ $` (piper-phonemize, phoneme_ids.cpp): every phoneme is followed by the pad. Each
/// code point is a phoneme; those that the voice does not know are left out, as are the language
/// flags in parentheses that espeak-ng puts around foreign words.
std::vector<std::int64_t> phoneme_ids(std::string_view ipa, const PhonemeIds& known);

/// About how long `ipa` takes, in units of a short consonant: vowels count double, a length mark
/// one more, stress nothing.
double spoken_weight(std::string_view ipa);

/// A word of the text as written, without marks at its ends, and what it weighs.
struct WeightedWord {
    std::string word;
    double weight = 0;
    double pause = 0;  // after it
};

/// Shares the time from `start` to `end` out over `words` by their weights and pauses.
std::vector<TtsWord> share_time(const std::vector<WeightedWord>& words, double start, double end);

/// The words of `text`: blanks apart, marks at the ends removed, empties dropped.
std::vector<std::string> plain_words(std::string_view text);

}  // namespace lexi::ml
