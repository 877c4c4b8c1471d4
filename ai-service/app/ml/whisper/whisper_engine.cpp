// libwhisper behind stt.hpp: one shared context, a pool of states (whisper_full is not thread-safe
// on one of them), the encoder's context cut to the clip.
#include <whisper.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <mutex>

#include "kit/utf8.hpp"
#include "ml/cores.hpp"
#include "ml/ggml_runtime.hpp"
#include "ml/loader.hpp"
#include "ml/model_file.hpp"
#include "ml/pool.hpp"
#include "ml/vad/vad.hpp"
#include "ml/whisper/stt.hpp"
#include "ml/whisper/words.hpp"

namespace lexi::ml {
namespace {

constexpr double kRate = 16000;
constexpr double kMargin = 0.3;  // seconds kept around the speech
constexpr double kSurely = 0.9;  // a language other than English and Vietnamese must be this sure
constexpr int kFullContext = 1500;  // encoder frames of Whisper's 30 s window, 50 a second

struct ContextFree {
    void operator()(whisper_context* context) const noexcept { whisper_free(context); }
};
struct StateFree {
    void operator()(whisper_state* state) const noexcept { whisper_free_state(state); }
};

struct State {
    std::unique_ptr<whisper_state, StateFree> handle;
};

struct WhisperModel {
    std::unique_ptr<whisper_context, ContextFree> context;
    Pool<State> states;  // after the context: freed first
    std::unique_ptr<VoiceDetector> voice;
    std::uint64_t memory_bytes = 0;
};

// The part of a recording that is heard, and where it lies.
struct Clip {
    std::span<const float> pcm;
    double offset = 0;  // seconds
};

Clip around_speech(std::span<const float> pcm, const SpeechMap& speech) {
    const auto at = [&](double seconds) {
        return static_cast<std::size_t>(
            std::clamp(seconds * kRate, 0.0, static_cast<double>(pcm.size())));
    };
    const auto begin = at(speech.spans.front().start - kMargin);
    const auto end = at(speech.spans.back().end + kMargin);
    return {.pcm = pcm.subspan(begin, end - begin), .offset = static_cast<double>(begin) / kRate};
}

// Whisper pads every clip to 30 s, and the encoder's cost is that of the padding. A clip may be cut
// to its own length, but without some padding it mishears the end. libwhisper keeps what the
// decoder looks at in blocks of 256 frames, and the decoder looks at what is empty of the last one
// too: a context that is no multiple costs many words (docs/speech.md has the figures).
int encoder_context(std::size_t samples, double padding) {
    constexpr double kBlock = 256;
    const double seconds = static_cast<double>(samples) / kRate + padding;
    const auto blocks = std::ceil(seconds * 50 / kBlock);
    return static_cast<int>(std::min<double>(blocks * kBlock, kFullContext));
}

class WhisperEngine final : public SpeechToText {
public:
    explicit WhisperEngine(WhisperConfig config)
        : config_(std::move(config)),
          loader_(
              "stt", [this] { return load(); }, [this] { return fingerprint(find()); },
              config_.retry_seconds) {}

    Result<SttResult> transcribe(std::span<const float> pcm, const SttOptions& options,
                                 std::stop_token stop) override;
    EngineStatus status() const override;
    void stop() override { loader_.stop(); }

private:
    std::string find() const;
    Loader<WhisperModel>::Loaded load() const;
    Result<void> decode(WhisperModel& model, whisper_state* state, const Clip& clip,
                        const whisper_full_params& settings, const std::stop_token& stop);
    Result<void> hear(WhisperModel& model, const Clip& clip, const SttOptions& options,
                      const std::stop_token& stop, SttResult& result);
    whisper_full_params params(const SttOptions& options, const std::string& language,
                               std::size_t samples, int threads) const;
    static std::string language_of(WhisperModel& model, whisper_state* state, const Clip& clip,
                                   int threads);
    static void read(WhisperModel& model, whisper_state* state, double offset, bool words,
                     SttResult& result);
    std::uint32_t free_threads();

