#include "pronunciation/diagnosis.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lexi::pronunciation {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Diagnosis, NamesTheErrorsOfVietnameseSpeakers) {
    EXPECT_EQ(error_pattern({.expected = "S", .heard = "", .last = true}), "final_deletion");
    EXPECT_EQ(error_pattern({.expected = "T", .heard = "", .last = true, .in_cluster = true}),
              "cluster_reduction");
    EXPECT_EQ(error_pattern({.expected = "", .heard = "AH", .last = true}), "epenthesis");
    EXPECT_EQ(error_pattern({.expected = "TH", .heard = "T"}), "th_stopping");
    EXPECT_EQ(error_pattern({.expected = "SH", .heard = "S"}), "s_sh");
    EXPECT_EQ(error_pattern({.expected = "N", .heard = "L"}), "l_n_r");
    EXPECT_EQ(error_pattern({.expected = "IY", .heard = "IH"}), "vowel_length");
}

TEST(Diagnosis, AVoicedFinalThatLosesItsVoiceIsDevoicedAndAFirstOneIsNot) {
    EXPECT_EQ(error_pattern({.expected = "D", .heard = "T", .last = true}), "final_devoicing");
    EXPECT_EQ(error_severity({.expected = "D", .heard = "T", .last = true}), "low");
    EXPECT_EQ(error_pattern({.expected = "D", .heard = "T"}), "voicing");
    EXPECT_EQ(error_severity({.expected = "D", .heard = "T"}), "high");
    EXPECT_EQ(error_pattern({.expected = "T", .heard = "D", .last = true}), "voicing");
}

TEST(Diagnosis, SeverityFollowsWhatAListenerLoses) {
    EXPECT_EQ(error_severity({.expected = "S", .heard = "", .last = true}), "high");
    EXPECT_EQ(error_severity({.expected = "TH", .heard = "F"}), "low");
    EXPECT_EQ(error_severity({.expected = "L", .heard = "N"}), "high");
    EXPECT_EQ(error_severity({.expected = "", .heard = "AH"}), "medium");
}

TEST(Diagnosis, APairBeginsWithTheWordThatWasWanted) {
    EXPECT_THAT(minimal_pair("TH", "T"), ElementsAre("thin", "tin"));
    EXPECT_THAT(minimal_pair("T", "TH"), ElementsAre("tin", "thin"));
    EXPECT_THAT(minimal_pair("T", ""), ElementsAre("beat", "bee"));
    EXPECT_THAT(minimal_pair("Z", "ZH"), IsEmpty());
    EXPECT_THAT(minimal_pair("W", "K"), IsEmpty());
}

}  // namespace
}  // namespace lexi::pronunciation
