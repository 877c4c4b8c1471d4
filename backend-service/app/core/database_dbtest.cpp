// STYLE.md's pitfalls 1 to 6, each against a real PostgreSQL: LEXI_TEST_DATABASE_URL names a role
// that may create databases.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <trantor/net/EventLoopThread.h>

#include <cstdlib>
#include <future>
#include <random>

#include "app/core/database.hpp"
#include "app/core/migrate.hpp"
#include "app/core/pg.hpp"
#include "app/core/pg_url.hpp"
#include "app/core/rewards.hpp"
#include "cli_sql.hpp"
#include "kit/ids.hpp"

namespace lexi {
namespace {

using namespace std::chrono_literals;

// A database of its own for the whole program, with every migration applied.
class TestDatabase {
public:
    static const TestDatabase& instance() {
        static const TestDatabase database;
        return database;
    }
    const std::string& keywords() const { return keywords_; }

private:
    TestDatabase() {
        const char* given = std::getenv("LEXI_TEST_DATABASE_URL");
        if (given == nullptr) throw std::runtime_error("LEXI_TEST_DATABASE_URL is not set");
        const auto url = read_pg_url(given).value();
        const auto name = "t_" + Uuid::random().str().substr(0, 8);
        const auto admin = pg::connect(url.conninfo).value();
        pg::run(admin.get(), "CREATE DATABASE " + name).value();
        keywords_ = url.keywords + " dbname=" + name;
        pg::run(pg::connect(keywords_).value().get(),
                "CREATE TABLE notes (id int PRIMARY KEY, note text)")
            .value();
        migrate(keywords_, built_in_migrations()).value();
    }
    std::string keywords_;
};

template <class T>
struct GivenBy;
template <class T>
struct GivenBy<Task<T>> {
    using Type = T;
};

class DatabaseTest : public testing::Test {
protected:
    DatabaseTest() { loop_.run(); }
    ~DatabaseTest() override {
        // Connections end on their loop, those that roll back when they have done so.
        while (run([this] { return closed(pool_); }) > 0) std::this_thread::sleep_for(5ms);
        run([] { return closed(nullptr); });
    }

    // Runs a coroutine on the event loop and waits for what it gives or throws.
    template <class Start>
    auto run(Start start) -> typename GivenBy<std::invoke_result_t<Start>>::Type {
        using T = typename GivenBy<std::invoke_result_t<Start>>::Type;
        // Shared: set_value() may still be at work on the promise when get() has its value.
        auto promise = std::make_shared<std::promise<T>>();
        auto future = promise->get_future();
        loop_.getLoop()->queueInLoop([&start, promise] { fulfil(start(), promise); });
        return future.get();
    }

    Task<UnitOfWork> begin() { return UnitOfWork::begin(pool()); }
    std::shared_ptr<PgPool> pool() {
        if (!pool_) pool_ = std::make_shared<PgPool>(loop_.getLoop(), settings());
        return pool_;
    }
    static PgSettings settings(double timeout_s = 5) {
        return {.conninfo = TestDatabase::instance().keywords(),
                .connections = 2,
                .timeout_s = timeout_s};
    }

    // What is in the table as another connection sees it.
    static int notes(const std::string& where = "true") {
        const auto connection = pg::connect(TestDatabase::instance().keywords()).value();
        const auto rows =
            pg::run(connection.get(), "SELECT count(*) FROM notes WHERE " + where).value();
        return std::stoi(pg::value(rows, 0, 0));
    }
    static void sql(const std::string& text) {
        pg::run(pg::connect(TestDatabase::instance().keywords()).value().get(), text).value();
    }
    void SetUp() override { sql("DROP TABLE IF EXISTS child; TRUNCATE notes"); }

    static Task<int> closed(std::shared_ptr<PgPool> pool) {
        if (!pool) co_return 0;
        pool->close();
        co_return static_cast<int>(pool->connections());
    }

