#include "chat/guard.hpp"

#include <gtest/gtest.h>

namespace lexi::chat {
namespace {

constexpr std::string_view kTold = "Answer what the learner said, then ask one short question.";

TEST(Guard, SeesItsOwnInstructions) {
    EXPECT_TRUE(repeats(kTold, "Sure! I must answer what the learner said."));
    EXPECT_TRUE(repeats(kTold, "ANSWER - WHAT - THE - LEARNER - SAID"));
    EXPECT_FALSE(repeats(kTold, "What the learner said is good. Ask one question."));
    EXPECT_FALSE(repeats(kTold, ""));
    EXPECT_FALSE(repeats("", "Answer what the learner said."));
}

TEST(Guard, GivesNoAddressesButTheLearnersOwn) {
    EXPECT_TRUE(gives_address("Write to lan@example.com.", ""));
    EXPECT_TRUE(gives_address("Lan <lan@mail.example.vn>", "Who is Lan?"));
    EXPECT_FALSE(gives_address("Is it lan@example.com?", "My e-mail is lan@example.com"));
    EXPECT_FALSE(gives_address("Let's meet @ 5.30!", ""));
    EXPECT_FALSE(gives_address("An e-mail address looks like name@school.", ""));
    EXPECT_FALSE(gives_address("@", ""));
}

}  // namespace
}  // namespace lexi::chat
