// Piper voices behind tts.hpp; espeak-ng's own voice for Vietnamese where no Piper voice is
// installed.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <iterator>

#include "kit/log.hpp"
#include "kit/utf8.hpp"
#include "ml/cores.hpp"
#include "ml/loader.hpp"
#include "ml/model_file.hpp"
#include "ml/piper/piper_voice.hpp"
#include "ml/piper/speaking.hpp"
#include "ml/piper/text/phrases.hpp"
#include "ml/piper/tts.hpp"

namespace lexi::ml {
namespace {

constexpr std::size_t kLongestText = 20000;  // bytes

struct Voices {
    std::unique_ptr<PiperVoice> english;
    std::unique_ptr<PiperVoice> vietnamese;  // may be null
};

class Measured;

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
    Result<std::unique_ptr<TtsPieces>> stream(const TtsRequest& request) override {
        return pieces(request, true);
    }
    EngineStatus status() const override;
    void stop() override { loader_.stop(); }

private:
    static std::string find(const std::string& spec, const std::string& language);
    Loader<Voices>::Loaded load() const;
    Result<std::unique_ptr<TtsPieces>> pieces(const TtsRequest& request, bool quick);

    friend class Measured;
    const PiperConfig config_;
    std::atomic<std::uint64_t> calls_{0}, failed_{0}, audio_ms_{0}, busy_ms_{0};
    Loader<Voices> loader_;
};

// Counts what is made, and keeps the voices until it is.
class Measured final : public TtsPieces {
public:
    Measured(PiperEngine& engine, std::shared_ptr<Voices> voices, std::unique_ptr<TtsPieces> parts)
        : engine_(engine), voices_(std::move(voices)), parts_(std::move(parts)) {}

    Result<std::optional<TtsPiece>> next() override {
        const auto began = std::chrono::steady_clock::now();
        const CoreLease lease(std::max<std::uint32_t>(1, engine_.config_.threads));
        auto piece = attempt();
        const std::chrono::duration<double, std::milli> took =
            std::chrono::steady_clock::now() - began;
        engine_.busy_ms_ += static_cast<std::uint64_t>(took.count());
        if (!piece) ++engine_.failed_;
        if (piece && *piece) engine_.audio_ms_ += (*piece)->pcm.size() * 1000 / about().sample_rate;
        return piece;
    }
    TtsResult about() const override { return parts_->about(); }

private:
    Result<std::optional<TtsPiece>> attempt() {
        try {
            return parts_->next();
        } catch (const Ort::Exception& broken) {
            log::error("tts.broken", {{"reason", broken.what()}});
            return fail(Fault::internal, "The text could not be spoken.");
        }
    }

    PiperEngine& engine_;
    std::shared_ptr<Voices> voices_;
    std::unique_ptr<TtsPieces> parts_;  // before the voices are let go
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

Result<std::unique_ptr<TtsPieces>> PiperEngine::pieces(const TtsRequest& request, bool quick) {
    auto voices = loader_.get("Speech synthesis");
    if (!voices) return std::unexpected(voices.error());
    if (request.text.size() > kLongestText) return fail_field("text", "is too long");
    if (!(request.speed >= 0.5 && request.speed <= 2)) {
        return fail_field("speed", "must be from 0.5 to 2");
    }
    const auto language = request.language.substr(0, request.language.find_first_of("-_"));
    if (language != "en" && language != "vi") {
        return fail_field("language", "has no voice; en and vi have");
    }
    const bool english = language == "en";
    auto phrases =
        spoken::phrases_of(utf8::nfc(utf8::mended(request.text)),
                           english ? spoken::Tongue::english : spoken::Tongue::vietnamese);
    if (phrases.empty()) return fail_field("text", "has nothing that can be spoken");
    ++calls_;
    const auto* voice = english ? (*voices)->english.get() : (*voices)->vietnamese.get();
    auto made = voice == nullptr ? espeak_pieces(phrases, request.speed)
                                 : piper_pieces(*voice, std::move(phrases), request.speed, quick);
    if (!made) return std::unexpected(made.error());
    return std::make_unique<Measured>(*this, std::move(*voices), std::move(*made));
}

Result<TtsResult> PiperEngine::synthesize(const TtsRequest& request) {
    const auto parts = pieces(request, false);
    if (!parts) return std::unexpected(parts.error());
    auto result = (*parts)->about();
    for (;;) {
        auto piece = (*parts)->next();
        if (!piece) return std::unexpected(piece.error());
        if (!*piece) return result;
        result.pcm.insert(result.pcm.end(), (*piece)->pcm.begin(), (*piece)->pcm.end());
        std::ranges::move((*piece)->words, std::back_inserter(result.words));
    }
}

}  // namespace

std::unique_ptr<TextToSpeech> make_piper(PiperConfig config) {
    return std::make_unique<PiperEngine>(std::move(config));
}

}  // namespace lexi::ml
