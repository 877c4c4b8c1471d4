#pragma once
// Where each word and sound of a known text lies in a recording, and how close it is to what a
// native speaker says. Calls block for the length of the work; run them on a worker pool.
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "kit/result.hpp"
#include "ml/engine.hpp"

namespace lexi::ml {

struct PhoneScore {
    std::string phone;  // ARPAbet without stress, as expected: AH
    std::string ipa;    // ʌ
    double start = 0;   // seconds
    double end = 0;
    double score = 0;   // 0-100
    std::string heard;  // ARPAbet that fits the sound best; empty: nothing was heard there
};

struct WordScore {
    std::string word;  // as in the text
    double start = 0;
    double end = 0;
    double score = 0;  // 0-100
    std::vector<PhoneScore> phones;
};

struct AlignResult {
    std::vector<WordScore> words;  // every word of the text, in order
    double overall = 0;            // 0-100
    double coverage = 0;           // 0-1: share of the text's phones that were plainly spoken
    double confidence = 0;    // 0-1: how far the scores can be trusted; low when alignment failed
    double speech_start = 0;  // seconds
    double speech_end = 0;
};

class PhoneAligner : public Engine {
public:
    /// Blocks. Thread-safe: as many calls run side by side as there are decoders, others wait.
    /// `pcm` is 16 kHz mono in -1..1. A text without words, or audio under 0.1 s, is
    /// Fault::invalid.
    virtual Result<AlignResult> align(std::span<const float> pcm, const std::string& text) = 0;
    /// ARPAbet phones of one English word (dictionary, else espeak-ng); empty until ready.
    virtual std::vector<std::string> phones_of(const std::string& word) = 0;
};

struct AlignerConfig {
    std::string model_dir;  // holds en-us/, cmudict-en-us.dict, en-us-phone.lm.bin; empty: Debian's
    std::uint32_t decoders = 1;
    double retry_seconds = 5;
};

/// Counters: calls, unaligned, failed, audio_ms, busy_ms.
std::unique_ptr<PhoneAligner> make_pocketsphinx(AlignerConfig config);

/// IPA of an ARPAbet phone (stress digit allowed); the phone itself when unknown.
std::string arpabet_to_ipa(const std::string& phone);

}  // namespace lexi::ml
