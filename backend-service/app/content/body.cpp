// A course in one piece: from rows, and to what a pack has.
#include <algorithm>

#include "app/content/plan.hpp"

namespace lexi::content {
namespace {

template <class T>
std::optional<std::vector<T>> unless_empty(std::vector<T> list) {
    if (list.empty()) return std::nullopt;
    return list;
}

std::optional<std::string> unless_empty(const std::string& text) {
    if (text.empty()) return std::nullopt;
    return text;
}

Exercise exercise_of(const ExerciseRow& row) {
    return {.slug = row.slug,
            .kind = row.kind,
            .prompt = row.prompt,
            .prompt_vi = row.prompt_vi,
            .choices = unless_empty(row.choices),
            .tokens = unless_empty(row.tokens),
            .pairs = unless_empty(row.pairs),
            .audio_text = row.audio_text,
            .answer = row.answer,
            .alternatives = unless_empty(row.alternatives),
            .explanation_vi = row.explanation_vi,
            .hint_vi = row.hint_vi};
}

Lesson lesson_of(const LessonRow& row, std::vector<ExerciseRow> exercises) {
    std::erase_if(exercises,
                  [&row](const ExerciseRow& e) { return e.is_retired || e.lesson_id != row.id; });
    std::ranges::sort(exercises, {}, &ExerciseRow::order_index);
    Lesson lesson{.slug = row.slug,
                  .title = row.title,
                  .title_vi = row.title_vi,
                  .description_vi = unless_empty(row.description),
                  .estimated_minutes = row.estimated_minutes,
                  .theory_vi = row.content.theory_vi,
                  .dialogue = unless_empty(row.content.dialogue),
                  .new_words = unless_empty(row.content.new_words),
                  .exercises = {}};
    for (const auto& exercise : exercises) lesson.exercises.push_back(exercise_of(exercise));
    return lesson;
}

}  // namespace

CourseBody body_of(const StoredCourse& stored) {
    const auto& c = stored.course;
    CourseBody body{.slug = c.slug,
                    .title = c.title,
                    .title_vi = c.title_vi,
                    .description = c.description,
                    .description_vi = c.description_vi,
                    .language = c.language,
                    .level = c.level,
                    .thumbnail_url = c.thumbnail_url,
                    .builds_on = unless_empty(c.builds_on),
                    .units = {},
                    .dry_run = {}};
    auto units = stored.units;
    auto lessons = stored.lessons;
    std::ranges::sort(units, {}, &UnitRow::order_index);
    std::ranges::sort(lessons, {}, &LessonRow::order_index);
    for (const auto& row : units) {
        UnitFile unit{.slug = row.slug,
                      .title = row.title,
                      .title_vi = row.title_vi,
                      .description_vi = unless_empty(row.description),
                      .lessons = {}};
        for (const auto& lesson : lessons) {
            if (lesson.is_retired || lesson.unit_id != row.id) continue;
            unit.lessons.push_back(lesson_of(lesson, stored.exercises));
        }
        if (!unit.lessons.empty()) body.units.push_back(std::move(unit));
    }
    return body;
}

Course course_of(CourseBody body) {
    return {.about = {.slug = std::move(body.slug),
                      .title = std::move(body.title),
                      .title_vi = std::move(body.title_vi),
                      .description = std::move(body.description),
                      .description_vi = std::move(body.description_vi),
                      .language = std::move(body.language),
                      .level = std::move(body.level),
                      .thumbnail_url = std::move(body.thumbnail_url),
                      .builds_on = std::move(body.builds_on),
                      .units = {}},
            .units = std::move(body.units)};
}

}  // namespace lexi::content
