#include "app/core/etag.hpp"

#include <gtest/gtest.h>

namespace lexi::http {
namespace {

TEST(ETag, TheSameContentHasTheSameTag) {
    EXPECT_EQ(weak_tag("a"), weak_tag("a"));
    EXPECT_NE(weak_tag("a"), weak_tag("b"));
    EXPECT_TRUE(weak_tag("a").starts_with("W/\""));
}

TEST(ETag, IsFoundInAList) {
    const auto tag = weak_tag("a");
    EXPECT_TRUE(names_tag(tag, tag));
    EXPECT_TRUE(names_tag("\"x\", " + tag, tag));
    EXPECT_TRUE(names_tag(tag.substr(2), tag));
    EXPECT_TRUE(names_tag("*", tag));
    EXPECT_FALSE(names_tag("", tag));
    EXPECT_FALSE(names_tag("\"x\",,", tag));
}

}  // namespace
}  // namespace lexi::http
