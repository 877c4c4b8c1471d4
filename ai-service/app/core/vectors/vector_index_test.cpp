// One contract, two indexes: hnswlib always, Qdrant where LEXI_TEST_QDRANT_URL names a server.
#include "core/vectors/vector_index.hpp"

#include <gmock/gmock.h>
#include <unistd.h>

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "core/vectors/hnsw_index.hpp"
#include "core/vectors/qdrant_index.hpp"

namespace lexi::core {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

constexpr std::size_t kWidth = 8;

Uuid id(int n) {
    return Uuid::named(*Uuid::parse("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), std::to_string(n));
}

// Points on an arc: the nearer two numbers, the nearer their vectors.
std::vector<float> at(int n) {
    std::vector<float> vector(kWidth, 0.0F);
    vector[0] = static_cast<float>(std::cos(n * 0.01));
    vector[1] = static_cast<float>(std::sin(n * 0.01));
    return vector;
}

VectorPoint point(int n, VectorPayload payload = {}) {
    return {.id = id(n), .vector = at(n), .payload = std::move(payload)};
}

std::vector<Uuid> ids_of(const Result<std::vector<VectorHit>>& hits) {
    EXPECT_TRUE(hits) << hits.error().say;
    std::vector<Uuid> ids;
    for (const auto& hit : *hits) ids.push_back(hit.id);
    return ids;
}

class VectorContract : public testing::TestWithParam<std::string> {
protected:
    void SetUp() override {
        if (GetParam() == "qdrant" && std::getenv("LEXI_TEST_QDRANT_URL") == nullptr) {
            GTEST_SKIP() << "LEXI_TEST_QDRANT_URL names no server";
        }
        open();
    }
    void TearDown() override { fs::remove_all(folder_); }

    void open() {
        index_.reset();
        if (GetParam() == "qdrant") {
            index_ = make_qdrant_index({.url = std::getenv("LEXI_TEST_QDRANT_URL"),
                                        .collection = name_,
                                        .dimensions = kWidth});
        } else {
            index_ = make_hnsw_index({.folder = folder_, .dimensions = kWidth});
        }
    }

    const std::string name_ = "test_" + Uuid::random().str();
    const fs::path folder_ = fs::temp_directory_path() / name_;
    std::unique_ptr<VectorIndex> index_;
};

TEST_P(VectorContract, TheNearestComeFirstWithTheirCosine) {
    ASSERT_TRUE(index_->upsert({point(0), point(10), point(50), point(100)}));
    const auto hits = index_->search(at(12), {}, 3);
    ASSERT_THAT(ids_of(hits), ElementsAre(id(10), id(0), id(50)));
    EXPECT_NEAR(hits->front().score, std::cos(0.02), 1e-3);
}

TEST_P(VectorContract, ASecondUpsertTakesTheFirstOnesPlace) {
    ASSERT_TRUE(index_->upsert({point(1), point(2)}));
    ASSERT_TRUE(index_->upsert({{.id = id(1), .vector = at(90), .payload = {.kind = "new"}}}));
    EXPECT_EQ(index_->count().value(), 2U);
    const auto hits = index_->search(at(90), {}, 1);
    ASSERT_THAT(ids_of(hits), ElementsAre(id(1)));
    EXPECT_EQ(hits->front().payload.kind, "new");
}

TEST_P(VectorContract, WhatIsRemovedIsNotFoundAndItsPlaceIsUsedAgain) {
    ASSERT_TRUE(index_->upsert({point(1), point(2), point(3)}));
    ASSERT_TRUE(index_->remove({id(2), id(77)}));
    EXPECT_EQ(index_->count().value(), 2U);
    EXPECT_THAT(ids_of(index_->search(at(2), {}, 5)), UnorderedElementsAre(id(1), id(3)));
    ASSERT_TRUE(index_->upsert({point(4)}));
    EXPECT_THAT(index_->ids().value(), UnorderedElementsAre(id(1), id(3), id(4)));
    EXPECT_THAT(ids_of(index_->search(at(4), {}, 1)), ElementsAre(id(4)));
}

TEST_P(VectorContract, AFilterNarrowsByEveryValueGiven) {
    ASSERT_TRUE(index_->upsert(
        {point(1, {"lan", "error", "A1", "en"}), point(2, {"lan", "memory", "A1", "en"}),
         point(3, {"minh", "error", "A1", "en"}), point(4, {"lan", "error", "B1", "en"}),
         point(5, {"lan", "error", "A1", "vi"})}));
    EXPECT_THAT(ids_of(index_->search(at(1), {.user = "minh"}, 9)), ElementsAre(id(3)));
    EXPECT_THAT(ids_of(index_->search(
                    at(1), {.user = "lan", .kind = "error", .level = "A1", .language = "en"}, 9)),
                ElementsAre(id(1)));
    EXPECT_THAT(ids_of(index_->search(at(1), {.user = "nobody"}, 9)), IsEmpty());
}

TEST_P(VectorContract, ANarrowFilterAmongManyFindsEveryMatch) {
    std::vector<VectorPoint> points;
    for (int n = 0; n < 6000; ++n)
        points.push_back(point(n % 600, {.user = n % 1000 == 7 ? "lan" : "other"}));
    for (int n = 0; n < 6000; ++n) points[static_cast<std::size_t>(n)].id = id(n);
    for (std::size_t from = 0; from < points.size(); from += 500) {
        ASSERT_TRUE(index_->upsert({points.begin() + static_cast<std::ptrdiff_t>(from),
                                    points.begin() + static_cast<std::ptrdiff_t>(from + 500)}));
    }
    EXPECT_EQ(ids_of(index_->search(at(300), {.user = "lan"}, 10)).size(), 6U);
}

TEST_P(VectorContract, NothingIsLostByARestart) {
    ASSERT_TRUE(index_->upsert({point(1, {.user = "lan"}), point(2), point(3)}));
    ASSERT_TRUE(index_->remove({id(3)}));
    ASSERT_TRUE(index_->flush());
    open();
    EXPECT_EQ(index_->count().value(), 2U);
    const auto hits = index_->search(at(1), {.user = "lan"}, 9);
    ASSERT_THAT(ids_of(hits), ElementsAre(id(1)));
    ASSERT_TRUE(index_->upsert({point(9)}));
    EXPECT_THAT(ids_of(index_->search(at(9), {}, 1)), ElementsAre(id(9)));
}

TEST_P(VectorContract, AVectorThatCannotBeIsRefusedAndChangesNothing) {
    ASSERT_TRUE(index_->upsert({point(1)}));
    const std::vector<float> zero(kWidth, 0.0F);
    const std::vector<float> endless(kWidth, std::numeric_limits<float>::infinity());
    for (const auto& bad : {zero, endless, std::vector<float>(kWidth - 1, 1.0F)}) {
        EXPECT_EQ(
            index_->upsert({point(2), {.id = id(3), .vector = bad, .payload = {}}}).error().fault,
            Fault::invalid);
        EXPECT_EQ(index_->search(bad, {}, 1).error().fault, Fault::invalid);
    }
    EXPECT_EQ(index_->count().value(), 1U);
}

TEST_P(VectorContract, AnEmptyIndexFindsNothing) {
    EXPECT_THAT(ids_of(index_->search(at(1), {}, 5)), IsEmpty());
    EXPECT_TRUE(index_->remove({id(1)}));
    EXPECT_TRUE(index_->upsert({}));
}

INSTANTIATE_TEST_SUITE_P(Indexes, VectorContract, testing::Values("hnsw", "qdrant"),
                         [](const auto& info) { return info.param; });

class HnswFiles : public testing::Test {
protected:
    void SetUp() override {
        const auto index = open();
        ASSERT_TRUE(index->upsert({point(1), point(2)}));
        ASSERT_TRUE(index->flush());
    }
    void TearDown() override { fs::remove_all(folder_); }
    std::unique_ptr<VectorIndex> open(std::size_t width = kWidth) const {
        return make_hnsw_index({.folder = folder_, .dimensions = width});
    }
    fs::path graph() const {
        for (const auto& file : fs::directory_iterator(folder_)) {
            if (file.path().extension() == ".hnsw") return file.path();
        }
        return {};
    }
    const fs::path folder_ = fs::temp_directory_path() / ("vectors-" + Uuid::random().str());
};

TEST_F(HnswFiles, ADamagedGraphIsPassedOverNotFollowed) {
    std::fstream file(graph(), std::ios::binary | std::ios::in | std::ios::out);
    file.seekp(-9, std::ios::end);
    file << "damaged!";
    file.close();
    EXPECT_EQ(open()->count().value(), 0U);
}

TEST_F(HnswFiles, ATruncatedTableOrAnotherModelsVectorsBeginEmpty) {
    EXPECT_EQ(open(kWidth * 2)->count().value(), 0U);
    fs::resize_file(folder_ / "points.json", 20);
    EXPECT_EQ(open()->count().value(), 0U);
}

TEST_F(HnswFiles, OnlyOneGraphIsKept) {
    const auto index = open();
    for (int n = 3; n < 6; ++n) {
        ASSERT_TRUE(index->upsert({point(n)}));
        ASSERT_TRUE(index->flush());
    }
    EXPECT_EQ(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()), 2);
    EXPECT_EQ(open()->count().value(), 5U);
}

TEST_F(HnswFiles, AFullDiskIsToldAndLeavesTheOldFilesWhole) {
    // /dev/full refuses every byte; the folder's table is a link to it while it is written.
    const auto index = open();
    ASSERT_TRUE(index->upsert({point(3)}));
    fs::create_symlink("/dev/full", folder_ / "points.json.part");
    const auto flushed = index->flush();
    ASSERT_FALSE(flushed);
    EXPECT_EQ(flushed.error().fault, Fault::unavailable);
    EXPECT_EQ(open()->count().value(), 2U);
    EXPECT_TRUE(index->flush()) << "there is room again";
    EXPECT_EQ(open()->count().value(), 3U);
}

}  // namespace
}  // namespace lexi::core
