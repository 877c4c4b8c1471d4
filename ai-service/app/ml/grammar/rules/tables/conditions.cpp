// The rules of rules/conditions.cpp: what they say and the sentences that are their test.
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {

const Family& condition_rules() {
    static const Family family{
        .run = find_conditions,
        .rules = {
            {.id = "UNREAL_CONDITION",
             .category = "tense",
             .type = "R:VERB:TENSE",
             .message = "What is only imagined: the past after “if”, “would” in the main clause.",
             .message_vi =
                 "Điều không có thật ở hiện tại: sau “if” dùng quá khứ, mệnh đề chính dùng "
                 "“would”.",
             .examples = {{"If I know his number, I would call him.",
                           "If I knew his number, I would call him."},
                          {"If I am you, I will stay.", "If I were you, I would stay."},
                          {"If I had more money, I will buy it.",
                           "If I had more money, I would buy it."},
                          {"I would buy it if I have enough money.",
                           "I would buy it if I had enough money."}},
             .fine = {"If you need help, would you call me?", "If I have time, I will come.",
                      "If you are tired, I would like to go home."}},
            {.id = "FUTURE_WITH_WILL",
             .category = "tense",
             .type = "R:VERB:TENSE",
             .message = "What somebody is going to do needs “will” or “going to”.",
             .message_vi = "Việc sẽ làm trong tương lai cần “will” hoặc “be going to”.",
             .examples = {{"Tomorrow we visit the museum.", "Tomorrow we will visit the museum."},
                          {"I promise I help you.", "I promise I will help you."}},
             .fine = {"I hope tomorrow is sunny.", "I have a test tomorrow.",
                      "I want to go there tomorrow."}},
            {.id = "REPORTED_PAST",
             .category = "tense",
             .type = "R:VERB:TENSE",
             .message = "What somebody said goes one step into the past.",
             .message_vi = "Câu tường thuật (said, told) thì động từ lùi một thì: is → was, will → "
                           "would.",
             .examples = {{"She said that she is hungry.", "She said that she was hungry."},
                          {"He told me he will come early.", "He told me he would come early."},
                          {"He asked me if I like coffee.", "He asked me if I liked coffee."},
                          {"He promised that he will never be late again.",
                           "He promised that he would never be late again."},
                          {"He said that he is tired and wants to go home.",
                           "He said that he was tired and wanted to go home."}},
             .fine = {"She says that she is hungry.", "They said they were ready."}},
            {.id = "USED_TO",
             .category = "tense",
             .type = "R:VERB:FORM",
             .message =
                 "A habit of the past is “used to” and the base form; after “did” it is “use "
                 "to”.",
             .message_vi =
                 "Thói quen trong quá khứ: used to + động từ nguyên mẫu; sau did thì là use "
                 "to.",
             .examples = {{"We use to live in a village.", "We used to live in a village."},
                          {"I didn't used to drink coffee.", "I didn't use to drink coffee."}},
             .fine = {"We use it to cut paper.", "Did you use to play chess?",
                      "I am used to getting up early."}},
        }};
    return family;
}

}  // namespace lexi::ml::grammar
