#include "ml/phones/letters.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace lexi::ml {
namespace {

// "th:TH i:IH nk…": each sound with its letters; the word is ASCII.
std::string laid(const std::string& word, const std::string& phones) {
    std::istringstream in(phones);
    std::vector<std::string> list;
    for (std::string phone; in >> phone;) list.push_back(phone);
    std::string shown;
    const auto spans = letter_spans(word, list);
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (i > 0) shown += ' ';
        shown += word.substr(spans[i].begin, spans[i].end - spans[i].begin) + ":" + list[i];
    }
    return shown;
}

struct Case {
    const char *word, *phones, *laid;
};

class Letters : public testing::TestWithParam<Case> {};

TEST_P(Letters, LieUnderTheirSounds) {
    EXPECT_EQ(laid(GetParam().word, GetParam().phones), GetParam().laid);
}

INSTANTIATE_TEST_SUITE_P(
    Words, Letters,
    testing::Values(Case{"three", "TH R IY", "th:TH r:R ee:IY"},
                    Case{"knife", "N AY F", "kn:N i:AY f:F"},
                    Case{"talked", "T AO K T", "t:T al:AO k:K ed:T"},
                    Case{"box", "B AA K S", "b:B o:AA x:K x:S"},
                    Case{"because", "B IH K AO Z", "b:B e:IH c:K au:AO se:Z"},
                    Case{"Question", "K W EH S CH AH N", "Q:K u:W e:EH s:S t:CH io:AH n:N"},
                    Case{"thought", "TH AO T", "th:TH ough:AO t:T"},
                    Case{"beautiful", "B Y UW T AH F AH L",
                         "b:B eau:Y eau:UW t:T i:AH f:F u:AH l:L"},
                    Case{"bird", "B ER D", "b:B ir:ER d:D"}, Case{"one", "W AH N", "o:W o:AH n:N"},
                    Case{"people", "P IY P AH L", "p:P eo:IY p:P le:AH le:L"},
                    Case{"don't", "D OW N T", "d:D o:OW n:N t:T"},
                    Case{"singing", "S IH NG IH NG", "s:S i:IH ng:NG i:IH ng:NG"},
                    Case{"think", "TH IH NG K", "th:TH i:IH n:NG k:K"},
                    Case{"station", "S T EY SH AH N", "s:S t:T a:EY ti:SH o:AH n:N"},
                    Case{"night", "N AY T", "n:N igh:AY t:T"},
                    Case{"student", "S T UW D AH N T", "s:S t:T u:UW d:D e:AH n:N t:T"},
                    Case{"9", "N AY N", "9:N 9:AY 9:N"},
                    Case{"USA", "Y UW EH S EY", "USA:Y USA:UW USA:EH USA:S USA:EY"}));

TEST(LetterSpans, CountInUtf16) {
    const auto spans = letter_spans("café", {"K", "AH", "F", "EY"});
    EXPECT_EQ(spans.back(), (LetterSpan{3, 4}));
}

TEST(LetterSpans, OfNothingAreNone) {
    EXPECT_TRUE(letter_spans("", {}).empty());
    EXPECT_EQ(letter_spans("", {"T"}).front(), (LetterSpan{0, 0}));
}

}  // namespace
}  // namespace lexi::ml
