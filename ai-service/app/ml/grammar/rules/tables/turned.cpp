// The rules of rules/turned.cpp: what they say and the sentences that are their test.
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {

const Family& turned_rules() {
    static const Family family{
        .run = find_turned,
        .rules = {
            {.id = "FIRST_BEFORE_NUMBER",
             .category = "word_order",
             .type = "R:WO",
             .message = "“first” and “last” stand before the number: the first two weeks.",
             .message_vi = "first, last đứng trước con số: the first two weeks.",
             .examples = {{"The three last chapters are the best.",
                           "The last three chapters are the best."},
                          {"I have been here for weeks three.",
                           "I have been here for three weeks."}},
             .fine = {"The last three chapters are the best."}},
            {.id = "COMPOUND_ORDER",
             .category = "word_order",
             .type = "R:WO",
             .message = "In a compound the chief noun comes last: a football player.",
             .message_vi =
                 "Trong cụm danh từ ghép, danh từ chính đứng sau cùng: a football player (cầu thủ "
                 "bóng đá), an English teacher (giáo viên tiếng Anh).",
             .examples =
                 {{"His father is a driver taxi.", "His father is a taxi driver."},
                  {"She is our teacher English.", "She is our English teacher."},
                  {"They have a table wood in the garden.",
                   "They have a wooden table in the garden."},
                  {"She is a singer pop.", "She is a pop singer."},
                  {"Our trip school was great.", "Our school trip was great."},
                  {"My number phone is on the card.", "My phone number is on the card."},
                  {"The bus school arrives at seven.", "The school bus arrives at seven."},
                  {"Turn right at the lights traffic.", "Turn right at the traffic lights."},
                  {"Can you give me your address email?", "Can you give me your email address?"}},
             .fine = {"I told my teacher English was hard.", "My phone number is on the card.",
                      "His father is a taxi driver.", "She taught the team football.",
                      "The player tennis fans love is here."}},
        }};
    return family;
}

}  // namespace lexi::ml::grammar
