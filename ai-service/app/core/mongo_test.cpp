#include "core/mongo.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lexi::core {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(MongoUrl, GetsTimeoutsSoThatADeadServerIsNoticedInSeconds) {
    const auto url = with_defaults("mongodb://localhost:27017", 9);
    EXPECT_THAT(url, StartsWith("mongodb://localhost:27017/?"));
    EXPECT_THAT(url, HasSubstr("serverSelectionTimeoutMS=3000"));
    EXPECT_THAT(url, HasSubstr("waitQueueTimeoutMS=2000"));
    EXPECT_THAT(url, HasSubstr("maxPoolSize=9"));
    EXPECT_THAT(url, HasSubstr("w=majority"));
}

TEST(MongoUrl, KeepsWhatTheOperatorSet) {
    const auto url = with_defaults("mongodb://h/?w=1&serverSelectionTimeoutMS=9", 4);
    EXPECT_THAT(url, StartsWith("mongodb://h/?w=1&serverSelectionTimeoutMS=9&"));
    EXPECT_THAT(url, Not(HasSubstr("w=majority")));
    EXPECT_THAT(url, Not(HasSubstr("serverSelectionTimeoutMS=3000")));
}

TEST(MongoUrl, KeepsUserDatabaseAndEveryHost) {
    EXPECT_THAT(with_defaults("mongodb://u:p@a:1,b:2/auth", 4),
                StartsWith("mongodb://u:p@a:1,b:2/auth?"));
    EXPECT_THAT(with_defaults("mongodb://a:1?tls=true", 4), StartsWith("mongodb://a:1/?tls=true&"));
}

}  // namespace
}  // namespace lexi::core
