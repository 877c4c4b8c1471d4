#include "ml/phones/syllables.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace lexi::ml {
namespace {

std::vector<std::string> split(const std::string& text) {
    std::istringstream in(text);
    std::vector<std::string> parts;
    for (std::string part; in >> part;) parts.push_back(part);
    return parts;
}

// "T IY . CH ER"
std::string divided(const std::string& text) {
    const auto phones = split(text);
    std::string shown;
    for (const auto& syllable : divide_syllables(phones)) {
        if (!shown.empty()) shown += ". ";
        for (auto at = syllable.begin; at < syllable.end; ++at) shown += phones[at] + " ";
    }
    if (!shown.empty()) shown.pop_back();
    return shown;
}

TEST(Syllables, AVowelTakesAllConsonantsThatAWordMayBeginWith) {
    EXPECT_EQ(divided("T IY CH ER"), "T IY . CH ER");
    EXPECT_EQ(divided("S T R EH NG TH"), "S T R EH NG TH");
    EXPECT_EQ(divided("IH K S T R AH"), "IH K . S T R AH");
    EXPECT_EQ(divided("S IH NG ER"), "S IH NG . ER");
    EXPECT_EQ(divided("HH AE P IY"), "HH AE . P IY");
    EXPECT_EQ(divided("W IH N D OW"), "W IH N . D OW");
    EXPECT_EQ(divided("B Y UW T AH F AH L"), "B Y UW . T AH . F AH L");
}

TEST(Syllables, WithoutAVowelThereIsNone) {
    EXPECT_EQ(divided("SH"), "");
    EXPECT_TRUE(divide_syllables({}).empty());
}

TEST(Syllables, EachSoundLiesInOne) {
    const auto phones = split("K AA N V ER S EY SH AH N");
    std::size_t at = 0;
    for (const auto& syllable : divide_syllables(phones)) {
        EXPECT_EQ(syllable.begin, at);
        at = syllable.end;
    }
    EXPECT_EQ(at, phones.size());
}

std::string stressed(const std::string& phones, const std::string& ipa) {
    auto syllables = divide_syllables(split(phones));
    add_stresses(syllables, ipa);
    std::string shown;
    for (const auto& syllable : syllables) {
        shown += syllable.stress == Stress::primary     ? '1'
                 : syllable.stress == Stress::secondary ? '2'
                                                        : '0';
    }
    return shown;
}

TEST(Syllables, StressIsThatOfTheIpa) {
    EXPECT_EQ(stressed("T IY CH ER", "tˈiːtʃɚ"), "10");
    EXPECT_EQ(stressed("HH OW T EH L", "hoʊtˈɛl"), "01");
    EXPECT_EQ(stressed("K AA N V ER S EY SH AH N", "kˌɑːnvɚsˈeɪʃən"), "2010");
    EXPECT_EQ(stressed("DH AH", "ðə"), "1");
}

TEST(Syllables, AVowelMoreOrLessInTheIpaDoesNotMoveTheStress) {
    EXPECT_EQ(stressed("EH V R IY", "ˈɛvəɹi"), "10");
    EXPECT_EQ(stressed("P OW AH M", "pˈoʊm"), "10");
    EXPECT_EQ(stressed("F AE M AH L IY", "fˈæmli"), "100");
}

}  // namespace
}  // namespace lexi::ml
