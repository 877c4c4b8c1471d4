#pragma once
#include <glaze/glaze.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/bson.hpp"

namespace lexi::pronunciation {

/// What may have been said in a sound's place: ARPAbet and IPA, empty for nothing; 0-1.
struct HeardView {
    std::string phoneme;
    std::string ipa;
    double probability = 0;
};

/// UTF-16 units [start, end) of a word, as JavaScript and Dart count.
struct LettersView {
    std::int64_t start = 0;
    std::int64_t end = 0;
};

/// One expected sound, or one that was put in (an insertion: nothing expected). Scores are 0-100,
/// times are seconds. `actual` is ARPAbet, empty where nothing was heard; a match has no feedback
/// unless it was unclear. Kinds are text, not enums, because BSON would store an enum's number.
struct PhonemeView {
    std::string phoneme;  // ARPAbet
    std::string ipa;
    std::string expected;
    std::string actual;
    std::string actual_ipa;
    std::string error_type;  // match, substitution, deletion, insertion
    double score = 0;
    double start = 0;
    double end = 0;
    std::vector<HeardView> nbest;        // likeliest first; empty where the scorer cannot tell
    std::optional<LettersView> letters;  // of an expected sound: what stands for it in the word
    std::string pattern;   // of a wrong sound: final_deletion, th_stopping, … (diagnosis.hpp)
    std::string severity;  // of a wrong sound: high, medium, low
    std::vector<std::string> practice;  // two words that differ in just these sounds
    std::string feedback;
    std::string feedback_vi;
};

struct SyllableView {
    std::string ipa;
    std::string stress;  // as it should be: primary, secondary, none
    double score = 0;    // 0-100, mean of its sounds
    double start = 0;    // seconds
    double end = 0;
    std::optional<LettersView> letters;
};

struct WordView {
    std::string word;
    double score = 0;
    std::string error_type;  // none, mispronunciation, omission, insertion
    double start = 0;
    double end = 0;
    std::vector<PhonemeView> phonemes;
    std::vector<SyllableView> syllables;
};

/// The specification's flat list.
struct PhonemeScore {
    std::string phoneme;
    std::string expected;
    std::string actual;
    double score = 0;
    std::string feedback;
};

struct PauseView {
    double start = 0;  // seconds
    double end = 0;
};

/// What is measured of the melody and the flow, for drawing beside the model voice's.
struct ProsodyView {
    double syllables_per_second = 0;  // while speaking, pauses apart
    double pause_seconds = 0;
    std::vector<PauseView> pauses;  // silences of at least 0.3 s inside the speech
    double pitch_range = 0;         // semitones from the 10th to the 90th percentile
    double pitch_step = 0;          // seconds between the values of `pitch`
    std::vector<double> pitch;      // Hz; 0 where the voice does not sound
};

struct AnalysisView {
    double overall_score = 0;
    double fluency_score = 0;
    double pronunciation_score = 0;
    double completeness_score = 0;
    std::optional<double> prosody_score;  // absent where the scorer does not measure it
    std::optional<ProsodyView> prosody;
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
    std::string audio_url;    // 404 once the recording has expired
    std::string target_text;  // unscripted: the transcript
    bool unscripted = false;
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

struct DayScore {
    std::string date;  // UTC
    double mean_score = 0;
    std::int64_t count = 0;
};

struct PhonemeStats {
    std::string phoneme;
    std::string ipa;
    std::int64_t count = 0;
    double mean_score = 0;
    std::string often_heard_as;   // ARPAbet of the commonest mistake; empty without one
    std::optional<double> trend;  // newer half's mean less the older's; from six times on
    std::vector<DayScore> days;   // oldest first
};

/// Two words that differ in just the sound that goes wrong, and how often it did.
struct DrillView {
    std::string expected;  // ARPAbet
    std::string expected_ipa;
    std::string heard;  // ARPAbet; empty: left out at the end of a word
    std::string heard_ipa;
    std::string pattern;             // diagnosis.hpp
    std::string severity;            // high, medium, low
    std::vector<std::string> words;  // with the expected sound, with the heard one
    std::int64_t times = 0;
};

struct StatsView {
    std::int64_t analyses = 0;  // of the newest 200
    double mean_overall = 0;
    std::vector<PhonemeStats> phonemes;  // by ARPAbet
    std::vector<PhonemeStats> weakest;   // at most five sounds that were asked at least three times
    std::vector<DrillView> drills;       // what to practise next, at most six
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
