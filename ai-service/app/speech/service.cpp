#include "speech/service.hpp"

#include <cmath>
#include <format>

#include "kit/log.hpp"
#include "kit/sealed.hpp"

namespace lexi::speech {
namespace {

Result<ml::SttOptions> stt_options(const http::Form& form) {
    auto language = core::primary_language(form.field("language"));
    if (!language) return std::unexpected(language.error());
    const auto timestamps = form.choice("timestamps", {"word", "segment"});
    if (!timestamps) return std::unexpected(timestamps.error());
    const auto verbatim = form.choice("verbatim", {"true", "false"});
    if (!verbatim) return std::unexpected(verbatim.error());
    return ml::SttOptions{.language = std::move(*language),
                          .words = *timestamps != "segment",
                          .verbatim = *verbatim == "true"};
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

// Counts up when a text is read or spoken in another way than before.
constexpr int kReading = 2;

// Everything that decides how a synthesis sounds, and nothing that does not.
std::string request_key(const core::SpeechJob& job, const std::string& model) {
    return sha256_hex(std::format("{}\n{}\n{:.3f}\n{}\n{}\n{}\n{}", kReading, job.wanted.language,
                                  job.wanted.speed, model, job.voice, ml::to_text(job.format),
                                  job.wanted.text));
}

// What was synthesised before; nothing where its file has gone.
Result<std::optional<Speech>> kept_speech(const core::AudioStore& store, core::Connection& db,
                                          const core::NewAudio& wish, Instant now,
                                          bool with_bytes) {
    const auto user = Uuid::parse(wish.user);
    auto found = store.find_synthesis(db, *user, wish.request_key, now);
    if (!found) return std::nullopt;
    Speech speech{.audio = std::move(*found), .bytes = {}, .cached = true};
    if (with_bytes) {
        auto bytes = store.read(speech.audio, 0, static_cast<std::size_t>(speech.audio.bytes));
        if (!bytes) return std::nullopt;
        speech.bytes = std::move(*bytes);
    }
    return speech;
}

std::vector<core::SpokenWord> stored_words(std::vector<ml::TtsWord> words) {
    std::vector<core::SpokenWord> stored;
    for (auto& w : words) {
        core::SpokenWord word{
            .word = std::move(w.word), .start = milliseconds(w.start), .end = milliseconds(w.end)};
        for (auto& p : w.phonemes) {
            word.phonemes.push_back({std::move(p.ipa), milliseconds(p.start), milliseconds(p.end)});
        }
        stored.push_back(std::move(word));
    }
    return stored;
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

Result<SpeechService::Wanted> SpeechService::wanted_of(const http::Request& request,
                                                       const SpeakBody& body,
                                                       ml::AudioFormat format) const {
    auto language = core::primary_language(body.language.value_or("en"));
    if (!language) return std::unexpected(language.error());
    const Uuid user = request.who().id;
    auto text = text_of(body, user, request.at);
    if (!text) return std::unexpected(text.error());
    if (language->empty()) language = "en";
    core::SpeechJob job{.wanted = {.text = std::move(*text),
                                   .language = std::move(*language),
                                   .speed = body.speed.value_or(1.0)},
                        .voice = body.voice.value_or(""),
                        .format = format};
    core::NewAudio audio{
        .user = user.str(),
        .file_type = "synthesis",
        .format = format,
        .metadata = {.text = job.wanted.text, .language = job.wanted.language, .model = ""},
        .request_key = request_key(job, parts_.tts.status().name)};
    return Wanted{.job = std::move(job), .audio = std::move(audio), .now = request.at};
}

Task<Result<std::optional<Speech>>> SpeechService::find_kept(Wanted wanted, bool with_bytes) {
    auto kept = co_await parts_.mongo.run(
        [store = &parts_.store, wish = &wanted, with_bytes](core::Connection& db) {
            return kept_speech(*store, db, wish->audio, wish->now, with_bytes);
        });
    co_return kept;
}

Task<Result<Speech>> SpeechService::speak(http::Request request, SpeakBody body,
                                          SpeakOptions options) {
    auto wanted = wanted_of(request, body, options.format);
    if (!wanted) co_return std::unexpected(wanted.error());
    auto kept = co_await find_kept(*wanted, options.with_bytes);
    if (!kept) co_return std::unexpected(kept.error());
    if (*kept) co_return std::move(**kept);
    auto spoken = co_await offload(parts_.inference, [tts = &parts_.tts, job = &wanted->job] {
        return core::speak_whole(*tts, *job);
    });
    if (!spoken) co_return std::unexpected(spoken.error());
    auto saved = co_await save(std::move(*wanted), std::move(*spoken));
    co_return saved;
}

Task<Result<StreamedSpeech>> SpeechService::stream(http::Request request, SpeakBody body,
                                                   ml::AudioFormat format) {
    auto wanted = wanted_of(request, body, format);
    if (!wanted) co_return std::unexpected(wanted.error());
    auto kept = co_await find_kept(*wanted, true);
    if (!kept) co_return std::unexpected(kept.error());
    if (*kept) co_return StreamedSpeech{.kept = std::move(*kept), .response = {}};
    const auto shared = std::make_shared<Wanted>(std::move(*wanted));
    auto response = co_await core::stream_speech(
        &parts_.inference, &parts_.tts, shared->job, std::move(request),
        [this, shared](ml::TtsResult spoken) { return keep(*shared, std::move(spoken)); });
    if (!response) co_return std::unexpected(response.error());
    co_return StreamedSpeech{.kept = {}, .response = std::move(*response)};
}

Task<void> SpeechService::keep(Wanted wanted, ml::TtsResult spoken) {
    const auto saved = co_await save(std::move(wanted), std::move(spoken));
    if (!saved) log::warn("speech.not_kept", {{"reason", saved.error().say}});
}

Task<Result<Speech>> SpeechService::save(Wanted wanted, ml::TtsResult spoken) {
    auto bytes =
        co_await offload(parts_.inference, [sound = &spoken, format = wanted.audio.format] {
            return ml::encode_audio(sound->pcm, sound->sample_rate, format);
        });
    if (!bytes) co_return std::unexpected(bytes.error());
    auto& audio = wanted.audio;
    audio.sample_rate = spoken.sample_rate;
    audio.duration = milliseconds(static_cast<double>(spoken.pcm.size()) / spoken.sample_rate);
    audio.metadata.model = spoken.model;
    audio.words_estimated = spoken.words_estimated;
    audio.words = stored_words(std::move(spoken.words));
    auto saved = co_await parts_.mongo.run(
        [store = &parts_.store, wish = &wanted, sound = &*bytes](core::Connection& db) {
            return store->save(db, std::move(wish->audio), *sound, wish->now);
        });
    if (!saved) co_return std::unexpected(saved.error());
    co_return Speech{.audio = std::move(*saved), .bytes = std::move(*bytes), .cached = false};
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
