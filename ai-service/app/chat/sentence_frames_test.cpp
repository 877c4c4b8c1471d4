#include "chat/sentence_frames.hpp"

#include <gtest/gtest.h>

namespace lexi::chat {
namespace {

using Frames = std::vector<std::string>;

struct Case {
    std::string reply;
    Frames frames;
};

class SentenceFrames : public testing::TestWithParam<Case> {};

TEST_P(SentenceFrames, FollowTheLastQuestion) {
    EXPECT_EQ(sentence_frames(GetParam().reply), GetParam().frames);
}

INSTANTIATE_TEST_SUITE_P(
    Questions, SentenceFrames,
    testing::Values(Case{"Nice! What is your favourite food?", {"My favourite food is …"}},
                    Case{"What's your name?", {"My name is …"}},
                    Case{"What do you like to eat?", {"I like to eat …"}},
                    Case{"What do you do?", {"I am a …", "I work in …", "I study …"}},
                    Case{"That is great, and what did you do there?", {"Yesterday, I …", "I …"}},
                    Case{"Do you like tea?", {"Yes, I do. …", "No, I don't. …"}},
                    Case{"Are you a student?", {"Yes, I am. …", "No, I'm not. …"}},
                    Case{"Is there a park near you?", {"Yes, there is. …", "No, there isn't. …"}},
                    Case{"Is it far?", {"Yes, it is. …", "No, it isn't. …"}},
                    Case{"Where do you live?", {"I live in …"}},
                    Case{"Why do you like it?", {"Because …"}},
                    Case{"How old are you?", {"I am … years old."}},
                    Case{"What are your hobbies?", {"My hobbies are …"}},
                    Case{"What is your best friend in the whole wide world like?", {}},
                    Case{"Is it sunny or rainy?", {}}, Case{"What's your town like?", {}},
                    Case{"Do you like tea or coffee?", {}}, Case{"Does he?", {}},
                    Case{"Is your sister nice?", {}}, Case{"I like tea.", {}}, Case{"", {}},
                    Case{"?", {}}, Case{"What?", {}}));

TEST(SentenceFramesOrder, OnlyTheLastQuestionCounts) {
    EXPECT_EQ(sentence_frames("Do you like tea? Where do you live? Tell me."),
              Frames{"I live in …"});
}

}  // namespace
}  // namespace lexi::chat
