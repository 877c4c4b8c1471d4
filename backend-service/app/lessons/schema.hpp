#pragma once
#include <glaze/glaze.hpp>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/core/grading/grading.hpp"
#include "app/core/rewards.hpp"

namespace lexi::lessons {

struct DialogueLine {
    std::string speaker;
    std::string text;
    std::optional<std::string> text_vi;
};

/// What lessons.content holds.
struct LessonContent {
    std::optional<std::string> theory_vi;
    std::vector<DialogueLine> dialogue;
    std::vector<std::string> new_words;
};

/// An exercise as the learner gets it. Answers and hints stay on the server.
struct ExerciseView {
    std::string id;
    std::string kind;
    std::string prompt;
    std::optional<std::string> prompt_vi;
    std::vector<std::string> choices;
    std::vector<std::string> tokens;
    std::vector<std::string> lefts;          // of a matching exercise
    std::vector<std::string> rights;         // in another order
    std::optional<std::string> audio_text;   // speaking: what is to be said
    std::optional<std::string> audio_token;  // listening, dictation: for the AI service to speak
    bool has_hint = false;
};

struct LessonView {
    std::string id;
    std::string course_id;
    std::string unit_id;
    std::string title;
    std::optional<std::string> title_vi;
    std::string description;
    std::int64_t order_index = 0;
    std::int64_t estimated_minutes = 0;
    std::int64_t edition = 1;  // of the course
    bool is_locked = false;
    bool is_completed = false;
    std::optional<std::int64_t> best_score;
    std::int64_t stars = 0;
    LessonContent content;
    std::vector<ExerciseView> exercises;
};

struct StartBody {
    std::optional<bool> restart;  // give up the open attempt, if there is one
};

struct ScoreSoFar {
    std::int64_t answered = 0;
    std::int64_t correct = 0;
    std::int64_t total = 0;
    std::int64_t percentage = 0;  // of the points of all exercises
    std::int64_t hints = 0;
};

struct Answered {
    std::string exercise_id;
    bool is_correct = false;
    std::int64_t points = 0;
};

enum class AttemptStatus : std::uint8_t { open, completed, abandoned };

/// An attempt keeps the exercises of the edition that it began with.
struct AttemptView {
    std::string id;
    std::string lesson_id;
    AttemptStatus status = AttemptStatus::open;
    bool is_resumed = false;
    std::int64_t edition = 1;
    std::int64_t total_exercises = 0;
    std::string started_at;
    ScoreSoFar score;
    std::vector<Answered> answered;
    std::vector<std::string> hinted;  // exercises whose hint was given
    std::vector<ExerciseView> exercises;
};

struct AnswerBody {
    std::string exercise_id;
    std::optional<std::string> answer;                        // every kind but the two below
    std::optional<std::map<std::string, std::string>> pairs;  // matching: left -> right
    std::optional<std::int64_t> score;       // speaking: the AI service's overall score
    std::optional<std::string> analysis_id;  // speaking: where it comes from
    std::optional<std::int64_t> time_spent_ms;
};

struct AnswerView {
    bool is_correct = false;
    bool has_typo = false;
    bool missing_diacritics = false;
    bool is_client_reported = false;  // speaking: the score is the client's word
    std::int64_t points = 0;          // of 100
    std::string correct_answer;
    std::optional<std::string> explanation;  // in Vietnamese
    std::vector<grading::DiffPiece> diff;
    ScoreSoFar score;
};

struct HintBody {
    std::string exercise_id;
};

struct HintView {
    std::string exercise_id;
    std::string hint;                     // a part of the answer, or where to look
    std::optional<std::string> hint_vi;   // the author's words
    std::vector<std::string> eliminated;  // choices that are wrong
    std::int64_t points = 0;              // what a right answer is worth now
};

enum class ProgressStatus : std::uint8_t { in_progress, completed };

struct CompletionBody {
    std::optional<std::string> attempt_id;
    std::optional<std::int64_t> score;  // for lessons without graded exercises
    std::optional<std::int64_t> time_spent_seconds;
    std::optional<ProgressStatus> status;
};

struct StreakPart {
    std::int64_t current_streak = 0;
    std::int64_t longest_streak = 0;
    bool is_active_today = false;
};

struct ProgressRow {
    std::string lesson_id;
    std::string course_id;
    std::string status;      // not_started, in_progress, completed
    std::int64_t score = 0;  // the best so far
    std::int64_t stars = 0;  // 0 to 3, the best so far
    std::optional<std::string> completed_at;
    std::int64_t time_spent_seconds = 0;
    std::int64_t attempts = 0;
    bool is_course_completed = false;
    std::int64_t xp_earned = 0;
    std::vector<Unlocked> achievements_unlocked;
    StreakPart streak;
};

}  // namespace lexi::lessons

template <>
struct glz::meta<lexi::lessons::ProgressStatus> {
    using enum lexi::lessons::ProgressStatus;
    static constexpr auto value =
        glz::enumerate("in_progress", in_progress, "completed", completed);
};

template <>
struct glz::meta<lexi::lessons::AttemptStatus> {
    using enum lexi::lessons::AttemptStatus;
    static constexpr auto value =
        glz::enumerate("open", open, "completed", completed, "abandoned", abandoned);
};

template <>
struct glz::json_schema<lexi::lessons::AnswerBody> {
    glz::schema exercise_id{.format = glz::detail::defined_formats::uuid};
    glz::schema answer{.maxLength = 2000};
    glz::schema score{.minimum = std::int64_t{0}, .maximum = std::int64_t{100}};
    glz::schema analysis_id{.minLength = 1, .maxLength = 64, .pattern = "^[0-9A-Za-z-]+$"};
    glz::schema time_spent_ms{.minimum = std::int64_t{0}, .maximum = std::int64_t{86'400'000}};
};

template <>
struct glz::json_schema<lexi::lessons::HintBody> {
    glz::schema exercise_id{.format = glz::detail::defined_formats::uuid};
};

template <>
struct glz::json_schema<lexi::lessons::CompletionBody> {
    glz::schema attempt_id{.format = glz::detail::defined_formats::uuid};
    glz::schema score{.minimum = std::int64_t{0}, .maximum = std::int64_t{100}};
    glz::schema time_spent_seconds{.minimum = std::int64_t{0}, .maximum = std::int64_t{86'400}};
};
