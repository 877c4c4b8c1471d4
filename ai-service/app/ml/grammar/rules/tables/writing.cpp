// The rules of rules/writing.cpp: what they say and the sentences that are their test.
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {

const Family& writing_rules() {
    static const Family family{
        .run = find_writing,
        .rules = {
            {.id = "COMMA_AFTER_OPENER",
             .category = "punctuation",
             .type = "M:PUNCT",
             .message = "A comma stands after an opening like “however” or “for example”.",
             .message_vi = "Sau từ nối đầu câu (However, For example…) cần dấu phẩy.",
             .examples = {{"However he came back.", "However, he came back."},
                          {"For example we eat rice.", "For example, we eat rice."}},
             .fine = {"However, he came back.", "However hard it is, I try."}},
            {.id = "CAPITAL_AT_START",
             .category = "spelling",
             .type = "R:ORTH",
             .message = "A sentence begins with a capital.",
             .message_vi = "Đầu câu phải viết hoa.",
             .examples = {{"the shop is closed today.", "The shop is closed today."}},
             .fine = {"The shop is closed today."}},
            {.id = "CAPITAL_OF_NAME",
             .category = "spelling",
             .type = "R:ORTH",
             .message = "Days, months, languages and countries are written with a capital.",
             .message_vi = "Tên ngày, tháng, ngôn ngữ, quốc gia phải viết hoa.",
             .examples = {{"I study english on monday.", "I study English on Monday."}},
             .fine = {"I study English on Monday."}},
            {.id = "ONE_WORD",
             .category = "spelling",
             .type = "R:ORTH",
             .message = "This is one word.",
             .message_vi = "Từ này viết liền.",
             .examples = {{"Now a days people drive.", "Nowadays people drive."},
                          {"I did it my self.", "I did it myself."}},
             .fine = {"Some one of them called."}},
        }};
    return family;
}

}  // namespace lexi::ml::grammar
