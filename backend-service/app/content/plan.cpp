#include "app/content/plan.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "content_sql.hpp"
#include "kit/body.hpp"
#include "kit/ids.hpp"

namespace lexi::content {
namespace {

using Names = std::set<std::string_view>;

Uuid id_of(const std::string& path) {
    static const Uuid space = Uuid::parse("6f1d2c1e-5b0a-5c3e-9a55-1e8a7d3c4b21").value();
    return Uuid::named(space, path);
}

// The names of the fields in which two rows differ.
template <class T>
std::vector<std::string> differences(const T& a, const T& b, const Names& ignored) {
    std::vector<std::string> out;
    const auto left = glz::to_tie(a);
    const auto right = glz::to_tie(b);
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        const auto look = [&](std::string_view name, const auto& x, const auto& y) {
            if (ignored.contains(name)) return;
            if (http::write_json(x) != http::write_json(y)) out.emplace_back(name);
        };
        (look(glz::reflect<T>::keys[I], glz::get<I>(left), glz::get<I>(right)), ...);
    }(std::make_index_sequence<glz::reflect<T>::size>{});
    return out;
}

template <class T>
std::vector<T> listed(const std::optional<std::vector<T>>& list) {
    return list.value_or(std::vector<T>{});
}

ExerciseRow row_of(const Exercise& e, const std::string& lesson_id, std::int64_t index) {
    return {.id = "",
            .lesson_id = lesson_id,
            .slug = e.slug,
            .order_index = index,
            .kind = e.kind,
            .prompt = e.prompt,
            .prompt_vi = e.prompt_vi,
            .choices = listed(e.choices),
            .tokens = listed(e.tokens),
            .pairs = listed(e.pairs),
            .audio_text = e.audio_text,
            .answer = e.answer,
            .alternatives = listed(e.alternatives),
            .explanation_vi = e.explanation_vi,
            .hint_vi = e.hint_vi,
            .is_retired = false};
}

class CoursePlanner {
public:
    CoursePlanner(const Course& course, const std::optional<StoredCourse>& stored)
        : course_(course), stored_(stored) {
        if (!stored) return;
        for (const auto& row : stored->units) units_.emplace(row.id, &row);
        for (const auto& row : stored->lessons) lessons_.emplace(row.id, &row);
        for (const auto& row : stored->exercises) {
            known_ids_.insert(row.id);
            exercises_[row.lesson_id].push_back(&row);
        }
    }

    Plan plan(const Origin& origin) && {
        const auto& about = course_.about;
        const auto path = "course:" + about.slug;
        CourseRow row{.id = id_of(path).str(),
                      .slug = about.slug,
                      .title = about.title,
                      .title_vi = about.title_vi,
                      .description = about.description,
                      .description_vi = about.description_vi,
                      .language = about.language,
                      .level = about.level,
                      .thumbnail_url = about.thumbnail_url,
                      .builds_on = listed(about.builds_on)};
        std::ranges::sort(row.builds_on);
        if (stored_) row.id = stored_->course.id;
        compare("course", about.slug, stored_ ? &stored_->course : nullptr, row, {"id"});
        std::int64_t place = 0;
        for (std::size_t i = 0; i < course_.units.size(); ++i) {
            plan_unit(path, course_.units[i], static_cast<std::int64_t>(i), place);
        }
        retire_what_is_gone();
        if (!changes_.empty()) write(row, origin);
        return {
            .changes = std::move(changes_), .writes = std::move(writes_), .last = std::move(last_)};
    }

private:
    // Whether the row has to be written.
    template <class T>
    bool compare(const char* what, const std::string& path, const T* before, const T& after,
                 const Names& ignored) {
        if (before == nullptr) {
            note("added", what, path);
            return true;
        }
        auto fields = differences(*before, after, ignored);
        if (fields.empty()) return false;
        note("changed", what, path, std::move(fields));
        return true;
    }

    void note(const char* change, const char* what, const std::string& path,
              std::vector<std::string> fields = {}) {
        changes_.push_back(
            {.change = change, .what = what, .path = path, .fields = std::move(fields)});
    }

    template <class T>
    static const T* find(const std::map<std::string, const T*>& rows, const std::string& id) {
        const auto found = rows.find(id);
        return found == rows.end() ? nullptr : found->second;
    }

