#include "app/auth/common_password.hpp"

#include <gtest/gtest.h>

namespace lexi::auth {
namespace {

TEST(CommonPassword, KnowsTheOnesEverybodyUsesInAnyCase) {
    for (const char* common : {"password", "PassWord", "12345678", "iloveyou", "qwertyuiop"}) {
        EXPECT_TRUE(is_common_password(common)) << common;
    }
}

TEST(CommonPassword, KnowsTheTenThousandthToo) { EXPECT_TRUE(is_common_password("felicidade")); }

TEST(CommonPassword, LeavesOthersAlone) {
    for (const char* fine :
         {"", "hoa sen trắng 2026", "passwordpassword-x", "correct horse battery"}) {
        EXPECT_FALSE(is_common_password(fine)) << fine;
    }
}

}  // namespace
}  // namespace lexi::auth
