#pragma once
// Where each word and sound of a known text lies in a recording, and how close it is to what a
// native speaker says. Calls block for the length of the work; run them on a worker pool.
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "kit/result.hpp"
#include "ml/engine.hpp"

namespace lexi::ml {

/// ARPAbet that may have been said in a phone's place, empty for nothing at all; 0-1.
struct HeardAs {
    std::string phone;
    double probability = 0;
};

/// How surely a phone was said wrong, 0-1.
struct PhoneErrors {
    double left_out = 0;
    double exchanged = 0;
    double followed = 0;  // by a sound that the text does not have
};

struct PhoneScore {
    std::string phone;  // ARPAbet without stress, as expected: AH
    std::string ipa;    // ʌ
    double start = 0;   // seconds
    double end = 0;
    double score = 0;            // 0-100
    std::string heard;           // ARPAbet that fits the sound best; empty: nothing was heard there
    std::vector<HeardAs> nbest;  // likeliest first; empty where the aligner cannot tell
    PhoneErrors errors;
};

/// A sound that the text does not have.
struct AddedSound {
    std::string phone;       // ARPAbet
    std::size_t before = 0;  // the word's phone that it stands before; its length: after the last
};

struct WordScore {
    std::string word;  // as in the text
    double start = 0;
    double end = 0;
    double score = 0;  // 0-100
    std::vector<PhoneScore> phones;
    std::vector<AddedSound> added;
    /// Natural logarithm of how much likelier the recording is without this word in the text;
    /// above 0 it was left out. Absent where the aligner cannot tell.
    std::optional<double> omission;
};

/// As experts would rate the whole recording, 0-100.
struct Ratings {
    double accuracy = 0;
    double fluency = 0;
    double prosody = 0;
    double overall = 0;
};

struct AlignResult {
    std::vector<WordScore> words;  // every word of the text, in order
    double overall = 0;            // 0-100
    double coverage = 0;           // 0-1: share of the text's phones that were plainly spoken
    double confidence = 0;    // 0-1: how far the scores can be trusted; low when alignment failed
    double speech_start = 0;  // seconds
    double speech_end = 0;
    std::optional<Ratings> ratings;  // where the aligner was trained on experts' ratings
    std::string version;             // of what gave the scores
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

struct JudgeConfig {
    std::string encoder_path;      // phone-encoder-int8.onnx, or phone-encoder.onnx
    std::string weights_path;      // ggml-base.bin, a folder, or the beginning of a file's name
    std::string head_path;         // phone-head.onnx
    std::string scorer_path;       // pronunciation-scorer.onnx
    std::string dictionary_path;   // in CMUdict's format; empty: PocketSphinx's
    std::string other_model_path;  // another CTC phone model, taken where it is there
    std::uint32_t threads = 1;     // a recording
    double retry_seconds = 5;
    AlignerConfig fallback;  // answers while these files cannot be loaded
};

/// The judge of docs/pronunciation.md. Counters: calls, fallback, failed, audio_ms, busy_ms.
std::unique_ptr<PhoneAligner> make_phone_judge(JudgeConfig config);

/// IPA of an ARPAbet phone (stress digit allowed); the phone itself when unknown.
std::string arpabet_to_ipa(const std::string& phone);

}  // namespace lexi::ml
