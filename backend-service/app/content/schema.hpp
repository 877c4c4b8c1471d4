#pragma once
// The files of content/ (content/README.md says what they mean).
#include <glaze/glaze.hpp>
#include <optional>
#include <string>
#include <vector>

#include "app/core/grading/grading.hpp"

namespace lexi::content {

struct CourseFile {
    std::string slug;
    std::string title;
    std::optional<std::string> title_vi;
    std::string description;
    std::optional<std::string> description_vi;
    std::string language;
    std::string level;
    std::optional<std::string> thumbnail_url;
    std::optional<std::vector<std::string>> builds_on;  // slugs of courses to be completed before
    std::vector<std::string> units;
};

struct Exercise {
    std::string slug;
    std::string kind;
    std::string prompt;
    std::optional<std::string> prompt_vi;
    std::optional<std::vector<std::string>> choices;
    std::optional<std::vector<std::string>> tokens;
    std::optional<std::vector<grading::Pair>> pairs;
    std::optional<std::string> audio_text;
    std::string answer;
    std::optional<std::vector<std::string>> alternatives;
    std::optional<std::string> explanation_vi;
    std::optional<std::string> hint_vi;
};

struct Line {
    std::string speaker;
    std::string text;
    std::optional<std::string> text_vi;
};

struct Lesson {
    std::string slug;
    std::string title;
    std::optional<std::string> title_vi;
    std::optional<std::string> description_vi;
    std::int64_t estimated_minutes = 10;
    std::optional<std::string> theory_vi;
    std::optional<std::vector<Line>> dialogue;
    std::optional<std::vector<std::string>> new_words;
    std::vector<Exercise> exercises;
};

struct UnitFile {
    std::string slug;
    std::string title;
    std::optional<std::string> title_vi;
    std::optional<std::string> description_vi;
    std::vector<Lesson> lessons;
};

struct Word {
    std::string word;
    std::string part_of_speech;
    std::optional<std::string> ipa;
    std::string translation;
    std::optional<std::string> example;
    std::optional<std::string> example_vi;
    std::optional<std::vector<std::string>> tags;
};

struct VocabularyFile {
    std::string language;
    std::string level;
    std::vector<Word> words;
};

/// What of a lesson is shown beside its exercises; lessons.content.
struct LessonContent {
    std::optional<std::string> theory_vi;
    std::vector<Line> dialogue;
    std::vector<std::string> new_words;
};

struct Course {
    CourseFile about;
    std::vector<UnitFile> units;
};

/// A course in one piece, as it is sent: course.json with the units themselves in place of their
/// file names.
struct CourseBody {
    std::string slug;
    std::string title;
    std::optional<std::string> title_vi;
    std::string description;
    std::optional<std::string> description_vi;
    std::string language;
    std::string level;
    std::optional<std::string> thumbnail_url;
    std::optional<std::vector<std::string>> builds_on;
    std::vector<UnitFile> units;
    std::optional<bool> dry_run;  // say what would change, and change nothing
};

/// One line of the difference between what is stored and what is to be.
struct Change {
    std::string change;  // added, changed, retired, restored
    std::string what;    // course, unit, lesson, exercise, word
    std::string path;
    std::vector<std::string> fields;  // of `changed`
    bool operator==(const Change&) const = default;
};

struct ImportView {
    std::string id;
    std::string slug;
    std::int64_t edition = 1;
    bool is_published = false;
    bool dry_run = false;
    std::vector<Change> changes;
};

struct PublishBody {
    bool published = false;
};

struct PageFilter {
    std::optional<std::int64_t> page;
    std::optional<std::int64_t> page_size;
};

/// A course as those who write it see it in a list.
struct AuthoredCourse {
    std::string id;
    std::string slug;
    std::string title;
    std::string language;
    std::string level;
    std::int64_t edition = 1;
    std::int64_t total_lessons = 0;
    bool is_published = false;
    bool is_own = false;
    std::string updated_at;
};

/// `course` can be sent back to the import.
struct DraftView {
    std::string id;
    std::int64_t edition = 1;
    bool is_published = false;
    CourseBody course;
};

/// How one learner stands with a lesson.
struct LessonResult {
    std::string user_id;
    std::string name;
    std::string status;
    std::int64_t best_score = 0;
    std::int64_t stars = 0;
    std::int64_t attempts = 0;
    std::int64_t time_spent_seconds = 0;
    std::optional<std::string> completed_at;
    std::string updated_at;
};

struct Pack {
    std::vector<Course> courses;
    std::vector<VocabularyFile> vocabulary;
};

}  // namespace lexi::content

