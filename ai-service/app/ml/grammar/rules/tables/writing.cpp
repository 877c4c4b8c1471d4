// The rules of rules/writing.cpp: what they say and the sentences that are their test.
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {

const Family& writing_rules() {
    static const Family family{
        .run = find_writing,
        .rules = {
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
                          {"I did it my self.", "I did it myself."},
                          {"My class mates like her.", "My classmates like her."},
                          {"Smoking is harm full.", "Smoking is harmful."}},
             .fine = {"Some one of them called.", "They walked home side by side."}},
        }};
    return family;
}

}  // namespace lexi::ml::grammar
