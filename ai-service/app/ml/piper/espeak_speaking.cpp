#include <algorithm>
#include <cstdlib>
#include <utility>

#include "kit/utf8.hpp"
#include "ml/piper/espeak.hpp"
#include "ml/piper/speaking.hpp"

namespace lexi::ml {
namespace {

using spoken::Phrase;
using spoken::Tongue;

constexpr std::int16_t kQuiet = 200;  // of 32767

// What one of espeak-ng's voices says in one go.
struct Stretch {
    struct Word {
        std::string written;
        std::size_t at = 0;  // its first code point in `text`
    };
    Tongue tongue = Tongue::vietnamese;
    std::string text;
    std::vector<Word> words;
};

std::vector<Stretch> stretches(const std::vector<Phrase>& phrases) {
    std::vector<Stretch> found;
    for (const auto& phrase : phrases) {
        for (const auto& word : phrase.words) {
            if (found.empty() || found.back().tongue != word.tongue) {
                found.push_back({.tongue = word.tongue, .text = {}, .words = {}});
            }
            auto& stretch = found.back();
            if (!stretch.text.empty()) stretch.text += ' ';
            stretch.words.push_back({.written = word.written, .at = utf8::length(stretch.text)});
            stretch.text += word.said;
        }
        if (!found.empty()) found.back().text += phrase.mark;
    }
    return found;
}

// The pause that espeak-ng makes behind all that it says, where the sentence goes on.
void trim_end(std::vector<std::int16_t>& pcm) {
    while (!pcm.empty() && std::abs(pcm.back()) < kQuiet) pcm.pop_back();
}

void add(TtsPiece& result, const Stretch& stretch, const Spoken& spoken) {
    const double offset = static_cast<double>(result.pcm.size()) / spoken.rate;
    const double whole = static_cast<double>(spoken.pcm.size()) / spoken.rate;
    for (std::size_t i = 0; i < stretch.words.size(); ++i) {
        const auto begins = [&](std::size_t word) {
            const auto mark = std::ranges::find_if(spoken.words, [&](const Spoken::Mark& m) {
                return m.at >= stretch.words[word].at;
            });
            return mark == spoken.words.end() ? whole : std::min(mark->start, whole);
        };
        const double end = i + 1 < stretch.words.size() ? begins(i + 1) : whole;
        result.words.push_back({.word = stretch.words[i].written,
                                .start = offset + begins(i),
                                .end = offset + end,
                                .phonemes = {}});
    }
    result.pcm.insert(result.pcm.end(), spoken.pcm.begin(), spoken.pcm.end());
}

// espeak-ng makes a minute of speech in a few milliseconds: all is one piece.
class EspeakPieces final : public TtsPieces {
public:
    EspeakPieces(TtsPiece piece, std::uint32_t rate) : piece_(std::move(piece)), rate_(rate) {}

    Result<std::optional<TtsPiece>> next() override { return std::exchange(piece_, std::nullopt); }
    TtsResult about() const override {
        return {.pcm = {},
                .sample_rate = rate_,
                .words = {},
                .words_estimated = false,
                .model = "espeak-ng vi"};
    }

private:
    std::optional<TtsPiece> piece_;
    const std::uint32_t rate_;
};

}  // namespace

Result<std::unique_ptr<TtsPieces>> espeak_pieces(const std::vector<Phrase>& phrases, double speed) {
    for (const auto& phrase : phrases) {
        if (std::ranges::any_of(phrase.words, [](const auto& word) { return !word.ipa.empty(); })) {
            return fail_field("text",
                              "gives phonemes, which the voice of this language cannot say");
        }
    }
    TtsPiece piece;
    std::uint32_t rate = 0;
    const auto parts = stretches(phrases);
    for (const auto& stretch : parts) {
        const auto* name = stretch.tongue == Tongue::english ? "en-us" : "vi";
        auto spoken = Espeak::get().speak(stretch.text, name, speed);
        if (!spoken) return std::unexpected(spoken.error());
        rate = spoken->rate;
        const bool ends = std::string_view(".?!").contains(stretch.text.back());
        if (&stretch != &parts.back() && !ends) trim_end(spoken->pcm);
        add(piece, stretch, *spoken);
    }
    return std::make_unique<EspeakPieces>(std::move(piece), rate);
}

}  // namespace lexi::ml
