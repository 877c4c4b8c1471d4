#include "speech/service.hpp"

#include <cmath>
#include <format>

#include "kit/sealed.hpp"

namespace lexi::speech {
namespace {

Result<ml::SttOptions> stt_options(const http::Form& form) {
    auto language = core::primary_language(form.field("language"));
    if (!language) return std::unexpected(language.error());
    const auto timestamps = form.field("timestamps");
    if (!timestamps.empty() && timestamps != "word" && timestamps != "segment") {
        return fail_field("timestamps", "must be word or segment");
    }
    const auto verbatim = form.field("verbatim");
    if (!verbatim.empty() && verbatim != "true" && verbatim != "false") {
        return fail_field("verbatim", "must be true or false");
    }
    return ml::SttOptions{.language = std::move(*language),
                          .words = timestamps != "segment",
                          .verbatim = verbatim == "true"};
}

double milliseconds(double seconds) { return std::round(seconds * 1000) / 1000; }

TranscriptView view_of(ml::SttResult heard) {
    TranscriptView view{.text = std::move(heard.text),
                        .language = std::move(heard.language),
                        .no_speech = heard.no_speech,
                        .duration = milliseconds(heard.duration)};
    for (auto& s : heard.segments)
        view.segments.push_back({std::move(s.text), milliseconds(s.start), milliseconds(s.end)});
    for (auto& w : heard.words) {
        view.words.push_back(
            {std::move(w.word), milliseconds(w.start), milliseconds(w.end), w.probability});
    }
    return view;
}

// Everything that decides how a synthesis sounds, and nothing that does not.
std::string request_key(const ml::TtsRequest& wanted, const std::string& model,
                        ml::AudioFormat format) {
    return sha256_hex(std::format("{}\n{:.3f}\n{}\n{}\n{}", wanted.language, wanted.speed, model,
                                  ml::to_text(format), wanted.text));
}

struct Synthesis {
    ml::TtsResult spoken;
    std::string bytes;
    double duration = 0;
};

Result<Synthesis> synthesise(ml::TextToSpeech& tts, const ml::TtsRequest& wanted,
                             const std::string& voice, ml::AudioFormat format) {
    auto spoken = tts.synthesize(wanted);
    if (!spoken) return std::unexpected(spoken.error());
    if (!voice.empty() && voice != "default" && voice != spoken->model) {
        return fail_field("voice", "is not a voice of this language; there is " + spoken->model);
    }
    auto bytes = ml::encode_audio(spoken->pcm, spoken->sample_rate, format);
    if (!bytes) return std::unexpected(bytes.error());
    const double seconds = static_cast<double>(spoken->pcm.size()) / spoken->sample_rate;
    return Synthesis{.spoken = std::move(*spoken), .bytes = std::move(*bytes), .duration = seconds};
}

struct Wish {
    Uuid user;
    std::string key;
    Instant now;
};

// What was synthesised before; nothing where its file has gone.
Result<std::optional<Speech>> kept_speech(const core::AudioStore& store, core::Connection& db,
                                          const Wish& wish, bool with_bytes) {
    auto found = store.find_synthesis(db, wish.user, wish.key, wish.now);
    if (!found) return std::nullopt;
    Speech speech{.audio = std::move(*found), .bytes = {}, .cached = true};
    if (with_bytes) {
        auto bytes = store.read(speech.audio, 0, static_cast<std::size_t>(speech.audio.bytes));
        if (!bytes) return std::nullopt;
        speech.bytes = std::move(*bytes);
    }
    return speech;
}

}  // namespace

Task<Result<TranscriptView>> SpeechService::transcribe(http::Request request) {
    auto form = core::receive_form(request, {}, {"language", "timestamps", "verbatim"},
                                   parts_.max_audio_bytes);
    if (!form) co_return std::unexpected(form.error());
    const auto options = stt_options(*form);
    if (!options) co_return std::unexpected(options.error());
    const auto recording =
        co_await core::decode_recording(std::move(*form), &parts_.decoding, parts_.max_audio_bytes);
    if (!recording) co_return std::unexpected(recording.error());
    const core::HangupWatch watch(request.raw);
    auto heard = co_await offload(
        parts_.inference,
        [stt = &parts_.stt, pcm = std::span<const float>(recording->audio.pcm), wanted = *options,
         stop = watch.token()] { return stt->transcribe(pcm, wanted, stop); });
    if (!heard) co_return std::unexpected(heard.error());
    co_return view_of(std::move(*heard));
}

Result<std::string> SpeechService::text_of(const SpeakBody& body, const Uuid& user,
                                           Instant now) const {
    if (!body.text_token) return body.text.value_or("");
    if (body.text) return fail_field("text_token", "cannot come with text");
    auto text = sealed::open(*body.text_token, user.str(), parts_.secret, now);
    if (!text)
        return fail_field("text_token", "is not valid, or not any more: read the lesson again");
    return text;
}

Task<Result<Speech>> SpeechService::speak(http::Request request, SpeakBody body,
                                          SpeakOptions options) {
    auto language = core::primary_language(body.language.value_or("en"));
    if (!language) co_return std::unexpected(language.error());
    const Uuid user = request.who().id;
    auto text = text_of(body, user, request.at);
    if (!text) co_return std::unexpected(text.error());
    ml::TtsRequest wanted{.text = std::move(*text),
                          .language = language->empty() ? "en" : std::move(*language),
                          .speed = body.speed.value_or(1.0)};
    const auto voice = body.voice.value_or("");
    const auto key = request_key(wanted, parts_.tts.status().name + "\n" + voice, options.format);
    auto kept = co_await parts_.mongo.run([store = &parts_.store, user, key, now = request.at,
                                           options](core::Connection& db) {
        return kept_speech(*store, db, {.user = user, .key = key, .now = now}, options.with_bytes);
    });
    if (!kept) co_return std::unexpected(kept.error());
    if (*kept) co_return std::move(**kept);
    core::NewAudio audio{
        .user = user.str(),
        .file_type = "synthesis",
        .format = options.format,
        .metadata = {.text = wanted.text, .language = wanted.language, .model = ""},
        .request_key = key};
    auto made = co_await synthesised(std::move(audio), std::move(wanted), voice, request.at);
    co_return made;
}

Task<Result<Speech>> SpeechService::synthesised(core::NewAudio audio, ml::TtsRequest wanted,
                                                std::string voice, Instant now) {
    auto made = co_await offload(
        parts_.inference,
        [tts = &parts_.tts, wanted = std::move(wanted), voice = std::move(voice),
         format = audio.format] { return synthesise(*tts, wanted, voice, format); });
    if (!made) co_return std::unexpected(made.error());
    audio.sample_rate = made->spoken.sample_rate;
    audio.duration = milliseconds(made->duration);
    audio.metadata.model = made->spoken.model;
    audio.words_estimated = made->spoken.words_estimated;
    for (auto& w : made->spoken.words) {
        audio.words.push_back({std::move(w.word), milliseconds(w.start), milliseconds(w.end)});
    }
    Speech speech{.audio = {}, .bytes = std::move(made->bytes), .cached = false};
    const std::string_view bytes = speech.bytes;
    auto saved = co_await parts_.mongo.run([store = &parts_.store, audio = std::move(audio), bytes,
                                            now](core::Connection& db) mutable {
        return store->save(db, std::move(audio), bytes, now);
    });
    if (!saved) co_return std::unexpected(saved.error());
    speech.audio = std::move(*saved);
    co_return speech;
}

Task<Result<core::AudioDocument>> SpeechService::find_audio(Uuid user, std::string id,
                                                            Instant now) {
    auto found = co_await parts_.mongo.run(
        [store = &parts_.store, user, id = std::move(id), now](core::Connection& db) {
            return store->find(db, user, id, now);
        });
    co_return found;
}

Task<Result<std::string>> SpeechService::read_audio(core::AudioDocument audio, ByteRange range) {
    auto bytes =
        co_await offload(parts_.decoding, [store = &parts_.store, audio = std::move(audio), range] {
            return store->read(audio, range.first, range.last - range.first + 1);
        });
    co_return bytes;
}

}  // namespace lexi::speech
