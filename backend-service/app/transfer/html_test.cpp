#include "app/transfer/html.hpp"

#include <gtest/gtest.h>

namespace lexi::transfer {
namespace {

TEST(Html, ShowsItsText) {
    EXPECT_EQ(text_of_html("<b>sea</b><br>shore"), "sea shore");
    EXPECT_EQ(text_of_html("<div>one</div><div class=\"x\">two</div>"), "one two ");
    EXPECT_EQ(text_of_html("a <i>b</i>c"), "a bc");
    EXPECT_EQ(text_of_html("<style>b { x: y }</style>x<SCRIPT>alert(1)</Script>y<!-- z -->"), "xy");
    EXPECT_EQ(text_of_html("[sound:a.mp3]hello [not sound]"), "hello [not sound]");
}

TEST(Html, KnowsEntities) {
    EXPECT_EQ(text_of_html("b&#7871;n&nbsp;c&#x1EA3;ng &lt;&amp;&gt;"), "bến cảng <&>");
    EXPECT_EQ(text_of_html("AT&T &unknown; &#0; &#xD800; &"), "AT&T &unknown; &#0; &#xD800; &");
}

TEST(Html, LeavesWhatIsNoTag) {
    EXPECT_EQ(text_of_html("1 < 2 and 3 > 2"), "1 < 2 and 3 > 2");
    EXPECT_EQ(text_of_html("<b unclosed"), "<b unclosed");
    EXPECT_EQ(text_of_html("<>"), "<>");
    EXPECT_EQ(text_of_html("<"), "<");
    EXPECT_EQ(text_of_html("</"), "</");
}

TEST(Html, WhatIsWrittenIsReadBack) {
    for (const std::string text : {"<four> & more", "a < b", "&amp;", "cơn gió"}) {
        EXPECT_EQ(text_of_html(html_of_text(text)), text);
    }
}

}  // namespace
}  // namespace lexi::transfer