    std::shared_ptr<PgPool> pool_;
    trantor::EventLoopThread loop_;

private:
    template <class T>
    static drogon::AsyncTask fulfil(Task<T> task, std::shared_ptr<std::promise<T>> promise) {
        try {
            promise->set_value(co_await task);
        } catch (...) {
            promise->set_exception(std::current_exception());
        }
    }
};

constexpr std::string_view kAdd = "INSERT INTO notes (id, note) VALUES ($1::int, $2)";

Task<int> add_and_leave(Task<UnitOfWork> begin) {
    auto work = co_await begin;
    co_await work.run(kAdd, 1, "left");
    co_return 0;
}
Task<int> add_and_throw(Task<UnitOfWork> begin) {
    auto work = co_await begin;
    co_await work.run(kAdd, 1, "thrown");
    throw std::runtime_error("between two statements");
}
Task<bool> add_and_commit(Task<UnitOfWork> begin, int id) {
    auto work = co_await begin;
    co_await work.run(kAdd, id, "kept");
    const bool committed = co_await work.commit();
    co_return committed;
}
Task<bool> commit_after_failure(Task<UnitOfWork> begin) {
    auto work = co_await begin;
    co_await work.run(kAdd, 1, "first");
    bool refused = false;
    try {
        co_await work.run(kAdd, 1, "again");
    } catch (const SqlError& e) {
        refused = e.sqlstate == "23505";
    }
    if (!refused) throw std::runtime_error("a duplicate key was no SqlError 23505");
    const bool committed = co_await work.commit();
    co_return committed;
}

TEST_F(DatabaseTest, Pitfall1LeavingTheScopeRollsBack) {
    run([&] { return add_and_leave(begin()); });
    EXPECT_EQ(run([&] { return add_and_commit(begin(), 2); }),
              true);  // after the rollback, same pool
    EXPECT_EQ(notes("note = 'left'"), 0);
}

TEST_F(DatabaseTest, Pitfall1AnExceptionRollsBack) {
    EXPECT_THROW(run([&] { return add_and_throw(begin()); }), std::runtime_error);
    EXPECT_EQ(notes(), 0);
}

TEST_F(DatabaseTest, Pitfall1ACommitThatWasAwaitedIsThere) {
    for (int i = 0; i < 100; ++i) {
        ASSERT_TRUE(run([&] { return add_and_commit(begin(), i); }));
        ASSERT_EQ(notes(), i + 1);
    }
}

TEST_F(DatabaseTest, Pitfall1NothingIsCommittedAfterAFailedStatement) {
    EXPECT_FALSE(run([&] { return commit_after_failure(begin()); }));
    EXPECT_EQ(notes(), 0);
}

Task<bool> commit_deferred(Task<UnitOfWork> begin) {
    auto work = co_await begin;
    co_await work.run("INSERT INTO child (parent) VALUES (12345)");
    const bool committed = co_await work.commit();
    co_return committed;
}

TEST_F(DatabaseTest, Pitfall1ADeferredConstraintMakesTheCommitFalse) {
    sql("CREATE TABLE child (parent int REFERENCES notes (id) "
        "DEFERRABLE "
        "INITIALLY DEFERRED)");
    EXPECT_FALSE(run([&] { return commit_deferred(begin()); }));
}

Task<std::string> sqlstate_of(Task<UnitOfWork> begin, std::string_view statement) {
    auto work = co_await begin;
    try {
        co_await work.run(statement);
    } catch (const SqlError& e) {
        co_return e.sqlstate;
    }
    co_return "none";
}

TEST_F(DatabaseTest, Pitfall2ARefusalCarriesItsSqlstate) {
    EXPECT_EQ(run([&] { return sqlstate_of(begin(), "SELECT 1 / 0"); }), "22012");
    EXPECT_EQ(run([&] { return sqlstate_of(begin(), "SELECT nothing"); }), "42703");
}

Task<std::vector<std::string>> back_and_forth(Task<UnitOfWork> begin) {
    auto work = co_await begin;
    const auto rows = co_await work.run(
        "SELECT $1::smallint AS a, $2::int AS b, $3::bigint AS c, $4::double precision AS d, "
        "$5::timestamptz AS e, "
        "$6::date AS f, $7::text AS g, $8::bool AS h, $9::text AS i FROM generate_series(1, 3) "
        "LIMIT $10::bigint",
        std::int64_t{7}, std::int64_t{8}, 9, 0.1,
        parse_rfc3339("2026-11-24T10:00:00.123456Z").value(), Day{std::chrono::year{2026} / 2 / 28},
        "xin chào \"'\\", true, std::optional<std::string>(), 1);
    const auto row = rows[0];
    co_return std::vector<std::string>{column::text(row, "a"),
                                       column::text(row, "b"),
                                       column::text(row, "c"),
                                       std::to_string(column::real(row, "d") == 0.1),
                                       to_rfc3339(column::instant(row, "e")),
                                       day_text(column::day(row, "f")),
                                       column::text(row, "g"),
                                       std::to_string(column::flag(row, "h")),
                                       std::to_string(column::is_null(row, "i")),
                                       std::to_string(rows.size())};
}

TEST_F(DatabaseTest, Pitfall3EveryTypeFitsEveryWidth) {
    EXPECT_THAT(run([&] { return back_and_forth(begin()); }),
                testing::ElementsAre("7", "8", "9", "1", "2026-11-24T10:00:00.123Z", "2026-02-28",
                                     "xin chào \"'\\", "1", "1", "1"));
}

TEST(Param, Pitfall3TextWithNulIsRefused) {
    EXPECT_THROW(Param(std::string("ab\0cd", 5)), std::invalid_argument);
}

Task<bool> same_thread(Task<UnitOfWork> begin) {
    const auto before = std::this_thread::get_id();
    auto work = co_await begin;
    co_await work.run("SELECT pg_sleep(0.01)");
    const bool committed = co_await work.commit();
    co_return committed&& std::this_thread::get_id() == before;
}

TEST_F(DatabaseTest, Pitfall4ACoroutineWakesUpOnItsOwnLoop) {
    EXPECT_TRUE(run([&] { return same_thread(begin()); }));
}

Task<std::string> sleep_too_long(Task<UnitOfWork> begin) {
    auto work = co_await begin;
    try {
        co_await work.run("SELECT pg_sleep(30)");
    } catch (const DatabaseAway& e) {
        co_return e.what();
    }
    co_return "it answered";
}

TEST_F(DatabaseTest, Pitfall5AStatementThatTakesTooLongIsGivenUp) {
    pool_ = std::make_shared<PgPool>(loop_.getLoop(), settings(0.3));
    const auto began = std::chrono::steady_clock::now();
    EXPECT_EQ(run([&] { return sleep_too_long(begin()); }), "connection lost");
    EXPECT_LT(std::chrono::steady_clock::now() - began, 3s);
    EXPECT_TRUE(
        run([&] { return add_and_commit(begin(), 1); }));  // a new connection took its place
}

Task<std::string> third_of_two(std::shared_ptr<PgPool> pool) {
    auto first = co_await UnitOfWork::begin(pool);
    auto second = co_await UnitOfWork::begin(pool);
    try {
        auto third = co_await UnitOfWork::begin(pool);
    } catch (const DatabaseAway& e) {
        co_return e.what();
    }
    co_return "a third connection of two";
}

TEST_F(DatabaseTest, Pitfall5WhoFindsNoConnectionIsRefusedInTime) {
    pool_ = std::make_shared<PgPool>(loop_.getLoop(), settings(0.3));
    EXPECT_EQ(run([&] { return third_of_two(pool()); }), "no connection");
    EXPECT_TRUE(run([&] { return add_and_commit(begin(), 1); }));
}

Task<bool> one_of_many(Task<UnitOfWork> begin, int id, std::atomic<int>& left) {
    const bool ok = co_await add_and_commit(std::move(begin), id);
    --left;
    co_return ok;
}

TEST_F(DatabaseTest, Pitfall5FiftyTransactionsShareTwoConnections) {
    std::atomic<int> left = 50;
    std::atomic<int> committed = 0;
    loop_.getLoop()->queueInLoop([&] {
        for (int i = 0; i < 50; ++i) {
            drogon::async_run([this, i, &left, &committed]() -> drogon::Task<> {
                if (co_await one_of_many(begin(), i, left)) ++committed;
            });
        }
    });
    while (left > 0) std::this_thread::sleep_for(5ms);
    run([] { return closed(nullptr); });  // the last one may still be counting
    EXPECT_EQ(committed, 50);
    EXPECT_EQ(notes(), 50);
}

Task<int> prepared_after(Task<UnitOfWork> begin, int times) {
    auto work = co_await begin;
    for (int i = 0; i < times; ++i) co_await work.run(kAdd, 1000 + i, "same text");
    const auto rows = co_await work.run("SELECT count(*) AS n FROM pg_prepared_statements");
    co_return column::integer(rows[0], "n");
}

TEST_F(DatabaseTest, Pitfall6AStatementIsPreparedOnceHoweverOftenItRuns) {
    EXPECT_EQ(run([&] { return prepared_after(begin(), 100); }), 2);  // the insert and the count
}

TEST_F(DatabaseTest, AServerThatIsAwayIsRefusedAtOnce) {
    Database nowhere(
        {.conninfo = "host=127.0.0.1 port=1 dbname=x user=x", .connections = 2, .timeout_s = 5});
    const auto began = std::chrono::steady_clock::now();
    const auto answer = run([&] { return nowhere.ask("SELECT 1", {}); });
    ASSERT_FALSE(answer.has_value());
    EXPECT_EQ(answer.error().fault, Fault::unavailable);
    EXPECT_GT(answer.error().retry_after_s, 0U);
    EXPECT_LT(std::chrono::steady_clock::now() - began, 2s);
}

Task<int> killed(Task<UnitOfWork> begin) {
    auto work = co_await begin;
    co_await work.run(kAdd, 1, "then the server ends it");
    try {
        co_await work.run("SELECT pg_terminate_backend(pg_backend_pid())");
    } catch (const DatabaseAway&) {
        co_return 1;
    }
    co_return 0;
}

TEST_F(DatabaseTest, AConnectionThatTheServerEndsIsReplaced) {
    for (int i = 0; i < 20; ++i) {
        ASSERT_EQ(run([&] { return killed(begin()); }), 1);
        ASSERT_TRUE(run([&] { return add_and_commit(begin(), 100 + i); }));
    }
    EXPECT_EQ(notes("id = 1"), 0);
}

// --- rewards -------------------------------------------------------------------------------------

Task<Reward> rewarded(Task<UnitOfWork> begin, Uuid user, Day day, std::string source) {
    auto work = co_await begin;
    Deed deed{.day = day,
              .at = Instant{day} + 12h,
              .prizes = {{.source = std::move(source), .amount = 10}}};
    auto earned = co_await reward(work, user, std::move(deed));
    co_await work.commit();
    co_return earned;
}

TEST_F(DatabaseTest, PrizesArePaidOnceAndDaysMakeRunsInAnyOrder) {
    const auto user = Uuid::random();
    sql("INSERT INTO users (id, email, username, hashed_password) VALUES ('" + user.str() + "', '" +
        user.str() + "@x.y', '" + user.str() + "', 'x')");
    const Day monday{std::chrono::year{2026} / 11 / 23};
    const auto earn = [&](int offset, const std::string& source) {
        return run(
            [&] { return rewarded(begin(), user, monday + std::chrono::days(offset), source); });
    };
    EXPECT_EQ(earn(0, "a").xp_earned, 10);
    EXPECT_EQ(earn(0, "a").xp_earned, 0);
    EXPECT_EQ(earn(2, "b").streak.current, 1);  // Tuesday is missing
    const auto late = earn(1, "c").streak;      // and arrives late, from an offline client
    EXPECT_EQ(late.current, 3);
    EXPECT_EQ(late.longest, 3);
    EXPECT_EQ(late.total_days, 3);
    EXPECT_EQ(*late.last_day, monday + std::chrono::days(2));
    EXPECT_EQ(earn(9, "d").streak.current, 1);
    EXPECT_EQ(earn(9, "e").streak.longest, 3);
}

Task<Reward> reviewed(Task<UnitOfWork> begin, Uuid user, bool undo) {
    auto work = co_await begin;
    Deed deed{.day = Day{std::chrono::year{2026} / 11 / 23},
              .at = Instant{Day{std::chrono::year{2026} / 11 / 23}} + 12h,
              .prizes = {{.source = "review:1", .amount = 2}},
              .tally = {.reviews = 1, .reviews_due = 1, .skill = "vocabulary", .seconds = 3}};
    Reward done;
    if (undo) {
        done = co_await take_back(work, user, std::move(deed));
    } else {
        done = co_await reward(work, user, std::move(deed));
    }
    co_await work.commit();
    co_return done;
}

TEST_F(DatabaseTest, WhatIsTakenBackLeavesTheLedgerAndNoSum) {
    const auto user = Uuid::random();
    sql("INSERT INTO users (id, email, username, hashed_password) VALUES ('" + user.str() + "', '" +
        user.str() + "@x.y', '" + user.str() + "', 'x')");
    const auto count = [&](const std::string& query) {
        const auto connection = pg::connect(TestDatabase::instance().keywords()).value();
        return pg::value(pg::run(connection.get(), query, {user.str()}).value(), 0, 0);
    };
    EXPECT_EQ(run([&] { return reviewed(begin(), user, false); }).xp_earned, 2);
    EXPECT_EQ(
        count("SELECT xp || ' ' || seconds || ' ' || reviews FROM learner_days WHERE user_id = $1"),
        "2 3 1");
    EXPECT_EQ(run([&] { return reviewed(begin(), user, true); }).xp_earned, -2);
    EXPECT_EQ(
        count("SELECT xp || ' ' || seconds || ' ' || reviews FROM learner_days WHERE user_id = $1"),
        "0 0 0");
    EXPECT_EQ(count("SELECT string_agg(source || amount, ' ' ORDER BY source) FROM xp_events "
                    "WHERE user_id = $1"),
              "review:12 undo:review:1-2");
    EXPECT_EQ(count("SELECT xp FROM users WHERE id = $1"), "0");
}

// Deeds of forty days in any order, a third of them taken back.
Task<int> live(Task<UnitOfWork> begin, Uuid user, unsigned seed) {
    auto work = co_await begin;
    std::mt19937 random(seed);
    const Day last{std::chrono::year{2026} / 11 / 23};
    for (int i = 0; i < 60; ++i) {
        const Day day = last - std::chrono::days(random() % 40);
        const bool lesson = random() % 4 == 0;
        Deed deed{.day = day,
                  .at = Instant{day} + 12h,
                  .prizes = {{.source = (lesson ? "lesson:" : "review:") + std::to_string(i),
                              .amount = 1 + static_cast<int>(random() % 20)}}};
        deed.tally = {.lessons = lesson ? 1 : 0,
                      .reviews = lesson ? 0 : 1,
                      .reviews_due = lesson ? 0 : 1,
                      .words_added = static_cast<int>(random() % 3),
                      .skill = lesson ? "lessons" : "vocabulary",
                      .seconds = static_cast<int>(random() % 100)};
        co_await reward(work, user, deed);
        if (random() % 3 != 0) continue;
        co_await take_back(work, user, deed);
        deed.tally = {};
        co_await take_back(work, user, deed);  // what is gone is not taken again
    }
    co_await work.commit();
    co_return 0;
}

TEST_F(DatabaseTest, EverySumIsThatOfItsRowsAfterAnySequenceOfDeedsAndUndos) {
    for (unsigned seed = 1; seed <= 5; ++seed) {
        const auto user = Uuid::random();
        sql("INSERT INTO users (id, email, username, hashed_password) VALUES ('" + user.str() +
            "', '" + user.str() + "@x.y', '" + user.str() + "', 'x')");
        run([&] { return live(begin(), user, seed); });
    }
    const auto connection = pg::connect(TestDatabase::instance().keywords()).value();
    const auto undone = pg::run(connection.get(),
                                "SELECT count(*) FROM xp_events WHERE source LIKE 'undo:lesson:%'")
                            .value();
    EXPECT_GT(std::stoi(pg::value(undone, 0, 0)), 5);
    const auto wrong = pg::run(connection.get(), cli::sql::check_sums, {}).value();
    for (int i = 0; i < PQntuples(wrong.get()); ++i) {
        const auto who = pg::value(wrong, i, 1);
        ADD_FAILURE() << pg::value(wrong, i, 0) << " of " << who << " on " << pg::value(wrong, i, 2)
                      << ": " << pg::value(wrong, i, 3) << " and " << pg::value(wrong, i, 4);
    }
}

}  // namespace
}  // namespace lexi
