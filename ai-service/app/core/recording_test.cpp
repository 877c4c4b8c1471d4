#include "core/recording.hpp"

#include <gtest/gtest.h>

namespace lexi::core {
namespace {

TEST(PrimaryLanguage, IsTheFirstPartInLowerCase) {
    EXPECT_EQ(primary_language("en").value(), "en");
    EXPECT_EQ(primary_language("EN-us").value(), "en");
    EXPECT_EQ(primary_language("vi-Latn-VN").value(), "vi");
}

TEST(PrimaryLanguage, OfNothingAndAutoIsToBeDetected) {
    EXPECT_EQ(primary_language("").value(), "");
    EXPECT_EQ(primary_language("auto").value(), "");
}

TEST(PrimaryLanguage, ThatIsNoTagIsRefusedByName) {
    for (const auto* tag : {"e", "english", "e1", "en_US", "-", "en-\n", "en us", "tiếng"}) {
        const auto refused = primary_language(tag);
        ASSERT_FALSE(refused) << tag;
        EXPECT_TRUE(refused.error().fields.contains("language")) << tag;
    }
}

}  // namespace
}  // namespace lexi::core