    void plan_unit(const std::string& course, const UnitFile& unit, std::int64_t index,
                   std::int64_t& place) {
        const auto path = course + "/" + unit.slug;
        const UnitRow row{.id = id_of(path).str(),
                          .slug = unit.slug,
                          .title = unit.title,
                          .title_vi = unit.title_vi,
                          .description = unit.description_vi.value_or(""),
                          .order_index = index};
        if (compare("unit", shown(path), find(units_, row.id), row, {})) put_units_.push_back(row);
        for (const auto& lesson : unit.lessons) plan_lesson(path, row.id, lesson, place++);
    }

    static std::string shown(const std::string& path) { return path.substr(path.find(':') + 1); }

    void plan_lesson(const std::string& unit, const std::string& unit_id, const Lesson& lesson,
                     std::int64_t place) {
        const auto path = unit + "/" + lesson.slug;
        const LessonRow row{.id = id_of(path).str(),
                            .unit_id = unit_id,
                            .slug = lesson.slug,
                            .title = lesson.title,
                            .title_vi = lesson.title_vi,
                            .description = lesson.description_vi.value_or(""),
                            .order_index = place,
                            .content = {.theory_vi = lesson.theory_vi,
                                        .dialogue = listed(lesson.dialogue),
                                        .new_words = listed(lesson.new_words)},
                            .estimated_minutes = lesson.estimated_minutes,
                            .is_retired = false};
        kept_lessons_.insert(row.id);
        const auto* before = find(lessons_, row.id);
        if (before != nullptr && before->is_retired) {
            note("restored", "lesson", shown(path));
            put_lessons_.push_back(row);
        } else if (compare("lesson", shown(path), before, row, {})) {
            put_lessons_.push_back(row);
        }
        plan_exercises(path, row.id, lesson);
    }

    void plan_exercises(const std::string& path, const std::string& lesson_id,
                        const Lesson& lesson) {
        std::set<std::string> slugs;
        for (std::size_t i = 0; i < lesson.exercises.size(); ++i) {
            auto row = row_of(lesson.exercises[i], lesson_id, static_cast<std::int64_t>(i));
            slugs.insert(row.slug);
            const auto place = path + "/" + row.slug;
            plan_exercise(place, std::move(row));
        }
        for (const auto* before : exercises_[lesson_id]) {
            if (before->is_retired || slugs.contains(before->slug)) continue;
            note("retired", "exercise", shown(path) + "/" + before->slug);
            retire_exercises_.push_back(before->id);
        }
    }

    void plan_exercise(const std::string& path, ExerciseRow row) {
        static const Names kNotContent = {"id", "lesson_id", "order_index", "is_retired"};
        const ExerciseRow* live = nullptr;
        const ExerciseRow* same = nullptr;  // retired, with this very content
        for (const auto* before : exercises_[row.lesson_id]) {
            if (before->slug != row.slug) continue;
            if (!before->is_retired) {
                live = before;
            } else if (differences(*before, row, kNotContent).empty()) {
                same = before;
            }
        }
        if (live != nullptr) {
            auto fields = differences(*live, row, kNotContent);
            if (fields.empty()) {
                row.id = live->id;
                if (live->order_index == row.order_index) return;
                note("changed", "exercise", shown(path), {"order_index"});
                put_exercises_.push_back(std::move(row));
                return;
            }
            note("changed", "exercise", shown(path), std::move(fields));
            retire_exercises_.push_back(live->id);
        } else {
            note(same != nullptr ? "restored" : "added", "exercise", shown(path));
        }
        row.id = same != nullptr ? same->id : fresh_id(path, row);
        put_exercises_.push_back(std::move(row));
    }

    // The path's id, or one of the path with the content where another edition has that.
    std::string fresh_id(const std::string& path, ExerciseRow row) const {
        auto id = id_of(path).str();
        if (!known_ids_.contains(id)) return id;
        row.order_index = 0;
        return id_of(path + "#" + http::write_json(row)).str();
    }

    void retire_what_is_gone() {
        if (!stored_) return;
        for (const auto& lesson : stored_->lessons) {
            if (lesson.is_retired || kept_lessons_.contains(lesson.id)) continue;
            note("retired", "lesson", course_.about.slug + "/" + lesson.slug);
            retire_lessons_.push_back(lesson.id);
        }
    }

    void add(const char* what, std::string_view sql,
             std::vector<std::optional<std::string>> params) {
        writes_.push_back({.what = what, .sql = sql, .params = std::move(params)});
    }

    template <class T>
    void add_list(const char* what, std::string_view sql, const std::string& course,
                  const std::vector<T>& rows) {
        if (!rows.empty()) add(what, sql, {course, http::write_json(rows)});
    }

