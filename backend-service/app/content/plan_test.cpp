#include "app/content/plan.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lexi::content {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Course small() {
    Course course;
    course.about.slug = "c";
    course.about.title = "C";
    course.about.language = "en";
    course.about.level = "A1";
    UnitFile unit;
    unit.slug = "u";
    unit.title = "U";
    Lesson lesson;
    lesson.slug = "l";
    lesson.title = "L";
    for (const char* slug : {"x", "y"}) {
        Exercise e;
        e.slug = slug;
        e.kind = "cloze";
        e.prompt = "How ____ you?";
        e.answer = "are";
        lesson.exercises.push_back(e);
    }
    unit.lessons.push_back(lesson);
    course.units.push_back(unit);
    return course;
}

// What the database holds after a plan has been carried out.
StoredCourse after(const Plan& plan, StoredCourse stored = {}) {
    constexpr glz::opts lenient{.error_on_unknown_keys = false};
    const auto read = [](auto& value, const std::string& text) {
        ASSERT_FALSE(glz::read<lenient>(value, text)) << text;
    };
    const auto put = [](auto& rows, const auto& more) {
        for (const auto& row : more) {
            std::erase_if(rows, [&row](const auto& old) { return old.id == row.id; });
            rows.push_back(row);
        }
    };
    for (const auto& write : plan.writes) {
        if (write.what == "course") read(stored.course, *write.params[0]);
        if (write.what == "units") {
            std::vector<UnitRow> rows;
            read(rows, *write.params[1]);
            put(stored.units, rows);
        }
        if (write.what == "lessons") {
            std::vector<LessonRow> rows;
            read(rows, *write.params[1]);
            put(stored.lessons, rows);
        }
        if (write.what == "exercises") {
            std::vector<ExerciseRow> rows;
            read(rows, *write.params[1]);
            put(stored.exercises, rows);
        }
        if (write.what == "retired exercises") {
            std::vector<std::string> ids;
            read(ids, *write.params[1]);
            for (auto& row : stored.exercises) {
                if (std::ranges::contains(ids, row.id)) row.is_retired = true;
            }
        }
        if (write.what == "retired lessons") {
            std::vector<std::string> ids;
            read(ids, *write.params[1]);
            for (auto& row : stored.lessons) {
                if (std::ranges::contains(ids, row.id)) row.is_retired = true;
            }
        }
    }
    return stored;
}

std::vector<std::string> lines(const Plan& plan) {
    std::vector<std::string> out;
    for (const auto& [change, what, path, fields] : plan.changes) {
        std::string line = change + " " + what + " " + path;
        for (const auto& field : fields) line += " " + field;
        out.push_back(line);
    }
    return out;
}

TEST(Plan, ANewCourseIsAddedWithAllItsParts) {
    EXPECT_THAT(lines(plan_course(small(), std::nullopt, {})),
                ElementsAre("added course c", "added unit c/u", "added lesson c/u/l",
                            "added exercise c/u/l/x", "added exercise c/u/l/y"));
}

TEST(Plan, TheSameAgainChangesNothing) {
    const auto stored = after(plan_course(small(), std::nullopt, {}));
    const auto again = plan_course(small(), stored, {});
    EXPECT_THAT(again.changes, IsEmpty());
    EXPECT_THAT(again.writes, IsEmpty());
}

TEST(Plan, AChangedExerciseIsANewRowAndTheOldOneIsRetired) {
    const auto first = after(plan_course(small(), std::nullopt, {}));
    auto course = small();
    course.units[0].lessons[0].exercises[0].answer = "is";
    const auto plan = plan_course(course, first, {});
    EXPECT_THAT(lines(plan), ElementsAre("changed exercise c/u/l/x answer"));
    const auto second = after(plan, first);
    EXPECT_EQ(second.exercises.size(), 3U);
    // And back: the first row returns, no fourth is made.
    const auto back = plan_course(small(), second, {});
    EXPECT_THAT(lines(back), ElementsAre("changed exercise c/u/l/x answer"));
    const auto third = after(back, second);
    EXPECT_EQ(third.exercises.size(), 3U);
    EXPECT_THAT(plan_course(small(), third, {}).changes, IsEmpty());
}

TEST(Plan, AnExerciseThatMovesKeepsItsRow) {
    const auto first = after(plan_course(small(), std::nullopt, {}));
    auto course = small();
    std::swap(course.units[0].lessons[0].exercises[0], course.units[0].lessons[0].exercises[1]);
    const auto plan = plan_course(course, first, {});
    EXPECT_THAT(lines(plan), ElementsAre("changed exercise c/u/l/y order_index",
                                         "changed exercise c/u/l/x order_index"));
    EXPECT_EQ(after(plan, first).exercises.size(), 2U);
}

TEST(Plan, WhatIsGoneIsRetiredAndMayComeBack) {
    const auto first = after(plan_course(small(), std::nullopt, {}));
    auto course = small();
    course.units[0].lessons[0].exercises.pop_back();
    const auto gone = plan_course(course, first, {});
    EXPECT_THAT(lines(gone), ElementsAre("retired exercise c/u/l/y"));
    EXPECT_THAT(lines(plan_course(small(), after(gone, first), {})),
                ElementsAre("restored exercise c/u/l/y"));
    course.units[0].lessons[0].slug = "other";
    EXPECT_THAT(
        lines(plan_course(course, first, {})),
        ElementsAre("added lesson c/u/other", "added exercise c/u/other/x", "retired lesson c/l"));
}

TEST(Plan, WordsAreAddedChangedRetiredAndRestored) {
    VocabularyFile list{.language = "en", .level = "A1", .words = {}};
    Word hello;
    hello.word = "hello";
    hello.part_of_speech = "interjection";
    hello.translation = "xin chào";
    list.words.push_back(hello);
    const auto added = plan_words({list}, {});
    EXPECT_THAT(lines(added), ElementsAre("added word en/hello/interjection"));
    std::vector<WordRow> stored;
    ASSERT_FALSE(glz::read_json(stored, *added.writes[0].params[0]));
    EXPECT_THAT(plan_words({list}, stored).changes, IsEmpty());
    EXPECT_THAT(lines(plan_words({}, stored)), ElementsAre("retired word en/hello/interjection"));
    stored[0].translation = "chào";
    EXPECT_THAT(lines(plan_words({list}, stored)),
                ElementsAre("changed word en/hello/interjection translation"));
    stored[0].is_retired = true;
    EXPECT_THAT(lines(plan_words({list}, stored)),
                ElementsAre("restored word en/hello/interjection"));
}

TEST(Body, IsWhatWasImported) {
    const auto stored = after(plan_course(small(), std::nullopt, {}));
    EXPECT_THAT(plan_course(course_of(body_of(stored)), stored, {}).changes, IsEmpty());
}

}  // namespace
}  // namespace lexi::content
