#include "pronunciation/service.hpp"

#include <chrono>
#include <cmath>

#include "kit/utf8.hpp"
#include "pronunciation/fluency.hpp"
#include "pronunciation/prosody.hpp"
#include "pronunciation/quality.hpp"
#include "pronunciation/scorer.hpp"
#include "pronunciation/stats.hpp"
#include "pronunciation/store.hpp"
#include "pronunciation/word_parts.hpp"

namespace lexi::pronunciation {
namespace {

constexpr std::size_t kLongest = 300;     // characters
constexpr std::int64_t kStatsOver = 200;  // analyses
constexpr std::chrono::days kAllTime{3650};
constexpr double kCleanSnr = 15;  // dB from which noise takes nothing from the confidence

struct Work {
    ml::SpeechToText* stt;
    ml::PhoneAligner* aligner;
    const ml::VoiceDetector* voice;
    std::span<const float> pcm;
    std::string text;  // empty: whatever was said
    std::stop_token stop;
};

double to_two_places(double value) { return std::round(value * 100) / 100; }

// The engines know the text as `text`; the client sent it as `target_text`.
Problem about_target(Problem problem) {
    const auto found = problem.fields.find("text");
    if (found == problem.fields.end()) return problem;
    return fail_field("target_text", found->second).error();
}

QualityView quality_view(const Quality& quality) {
    const auto doubt = remark(quality);
    return {.snr_db = to_two_places(quality.snr_db),
            .clipping = quality.clipping,
            .speech_seconds = to_two_places(quality.speech_seconds),
            .ok = !doubt,
            .reason = doubt};
}

bool latin_letter(std::string_view text, std::size_t at) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (std::isalpha(c) != 0) return true;
    // U+00C0 to U+024F are the lead bytes C3 to C9; U+1E00 to U+1EFF begin with E1 B8 to E1 BB.
    if (c >= 0xC3 && c <= 0xC9) return true;
    const auto next = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0;
    return c == 0xE1 && next >= 0xB8 && next <= 0xBB;
}

bool has_latin_letter(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (latin_letter(text, at)) return true;
    }
    return false;
}

// Blocks: on the inference pool. The transcript does not know the text, so that it cannot flatter.
Result<ResultView> judged(const Work& work) {
    const auto began = std::chrono::steady_clock::now();
    const auto speech = work.voice->detect(work.pcm);
    const auto quality = measure_quality(work.pcm, speech);
    if (auto bad = refusal(quality)) return std::unexpected(std::move(*bad));
    const auto heard = work.stt->transcribe(work.pcm, {.language = "en", .words = true}, work.stop);
    if (!heard) return std::unexpected(heard.error());
    if (work.stop.stop_requested()) return fail_busy("The analysis was cancelled.", 1);
    const bool unscripted = work.text.empty();
    if (unscripted && !has_latin_letter(heard->text)) {
        return fail_field("audio", "No English words were heard. Please record it again.");
    }
    const auto& text = unscripted ? heard->text : work.text;
    const auto aligned = work.aligner->align(work.pcm, text);
    if (!aligned) return std::unexpected(about_target(aligned.error()));
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
    const double noise = std::clamp(quality.snr_db / kCleanSnr, 0.2, 1.0);
    auto analysis = analyse(*aligned, *heard, speech);
    for (auto& word : analysis.words) add_parts(word);
    analysis.prosody = measure_prosody(work.pcm, speech, spoken_syllables(heard->words));
    return ResultView{.target_text = text,
                      .unscripted = unscripted,
                      .transcript = heard->text,
                      .analysis = std::move(analysis),
                      .audio_quality = quality_view(quality),
                      .scorer_version = aligned->version,
                      .confidence = to_two_places(aligned->confidence * noise),
                      .processing_time = to_two_places(took.count())};
}

core::NewAudio recording_of(const core::Recording& recording, const Uuid& user,
                            const std::string& text) {
    return {.user = user.str(),
            .file_type = "recording",
            .format = recording.audio.format,
            .sample_rate = recording.audio.source_rate,
            .duration = recording.audio.duration,
            .metadata = {.text = text, .language = "en", .model = ""},
            .request_key = {},
            .words = {}};
}

}  // namespace

