// The rules of rules/supplied.cpp: what they say and the sentences that are their test.
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {

const Family& supplied_rules() {
    static const Family family{
        .run = find_supplied,
        .rules = {
            {.id = "BE_AFTER_HELPER",
             .category = "verb_forms",
             .type = "M:VERB",
             .message = "An adjective or a place needs “be” after will, can, should, to and don't.",
             .message_vi =
                 "Trước tính từ hay nơi chốn phải có be sau will, can, should, to, don't: You "
                 "should be careful.",
             .examples = {{"You should careful on the road.", "You should be careful on the road."},
                          {"She will at home tonight.", "She will be at home tonight."},
                          {"He wants to rich.", "He wants to be rich."},
                          {"Don't late for class.", "Don't be late for class."},
                          {"I want to a nurse.", "I want to be a nurse."}},
             .fine = {"You should be careful.", "She will wait at home.", "Can you help?",
                      "Please open the door.", "He wants to work at home.", "Don't worry about it.",
                      "You must clean the room."}},
            {.id = "IT_MISSING",
             .category = "pronouns",
             .type = "M:PRON",
             .message = "An English clause needs a subject; where there is no other, it is “it”.",
             .message_vi =
                 "Mệnh đề tiếng Anh phải có chủ ngữ; nếu không có gì khác thì dùng it: I think it "
                 "is a good idea.",
             .examples =
                 {{"I think is a great idea.", "I think it is a great idea."},
                  {"We stayed in because was raining.", "We stayed in because it was raining."},
                  {"In winter is very cold.", "In winter it is very cold."},
                  {"Is far from here?", "Is it far from here?"},
                  {"What time is now?", "What time is it now?"},
                  {"I find hard to get up early.", "I find it hard to get up early."},
                  {"If rains, we will stay home.", "If it rains, we will stay home."},
                  {"How long does take to get there?", "How long does it take to get there?"},
                  {"He makes difficult for us to work.", "He makes it difficult for us to work."},
                  {"In my opinion, is not a good idea.", "In my opinion, it is not a good idea."}},
             .fine = {"I find English hard.", "She found hard work in the city.",
                      "I think this is a great idea.", "He said that is a problem.",
                      "What I think is true.", "In winter the lake is cold.",
                      "The man I think is right."}},
            {.id = "OBJECT_MISSING",
             .category = "pronouns",
             .type = "M:PRON",
             .message = "This verb needs an object; what was named before becomes “it” or “them”.",
             .message_vi =
                 "Động từ này cần tân ngữ; thứ đã nói ở trước thì dùng it hoặc them: I like it "
                 "very much.",
             .examples = {{"She liked very much.", "She liked it very much."},
                          {"When I saw the jacket, I wanted to buy.",
                           "When I saw the jacket, I wanted to buy it."},
                          {"The songs were new and I really liked.",
                           "The songs were new and I really liked them."},
                          {"I lost my phone and can't find.", "I lost my phone and can't find it."},
                          {"Do you like the cake? Yes, I like.",
                           "Do you like the cake? Yes, I like it."},
                          {"I bought a cake and gave to my mother.",
                           "I bought a cake and gave it to my mother."},
                          {"He took the fish and put in the fridge.",
                           "He took the fish and put it in the fridge."}},
             .fine = {"The film was what I liked.", "He knows what to buy.",
                      "This is the book that he wrote and I liked it.",
                      "They played well but they lost."}},
        }};
    return family;
}

}  // namespace lexi::ml::grammar
