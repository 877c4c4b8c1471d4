// Piper voices behind tts.hpp, sentence by sentence; espeak-ng's own voice for Vietnamese where no
// Piper voice is installed.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <filesystem>

#include "kit/log.hpp"
#include "kit/utf8.hpp"
#include "ml/cores.hpp"
#include "ml/loader.hpp"
#include "ml/model_file.hpp"
#include "ml/piper/espeak.hpp"
#include "ml/piper/phoneme_ids.hpp"
#include "ml/piper/piper_voice.hpp"
#include "ml/piper/tts.hpp"

namespace lexi::ml {
namespace {

constexpr std::size_t kLongestText = 5000;  // bytes
constexpr double kSentencePause = 0.25;     // seconds
constexpr float kAudible = 0.01F;           // of the peak
constexpr float kPeak = 0.9F;               // of full scale

struct Voices {
    std::unique_ptr<PiperVoice> english;
    std::unique_ptr<PiperVoice> vietnamese;  // may be null
};

// Where the sound in `samples` begins and ends, in samples.
std::pair<std::size_t, std::size_t> audible(std::span<const float> samples) {
    float peak = 0;
    for (const float s : samples) peak = std::max(peak, std::abs(s));
    const auto loud = [&](float s) { return std::abs(s) > kAudible * peak; };
    const auto first = std::ranges::find_if(samples, loud);
    auto last = samples.end();
    while (last != first && !loud(*(last - 1))) --last;
    return {static_cast<std::size_t>(first - samples.begin()),
            static_cast<std::size_t>(last - samples.begin())};
}

std::vector<std::int16_t> to_pcm(std::span<const float> samples) {
    float peak = 0.01F;
    for (const float s : samples) peak = std::max(peak, std::abs(s));
    std::vector<std::int16_t> pcm;
    pcm.reserve(samples.size());
    for (const float s : samples) {
        pcm.push_back(static_cast<std::int16_t>(std::lround(s / peak * kPeak * 32767)));
    }
    return pcm;
}

// The words of a sentence with the weight that espeak-ng's phonemes of each alone give it.
std::vector<WeightedWord> weighted_words(const Sentence& sentence, const std::string& voice) {
    std::vector<WeightedWord> words;
    for (const auto& clause : sentence.clauses) {
        for (auto& word : plain_words(clause.text)) {
            double weight = 0;
            if (const auto alone = Espeak::get().clauses(word, voice)) {
                for (const auto& part : *alone) weight += spoken_weight(part.ipa);
            }
            words.push_back({.word = std::move(word), .weight = std::max(1.0, weight), .pause = 0});
        }
        if (!words.empty()) words.back().pause = 4;  // a comma: about two vowels
    }
    return words;
}

// Code points [at, at + length) of `text`.
std::string slice(std::string_view text, std::size_t at, std::size_t length) {
    std::string part;
    std::size_t index = 0;
    for (const char c : text) {
        const bool begins = (static_cast<unsigned char>(c) & 0xC0) != 0x80;
        if (begins) ++index;
        if (index > at && index <= at + length) part += c;
    }
    return part;
}

std::string clean(const std::string& text) { return utf8::nfc(utf8::mended(text)); }

class PiperEngine final : public TextToSpeech {
public:
    explicit PiperEngine(PiperConfig config)
        : config_(std::move(config)),
          loader_(
              "tts", [this] { return load(); },
              [this] {
                  const auto path = find(config_.english_path, "en_");
                  return fingerprint(path) + fingerprint(path + ".json");
              },
              config_.retry_seconds) {}

    Result<TtsResult> synthesize(const TtsRequest& request) override;
    EngineStatus status() const override;
    void stop() override { loader_.stop(); }

private:
    static std::string find(const std::string& spec, const std::string& language);
    Loader<Voices>::Loaded load() const;
    Result<TtsResult> speak(const Voices& voices, const TtsRequest& request) const;
    Result<TtsResult> with_piper(const PiperVoice& voice, const TtsRequest& request) const;
    static Result<TtsResult> with_espeak(const TtsRequest& request, const std::string& voice);

