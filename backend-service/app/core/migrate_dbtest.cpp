#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdlib>

#include "app/core/migrate.hpp"
#include "app/core/pg.hpp"
#include "app/core/pg_url.hpp"
#include "cli_sql.hpp"
#include "kit/ids.hpp"

namespace lexi {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string fresh_database() {
    const auto url = read_pg_url(std::getenv("LEXI_TEST_DATABASE_URL")).value();
    const auto name = "t_" + Uuid::random().str().substr(0, 8);
    pg::run(pg::connect(url.conninfo).value().get(), "CREATE DATABASE " + name).value();
    return url.keywords + " dbname=" + name;
}

bool has_table(const std::string& conninfo, const std::string& table) {
    const auto connection = pg::connect(conninfo).value();
    const auto rows =
        pg::run(connection.get(), "SELECT to_regclass($1) IS NOT NULL", {table}).value();
    return pg::value(rows, 0, 0) == "t";
}

constexpr Migration kFirst{"V001__a", "CREATE TABLE a (id int)"};
constexpr Migration kSecond{"V002__b", "CREATE TABLE b (id int); SELECT 1 / 0"};
constexpr Migration kMended{"V002__b", "CREATE TABLE b (id int)"};
constexpr Migration kChanged{"V001__a", "CREATE TABLE a (id bigint)"};

TEST(Migrate, AppliesEachFileOnce) {
    const auto db = fresh_database();
    const std::array files{kFirst, kMended};
    EXPECT_THAT(migrate(db, files)->applied, ElementsAre("V001__a", "V002__b"));
    EXPECT_THAT(migrate(db, files)->applied, ElementsAre());
    EXPECT_EQ(migrate(db, files)->already_there, 2U);
}

TEST(Migrate, AFileThatFailsLeavesNothingOfItselfAndAllBeforeIt) {
    const auto db = fresh_database();
    const auto report = migrate(db, std::array{kFirst, kSecond});
    ASSERT_FALSE(report.has_value());
    EXPECT_THAT(report.error(), HasSubstr("V002__b"));
    EXPECT_TRUE(has_table(db, "a"));
    EXPECT_FALSE(has_table(db, "b"));
    EXPECT_THAT(migrate(db, std::array{kFirst, kMended})->applied, ElementsAre("V002__b"));
}

TEST(Migrate, RefusesAFileThatWasChangedAndAnOlderProgram) {
    const auto db = fresh_database();
    ASSERT_TRUE(migrate(db, std::array{kFirst, kMended}).has_value());
    EXPECT_THAT(migrate(db, std::array{kChanged, kMended}).error(), HasSubstr("changed"));
    EXPECT_THAT(migrate(db, std::array{kFirst}).error(), HasSubstr("newer"));
}

// A learner of before the sums were kept: nine active days of which the eighth is missing, a
// lesson, three reviews of one word, two answers, an activity.
constexpr const char* kOldLearner = R"(
INSERT INTO users (id, email, username, hashed_password, xp)
VALUES ('00000000-0000-4000-8000-000000000001', 'a@b.c', 'a', 'x', 35);
INSERT INTO courses (id, slug, title, language, level)
VALUES ('00000000-0000-4000-8000-00000000000c', 'c', 'c', 'en', 'A1');
INSERT INTO units (id, course_id, slug, title, order_index)
VALUES ('00000000-0000-4000-8000-00000000000d', '00000000-0000-4000-8000-00000000000c', 'u', 'u', 0);
INSERT INTO lessons (id, course_id, unit_id, slug, title, order_index)
SELECT '00000000-0000-4000-8000-00000000000e', course_id, id, 'l', 'l', 0 FROM units;
INSERT INTO exercises (id, lesson_id, slug, order_index, kind, prompt, answer)
SELECT gen_random_uuid(), id, 'e' || n, n, 'cloze', 'p', 'a' FROM lessons, generate_series(1, 2) AS n;
INSERT INTO lesson_attempts (user_id, id, lesson_id, total_exercises)
SELECT u.id, u.id, l.id, 2 FROM users u, lessons l;
INSERT INTO attempt_answers (user_id, attempt_id, exercise_id, answer, is_correct, has_typo, time_spent_ms)
SELECT u.id, u.id, e.id, 'x', e.order_index = 1, false, 0 FROM users u, exercises e;
INSERT INTO user_progress (user_id, lesson_id, course_id, status, completed_at, time_spent_seconds)
SELECT u.id, l.id, l.course_id, 'completed', now(), 90 FROM users u, lessons l;
INSERT INTO xp_events (user_id, source, amount, day, occurred_at)
SELECT u.id, 'lesson:' || l.id, 29, '2026-11-20', '2026-11-20T10:00:00Z' FROM users u, lessons l;
INSERT INTO activities (user_id, activity_type, duration_seconds, day, occurred_at)
SELECT id, 'ai_chat', 300, '2026-11-19', '2026-11-19T10:00:00Z' FROM users;
INSERT INTO vocabulary (slug, word, translation) VALUES ('w', 'w', 'w');
INSERT INTO user_vocabulary (user_id, id, vocabulary_id) SELECT u.id, u.id, v.id FROM users u, vocabulary v;
INSERT INTO review_log (user_id, id, card_id, rating, reviewed_at, day, time_spent_ms, state_before,
                        stability_after, difficulty_after, interval_days)
SELECT id, ('00000000-0000-4000-8000-00000000010' || n)::uuid, id, n, '2026-11-20T10:00:00Z', '2026-11-20', 1400, 2, 1, 1, 1
FROM users, generate_series(1, 3) AS n;
INSERT INTO xp_events (user_id, source, amount, day, occurred_at)
SELECT user_id, 'review:' || id, 2, day, reviewed_at FROM review_log;
INSERT INTO streak_days SELECT id, date '2026-11-10' + n FROM users, generate_series(0, 9) AS n WHERE n <> 7;
INSERT INTO streaks (user_id, current_streak, longest_streak, last_activity_date, total_days_active)
SELECT id, 2, 7, '2026-11-19', 9 FROM users;
)";

TEST(Migrate, WhatWasThereBeforeIsInTheSums) {
    const auto db = fresh_database();
    const auto all = built_in_migrations();
    ASSERT_TRUE(migrate(db, all.first(5)).has_value());
    const auto connection = pg::connect(db).value();
    pg::run(connection.get(), std::string(kOldLearner)).value();
    const auto report = migrate(db, all);
    ASSERT_TRUE(report.has_value()) << report.error();
    const auto wrong = pg::run(connection.get(), cli::sql::check_sums, {}).value();
    for (int i = 0; i < PQntuples(wrong.get()); ++i) {
        ADD_FAILURE() << pg::value(wrong, i, 0) << " on " << pg::value(wrong, i, 2) << ": "
                      << pg::value(wrong, i, 3) << " and " << pg::value(wrong, i, 4);
    }
    const auto one = [&](const char* query) {
        return pg::value(pg::run(connection.get(), query, {}).value(), 0, 0);
    };
    EXPECT_EQ(one("SELECT concat_ws(' ', xp, seconds, lessons, answers, answers_correct, reviews, "
                  "reviews_due, reviews_recalled, words_added, chat_seconds) FROM learner_totals"),
              "35 393 1 2 1 3 3 2 1 300");
    // The freeze that seven days earned saves the eighth.
    EXPECT_EQ(one("SELECT concat_ws(' ', current_streak, longest_streak, reserve) FROM streaks"),
              "9 9 2");
}

}  // namespace
}  // namespace lexi
