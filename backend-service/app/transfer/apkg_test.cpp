#include "app/transfer/apkg.hpp"

#include <gmock/gmock.h>

#include "app/transfer/archive.hpp"
#include "app/transfer/sqlite.hpp"

namespace lexi::transfer {
namespace {

using std::chrono::days;
using std::chrono::milliseconds;
using vocabulary::Rating;
using vocabulary::State;

const Instant kNow = Instant(std::chrono::sys_days(std::chrono::year(2026) / 11 / 25)) +
                     std::chrono::hours(9) + milliseconds(123);

std::vector<Entry> some() {
    Entry fresh{.word = "sea", .translation = "biển", .tags = {"nature"}};
    fresh.standing = Standing{};
    Entry known{.word = "<land> & more", .translation = "đất", .level = "B1"};
    known.standing = Standing{.state = State::review,
                              .due = kNow + days(3),
                              .interval_days = 12,
                              .ease = 2.36,
                              .reviews = 2,
                              .lapses = 1,
                              .suspended = true,
                              .memory = vocabulary::Memory{12.5, 4.25}};
    known.answers = {{.rating = Rating::again, .at = kNow - days(20), .time_spent_ms = 4000},
                     {.rating = Rating::good, .at = kNow - days(9), .time_spent_ms = 2500}};
    Entry late = known;
    late.word = "late";
    late.standing->due = kNow - days(5);
    return {fresh, known, late};
}

TEST(Apkg, WhatIsWrittenIsReadBack) {
    const auto read = read_apkg(write_apkg(some(), kNow).value(), {}, kNow).value();
    ASSERT_EQ(read.size(), 3U);
    EXPECT_EQ(read[0].word, "sea");
    EXPECT_THAT(read[0].tags, testing::ElementsAre("nature"));
    EXPECT_FALSE(read[0].standing->due);
    const auto& known = read[1];
    EXPECT_EQ(known.word, "<land> & more");
    EXPECT_EQ(known.level, "B1");
    EXPECT_EQ(known.standing->state, State::review);
    EXPECT_EQ(known.standing->due, kNow + days(3));
    EXPECT_EQ(known.standing->interval_days, 12);
    EXPECT_EQ(known.standing->lapses, 1);
    EXPECT_TRUE(known.standing->suspended);
    EXPECT_EQ(known.standing->memory->stability, 12.5);
    ASSERT_EQ(known.answers.size(), 2U);
    EXPECT_EQ(known.answers[0].at, kNow - days(20));
    EXPECT_EQ(known.answers[0].rating, Rating::again);
    EXPECT_EQ(known.answers[1].time_spent_ms, 2500);
    EXPECT_EQ(read[2].standing->due, kNow - days(5));
    EXPECT_EQ(read[2].answers.size(), 2U) << "answers within one millisecond are both there";
}

TEST(Apkg, RefusesWhatIsNoDeck) {
    const auto problem = [](const Result<std::vector<Entry>>& read) {
        return read ? "" : read.error().fields.begin()->second;
    };
    EXPECT_EQ(problem(read_apkg("PK\x03\x04 nothing", {}, kNow)),
              "is not a deck that can be unpacked");
    EXPECT_EQ(problem(read_apkg(zip({{"a.txt", "x"}}).value(), {}, kNow)),
              "is a zip, but no Anki deck is in it");
    EXPECT_EQ(problem(read_apkg(zip({{"collection.anki2", "no database"}}).value(), {}, kNow)),
              "is not a deck that can be read");
    EXPECT_EQ(problem(read_apkg(zip({{"collection.anki21b", "no zstd"}}).value(), {}, kNow)),
              "is not a deck that can be read");
}

TEST(Apkg, RefusesADeckOfAnEndlessView) {
    auto db = Sqlite::fresh().value();
    ASSERT_TRUE(
        db.run("CREATE TABLE col (crt, models); INSERT INTO col VALUES (0, '{}');"
               "CREATE VIEW notes AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1"
               " FROM n) SELECT id, 1 AS mid, '' AS tags, '' AS flds FROM n WHERE id < 0"));
    const auto read = read_apkg(zip({{"collection.anki2", db.file().value()}}).value(), {}, kNow);
    EXPECT_FALSE(read);
}

TEST(Sqlite, CutsOffBytesAreNoDatabase) {
    auto db = Sqlite::fresh().value();
    ASSERT_TRUE(db.run("CREATE TABLE t (x); INSERT INTO t VALUES (1)"));
    const auto file = db.file().value();
    auto cut = Sqlite::open(file.substr(0, 100));
    ASSERT_TRUE(cut);
    EXPECT_FALSE(cut->each("SELECT x FROM t", [](const SqliteRow&) { return true; }));
}

}  // namespace
}  // namespace lexi::transfer
