#include "app/transfer/delimited.hpp"

#include <gmock/gmock.h>

namespace lexi::transfer {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Delimited, ReadsRecordsWithTheirLines) {
    const auto records = read_delimited("a,b\r\n\r\nc,d\ne,f", ',');
    ASSERT_EQ(records.size(), 3U);
    EXPECT_THAT(records[0].fields, ElementsAre("a", "b"));
    EXPECT_EQ(records[1].line, 3);
    EXPECT_THAT(records[2].fields, ElementsAre("e", "f"));
}

TEST(Delimited, QuotedFieldsHoldAnything) {
    const auto records =
        read_delimited("\"one, two\",\"a \"\"b\"\"\",\"line\r\nbreak\"\nnext,,\n", ',');
    ASSERT_EQ(records.size(), 2U);
    EXPECT_THAT(records[0].fields, ElementsAre("one, two", "a \"b\"", "line\r\nbreak"));
    EXPECT_EQ(records[1].line, 3);
    EXPECT_THAT(records[1].fields, ElementsAre("next", "", ""));
}

TEST(Delimited, AQuoteWithinAFieldIsALetter) {
    EXPECT_THAT(read_delimited("5\" long\tx", '\t')[0].fields, ElementsAre("5\" long", "x"));
}

TEST(Delimited, SaysWhatIsWrongWithQuotes) {
    EXPECT_EQ(read_delimited("\"a\"b,c\nd,e", ',')[0].problem, "has text after a closing quote");
    EXPECT_EQ(read_delimited("\"a\"b,c\nd,e", ',').size(), 2U);
    EXPECT_EQ(read_delimited("x,\"never\nends", ',')[0].problem,
              "has a quote that is never closed");
}

TEST(Delimited, NothingIsNoRecord) {
    EXPECT_THAT(read_delimited("", ','), IsEmpty());
    EXPECT_THAT(read_delimited("\n\r\n", ','), IsEmpty());
}

TEST(Delimited, WhatIsWrittenIsReadBack) {
    for (const std::string field : {"plain", "a,b", "say \"hi\"", "two\nlines", "\r", "#not", ""}) {
        const auto records = read_delimited("x," + written_field(field, ','), ',');
        EXPECT_THAT(records[0].fields, ElementsAre("x", field));
    }
}

}  // namespace
}  // namespace lexi::transfer
