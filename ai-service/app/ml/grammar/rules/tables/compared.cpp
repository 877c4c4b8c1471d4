// The rules of rules/compared.cpp: what they say and the sentences that are their test.
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {

const Family& compared_rules() {
    static const Family family{
        .run = find_compared,
        .rules = {
            {.id = "MISFORMED_COMPARATIVE",
             .category = "comparison",
             .type = "R:ADJ:FORM",
             .message = "Long adjectives are compared with “more” and “most”; some short ones have "
                        "forms of their own.",
             .message_vi =
                 "Tính từ dài so sánh bằng more/most; good → better → best, bad → worse → "
                 "worst.",
             .examples = {{"This test is difficulter than that one.",
                           "This test is more difficult than that one."},
                          {"My phone is gooder than yours.", "My phone is better than yours."}},
             .fine = {"This test is harder than that one."}},
            {.id = "TOO_OR_VERY",
             .category = "word_choice",
             .type = "R:ADV",
             .message = "“too” means more than is good; here it is “very”.",
             .message_vi = "“too” nghĩa là quá mức (ý chê); khen thì dùng “very” hoặc “so”.",
             .examples = {{"This song is too beautiful.", "This song is very beautiful."}},
             .fine = {"This bag is too heavy.", "She is beautiful too.",
                      "He was too happy to sleep."}},
        }};
    return family;
}

}  // namespace lexi::ml::grammar
