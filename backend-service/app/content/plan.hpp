#pragma once
// What an import would change: the pack against what is stored. Pure, so that it can be shown
// before anything is written.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/content/schema.hpp"

namespace lexi::content {

// Rows as the statements of sql/ give and take them, as JSON.

struct CourseRow {
    std::string id;
    std::string slug;
    std::string title;
    std::optional<std::string> title_vi;
    std::string description;
    std::optional<std::string> description_vi;
    std::string language;
    std::string level;
    std::optional<std::string> thumbnail_url;
    std::vector<std::string> builds_on;  // slugs, sorted
};

struct UnitRow {
    std::string id;
    std::string slug;
    std::string title;
    std::optional<std::string> title_vi;
    std::string description;
    std::int64_t order_index = 0;
};

struct LessonRow {
    std::string id;
    std::string unit_id;
    std::string slug;
    std::string title;
    std::optional<std::string> title_vi;
    std::string description;
    std::int64_t order_index = 0;
    LessonContent content;
    std::int64_t estimated_minutes = 10;
    bool is_retired = false;
};

struct ExerciseRow {
    std::string id;
    std::string lesson_id;
    std::string slug;
    std::int64_t order_index = 0;
    std::string kind;
    std::string prompt;
    std::optional<std::string> prompt_vi;
    std::vector<std::string> choices;
    std::vector<std::string> tokens;
    std::vector<grading::Pair> pairs;
    std::optional<std::string> audio_text;
    std::string answer;
    std::vector<std::string> alternatives;
    std::optional<std::string> explanation_vi;
    std::optional<std::string> hint_vi;
    bool is_retired = false;
};

struct WordRow {
    std::string id;
    std::string slug;
    std::string word;
    std::string translation;
    std::optional<std::string> pronunciation;
    std::string part_of_speech;
    std::optional<std::string> example_sentence;
    std::optional<std::string> example_translation;
    std::string language;
    std::string difficulty;
    std::vector<std::string> tags;
    bool is_retired = false;
};

/// A course as it is stored, retired parts included.
struct StoredCourse {
    CourseRow course;
    std::int64_t edition = 1;
    bool is_published = false;
    bool from_content = false;
    std::optional<std::string> owner_id;
    std::vector<UnitRow> units;
    std::vector<LessonRow> lessons;
    std::vector<ExerciseRow> exercises;
};

/// A statement of the import, to be run in order. A row that it gives says what is wrong.
struct Write {
    std::string what;
    std::string_view sql;
    std::vector<std::optional<std::string>> params;
};

struct Plan {
    std::vector<Change> changes;
    std::vector<Write> writes;
    std::vector<Write> last;  // after the writes of all plans: what points from course to course
};

/// Where a course comes from, which decides who may change it.
struct Origin {
    bool from_content = false;
    std::optional<std::string> owner_id{};
    bool publish_new = false;
};

std::string course_id(const std::string& slug);

/// Rows keep their ids from import to import (UUID v5 of their slugs). An exercise that changes is
/// a new row, and the old one is retired: attempts that have begun keep it.
Plan plan_course(const Course& course, const std::optional<StoredCourse>& stored,
                 const Origin& origin);

/// The whole catalogue of words against the stored one.
Plan plan_words(const std::vector<VocabularyFile>& lists, const std::vector<WordRow>& stored);

/// A course that content/ no longer has is withdrawn, not erased.
Plan plan_withdrawal(const std::string& slug);

/// The course as it was sent, out of its rows.
CourseBody body_of(const StoredCourse& stored);

/// The body as a pack has it.
Course course_of(CourseBody body);

}  // namespace lexi::content
