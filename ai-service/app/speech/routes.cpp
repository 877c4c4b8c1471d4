#include "speech/routes.hpp"

#include <format>

#include "core/subtitles.hpp"
#include "kit/inlined.hpp"
#include "speech/accept.hpp"

namespace lexi::speech {
namespace {

using drogon::HttpResponsePtr;
using http::Method;
using http::Request;
using nlohmann::json;

constexpr const char* kCache = "private, max-age=3600";
constexpr const char* kVtt = "text/vtt";
constexpr const char* kSrt = "application/x-subrip";

const json& binary() {
    static const json schema{{"schema", {{"type", "string"}, {"format", "binary"}}}};
    return schema;
}

json text() { return {{"schema", {{"type", "string"}}}}; }

HttpResponsePtr bytes_reply(const core::AudioDocument& audio, std::string bytes) {
    auto response = drogon::HttpResponse::newHttpResponse();
    response->setContentTypeString(
        core::audio_media_type(audio.format).value_or("application/octet-stream"));
    response->addHeader("ETag", "\"" + core::to_hex(audio._id) + "\"");
    response->addHeader("Accept-Ranges", "bytes");
    response->addHeader("Cache-Control", kCache);
    response->addHeader("Content-Disposition", "inline");
    response->setBody(std::move(bytes));
    return response;
}

HttpResponsePtr kept_reply(Speech speech) {
    auto response = bytes_reply(speech.audio, std::move(speech.bytes));
    response->addHeader("Content-Location", speech.audio.url);
    return response;
}

SpeechView view_of(const Speech& speech, bool timings) {
    const auto& audio = speech.audio;
    return {.audio_id = core::to_hex(audio._id),
            .url = audio.url,
            .duration = audio.duration,
            .format = audio.format,
            .sample_rate = audio.sampleRate,
            .words = timings ? audio.words : std::vector<core::SpokenWord>{},
            .words_estimated = audio.wordsEstimated,
            .model = audio.metadata.model,
            .cached = speech.cached,
            .expires_at = to_rfc3339(core::loaded(audio.expiresAt))};
}

std::vector<ml::SttSegment> segments_of(const TranscriptView& view) {
    std::vector<ml::SttSegment> segments;
    for (const auto& s : view.segments) segments.push_back({s.text, s.start, s.end});
    return segments;
}

HttpResponsePtr text_reply(const std::string& type, std::string text) {
    auto response = drogon::HttpResponse::newHttpResponse();
    response->setContentTypeString(type + "; charset=utf-8");
    response->setBody(std::move(text));
    return response;
}

Task<HttpResponsePtr> transcribe(SpeechService* service, Request request) {
    const std::string id = request.id;
    const auto accept = request.header("accept");
    const auto view = co_await service->transcribe(std::move(request));
    if (!view) co_return http::problem_reply(view.error(), id);
    if (accept.starts_with(kVtt)) co_return text_reply(kVtt, core::to_vtt(segments_of(*view)));
    if (accept.starts_with(kSrt)) co_return text_reply(kSrt, core::to_srt(segments_of(*view)));
    co_return http::json_reply(200, http::write_json(*view), {}, id, false);
}

Task<HttpResponsePtr> speak(SpeechService* service, Request request) {
    const std::string id = request.id;
    auto body = http::read_body<SpeakBody>(request);
    if (!body) co_return http::problem_reply(body.error(), id);
    const auto form = spoken_as(request.header("accept"));
    // Times would tell the words of a text that is sealed.
    const bool timings = body->timings.value_or(false) && !body->text_token;
    const auto format = form == SpokenAs::ogg ? ml::AudioFormat::ogg : ml::AudioFormat::wav;
    if (body->stream.value_or(false) && form != SpokenAs::json) {
        auto streamed = co_await service->stream(std::move(request), std::move(*body), format);
        if (!streamed) co_return http::problem_reply(streamed.error(), id);
        if (streamed->response) co_return streamed->response;
        co_return kept_reply(std::move(*streamed->kept));
    }
    const SpeakOptions options{.format = format, .with_bytes = form != SpokenAs::json};
    auto speech = co_await service->speak(std::move(request), std::move(*body), options);
    if (!speech) co_return http::problem_reply(speech.error(), id);
    if (form == SpokenAs::json) {
        co_return http::json_reply(200, http::write_json(view_of(*speech, timings)), {}, id, false);
    }
    co_return kept_reply(std::move(*speech));
}

HttpResponsePtr bodiless(drogon::HttpStatusCode status, const std::string& name,
                         std::string value) {
    auto response = drogon::HttpResponse::newHttpResponse();
    response->setStatusCode(status);
    response->addHeader(name, std::move(value));
    return response;
}

Task<HttpResponsePtr> audio(SpeechService* service, Request request) {
    const std::string id = request.id;
    const auto found =
        co_await service->find_audio(request.who().id, request.path("id"), request.at);
    if (!found) co_return http::problem_reply(found.error(), id);
    const std::string etag = "\"" + core::to_hex(found->_id) + "\"";
    if (names_etag(request.header("if-none-match"), etag)) {
        co_return bodiless(drogon::k304NotModified, "ETag", etag);
    }
    const auto size = static_cast<std::size_t>(found->bytes);
    const auto condition = request.header("if-range");
    const bool ranged = condition.empty() || condition == etag;
    const auto range = byte_range(ranged ? request.header("range") : "", size);
    if (!range) {
        co_return bodiless(drogon::k416RequestedRangeNotSatisfiable, "Content-Range",
                           std::format("bytes */{}", size));
    }
    auto bytes = co_await service->read_audio(*found, *range);
    if (!bytes) co_return http::problem_reply(bytes.error(), id);
    auto response = bytes_reply(*found, std::move(*bytes));
    if (range->partial) {
        response->setStatusCode(drogon::k206PartialContent);
        response->addHeader("Content-Range",
                            std::format("bytes {}-{}/{}", range->first, range->last, size));
    }
    co_return response;
}

json recording_form() {
    return {{"multipart/form-data",
             {{"schema",
               {{"type", "object"},
                {"properties",
                 {{"audio", {{"type", "string"}, {"format", "binary"}}},
                  {"language", {{"type", "string"}}},
                  {"timestamps", {{"type", "string"}, {"enum", {"word", "segment"}}}},
                  {"verbatim", {{"type", "string"}, {"enum", {"true", "false"}}}}}},
                {"required", {"audio"}},
                {"additionalProperties", false}}}}}};
}

}  // namespace

void mount_speech(http::Router& router, SpeechService& service) {
    router.raw<TranscriptView>(
        Method::post, "/ai/stt",
        {.summary = "What a recording says",
         .tag = "speech",
         .faults = {Fault::model_loading},
         .description =
             "WAV, MP3, OGG/Opus, WebM, M4A or FLAC of at most 120 seconds. Silence gives "
             "an empty text. Accept: text/vtt or application/x-subrip answers with subtitles."},
        {.request = recording_form(), .response = {{kVtt, text()}, {kSrt, text()}}},
        [&service](Request r) { return transcribe(&service, std::move(r)); });
    router.raw<SpeechView>(
        Method::post, "/ai/tts",
        {.summary = "A text, spoken",
         .tag = "speech",
         .faults = {Fault::model_loading},
         .description =
             "Accept: audio/wav or audio/ogg answers with the bytes; with stream they "
             "come while they are made. [[θɪŋk]] in the text is said as these phonemes."},
        {.request = {{"application/json",
                      {{"schema", http::inlined(http::schema_of<SpeakBody>())},
                       {"example", {{"text", "Good morning!"}, {"timings", true}}}}}},
         .response = {{"audio/wav", binary()}, {"audio/ogg", binary()}}},
        [&service](Request r) { return speak(&service, std::move(r)); });
    json media = json::object();
    for (const auto* type :
         {"audio/wav", "audio/mpeg", "audio/ogg", "audio/webm", "audio/mp4", "audio/flac"}) {
        media[type] = binary();
    }
    router.raw(Method::get, "/ai/audio/{id}",
               {.summary = "Your recording, or speech made for you",
                .tag = "speech",
                .description = "Takes Range and If-None-Match. Gone after its time: 404."},
               {.response = media, .other_statuses = {206, 304, 416}},
               [&service](Request r) { return audio(&service, std::move(r)); });
}

}  // namespace lexi::speech
