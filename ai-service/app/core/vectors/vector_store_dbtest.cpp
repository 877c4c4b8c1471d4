#include "core/test_database.hpp"
#include "core/vectors/hnsw_index.hpp"
#include "core/vectors/vector_store.hpp"

namespace lexi::core {
namespace {

class VectorStoreDb : public testing::Test {
protected:
    void SetUp() override {
        const char* url = std::getenv("LEXI_TEST_MONGODB_URL");
        if (url == nullptr) GTEST_SKIP() << "LEXI_TEST_MONGODB_URL names no server";
        start_test_driver();
        db_ = std::make_unique<TestDatabase>(url);
    }
    static std::unique_ptr<VectorIndex> index() {
        return make_hnsw_index({.folder = "", .dimensions = 2});
    }
    static VectorPoint point(float x, float y) {
        return {
            .id = Uuid::random(), .vector = {x, y}, .payload = {.user = "lan", .kind = "error"}};
    }
    std::unique_ptr<TestDatabase> db_;
};

TEST_F(VectorStoreDb, AnIndexThatIsLostIsMadeAgain) {
    const auto before = index();
    VectorStore store(*before);
    const auto kept = point(1, 0);
    const auto gone = point(0, 1);
    db_->run([&](Connection& db) {
        store.put(db, kept);
        store.put(db, gone);
        store.remove(db, {gone.id});
        for (int i = 0; i < 450; ++i) store.put(db, point(0.5F, 1));
    });
    const auto after = index();
    VectorStore again(*after);
    db_->run([&](Connection& db) { EXPECT_EQ(again.reconcile(db)->added, 451U); });
    const auto hits = after->search({1, 0}, {.user = "lan"}, 1).value();
    ASSERT_EQ(hits.size(), 1U);
    EXPECT_EQ(hits[0].id, kept.id);
    EXPECT_EQ(hits[0].payload.kind, "error");
}

TEST_F(VectorStoreDb, WhatMongoDoesNotKnowGoesFromTheIndex) {
    const auto held = index();
    VectorStore store(*held);
    ASSERT_TRUE(held->upsert({point(1, 1)}));
    db_->run([&](Connection& db) {
        const auto mended = store.reconcile(db).value();
        EXPECT_EQ(mended.removed, 1U);
        EXPECT_EQ(store.reconcile(db)->added, 0U);
    });
    EXPECT_EQ(held->count().value(), 0U);
}

}  // namespace
}  // namespace lexi::core
