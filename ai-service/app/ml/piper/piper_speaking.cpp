#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

#include "ml/piper/speaking.hpp"
#include "ml/piper/utterance.hpp"

namespace lexi::ml {
namespace {

constexpr double kSentencePause = 0.25;  // seconds
constexpr float kPeak = 0.9F;            // of full scale
constexpr std::size_t kMostSaid = 8000;  // bytes: figures may become ten times as long when read

// Each utterance is brought to the same level, as Piper itself does.
void add_pcm(std::vector<std::int16_t>& pcm, std::span<const float> samples) {
    float peak = 0.01F;
    for (const float s : samples) peak = std::max(peak, std::abs(s));
    for (const float s : samples) {
        pcm.push_back(static_cast<std::int16_t>(std::lround(s / peak * kPeak * 32767)));
    }
}

std::vector<TtsWord> timed_words(const Utterance& said, const PiperVoice::Voiced& voiced,
                                 double offset) {
    std::vector<TtsWord> words(said.words.size());
    for (std::size_t i = 0; i < words.size(); ++i) words[i].word = said.words[i];
    for (std::size_t i = 0; i < said.sounds.size(); ++i) {
        const auto& sound = said.sounds[i];
        if (sound.word == Sound::kNoWord) continue;
        const auto& time = voiced.times[i];
        words[sound.word].phonemes.push_back(
            {.ipa = sound.ipa, .start = offset + time.start, .end = offset + time.end});
    }
    double reached = offset;
    for (auto& word : words) {  // one that runs into its neighbours without a sound is a moment
        word.start = word.phonemes.empty() ? reached : word.phonemes.front().start;
        word.end = word.phonemes.empty() ? reached : word.phonemes.back().end;
        reached = word.end;
    }
    return words;
}

// What of given phonemes the voice cannot say; empty: it can say all.
std::string unknown_in(const PiperVoice& voice, const std::vector<spoken::Phrase>& phrases) {
    for (const auto& phrase : phrases) {
        for (const auto& word : phrase.words) {
            if (auto unknown = voice.unknown_in(word.ipa); !unknown.empty()) return unknown;
        }
    }
    return "";
}

class PiperPieces final : public TtsPieces {
public:
    PiperPieces(const PiperVoice& voice, std::vector<std::vector<spoken::Phrase>> parts,
                double speed)
        : voice_(voice), parts_(std::move(parts)), speed_(speed) {}

    Result<std::optional<TtsPiece>> next() override {
        if (at_ == parts_.size()) return std::nullopt;
        const auto said = utterance_of(parts_[at_++], tongue());
        if (!said) return std::unexpected(said.error());
        TtsPiece piece;
        if (pausing_) piece.pcm.resize(seconds_of(kSentencePause), 0);
        const auto voiced = voice_.speak(said->sounds, 1 / speed_);
        const auto offset = static_cast<double>(spoken_ + piece.pcm.size()) / voice_.sample_rate();
        piece.words = timed_words(*said, voiced, offset);
        add_pcm(piece.pcm, voiced.samples);
        spoken_ += piece.pcm.size();
        pausing_ = said->ends_sentence;
        return piece;
    }

    TtsResult about() const override {
        return {.pcm = {},
                .sample_rate = voice_.sample_rate(),
                .words = {},
                .words_estimated = !voice_.tells_times(),
                .model = voice_.name()};
    }

private:
    spoken::Tongue tongue() const {
        return voice_.language().starts_with("vi") ? spoken::Tongue::vietnamese
                                                   : spoken::Tongue::english;
    }
    std::size_t seconds_of(double seconds) const {
        return static_cast<std::size_t>(seconds * voice_.sample_rate());
    }

    const PiperVoice& voice_;
    const std::vector<std::vector<spoken::Phrase>> parts_;
    const double speed_;
    std::size_t at_ = 0;
    std::size_t spoken_ = 0;  // samples
    bool pausing_ = false;
};

}  // namespace

Result<std::unique_ptr<TtsPieces>> piper_pieces(const PiperVoice& voice,
                                                std::vector<spoken::Phrase> phrases, double speed,
                                                bool quick) {
    if (const auto unknown = unknown_in(voice, phrases); !unknown.empty()) {
        return fail_field("text", "names a phoneme that the voice does not have: " + unknown);
    }
    if (spoken::said_text(phrases).size() > kMostSaid) {
        return fail_field("text", "is too long when its figures are read out");
    }
    return std::make_unique<PiperPieces>(voice, cut(std::move(phrases), quick), speed);
}

}  // namespace lexi::ml
