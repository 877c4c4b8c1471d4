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
    std::int64_t edition = 1;
    bool is_enrolled = false;
    bool is_locked = false;  // until the courses that it builds on are completed
    bool is_completed = false;
    std::int64_t completed_lessons = 0;
    std::int64_t progress_percentage = 0;
    std::int64_t stars = 0;  // of all its lessons
};

struct LessonFilter {
    std::optional<std::int64_t> page;
    std::optional<std::int64_t> page_size;
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
    std::int64_t stars = 0;  // 0 to 3
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
    std::int64_t edition = 1;
    bool is_enrolled = false;
    bool is_locked = false;
    bool is_completed = false;
    std::int64_t completed_lessons = 0;
    std::int64_t progress_percentage = 0;
    std::int64_t stars = 0;
    std::vector<std::string> requires_courses;  // ids
    std::vector<UnitView> units;
};

struct EnrolmentView {
    std::string course_id;
    std::string enrolled_at;
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

template <>
struct glz::json_schema<lexi::courses::LessonFilter> {
    glz::schema page{.minimum = std::int64_t{1}, .maximum = std::int64_t{100000}};
    glz::schema page_size{.minimum = std::int64_t{1}, .maximum = std::int64_t{100}};
};
