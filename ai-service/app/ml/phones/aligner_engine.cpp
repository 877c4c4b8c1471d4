// PocketSphinx behind aligner.hpp: a pool of decoders.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>

#include "kit/utf8.hpp"
#include "ml/cores.hpp"
#include "ml/loader.hpp"
#include "ml/model_file.hpp"
#include "ml/phones/aligner.hpp"
#include "ml/phones/arpabet.hpp"
#include "ml/phones/lexicon.hpp"
#include "ml/phones/ps_decoder.hpp"
#include "ml/phones/scoring.hpp"
#include "ml/piper/espeak.hpp"
#include "ml/piper/phoneme_ids.hpp"
#include "ml/pool.hpp"
#include "ml/vad/spans.hpp"

namespace lexi::ml {
namespace {

constexpr std::size_t kMostWords = 300;
constexpr std::size_t kShortestSound = 1600;  // samples: 0.1 s
constexpr std::size_t kWindow = 512;          // samples of the level measurement
constexpr const char* kDebianModels = "/usr/share/pocketsphinx/model/en-us";

struct Decoders {
    Pool<std::unique_ptr<PsDecoder>> pool;
};

// What the dictionary has, without what means something to PocketSphinx.
std::string decoder_form(const std::string& word) {
    auto form = dictionary_form(word);
    std::ranges::replace_if(
        form, [](char c) { return std::string_view("()[]<>+").contains(c); }, '_');
    return form;
}

std::vector<std::int16_t> to_pcm16(std::span<const float> pcm) {
    std::vector<std::int16_t> samples;
    samples.reserve(pcm.size());
    for (const float s : pcm) {
        samples.push_back(
            static_cast<std::int16_t>(std::lround(std::clamp(s, -1.0F, 1.0F) * 32767)));
    }
    return samples;
}

// The dictionary does not tell the full vowel of "cup" from the weak one of "about".
void weaken_vowels(WordScore& word) {
    const bool has = std::ranges::contains(word.phones, "AH", &PhoneScore::phone);
    if (!has) return;
    const auto clauses = Espeak::get().clauses(word.word, "en-us");
    if (!clauses) return;
    for (const auto& clause : *clauses) {
        if (clause.ipa.contains("ʌ")) return;
    }
    for (auto& phone : word.phones) {
        if (phone.phone == "AH") phone.ipa = "ə";
    }
}

class AlignerEngine final : public PhoneAligner {
public:
    explicit AlignerEngine(AlignerConfig config)
        : config_(std::move(config)),
          dir_(config_.model_dir.empty() ? kDebianModels : config_.model_dir),
          loader_(
              "aligner", [this] { return load(); },
              [this] { return fingerprint(dir_ + "/cmudict-en-us.dict"); }, config_.retry_seconds) {
    }

    Result<AlignResult> align(std::span<const float> pcm, const std::string& text) override;
    std::vector<std::string> phones_of(const std::string& word) override;
    EngineStatus status() const override;
    void stop() override { loader_.stop(); }

private:
    Loader<Decoders>::Loaded load() const;
    Result<AlignResult> run(PsDecoder& decoder, std::span<const float> pcm,
                            const std::vector<std::string>& texts);

    const AlignerConfig config_;
    const std::string dir_;
    std::atomic<std::uint64_t> calls_{0}, unaligned_{0}, failed_{0}, audio_ms_{0}, busy_ms_{0};
    Loader<Decoders> loader_;
};

Loader<Decoders>::Loaded AlignerEngine::load() const {
    auto decoders = std::make_shared<Decoders>();
    for (std::uint32_t i = 0; i < std::max<std::uint32_t>(1, config_.decoders); ++i) {
        auto decoder = PsDecoder::make(dir_);
        if (!decoder) return std::unexpected(decoder.error());
        decoders->pool.put(std::make_unique<std::unique_ptr<PsDecoder>>(std::move(*decoder)));
    }
    return decoders;
}

EngineStatus AlignerEngine::status() const {
    EngineStatus status;
    loader_.describe(status);
    status.name = "pocketsphinx-en-us";
    std::uint64_t one = 0;
    for (const auto* file : {"/en-us/mdef", "/en-us/means", "/en-us/variances", "/en-us/sendump",
                             "/cmudict-en-us.dict"}) {
        one += file_bytes(dir_ + file);
    }
    if (loader_.peek()) status.memory_bytes = one * std::max<std::uint32_t>(1, config_.decoders);
    status.counters = {{"calls", calls_},
                       {"unaligned", unaligned_},
                       {"failed", failed_},
                       {"audio_ms", audio_ms_},
                       {"busy_ms", busy_ms_}};
    return status;
}

std::vector<std::string> AlignerEngine::phones_of(const std::string& word) {
    const auto decoders = loader_.peek();
    if (!decoders) return {};
    const auto loan = decoders->pool.borrow();
    return (*loan)->phones_of(decoder_form(word));
}

Result<AlignResult> AlignerEngine::align(std::span<const float> pcm, const std::string& text) {
    const auto decoders = loader_.get("Pronunciation analysis");
    if (!decoders) return std::unexpected(decoders.error());
    if (pcm.size() < kShortestSound) return fail_field("audio", "is too short");
    const auto words = plain_words(utf8::nfc(utf8::mended(text)));
    if (words.empty()) return fail_field("text", "has no words");
    if (words.size() > kMostWords) return fail_field("text", "has too many words");
    ++calls_;
    audio_ms_ += pcm.size() / 16;
    const auto loan = (*decoders)->pool.borrow();
    if ((*loan)->worn_out()) {
        if (auto fresh = PsDecoder::make(dir_)) *loan = std::move(*fresh);
    }
    const CoreLease lease(1);
    const auto began = std::chrono::steady_clock::now();
    auto result = run(**loan, pcm, words);
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - began;
    busy_ms_ += static_cast<std::uint64_t>(took.count());
    if (!result) ++failed_;
    return result;
}

Result<AlignResult> AlignerEngine::run(PsDecoder& decoder, std::span<const float> pcm,
                                       const std::vector<std::string>& texts) {
    std::vector<ExpectedWord> words;
    std::vector<std::string> forms;
    for (const auto& text : texts) {
        const auto form = decoder_form(text);
        auto phones = decoder.phones_of(form);
        if (phones.empty()) continue;  // nothing of it can be said: an emoji, a lone sign
        words.push_back({.text = text, .phones = std::move(phones)});
        forms.push_back(form);
    }
    if (words.empty()) return fail_field("text", "has no words that can be spoken in English");
    // Silence can be laid under any text; nothing of it was said.
    if (speech_spans(energy_probabilities(pcm, kWindow), kWindow / 16000.0).spans.empty()) {
        ++unaligned_;
        return score_by_order(words, {});
    }
    const auto samples = to_pcm16(pcm);
    const auto aligned = decoder.align(samples, forms);
    const auto free = decoder.free_phones(samples);
    if (!aligned) ++unaligned_;
    auto result = aligned ? score_alignment(words, *aligned, free) : score_by_order(words, free);
    for (auto& word : result.words) weaken_vowels(word);
    result.version = "ps-align-1";
    return result;
}

}  // namespace

std::unique_ptr<PhoneAligner> make_pocketsphinx(AlignerConfig config) {
    return std::make_unique<AlignerEngine>(std::move(config));
}

}  // namespace lexi::ml
