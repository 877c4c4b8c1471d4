#pragma once
// From IPA to a Piper voice's numbers. Pure.
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace lexi::ml {

/// phoneme_id_map of a voice's .onnx.json.
using PhonemeIds = std::map<std::string, std::vector<std::int64_t>, std::less<>>;

/// A phoneme as espeak-ng gives it ("ˈoʊ", "tʃ"), or a blank or a mark between words.
struct Sound {
    static constexpr std::size_t kNoWord = static_cast<std::size_t>(-1);
    std::string ipa;
    std::size_t word = kNoWord;  // index among the words that are spoken
};

/// What a voice takes, and which sound each number is of: `sounds.size()` for the beginning, the
/// pads before the first sound and the end.
struct SoundIds {
    std::vector<std::int64_t> ids;
    std::vector<std::size_t> sound;
};

/// `^ _ p _ … p _ $` (piper-phonemize, phoneme_ids.cpp): every code point is followed by the pad;
/// those that the voice does not know are left out.
SoundIds sound_ids(const std::vector<Sound>& sounds, const PhonemeIds& known);

/// About how long each number of `ids` is heard, where the voice does not tell: shares of 1. Vowels
/// count double, stress nothing.
std::vector<double> estimated_shares(const std::vector<Sound>& sounds, const SoundIds& ids);

/// The letters of well-formed UTF-8.
std::vector<std::string> code_points(std::string_view text);

/// The words of `text`: blanks apart, marks at the ends removed, empties dropped.
std::vector<std::string> plain_words(std::string_view text);

}  // namespace lexi::ml
