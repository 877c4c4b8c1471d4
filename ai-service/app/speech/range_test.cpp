#include "speech/range.hpp"

#include <gtest/gtest.h>

namespace lexi::speech {
namespace {

struct Case {
    const char* header;
    std::size_t first, last;
    bool partial;
};

TEST(ByteRange, IsWhatTheHeaderNames) {
    for (const auto& [header, first, last, partial] : std::initializer_list<Case>{
             {"", 0, 99, false},
             {"bytes=0-0", 0, 0, true},
             {"bytes=10-19", 10, 19, true},
             {"bytes=90-", 90, 99, true},
             {"bytes=90-5000", 90, 99, true},
             {"bytes=-10", 90, 99, true},
             {"bytes=-5000", 0, 99, true},
         }) {
        const auto range = byte_range(header, 100);
        ASSERT_TRUE(range) << header;
        EXPECT_EQ(range->first, first) << header;
        EXPECT_EQ(range->last, last) << header;
        EXPECT_EQ(range->partial, partial) << header;
    }
}

TEST(ByteRange, ThatIsNotUnderstoodIsTheWhole) {
    for (const auto* header :
         {"items=0-5", "bytes=", "bytes=a-b", "bytes=5", "bytes=9-3", "bytes=-", "bytes=5-x",
          "bytes=0-1,5-6", "bytes=--1", "bytes=99999999999999999999-"}) {
        const auto range = byte_range(header, 100);
        ASSERT_TRUE(range) << header;
        EXPECT_FALSE(range->partial) << header;
    }
}

TEST(ByteRange, BeyondTheEndIsNotSatisfiable) {
    EXPECT_FALSE(byte_range("bytes=100-", 100));
    EXPECT_FALSE(byte_range("bytes=100-200", 100));
    EXPECT_FALSE(byte_range("bytes=-0", 100));
}

TEST(ETag, IsFoundInAList) {
    EXPECT_TRUE(names_etag("\"a\"", "\"a\""));
    EXPECT_TRUE(names_etag("\"x\", W/\"a\"", "\"a\""));
    EXPECT_TRUE(names_etag("*", "\"a\""));
    EXPECT_FALSE(names_etag("", "\"a\""));
    EXPECT_FALSE(names_etag("\"ab\", a", "\"a\""));
}

}  // namespace
}  // namespace lexi::speech
