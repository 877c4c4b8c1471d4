#include "openai/audio.hpp"

#include <array>
#include <filesystem>

#include "core/recording.hpp"
#include "core/speech_stream.hpp"
#include "kit/inlined.hpp"
#include "ml/piper/text/phrases.hpp"
#include "openai/answers.hpp"
#include "openai/document.hpp"
#include "openai/speech_body.hpp"
#include "openai/transcription.hpp"

namespace lexi::openai {

namespace {

using drogon::HttpResponsePtr;
using http::Request;

constexpr std::array<std::string_view, 4> kTheirTts{"tts-1", "tts-1-hd", "gpt-4o-mini-tts", ""};
constexpr std::array<std::string_view, 13> kTheirVoices{
    "alloy", "ash",  "ballad", "cedar", "coral",   "echo", "fable",
    "marin", "nova", "onyx",   "sage",  "shimmer", "verse"};

Problem unknown_model(const std::string& name, const std::string& ours) {
    return {.fault = Fault::not_found,
            .say = "There is no model '" + name + "' here; there is " + ours + ".",
            .fields = {{"model", "is not known"}}};
}

bool is_ours(const std::string& name, const std::string& file) {
    return name == file || name == std::filesystem::path(file).stem().string();
}

// The upload is called `file` here and `audio` everywhere else.
Result<http::Form> receive(const Request& request, std::size_t max_bytes) {
    auto form = http::read_form(request, {.required_files = {"file"},
                                          .required_fields = {},
                                          .optional_fields = transcription_fields(),
                                          .max_file_bytes = max_bytes});
    if (form) form->files["audio"] = form->files["file"];
    return form;
}

// The engines' and the store's names of fields are not OpenAI's.
Problem renamed(Problem problem, const std::string& from, const std::string& to) {
    if (const auto found = problem.fields.extract(from); !found.empty()) {
        problem.fields[to] = found.mapped();
    }
    return problem;
}

Task<HttpResponsePtr> transcribe(const AudioParts* parts, Request request) {
    const std::string id = request.id;
    auto form = receive(request, parts->max_audio_bytes);
    if (!form) co_return refusal(form.error(), id);
    const auto asked = read_transcription(*form);
    if (!asked) co_return refusal(asked.error(), id);
    const auto ours = parts->stt.status().name;
    if (!asked->model.empty() && asked->model != "whisper-1" && !is_ours(asked->model, ours)) {
        co_return refusal(unknown_model(asked->model, ours), id);
    }
    const auto recording =
        co_await core::decode_recording(std::move(*form), &parts->decoding, parts->max_audio_bytes);
    if (!recording) co_return refusal(renamed(recording.error(), "audio", "file"), id);
    const core::HangupWatch watch(request.raw);
    const auto heard = co_await offload(
        parts->inference, [stt = &parts->stt, pcm = std::span<const float>(recording->audio.pcm),
                           options = asked->options,
                           stop = watch.token()] { return stt->transcribe(pcm, options, stop); });
    if (!heard) co_return refusal(heard.error(), id);
    auto [type, body] = written(*heard, *asked);
    auto response = json_response(200, std::move(body), id);
    response->setContentTypeString(type);
    co_return response;
}

Result<ml::AudioFormat> format_of(const SpeechBody& body) {
    const auto name = body.response_format.value_or("mp3");
    if (name == "mp3") return ml::AudioFormat::mp3;
    if (name == "opus") return ml::AudioFormat::ogg;
    if (name == "flac") return ml::AudioFormat::flac;
    if (name == "wav") return ml::AudioFormat::wav;
    return fail_field("response_format", "must be mp3, opus, flac or wav");
}

Result<core::SpeechJob> job_of(const SpeechBody& body, const std::string& ours) {
    if (!std::ranges::contains(kTheirTts, body.model) && !is_ours(body.model, ours)) {
        return std::unexpected(unknown_model(body.model, ours));
    }
    if (!body.instructions.value_or("").empty()) {
        return fail_field("instructions", "is not taken here");
    }
    if (body.stream_format.value_or("audio") != "audio") {
        return fail_field("stream_format", "must be audio");
    }
    auto format = format_of(body);
    if (!format) return std::unexpected(format.error());
    const auto tongue = ml::spoken::tongue_of(body.input);
    return core::SpeechJob{
        .wanted = {.text = body.input,
                   .language = tongue == ml::spoken::Tongue::vietnamese ? "vi" : "en",
                   .speed = body.speed.value_or(1.0)},
        .voice = std::ranges::contains(kTheirVoices, body.voice) ? "" : body.voice,
        .format = *format};
}

// FLAC's header holds what is only known at the end.
Task<HttpResponsePtr> spoken_whole(const AudioParts* parts, core::SpeechJob job, std::string id) {
    auto bytes =
        co_await offload(parts->inference, [tts = &parts->tts, &job]() -> Result<std::string> {
            const auto made = core::speak_whole(*tts, job);
            if (!made) return std::unexpected(made.error());
            return ml::encode_audio(made->pcm, made->sample_rate, job.format);
        });
    if (!bytes) co_return refusal(renamed(bytes.error(), "text", "input"), id);
    auto response = json_response(200, std::move(*bytes), id);
    response->setContentTypeString(std::string(ml::media_type(job.format)));
    co_return response;
}

Task<HttpResponsePtr> speak(const AudioParts* parts, Request request) {
    const std::string id = request.id;
    const auto body = http::read_body<SpeechBody>(request);
    if (!body) co_return refusal(body.error(), id);
    auto job = job_of(*body, parts->tts.status().name);
    if (!job) co_return refusal(job.error(), id);
    if (job->format == ml::AudioFormat::flac) {
        co_return co_await spoken_whole(parts, std::move(*job), id);
    }
    auto response = co_await core::stream_speech(&parts->inference, &parts->tts, std::move(*job),
                                                 std::move(request), {});
    if (!response) co_return refusal(renamed(response.error(), "text", "input"), id);
    (*response)->addHeader("X-Request-ID", id);
    co_return *response;
}

}  // namespace

void mount_openai_audio(http::Router& router, const AudioParts& parts) {
    const auto operation = [](std::string summary, std::string description) {
        return http::Operation{.summary = std::move(summary),
                               .tag = "openai",
                               .faults = {Fault::model_loading, Fault::not_found},
                               .description = std::move(description),
                               .refusal = refusal,
                               .refusal_schema = &error_schema()};
    };
    router.raw(
        http::Method::post, "!/v1/audio/transcriptions",
        operation("What a recording says, as OpenAI's API has it",
                  "`whisper-1` or our model's own name. A prompt and a stream are not taken."),
        {.request = transcription_form(), .response = transcription_reply()},
        [parts](Request r) { return transcribe(&parts, std::move(r)); });
    router.raw(
        http::Method::post, "!/v1/audio/speech",
        operation("A text, spoken, as OpenAI's API has it",
                  "Sent while it is made. The language is that of the text; OpenAI's voices "
                  "are all ours."),
        {.request = {{"application/json",
                      {{"schema", http::inlined(http::schema_of<SpeechBody>())},
                       {"example",
                        {{"model", "tts-1"}, {"input", "Good morning!"}, {"voice", "alloy"}}}}}},
         .response = speech_reply()},
        [parts](Request r) { return speak(&parts, std::move(r)); });
}

}  // namespace lexi::openai
