#pragma once
// One PocketSphinx decoder: forced alignment and the free phone loop. One thread at a time.
#include <pocketsphinx.h>

#include <cstdint>
#include <expected>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace lexi::ml {

/// A sound in frames of 10 ms. `score` is the acoustic log likelihood over its frames, as
/// PocketSphinx scales it.
struct Segment {
    std::string phone;  // ARPAbet; SIL and +NSN+ are no speech
    int start = 0;
    int frames = 0;
    double score = 0;
};

struct AlignedWord {
    std::size_t index = 0;  // in the words that were given
    std::vector<Segment> phones;
};

class PsDecoder {
public:
    /// `model_dir` holds en-us/, cmudict-en-us.dict and en-us-phone.lm.bin.
    static std::expected<std::unique_ptr<PsDecoder>, std::string> make(
        const std::string& model_dir);

    /// The pronunciation of a lower-case word, from CMUdict or by espeak-ng. Empty: it has no
    /// sounds.
    std::vector<std::string> phones_of(const std::string& word);

    /// Nothing when the text cannot be laid over the sound.
    std::optional<std::vector<AlignedWord>> align(std::span<const std::int16_t> pcm,
                                                  const std::vector<std::string>& words);
    /// The likeliest sounds without any text.
    std::vector<Segment> free_phones(std::span<const std::int16_t> pcm);

    /// Words outside the dictionary are added to it for good: past some thousand, make a new
    /// decoder.
    bool worn_out() const { return added_ > 2000; }

private:
    struct Free {
        void operator()(ps_decoder_t* decoder) const noexcept { ps_free(decoder); }
    };
    explicit PsDecoder(ps_decoder_t* decoder) : decoder_(decoder) {}
    bool decode(std::span<const std::int16_t> pcm);
    bool know(const std::string& word);
    std::vector<std::string> looked_up(const std::string& word) const;

    std::unique_ptr<ps_decoder_t, Free> decoder_;
    std::size_t added_ = 0;
};

}  // namespace lexi::ml