    const WhisperConfig config_;
    mutable std::atomic<std::uint64_t> calls_{0}, silent_{0}, cancelled_{0}, failed_{0},
        audio_ms_{0}, busy_ms_{0}, retried_{0};
    std::mutex cores_mutex_;
    CoreWatch cores_;
    Loader<WhisperModel> loader_;
};

std::string WhisperEngine::find() const {
    for (const auto& spec : {config_.model_path, config_.fallback_path}) {
        if (auto path = find_model(spec, ".bin")) return path->string();
        // The specification's default, ./models/faster-whisper-base, names CTranslate2's form.
        const std::filesystem::path given(spec);
        const auto name = given.filename().string();
        constexpr std::string_view kOther = "faster-whisper-";
        if (!name.starts_with(kOther)) continue;
        const auto ours = given.parent_path() / ("ggml-" + name.substr(kOther.size()));
        if (auto path = find_model(ours.string(), ".bin")) return path->string();
    }
    return "";
}

Loader<WhisperModel>::Loaded WhisperEngine::load() const {
    whisper_log_set([](ggml_log_level, const char*, void*) {}, nullptr);
    start_ggml();
    const auto path = find();
    if (path.empty()) return std::unexpected("there is no such model file");
    auto model = std::make_shared<WhisperModel>();
    auto params = whisper_context_default_params();
    params.use_gpu = config_.gpu;
    model->context.reset(whisper_init_from_file_with_params_no_state(path.c_str(), params));
    if (!model->context) return std::unexpected("the file is no complete Whisper model");
    for (std::uint32_t i = 0; i < std::max<std::uint32_t>(1, config_.workers); ++i) {
        auto state = std::make_unique<State>();
        state->handle.reset(whisper_init_state(model->context.get()));
        if (!state->handle) return std::unexpected("there is not enough memory for it");
        model->states.put(std::move(state));
    }
    model->voice = make_voice_detector(config_.vad_path);
    model->memory_bytes = file_bytes(path);
    return model;
}

EngineStatus WhisperEngine::status() const {
    EngineStatus status;
    loader_.describe(status);
    status.name = std::filesystem::path(find()).filename().string();
    if (const auto model = loader_.peek()) status.memory_bytes = model->memory_bytes;
    status.counters = {{"calls", calls_},         {"silent", silent_},   {"failed", failed_},
                       {"cancelled", cancelled_}, {"retried", retried_}, {"audio_ms", audio_ms_},
                       {"busy_ms", busy_ms_}};
    return status;
}

Result<SttResult> WhisperEngine::transcribe(std::span<const float> pcm, const SttOptions& options,
                                            std::stop_token stop) {
    const auto model = loader_.get("Speech recognition");
    if (!model) return std::unexpected(model.error());
    if (!options.language.empty() && whisper_lang_id(options.language.c_str()) < 0) {
        return fail_field("language", "is not a language that can be recognised");
    }
    ++calls_;
    const auto began = std::chrono::steady_clock::now();
    SttResult result;
    result.duration = static_cast<double>(pcm.size()) / kRate;
    audio_ms_ += static_cast<std::uint64_t>(result.duration * 1000);
    const auto speech = (*model)->voice->detect(pcm);
    result.no_speech = 1 - speech.peak_probability;
    result.language = options.language;
    Result<void> heard;
    if (speech.spans.empty()) {
        ++silent_;
    } else {
        heard = hear(**model, around_speech(pcm, speech), options, stop, result);
    }
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - began;
    busy_ms_ += static_cast<std::uint64_t>(took.count());
    if (!heard) return std::unexpected(heard.error());
    return result;
}

std::uint32_t WhisperEngine::free_threads() {
    if (config_.threads != 0) return config_.threads;
    const std::scoped_lock lock(cores_mutex_);
    return cores_.free_cores(0);
}

Result<void> WhisperEngine::hear(WhisperModel& model, const Clip& clip, const SttOptions& options,
                                 const std::stop_token& stop, SttResult& result) {
    const auto state = model.states.borrow(stop);
    if (!state || stop.stop_requested()) {
        ++cancelled_;
        return fail_busy("The recognition was cancelled.", 1);
    }
    const auto threads = free_threads();
    const CoreLease lease(threads);
    auto* handle = state->handle.get();
    const auto language = !whisper_is_multilingual(model.context.get()) ? "en"
                          : options.language.empty()
                              ? language_of(model, handle, clip, static_cast<int>(threads))
                              : options.language;
    auto settings = params(options, language, clip.pcm.size(), static_cast<int>(threads));
    settings.abort_callback = [](void* token) {
        return static_cast<const std::stop_token*>(token)->stop_requested();
    };
    settings.abort_callback_user_data = const_cast<std::stop_token*>(&stop);
    result.language = language;
    if (auto heard = decode(model, handle, clip, settings, stop); !heard) return heard;
    read(model, handle, clip.offset, options.words, result);
    // With a cut context it now and then says a short sentence over and over; with its own it does
    // not.
    if (settings.audio_ctx < kFullContext &&
        said_too_fast(result.text, static_cast<double>(clip.pcm.size()) / kRate)) {
        ++retried_;
        settings.audio_ctx = kFullContext;
        if (auto heard = decode(model, handle, clip, settings, stop); !heard) return heard;
        result.text.clear(), result.segments.clear(), result.words.clear();
        read(model, handle, clip.offset, options.words, result);
    }
    return {};
}

Result<void> WhisperEngine::decode(WhisperModel& model, whisper_state* state, const Clip& clip,
                                   const whisper_full_params& settings,
                                   const std::stop_token& stop) {
    const auto failed = whisper_full_with_state(model.context.get(), state, settings,
                                                clip.pcm.data(), static_cast<int>(clip.pcm.size()));
    if (stop.stop_requested()) {
        ++cancelled_;
        return fail_busy("The recognition was cancelled.", 1);
    }
    if (failed != 0) {
        ++failed_;
        return fail(Fault::internal, "The recording could not be recognised.");
    }
    return {};
}

whisper_full_params WhisperEngine::params(const SttOptions& options, const std::string& language,
                                          std::size_t samples, int threads) const {
    const bool beam = config_.beam > 1 && !options.verbatim;
    auto settings =
        whisper_full_default_params(beam ? WHISPER_SAMPLING_BEAM_SEARCH : WHISPER_SAMPLING_GREEDY);
    settings.beam_search.beam_size = static_cast<int>(config_.beam);
    settings.greedy.best_of = 1;
    settings.n_threads = threads;
    settings.no_context = true;
    settings.print_progress = false;
    settings.print_timestamps = false;
    settings.token_timestamps = options.words;
    settings.suppress_blank = true;
    settings.suppress_nst = !options.verbatim;
    settings.audio_ctx = encoder_context(samples, config_.padding);
    settings.language = language.c_str();
    // A doubtful window is decoded again at most twice, not five times.
    settings.temperature_inc = 0.4F;
    // Examples of what to keep make Whisper write hesitations down instead of tidying them away.
    if (options.verbatim && language == "en") {
        settings.initial_prompt = "Um, uh, I I go to, er, to school yesterday, hmm.";
    }
    return settings;
}

// Learners speak English or Vietnamese; an accent makes Whisper think of a dozen others.
std::string WhisperEngine::language_of(WhisperModel& model, whisper_state* state, const Clip& clip,
                                       int threads) {
    std::vector<float> chance(static_cast<std::size_t>(whisper_lang_max_id()) + 1, 0.0F);
    if (whisper_pcm_to_mel_with_state(model.context.get(), state, clip.pcm.data(),
                                      static_cast<int>(clip.pcm.size()), threads) != 0) {
        return "en";
    }
    const int top =
        whisper_lang_auto_detect_with_state(model.context.get(), state, 0, threads, chance.data());
    if (top < 0) return "en";
    if (chance[static_cast<std::size_t>(top)] >= kSurely) return whisper_lang_str(top);
    const auto of = [&](const char* name) {
        return chance[static_cast<std::size_t>(whisper_lang_id(name))];
    };
    return of("vi") > of("en") ? "vi" : "en";
}

void WhisperEngine::read(WhisperModel& model, whisper_state* state, double offset, bool words,
                         SttResult& result) {
    const auto seconds = [&](std::int64_t centiseconds) {
        return std::clamp(offset + static_cast<double>(centiseconds) / 100, 0.0, result.duration);
    };
    const auto end_of_text = whisper_token_eot(model.context.get());
    for (int i = 0; i < whisper_full_n_segments_from_state(state); ++i) {
        const auto text = trimmed(utf8::mended(whisper_full_get_segment_text_from_state(state, i)));
        if (text.empty()) continue;
        result.segments.push_back(
            {.text = text,
             .start = seconds(whisper_full_get_segment_t0_from_state(state, i)),
             .end = seconds(whisper_full_get_segment_t1_from_state(state, i))});
        result.text += (result.text.empty() ? "" : " ") + text;
        if (!words) continue;
        std::vector<SttToken> tokens;
        for (int t = 0; t < whisper_full_n_tokens_from_state(state, i); ++t) {
            const auto data = whisper_full_get_token_data_from_state(state, i, t);
            if (data.id >= end_of_text) continue;
            tokens.push_back(
                {.bytes = whisper_full_get_token_text_from_state(model.context.get(), state, i, t),
                 .start = seconds(data.t0),
                 .end = seconds(data.t1),
                 .probability = data.p});
        }
        for (auto& word : words_of(tokens)) result.words.push_back(std::move(word));
    }
}

}  // namespace

std::unique_ptr<SpeechToText> make_whisper(WhisperConfig config) {
    return std::make_unique<WhisperEngine>(std::move(config));
}

}  // namespace lexi::ml
