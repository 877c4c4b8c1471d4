#include "pronunciation/feedback.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lexi::pronunciation {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Feedback, SaysWhatWasHeardInBothLanguages) {
    const auto advice = advice_for({.expected = "TH", .heard = "T"});
    EXPECT_THAT(advice.english, HasSubstr("/θ/ sounded like /t/."));
    EXPECT_THAT(advice.vietnamese, HasSubstr("Âm /θ/ nghe giống /t/."));
    EXPECT_THAT(advice.vietnamese, HasSubstr("đầu lưỡi"));
}

TEST(Feedback, AMissingSoundIsNotCalledAnother) {
    const auto advice = advice_for({.expected = "S", .heard = "", .last = true});
    EXPECT_THAT(advice.english, HasSubstr("/s/ was not heard"));
    EXPECT_THAT(advice.vietnamese, HasSubstr("Không nghe thấy âm /s/."));
    EXPECT_THAT(advice.vietnamese, HasSubstr("cuối từ"));
}

TEST(Feedback, TheEndOfAWordHasItsOwnAdvice) {
    for (const auto* phone : {"S", "Z", "T", "D", "K", "P"}) {
        const auto end = advice_for({.expected = phone, .heard = "", .last = true});
        const auto begin = advice_for({.expected = phone, .heard = "", .last = false});
        EXPECT_NE(end.vietnamese, begin.vietnamese) << phone;
    }
}

TEST(Feedback, AClusterThatLostASoundIsExplainedAsOne) {
    EXPECT_THAT(advice_for({.expected = "R", .heard = "", .in_cluster = true}).vietnamese,
                HasSubstr("phụ âm liền nhau"));
}

TEST(Feedback, AnUnclearSoundIsNotCalledWrong) {
    const auto advice = advice_for({.expected = "L", .heard = "L"});
    EXPECT_THAT(advice.english, HasSubstr("not clear"));
    EXPECT_THAT(advice.english, Not(HasSubstr("sounded like")));
}

TEST(Feedback, TheSoundsThatAreHardForVietnameseSpeakersHaveTheirOwnContrast) {
    const std::vector<std::pair<std::string, std::string>> hard{
        {"TH", "T"},  {"TH", "S"},  {"DH", "D"},  {"DH", "Z"},  {"S", "SH"},  {"SH", "S"},
        {"CH", "SH"}, {"JH", "CH"}, {"L", "N"},   {"N", "L"},   {"R", "L"},   {"L", "R"},
        {"V", "W"},   {"W", "V"},   {"AE", "EH"}, {"EH", "AE"}, {"IH", "IY"}, {"IY", "IH"}};
    for (const auto& [expected, heard] : hard) {
        const auto own = advice_for({.expected = expected, .heard = heard});
        const auto other = advice_for({.expected = expected, .heard = "HH"});
        EXPECT_NE(own.vietnamese.substr(own.vietnamese.find(". ")),
                  other.vietnamese.substr(other.vietnamese.find(". ")))
            << expected << " " << heard;
    }
}

TEST(Feedback, ARareSoundGetsTheGeneralAdvice) {
    EXPECT_THAT(advice_for({.expected = "OY", .heard = "AY"}).vietnamese,
                HasSubstr("nghe lại mẫu"));
}

}  // namespace
}  // namespace lexi::pronunciation
