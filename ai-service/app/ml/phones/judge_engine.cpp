// The judge behind aligner.hpp, with PocketSphinx where its files cannot be loaded.
#include <atomic>
#include <chrono>
#include <filesystem>
#include <mutex>

#include "kit/utf8.hpp"
#include "ml/cores.hpp"
#include "ml/loader.hpp"
#include "ml/model_file.hpp"
#include "ml/phones/judge.hpp"
#include "ml/piper/phoneme_ids.hpp"

namespace lexi::ml {
namespace {

constexpr std::size_t kMostWords = 300;
constexpr std::size_t kShortestSound = 1600;  // samples: 0.1 s
constexpr const char* kDictionary = "/usr/share/pocketsphinx/model/en-us/cmudict-en-us.dict";
constexpr const char* kVersion = "whisper-base-ctc-1";
constexpr const char* kOtherVersion = "likelihood-ctc-1";

JudgeFiles files_of(const JudgeConfig& config) {
    const auto weights = find_model(config.weights_path, ".bin");
    return {.recognizer = {.encoder = config.encoder_path,
                           .weights = weights ? weights->string() : config.weights_path,
                           .head = config.head_path},
            .scorer = config.scorer_path,
            .dictionary = config.dictionary_path.empty() ? kDictionary : config.dictionary_path,
            .other_model = find_model(config.other_model_path, ".onnx") ? config.other_model_path
                                                                        : std::string()};
}

class JudgeEngine final : public PhoneAligner {
public:
    explicit JudgeEngine(JudgeConfig config)
        : config_(std::move(config)),
          loader_(
              "aligner",
              [this] { return Judge::load(files_of(config_), static_cast<int>(config_.threads)); },
              [this] {
                  const auto files = files_of(config_);
                  return fingerprint(files.recognizer.encoder) +
                         fingerprint(files.recognizer.weights) +
                         fingerprint(files.recognizer.head) + fingerprint(files.scorer) +
                         fingerprint(files.dictionary) + fingerprint(files.other_model);
              },
              config_.retry_seconds) {}

    Result<AlignResult> align(std::span<const float> pcm, const std::string& text) override;
    std::vector<std::string> phones_of(const std::string& word) override;
    EngineStatus status() const override;
    void stop() override {
        loader_.stop();
        const std::scoped_lock lock(mutex_);
        if (fallback_) fallback_->stop();
    }

private:
    Result<AlignResult> run(const Judge& judge, std::span<const float> pcm,
                            const std::vector<AskedWord>& words);
    PhoneAligner& fallback();

    const JudgeConfig config_;
    std::atomic<std::uint64_t> calls_{0}, fell_back_{0}, failed_{0}, audio_ms_{0}, busy_ms_{0};
    std::mutex mutex_;
    std::unique_ptr<PhoneAligner> fallback_;  // made when it is needed first
    Loader<Judge> loader_;                    // last: its thread uses config_
};

PhoneAligner& JudgeEngine::fallback() {
    const std::scoped_lock lock(mutex_);
    if (!fallback_) fallback_ = make_pocketsphinx(config_.fallback);
    return *fallback_;
}

EngineStatus JudgeEngine::status() const {
    EngineStatus status;
    loader_.describe(status);
    const auto judge = loader_.peek();
    status.name = judge && !judge->trained() ? kOtherVersion : kVersion;
    if (judge) status.memory_bytes = judge->bytes();
    status.counters = {{"calls", calls_},
                       {"fallback", fell_back_},
                       {"failed", failed_},
                       {"audio_ms", audio_ms_},
                       {"busy_ms", busy_ms_}};
    return status;
}

std::vector<std::string> JudgeEngine::phones_of(const std::string& word) {
    if (const auto judge = loader_.peek()) return judge->phones_of(word);
    return status().state == "failed" ? fallback().phones_of(word) : std::vector<std::string>();
}

Result<AlignResult> JudgeEngine::align(std::span<const float> pcm, const std::string& text) {
    const auto judge = loader_.get("Pronunciation analysis");
    if (!judge && status().state == "failed") {
        ++fell_back_;
        return fallback().align(pcm, text);
    }
    if (!judge) return std::unexpected(judge.error());
    if (pcm.size() < kShortestSound) return fail_field("audio", "is too short");
    std::vector<AskedWord> words;
    for (auto& word : plain_words(utf8::nfc(utf8::mended(text)))) {
        words.push_back({.text = std::move(word), .phones = {}});
    }
    if (words.empty()) return fail_field("text", "has no words");
    if (words.size() > kMostWords) return fail_field("text", "has too many words");
    ++calls_;
    audio_ms_ += pcm.size() / 16;
    const CoreLease lease(config_.threads);
    const auto began = std::chrono::steady_clock::now();
    auto result = run(**judge, pcm, words);
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - began;
    busy_ms_ += static_cast<std::uint64_t>(took.count());
    if (!result) ++failed_;
    return result;
}

Result<AlignResult> JudgeEngine::run(const Judge& judge, std::span<const float> pcm,
                                     const std::vector<AskedWord>& words) try {
    auto result = judge.judge(pcm, words);
    if (result.words.empty()) {
        const bool speakable = std::ranges::any_of(
            words, [&](const AskedWord& word) { return !judge.phones_of(word.text).empty(); });
        if (!speakable) return fail_field("text", "has no words that can be spoken in English");
        return fail_field("audio", "is too short for the text");
    }
    result.version = judge.trained() ? kVersion : kOtherVersion;
    return result;
} catch (const Ort::Exception& broken) {
    log::error("aligner.failed", {{"reason", broken.what()}});
    return fail(Fault::internal, "The recording could not be judged.");
}

}  // namespace

std::unique_ptr<PhoneAligner> make_phone_judge(JudgeConfig config) {
    return std::make_unique<JudgeEngine>(std::move(config));
}

}  // namespace lexi::ml
