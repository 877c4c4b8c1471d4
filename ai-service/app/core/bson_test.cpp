#include "core/bson.hpp"

#include <gtest/gtest.h>

namespace lexi::bson_test {

struct Word {
    std::string word;
    double start = 0;
};
struct Document {
    core::ObjectId _id;
    std::string userId;
    std::vector<Word> words;
    core::StoredTime createdAt;
    std::optional<std::string> note;
    std::int64_t bytes = 0;
};
struct Narrow {
    std::string userId;
    std::string addedLater = "default";
};
struct OtherType {
    std::int64_t userId = 0;
};
struct Expired {
    core::Before<core::StoredTime> expiresAt;
};

}  // namespace lexi::bson_test

namespace lexi::core {
namespace {

using namespace bson_test;

Document sample() {
    return {.userId = "u1",
            .words = {{"chào", 0.25}, {"bạn", 0.5}},
            .createdAt = stored(parse_rfc3339("2026-11-24T10:00:00.123Z").value()),
            .bytes = std::int64_t{1} << 40};
}

TEST(Bson, BringsBackWhatItWrote) {
    auto before = sample();
    before._id = new_object_id();
    const auto after = from_bson<Document>(to_bson(before));
    EXPECT_EQ(after._id, before._id);
    EXPECT_EQ(after.words.at(1).word, "bạn");
    EXPECT_EQ(to_rfc3339(loaded(after.createdAt)), "2026-11-24T10:00:00.123Z");
    EXPECT_EQ(after.note, std::nullopt);
    EXPECT_EQ(after.bytes, std::int64_t{1} << 40);
}

TEST(Bson, LeavesAnAbsentValueOutOfTheDocument) {
    EXPECT_FALSE(to_bson(sample()).contains("note"));
}

TEST(Bson, SkipsFieldsItDoesNotKnowAndKeepsDefaultsForThoseThatAreMissing) {
    const auto narrow = from_bson<Narrow>(to_bson(sample()));
    EXPECT_EQ(narrow.userId, "u1");
    EXPECT_EQ(narrow.addedLater, "default");
}

TEST(Bson, ThrowsForAFieldOfAnotherType) {
    EXPECT_THROW(from_bson<OtherType>(to_bson(sample())), std::runtime_error);
}

TEST(Bson, WritesOperatorsByTheirName) {
    EXPECT_TRUE(to_bson(Set<Word>{{"a", 1}}).contains("$set"));
    EXPECT_TRUE(to_bson(Expired{{stored(Instant{})}}).contains("$lt"));
    EXPECT_TRUE(to_bson(AnyOf<ObjectId>{{new_object_id()}}).contains("$in"));
}

TEST(Bson, KeepsTheOrderOfWholeNumbers) {
    const auto bytes = ordered({{"z", 1}, {"a", -1}});
    EXPECT_EQ(bytes.size(), 19U);
    EXPECT_LT(bytes.find('z'), bytes.find('a'));
    EXPECT_EQ(static_cast<unsigned char>(bytes[0]), 19U);
    EXPECT_EQ(bytes.back(), '\0');
}

TEST(ObjectIds, AreTwentyFourHexDigitsBothWays) {
    const auto id = new_object_id();
    EXPECT_EQ(to_hex(id).size(), 24U);
    EXPECT_EQ(parse_object_id(to_hex(id)), id);
    EXPECT_NE(new_object_id(), id);
}

TEST(ObjectIds, AreNotReadFromAnythingElse) {
    for (const auto* text : {"", "xyz", "5f5f5f5f5f5f5f5f5f5f5f5", "5f5f5f5f5f5f5f5f5f5f5f5g",
                             "5f5f5f5f5f5f5f5f5f5f5f5f0"}) {
        EXPECT_EQ(parse_object_id(text), std::nullopt) << text;
    }
}

}  // namespace
}  // namespace lexi::core