    void write(const CourseRow& row, const Origin& origin) {
        add("course", sql::put_course,
            {http::write_json(row), origin.from_content ? "t" : "f", origin.owner_id,
             origin.publish_new ? "t" : "f"});
        add_list("units", sql::put_units, row.id, put_units_);
        add_list("retired lessons", sql::retire_lessons, row.id, retire_lessons_);
        add_list("lessons", sql::put_lessons, row.id, put_lessons_);
        add_list("retired exercises", sql::retire_exercises, row.id, retire_exercises_);
        add_list("exercises", sql::put_exercises, row.id, put_exercises_);
        add("sums", sql::settle_course, {row.id});
        last_.push_back({.what = row.slug + ": builds_on",
                         .sql = sql::put_prerequisites,
                         .params = {row.id, http::write_json(row.builds_on)}});
        last_.push_back(
            {.what = row.slug + ": builds_on", .sql = sql::find_circle, .params = {row.id}});
    }

    const Course& course_;
    const std::optional<StoredCourse>& stored_;
    std::map<std::string, const UnitRow*> units_;
    std::map<std::string, const LessonRow*> lessons_;
    std::map<std::string, std::vector<const ExerciseRow*>> exercises_;  // by lesson
    std::set<std::string> known_ids_;
    std::set<std::string> kept_lessons_;
    std::vector<Change> changes_;
    std::vector<Write> writes_;
    std::vector<Write> last_;
    std::vector<UnitRow> put_units_;
    std::vector<LessonRow> put_lessons_;
    std::vector<ExerciseRow> put_exercises_;
    std::vector<std::string> retire_lessons_;
    std::vector<std::string> retire_exercises_;
};

WordRow row_of(const VocabularyFile& list, const Word& word) {
    const auto slug = list.language + "/" + word.word + "/" + word.part_of_speech;
    return {.id = id_of("word:" + slug).str(),
            .slug = slug,
            .word = word.word,
            .translation = word.translation,
            .pronunciation = word.ipa,
            .part_of_speech = word.part_of_speech,
            .example_sentence = word.example,
            .example_translation = word.example_vi,
            .language = list.language,
            .difficulty = list.level,
            .tags = listed(word.tags),
            .is_retired = false};
}

}  // namespace

std::string course_id(const std::string& slug) { return id_of("course:" + slug).str(); }

Plan plan_course(const Course& course, const std::optional<StoredCourse>& stored,
                 const Origin& origin) {
    return CoursePlanner(course, stored).plan(origin);
}

Plan plan_words(const std::vector<VocabularyFile>& lists, const std::vector<WordRow>& stored) {
    std::map<std::string, const WordRow*> before;
    for (const auto& row : stored) before.emplace(row.id, &row);
    Plan plan;
    std::vector<WordRow> put;
    std::vector<std::string> retire;
    const auto note = [&plan](const char* change, const WordRow& row,
                              std::vector<std::string> fields = {}) {
        plan.changes.push_back(
            {.change = change, .what = "word", .path = row.slug, .fields = std::move(fields)});
    };
    for (const auto& list : lists) {
        for (const auto& word : list.words) {
            auto row = row_of(list, word);
            const auto found = before.find(row.id);
            if (found == before.end()) {
                note("added", row);
            } else if (found->second->is_retired) {
                note("restored", row);
            } else {
                auto fields = differences(*found->second, row, {});
                if (!fields.empty()) note("changed", row, fields);
                if (fields.empty()) row.id.clear();  // nothing to write
            }
            if (found != before.end()) before.erase(found);
            if (!row.id.empty()) put.push_back(std::move(row));
        }
    }
    for (const auto& [id, row] : before) {
        if (row->is_retired) continue;
        note("retired", *row);
        retire.push_back(id);
    }
    if (!put.empty()) {
        plan.writes.push_back(
            {.what = "words", .sql = sql::put_words, .params = {http::write_json(put)}});
    }
    if (!retire.empty()) {
        plan.writes.push_back({.what = "retired words",
                               .sql = sql::retire_words,
                               .params = {http::write_json(retire)}});
    }
    return plan;
}

Plan plan_withdrawal(const std::string& slug) {
    return {.changes = {{.change = "retired", .what = "course", .path = slug, .fields = {}}},
            .writes = {{.what = slug, .sql = sql::withdraw_course, .params = {slug}}},
            .last = {}};
}

}  // namespace lexi::content
