#pragma once
// For tests that need a MongoDB server, which LEXI_TEST_MONGODB_URL names.
#include <gtest/gtest.h>

#include <cstdlib>
#include <memory>

#include "core/mongo.hpp"
#include "kit/ids.hpp"

namespace lexi::core {

/// The one driver of the test program.
inline void start_test_driver() { static const MongoDriver driver; }

/// A database of its own name, dropped at the end of the test.
class TestDatabase {
public:
    explicit TestDatabase(const char* url)
        : mongo(url, "test_" + Uuid::random().str().substr(0, 8), 2, 1) {}
    ~TestDatabase() {
        run([](Connection& db) { db.command(ordered({{"dropDatabase", 1}})); });
    }
    TestDatabase(const TestDatabase&) = delete;
    TestDatabase& operator=(const TestDatabase&) = delete;

    template <class Work>
    void run(Work work) {
        const auto ok = mongo.run_here([&](Connection& db) -> Result<bool> {
            work(db);
            return true;
        });
        EXPECT_TRUE(ok) << ok.error().say;
    }

    Mongo mongo;
};

}  // namespace lexi::core
