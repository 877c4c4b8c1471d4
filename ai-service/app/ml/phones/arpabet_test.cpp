#include "ml/phones/arpabet.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ml/phones/aligner.hpp"

namespace lexi::ml {
namespace {

using testing::ElementsAre;

TEST(Arpabet, IpaOfEspeakBecomesArpabet) {
    EXPECT_THAT(ipa_to_arpabet("tʃˈiːz"), ElementsAre("CH", "IY", "Z"));
    EXPECT_THAT(ipa_to_arpabet("ɡɹˈeɪp"), ElementsAre("G", "R", "EY", "P"));
    EXPECT_THAT(ipa_to_arpabet("θˈɜːd"), ElementsAre("TH", "ER", "D"));
    EXPECT_THAT(ipa_to_arpabet("bˈʌʔn\u0329"), ElementsAre("B", "AH", "T", "AH", "N"));
    EXPECT_THAT(ipa_to_arpabet("wˈɔːɾɚ"), ElementsAre("W", "AO", "T", "ER"));
}

TEST(Arpabet, UnknownSignsAreLeftOut) {
    EXPECT_THAT(ipa_to_arpabet("(vi)ɓa5"), ElementsAre("V", "IY", "AA"));
    EXPECT_TRUE(ipa_to_arpabet("ˈˌ ").empty());
}

TEST(Arpabet, EveryPhoneHasAnIpaSignThatLeadsBackToIt) {
    for (const std::string phone :
         {"AA", "AE", "AO", "AW", "AY", "B",  "CH", "D", "DH", "EH", "ER", "EY", "F",
          "G",  "HH", "IH", "IY", "JH", "K",  "L",  "M", "N",  "NG", "OW", "OY", "P",
          "R",  "S",  "SH", "T",  "TH", "UH", "UW", "V", "W",  "Y",  "Z",  "ZH", "AH"}) {
        EXPECT_THAT(ipa_to_arpabet(arpabet_to_ipa(phone)), ElementsAre(phone));
    }
    EXPECT_EQ(arpabet_to_ipa("AH0"), "ə");
    EXPECT_EQ(arpabet_to_ipa("IY1"), "i");
    EXPECT_EQ(arpabet_to_ipa("QQ"), "QQ");
}

TEST(PhoneDistance, RelatedSoundsAreNearer) {
    EXPECT_EQ(phone_distance("T", "T"), 0);
    EXPECT_LT(phone_distance("T", "D"), phone_distance("T", "M"));
    EXPECT_LT(phone_distance("IH", "IY"), phone_distance("IH", "AA"));
    EXPECT_EQ(phone_distance("S", "AA"), 1);
    EXPECT_EQ(phone_distance("TH", "S"), phone_distance("S", "TH"));
}

}  // namespace
}  // namespace lexi::ml
