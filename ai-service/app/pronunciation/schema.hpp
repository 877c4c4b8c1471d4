#pragma once
#include <glaze/glaze.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/bson.hpp"

namespace lexi::pronunciation {

/// One expected sound. Scores are 0-100, times are seconds. `actual` is ARPAbet, empty where
/// nothing was heard; a match has no feedback unless it was unclear. Kinds are text, not enums,
/// because BSON would store an enum's number.
struct PhonemeView {
    std::string phoneme;  // ARPAbet
    std::string ipa;
    std::string expected;
    std::string actual;
    std::string actual_ipa;
    std::string error_type;  // match, substitution, deletion
    double score = 0;
    double start = 0;
    double end = 0;
    std::string feedback;
    std::string feedback_vi;
};

struct WordView {
    std::string word;
    double score = 0;
    std::string error_type;  // none, mispronunciation, omission, insertion
    double start = 0;
    double end = 0;
    std::vector<PhonemeView> phonemes;
};

/// The specification's flat list.
struct PhonemeScore {
    std::string phoneme;
    std::string expected;
    std::string actual;
    double score = 0;
    std::string feedback;
};

struct AnalysisView {
    double overall_score = 0;
    double fluency_score = 0;
    double pronunciation_score = 0;
    double completeness_score = 0;
    std::optional<double> prosody_score;  // absent: this scorer does not measure it
    std::vector<WordView> words;
    std::vector<PhonemeScore> phoneme_scores;
    std::vector<std::string> common_errors;
    std::vector<std::string> improvements;
    std::vector<std::string> improvements_vi;
};

struct QualityView {
    double snr_db = 0;
    double clipping = 0;  // share of the speech's samples at the end of the scale, 0-1
    double speech_seconds = 0;
    bool ok = true;
    std::optional<std::string> reason;
};

struct ResultView {
    std::string id;
    std::string audio_id;
    std::string audio_url;  // 404 once the recording has expired
    std::string target_text;
    std::string transcript;
    AnalysisView analysis;
    QualityView audio_quality;
    std::string scorer_version;
    double confidence = 0;       // 0-1
    double processing_time = 0;  // seconds
    std::string created_at;
};

struct HistoryFilter {
    std::optional<std::int64_t> page;
    std::optional<std::int64_t> page_size;
};

struct StatsFilter {
    std::optional<std::int64_t> days;  // only what is not older
};

struct PhonemeStats {
    std::string phoneme;
    std::string ipa;
    std::int64_t count = 0;
    double mean_score = 0;
    std::string often_heard_as;  // ARPAbet of the commonest mistake; empty without one
};

struct StatsView {
    std::int64_t analyses = 0;  // of the newest 200
    double mean_overall = 0;
    std::vector<PhonemeStats> phonemes;  // by ARPAbet
    std::vector<PhonemeStats> weakest;   // at most five sounds that were asked at least three times
};

}  // namespace lexi::pronunciation

template <>
struct glz::json_schema<lexi::pronunciation::HistoryFilter> {
    glz::schema page{.minimum = std::int64_t{1}, .maximum = std::int64_t{100000}};
    glz::schema page_size{.minimum = std::int64_t{1}, .maximum = std::int64_t{100}};
};
template <>
struct glz::json_schema<lexi::pronunciation::StatsFilter> {
    glz::schema days{.minimum = std::int64_t{1}, .maximum = std::int64_t{3650}};
};
