// Against a real server, which LEXI_TEST_MONGODB_URL names; each test has a database of its own.
#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>

#include "core/mongo.hpp"
#include "core/test_database.hpp"
#include "kit/ids.hpp"

namespace lexi::mongo_dbtest {

struct Item {
    core::ObjectId _id;
    std::string userId;
    std::string word;
    std::int32_t rank = 0;
};
struct ByUser {
    std::string userId;
};
struct NewWord {
    std::string word;
};
struct DropDatabase {
    std::int32_t dropDatabase = 1;
};
struct NoSuchCommand {
    std::int32_t noSuchCommandAtAll = 1;
};

}  // namespace lexi::mongo_dbtest

namespace lexi::core {
namespace {

using namespace mongo_dbtest;

class MongoServer : public testing::Test {
protected:
    static void SetUpTestSuite() { start_test_driver(); }

    void SetUp() override {
        const char* url = std::getenv("LEXI_TEST_MONGODB_URL");
        ASSERT_NE(url, nullptr) << "LEXI_TEST_MONGODB_URL must name a MongoDB server";
        mongo_ = std::make_unique<Mongo>(url, "test_" + Uuid::random().str().substr(0, 8), 2, 1);
    }
    void TearDown() override {
        if (mongo_) in_db([](Connection& db) { db.command(to_bson(DropDatabase{})); });
    }

    template <class Work>
    void in_db(Work work) {
        const auto ok = mongo_->run_here([&](Connection& db) -> Result<bool> {
            work(db);
            return true;
        });
        ASSERT_TRUE(ok) << ok.error().say;
    }

    std::unique_ptr<Mongo> mongo_;
};

Item item(std::string user, std::string word, std::int32_t rank) {
    return {new_object_id(), std::move(user), std::move(word), rank};
}

TEST_F(MongoServer, FindsWhatWasStoredInTheOrderAskedFor) {
    in_db([](Connection& db) {
        auto items = db["items"];
        for (int i = 0; i < 5; ++i) items.insert(item("u1", "từ " + std::to_string(i), i));
        items.insert(item("u2", "other", 9));
        const auto page =
            items.find<Item>(ByUser{"u1"}, {.sort = {{"rank", -1}}, .skip = 1, .limit = 2});
        ASSERT_EQ(page.size(), 2U);
        EXPECT_EQ(page[0].word, "từ 3");
        EXPECT_EQ(page[1].rank, 2);
        EXPECT_EQ(items.count(ByUser{"u1"}), 5);
        EXPECT_EQ(items.find_one<Item>(ByUser{"nobody"}), std::nullopt);
    });
}

TEST_F(MongoServer, SaysThatAnIdIsTaken) {
    in_db([](Connection& db) {
        const auto one = item("u1", "a", 1);
        EXPECT_TRUE(db["items"].insert(one));
        EXPECT_FALSE(db["items"].insert(one));
        EXPECT_EQ(db["items"].count(ByUser{"u1"}), 1);
    });
}

TEST_F(MongoServer, CountsWhatItChangedAndRemoved) {
    in_db([](Connection& db) {
        auto items = db["items"];
        const auto one = item("u1", "before", 1);
        items.insert(one);
        items.insert(item("u1", "second", 2));
        EXPECT_EQ(items.update(ById{one._id}, Set<NewWord>{{"after"}}), 1);
        EXPECT_EQ(items.update(ById{new_object_id()}, Set<NewWord>{{"after"}}), 0);
        const auto changed = items.find_one<Item>(ById{one._id});
        ASSERT_TRUE(changed);
        EXPECT_EQ(changed->word, "after");
        EXPECT_EQ(changed->rank, 1);
        EXPECT_EQ(items.remove(ByUser{"u1"}), 2);
    });
}

TEST_F(MongoServer, ThrowsWhatTheServerRefusesBecauseThatIsABugOfOurs) {
    EXPECT_ANY_THROW((void)mongo_->run_here([](Connection& db) -> Result<bool> {
        db.command(to_bson(NoSuchCommand{}));
        return true;
    }));
}

TEST_F(MongoServer, HandsOnTheRefusalOfAJob) {
    const auto answer = mongo_->run_here(
        [](Connection&) -> Result<int> { return fail(Fault::not_found, "no such thing"); });
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().fault, Fault::not_found);
}

TEST_F(MongoServer, Answers) { EXPECT_EQ(mongo_->ping(), std::nullopt); }

TEST_F(MongoServer, IsUnavailableWithinSecondsWhenNothingListens) {
    Mongo nowhere("mongodb://127.0.0.1:9/?serverSelectionTimeoutMS=500", "test", 1, 1);
    const auto began = std::chrono::steady_clock::now();
    const auto answer = nowhere.run_here(
        [](Connection& db) -> Result<std::int64_t> { return db["items"].count(ByUser{"u"}); });
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().fault, Fault::unavailable);
    EXPECT_GT(answer.error().retry_after_s, 0U);
    EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(5));
    EXPECT_NE(nowhere.ping(), std::nullopt);
}

}  // namespace
}  // namespace lexi::core