    const PiperConfig config_;
    std::atomic<std::uint64_t> calls_{0}, failed_{0}, audio_ms_{0}, busy_ms_{0};
    Loader<Voices> loader_;
};

std::string PiperEngine::find(const std::string& spec, const std::string& language) {
    if (auto path = find_model(spec, ".onnx")) return path->string();
    // The specification's default, ./models/piper-vi, names a use and no file.
    if (spec.empty()) return "";
    const auto named = std::filesystem::path(spec).parent_path() / language;
    const auto path = find_model(named.string(), ".onnx");
    return path ? path->string() : "";
}

Loader<Voices>::Loaded PiperEngine::load() const {
    const auto path = find(config_.english_path, "en_");
    if (path.empty()) return std::unexpected("there is no such voice file");
    auto voices = std::make_shared<Voices>();
    const auto threads = static_cast<int>(std::max<std::uint32_t>(1, config_.threads));
    auto english = PiperVoice::load(path, threads);
    if (!english) return std::unexpected(english.error());
    voices->english = std::move(*english);
    if (const auto other = find(config_.vietnamese_path, "vi_"); !other.empty() && other != path) {
        auto vietnamese = PiperVoice::load(other, threads);
        if (vietnamese) {
            voices->vietnamese = std::move(*vietnamese);
        } else {
            log::warn("tts.vietnamese_failed", {{"reason", vietnamese.error()}});
        }
    }
    return voices;
}

EngineStatus PiperEngine::status() const {
    EngineStatus status;
    loader_.describe(status);
    status.name = std::filesystem::path(find(config_.english_path, "en_")).filename().string();
    if (const auto voices = loader_.peek()) {
        status.memory_bytes = voices->english->bytes();
        if (voices->vietnamese) status.memory_bytes += voices->vietnamese->bytes();
    }
    status.counters = {
        {"calls", calls_}, {"failed", failed_}, {"audio_ms", audio_ms_}, {"busy_ms", busy_ms_}};
    return status;
}

Result<TtsResult> PiperEngine::synthesize(const TtsRequest& request) {
    const auto voices = loader_.get("Speech synthesis");
    if (!voices) return std::unexpected(voices.error());
    if (request.text.size() > kLongestText) return fail_field("text", "is too long");
    if (!(request.speed >= 0.5 && request.speed <= 2)) {
        return fail_field("speed", "must be from 0.5 to 2");
    }
    // Marks alone make a voice breathe and espeak-ng name them.
    if (plain_words(clean(request.text)).empty()) {
        return fail_field("text", "has nothing that can be spoken");
    }
    ++calls_;
    const auto began = std::chrono::steady_clock::now();
    const CoreLease lease(std::max<std::uint32_t>(1, config_.threads));
    auto result = speak(**voices, request);
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - began;
    busy_ms_ += static_cast<std::uint64_t>(took.count());
    if (result) {
        audio_ms_ += result->pcm.size() * 1000 / result->sample_rate;
    } else {
        ++failed_;
    }
    return result;
}

Result<TtsResult> PiperEngine::speak(const Voices& voices, const TtsRequest& request) const {
    const auto language = request.language.substr(0, request.language.find_first_of("-_"));
    try {
        if (language == "en") return with_piper(*voices.english, request);
        if (language == "vi" && voices.vietnamese) return with_piper(*voices.vietnamese, request);
    } catch (const Ort::Exception& broken) {
        log::error("tts.broken", {{"reason", broken.what()}});
        return fail(Fault::internal, "The text could not be spoken.");
    }
    if (language == "vi") return with_espeak(request, "vi");
    return fail_field("language", "has no voice; en and vi have");
}

Result<TtsResult> PiperEngine::with_piper(const PiperVoice& voice,
                                          const TtsRequest& request) const {
    const auto clauses = Espeak::get().clauses(clean(request.text), voice.language());
    if (!clauses) return std::unexpected(clauses.error());
    const auto said = sentences(*clauses);
    if (said.empty()) return fail_field("text", "has nothing that can be spoken");
    TtsResult result;
    result.sample_rate = voice.sample_rate();
    result.model = voice.name();
    std::vector<float> sound;
    const auto pause = static_cast<std::size_t>(kSentencePause * result.sample_rate);
    for (const auto& sentence : said) {
        if (!sound.empty()) sound.insert(sound.end(), pause, 0.0F);
        const auto samples = voice.speak(sentence.ipa(), 1 / request.speed);
        const auto [first, last] = audible(samples);
        const auto seconds = [&](std::size_t at) {
            return static_cast<double>(sound.size() + at) / result.sample_rate;
        };
        const auto words =
            share_time(weighted_words(sentence, voice.language()), seconds(first), seconds(last));
        result.words.insert(result.words.end(), words.begin(), words.end());
        sound.insert(sound.end(), samples.begin(), samples.end());
    }
    result.pcm = to_pcm(sound);
    return result;
}

Result<TtsResult> PiperEngine::with_espeak(const TtsRequest& request, const std::string& voice) {
    const auto text = clean(request.text);
    auto spoken = Espeak::get().speak(text, voice, request.speed);
    if (!spoken) return std::unexpected(spoken.error());
    if (spoken->words.empty()) return fail_field("text", "has nothing that can be spoken");
    TtsResult result;
    result.sample_rate = spoken->rate;
    result.model = "espeak-ng " + voice;
    result.words_estimated = false;
    const double whole = static_cast<double>(spoken->pcm.size()) / spoken->rate;
    for (std::size_t i = 0; i < spoken->words.size(); ++i) {
        const auto& mark = spoken->words[i];
        const auto words = plain_words(slice(text, mark.at, mark.length));
        if (words.empty()) continue;
        const double end = i + 1 < spoken->words.size() ? spoken->words[i + 1].start : whole;
        result.words.push_back({.word = words.front(), .start = mark.start, .end = end});
    }
    result.pcm = std::move(spoken->pcm);
    return result;
}

}  // namespace

std::unique_ptr<TextToSpeech> make_piper(PiperConfig config) {
    return std::make_unique<PiperEngine>(std::move(config));
}

}  // namespace lexi::ml