Result<std::string> target_text(std::string_view given) {
    std::string text;
    for (const char c : given) {
        const bool blank = std::isspace(static_cast<unsigned char>(c)) != 0;
        if (blank && (text.empty() || text.back() == ' ')) continue;
        text += blank ? ' ' : c;
    }
    if (text.ends_with(' ')) text.pop_back();
    text = utf8::nfc(text);
    if (utf8::length(text) > kLongest) {
        return fail_field("target_text", "must have at most 300 characters");
    }
    if (!has_latin_letter(text)) return fail_field("target_text", "must hold an English word");
    return text;
}

Result<std::string> asked_text(const http::Form& form) {
    const auto mode = form.choice("mode", {"scripted", "unscripted"});
    if (!mode) return std::unexpected(mode.error());
    const bool given = form.fields.contains("target_text");
    if (*mode == "unscripted") {
        if (given) return fail_field("target_text", "must be absent when mode is unscripted");
        return std::string();
    }
    if (!given) return fail_field("target_text", "is required");
    return target_text(form.field("target_text"));
}

Task<Result<ResultView>> PronunciationService::analyse(http::Request request) {
    auto form = core::receive_form(request, {}, {"target_text", "mode", "language"},
                                   parts_.max_audio_bytes);
    if (!form) co_return std::unexpected(form.error());
    const auto text = asked_text(*form);
    if (!text) co_return std::unexpected(text.error());
    const auto language = core::primary_language(form->field("language"));
    if (!language) co_return std::unexpected(language.error());
    if (!language->empty() && *language != "en") {
        co_return fail_field("language", "must be English: en");
    }
    auto recording =
        co_await core::decode_recording(std::move(*form), &parts_.decoding, parts_.max_audio_bytes);
    if (!recording) co_return std::unexpected(recording.error());
    const core::HangupWatch watch(request.raw);
    Work work{.stt = &parts_.stt,
              .aligner = &parts_.aligner,
              .voice = &parts_.voice,
              .pcm = recording->audio.pcm,
              .text = *text,
              .stop = watch.token()};
    auto view =
        co_await offload(parts_.inference, [work = std::move(work)] { return judged(work); });
    if (!view) co_return std::unexpected(view.error());
    auto kept =
        co_await stored(std::move(*view), std::move(*recording), request.who().id, request.at);
    co_return kept;
}

Task<Result<ResultView>> PronunciationService::stored(ResultView view, core::Recording recording,
                                                      Uuid user, Instant now) {
    auto kept = co_await parts_.mongo.run(
        [store = &parts_.store, view = std::move(view), recording = std::move(recording), user,
         now](core::Connection& db) mutable -> Result<ResultView> {
            const auto audio = store->save(db, recording_of(recording, user, view.target_text),
                                           recording.bytes(), now);
            if (!audio) return std::unexpected(audio.error());
            view.audio_id = core::to_hex(audio->_id);
            view.audio_url = audio->url;
            auto document = to_document(view, user, now);
            insert_analysis(db, document);
            return to_view(std::move(document));
        });
    co_return kept;
}

Task<Result<http::Reply<std::vector<ResultView>>>> PronunciationService::history(
    Uuid user, HistoryFilter filter) {
    const auto page = filter.page.value_or(1);
    const auto size = filter.page_size.value_or(20);
    auto reply = co_await parts_.mongo.run(
        [user, page, size](core::Connection& db) -> Result<http::Reply<std::vector<ResultView>>> {
            std::vector<ResultView> views;
            for (auto& one : newest_analyses(db, user, (page - 1) * size, size)) {
                views.push_back(to_view(std::move(one)));
            }
            http::Reply<std::vector<ResultView>> listed(std::move(views));
            listed.paged(http::pagination(page, size, count_analyses(db, user)));
            return listed;
        });
    co_return reply;
}

Task<Result<StatsView>> PronunciationService::stats(Uuid user, StatsFilter filter, Instant now) {
    const auto since = now - (filter.days ? std::chrono::days(*filter.days) : kAllTime);
    auto view = co_await parts_.mongo.run([user, since](core::Connection& db) -> Result<StatsView> {
        return stats_of(analyses_since(db, user, since, kStatsOver));
    });
    co_return view;
}

}  // namespace lexi::pronunciation
