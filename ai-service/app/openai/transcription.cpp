#include "openai/transcription.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>

#include "core/recording.hpp"
#include "core/subtitles.hpp"

namespace lexi::openai {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 5> kForms{"json", "text", "srt", "vtt", "verbose_json"};

Result<void> check_temperature(const std::string& given) {
    double value = 0;
    const auto* end = given.data() + given.size();
    const auto read = std::from_chars(given.data(), end, value);
    if (given.empty() || (read.ec == std::errc() && read.ptr == end && value >= 0 && value <= 1))
        return {};
    return fail_field("temperature", "must be a number from 0 to 1");
}

// OpenAI names the language in English.
std::string language_name(const std::string& code) {
    if (code == "en") return "english";
    return code == "vi" ? "vietnamese" : code;
}

std::string verbose(const ml::SttResult& heard, const TranscriptionAsked& asked) {
    Json out{{"task", "transcribe"},
             {"language", language_name(heard.language)},
             {"duration", heard.duration},
             {"text", heard.text}};
    if (asked.segments) {
        out["segments"] = Json::array();
        for (const auto& segment : heard.segments) {
            out["segments"].push_back({{"id", out["segments"].size()},
                                       {"start", segment.start},
                                       {"end", segment.end},
                                       {"text", segment.text},
                                       {"no_speech_prob", heard.no_speech}});
        }
    }
    if (asked.options.words) {
        out["words"] = Json::array();
        for (const auto& word : heard.words) {
            out["words"].push_back({{"word", word.word}, {"start", word.start}, {"end", word.end}});
        }
    }
    return out.dump();
}

}  // namespace

std::vector<std::string> transcription_fields() {
    return {"model",
            "language",
            "prompt",
            "response_format",
            "temperature",
            "stream",
            "timestamp_granularities[]"};
}

Result<TranscriptionAsked> read_transcription(const http::Form& form) {
    TranscriptionAsked asked{.model = form.field("model"), .options = {}};
    auto language = core::primary_language(form.field("language"));
    if (!language) return std::unexpected(language.error());
    asked.options.language = std::move(*language);
    if (!form.field("prompt").empty()) return fail_field("prompt", "is not taken here");
    const auto stream = form.field("stream");
    if (!stream.empty() && stream != "false") return fail_field("stream", "is not taken here");
    if (auto ok = check_temperature(form.field("temperature")); !ok) {
        return std::unexpected(ok.error());
    }
    if (const auto wanted = form.field("response_format"); !wanted.empty()) {
        const auto* const found = std::ranges::find(kForms, wanted);
        if (found == kForms.end()) {
            return fail_field("response_format", "must be json, text, srt, verbose_json or vtt");
        }
        asked.as = static_cast<HeardAs>(found - kForms.begin());
    }
    const auto grain = form.field("timestamp_granularities[]");
    if (!grain.empty() && grain != "word" && grain != "segment") {
        return fail_field("timestamp_granularities[]", "must be word or segment");
    }
    asked.options.words = grain == "word";
    asked.segments = grain != "word";
    return asked;
}

Written written(const ml::SttResult& heard, const TranscriptionAsked& asked) {
    switch (asked.as) {
        case HeardAs::json:
            return {"application/json", Json{{"text", heard.text}}.dump()};
        case HeardAs::text:
            return {"text/plain; charset=utf-8", heard.text + "\n"};
        case HeardAs::srt:
            return {"application/x-subrip; charset=utf-8", core::to_srt(heard.segments)};
        case HeardAs::vtt:
            return {"text/vtt; charset=utf-8", core::to_vtt(heard.segments)};
        case HeardAs::verbose_json:
            return {"application/json", verbose(heard, asked)};
    }
    std::unreachable();
}

}  // namespace lexi::openai
