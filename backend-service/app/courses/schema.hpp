#pragma once
#include <glaze/glaze.hpp>
#include <optional>
#include <string>
#include <vector>

#include "app/core/account.hpp"

namespace lexi::courses {

struct CourseFilter {
    std::optional<std::string> language;
    std::optional<std::string> level;
    std::optional<std::string> search;
    std::optional<std::int64_t> page;
    std::optional<std::int64_t> page_size;
};

struct CourseItem {
    std::string id;
    std::string title;
    std::optional<std::string> title_vi;
    std::string description;
    std::optional<std::string> description_vi;
    std::string language;
    std::string level;
    std::optional<std::string> thumbnail_url;
    std::int64_t total_lessons = 0;
    std::int64_t estimated_minutes = 0;
    bool is_enrolled = false;
    std::int64_t progress_percentage = 0;
};

struct LessonItem {
    std::string id;
    std::string unit_id;
    std::string title;
    std::optional<std::string> title_vi;
    std::string description;
    std::int64_t order_index = 0;
    std::int64_t estimated_minutes = 0;
    std::int64_t total_exercises = 0;
    bool is_locked = false;  // until the lesson before it is completed
    bool is_completed = false;
    std::optional<std::int64_t> best_score;
};

struct UnitView {
    std::string id;
    std::string title;
    std::optional<std::string> title_vi;
    std::string description;
    std::int64_t order_index = 0;
    std::vector<LessonItem> lessons;
};

struct CourseView {
    std::string id;
    std::string title;
    std::optional<std::string> title_vi;
    std::string description;
    std::optional<std::string> description_vi;
    std::string language;
    std::string level;
    std::optional<std::string> thumbnail_url;
    std::int64_t total_lessons = 0;
    std::int64_t estimated_minutes = 0;
    bool is_enrolled = false;
    std::int64_t progress_percentage = 0;
    std::vector<UnitView> units;
};

struct EnrolmentView {
    std::string course_id;
    std::string enrolled_at;
};

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

/// An exercise as the learner gets it. Answers stay on the server; audio_text is what a client asks
/// the AI service to speak.
struct ExerciseView {
    std::string id;
    std::string kind;
    std::string prompt;
    std::optional<std::string> prompt_vi;
    std::vector<std::string> choices;
    std::vector<std::string> tokens;
    std::vector<std::string> lefts;   // of a matching exercise
    std::vector<std::string> rights;  // in another order
    std::optional<std::string> audio_text;
    std::optional<std::string> hint_vi;
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
    bool is_locked = false;
    bool is_completed = false;
    std::optional<std::int64_t> best_score;
    LessonContent content;
    std::vector<ExerciseView> exercises;
};

}  // namespace lexi::courses

template <>
struct glz::json_schema<lexi::courses::CourseFilter> {
    glz::schema language{.maxLength = 35, .pattern = lexi::kLanguagePattern};
    glz::schema level{.pattern = lexi::kLevelPattern};
    glz::schema search{.minLength = 1, .maxLength = 100};
    glz::schema page{.minimum = std::int64_t{1}, .maximum = std::int64_t{100000}};
    glz::schema page_size{.minimum = std::int64_t{1}, .maximum = std::int64_t{100}};
};