template <>
struct glz::json_schema<lexi::content::CourseFile> {
    glz::schema slug{.maxLength = 100, .pattern = "^[a-z0-9]+(-[a-z0-9]+)*$"};
    glz::schema title{.minLength = 1, .maxLength = 255};
    glz::schema title_vi{.minLength = 1, .maxLength = 255};
    glz::schema language{.maxLength = 35, .pattern = "^[a-z]{2,3}(-[A-Za-z0-9]+)*$"};
    glz::schema level{.pattern = "^(A1|A2|B1|B2|C1|C2)$"};
    glz::schema units{.minItems = std::uint64_t{1}};
};
template <>
struct glz::json_schema<lexi::content::CourseBody> {
    glz::schema slug{.minLength = 1, .maxLength = 100, .pattern = "^[a-z0-9]+(-[a-z0-9]+)*$"};
    glz::schema title{.minLength = 1, .maxLength = 255};
    glz::schema title_vi{.minLength = 1, .maxLength = 255};
    glz::schema description{.maxLength = 5000};
    glz::schema description_vi{.maxLength = 5000};
    glz::schema language{.maxLength = 35, .pattern = "^[a-z]{2,3}(-[A-Za-z0-9]+)*$"};
    glz::schema level{.pattern = "^(A1|A2|B1|B2|C1|C2)$"};
    glz::schema thumbnail_url{.maxLength = 2000};
    glz::schema builds_on{.maxItems = std::uint64_t{10}};
    glz::schema units{.minItems = std::uint64_t{1}, .maxItems = std::uint64_t{40}};
};
template <>
struct glz::json_schema<lexi::content::PageFilter> {
    glz::schema page{.minimum = std::int64_t{1}, .maximum = std::int64_t{500}};
    glz::schema page_size{.minimum = std::int64_t{1}, .maximum = std::int64_t{100}};
};
template <>
struct glz::json_schema<lexi::content::UnitFile> {
    glz::schema slug{.maxLength = 100, .pattern = "^[a-z0-9]+(-[a-z0-9]+)*$"};
    glz::schema title{.minLength = 1, .maxLength = 255};
    glz::schema title_vi{.minLength = 1, .maxLength = 255};
    glz::schema lessons{.minItems = std::uint64_t{1}, .maxItems = std::uint64_t{40}};
};
template <>
struct glz::json_schema<lexi::content::Lesson> {
    glz::schema slug{.maxLength = 100, .pattern = "^[a-z0-9]+(-[a-z0-9]+)*$"};
    glz::schema title{.minLength = 1, .maxLength = 255};
    glz::schema title_vi{.minLength = 1, .maxLength = 255};
    glz::schema estimated_minutes{.minimum = std::int64_t{1}, .maximum = std::int64_t{600}};
    glz::schema exercises{.maxItems = std::uint64_t{60}};
};
template <>
struct glz::json_schema<lexi::content::Exercise> {
    glz::schema slug{.maxLength = 100, .pattern = "^[a-z0-9]+(-[a-z0-9]+)*$"};
    glz::schema kind{.pattern =
                         "^(multiple_choice|cloze|reorder|translate_to_en|translate_to_vi|"
                         "matching|listening|dictation|speaking|error_spotting)$"};
    glz::schema prompt{.minLength = 1, .maxLength = 4000};
    glz::schema answer{.maxLength = 4000};
    glz::schema choices{.maxItems = std::uint64_t{12}};
    glz::schema tokens{.maxItems = std::uint64_t{60}};
    glz::schema pairs{.maxItems = std::uint64_t{20}};
    glz::schema alternatives{.maxItems = std::uint64_t{200}};
    glz::schema audio_text{.maxLength = 1000};
};
template <>
struct glz::json_schema<lexi::content::Word> {
    glz::schema word{.minLength = 1, .maxLength = 255};
    glz::schema part_of_speech{.minLength = 1, .maxLength = 40};
    glz::schema ipa{.minLength = 1, .maxLength = 255};
    glz::schema translation{.minLength = 1, .maxLength = 255};
};
template <>
struct glz::json_schema<lexi::content::VocabularyFile> {
    glz::schema language{.maxLength = 35, .pattern = "^[a-z]{2,3}(-[A-Za-z0-9]+)*$"};
    glz::schema level{.pattern = "^(A1|A2|B1|B2|C1|C2)$"};
};
