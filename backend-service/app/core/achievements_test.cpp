#include "app/core/achievements.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace lexi {
namespace {

using testing::HasSubstr;

std::string one(const std::string& code, const std::string& metric, int threshold) {
    return R"({"code": ")" + code + R"(", "title": "t", "title_vi": "t", "description": "d",
        "description_vi": "d", "icon": "star", "metric": ")" +
           metric + R"(", "threshold": )" + std::to_string(threshold) +
           R"(, "hidden": false, "xp": 5})";
}

std::string file(const std::string& items) { return R"({"achievements": [)" + items + "]}"; }

TEST(Achievements, ThoseOfTheProgramAreManyAndSomeAreHidden) {
    EXPECT_GE(all_achievements().size(), 30U);
    EXPECT_TRUE(std::ranges::any_of(all_achievements(), &Achievement::hidden));
}

TEST(Achievements, AMistakeInTheFileIsNamed) {
    EXPECT_THAT(read_achievements(file(one("a", "naps", 1))).error(), HasSubstr("metric"));
    EXPECT_THAT(read_achievements(file(one("a", "xp", 0))).error(), HasSubstr("threshold"));
    EXPECT_THAT(read_achievements(file(one("A b", "xp", 1))).error(), HasSubstr("code"));
    EXPECT_THAT(read_achievements(file(one("a", "xp", 1) + "," + one("a", "xp", 2))).error(),
                HasSubstr("a is there twice"));
}

TEST(Achievements, AreReachedAtTheirThresholdAndOnlyOnce) {
    const auto all = read_achievements(file(one("a", "xp", 10) + "," + one("b", "lessons", 1)));
    ASSERT_TRUE(all.has_value());
    Counters counters;
    counters[Metric::xp] = 9;
    EXPECT_TRUE(newly_reached(*all, counters, {}).empty());
    counters[Metric::xp] = 10;
    ASSERT_EQ(newly_reached(*all, counters, {}).size(), 1U);
    EXPECT_EQ(newly_reached(*all, counters, {})[0].code, "a");
    EXPECT_TRUE(newly_reached(*all, counters, {"a"}).empty());
}

}  // namespace
}  // namespace lexi
