// The rules of rules/perfect.cpp: what they say and the sentences that are their test.
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {

const Family& perfect_rules() {
    static const Family family{
        .run = find_perfect,
        .rules = {
            {.id = "PERFECT_WITH_YET",
             .category = "tense",
             .type = "R:VERB:TENSE",
             .message = "“not yet” looks back from now: the present perfect.",
             .message_vi = "Có “yet” thì dùng hiện tại hoàn thành: I haven't finished yet.",
             .examples =
                 {{"She doesn't write the letter yet.", "She hasn't written the letter yet."},
                  {"She didn't finish her homework yet.", "She hasn't finished her homework yet."}},
             .fine = {"I don't know yet.", "I haven't finished yet."}},
            {.id = "PERFECT_WITH_ALREADY",
             .category = "tense",
             .type = "R:VERB:TENSE",
             .message = "What is already done is told in the present perfect.",
             .message_vi = "Việc đã (already) hoặc vừa (just) làm xong dùng hiện tại hoàn thành.",
             .examples = {{"I already see that film.", "I have already seen that film."},
                          {"She just arrive at the station.",
                           "She has just arrived at the station."}},
             .fine = {"I just want some tea.", "I already know him.",
                      "He had already left when I came."}},
            {.id = "PERFECT_FIRST_TIME",
             .category = "tense",
             .type = "R:VERB:TENSE",
             .message = "After “the first time” comes the present perfect.",
             .message_vi = "Sau “This is the first time” dùng hiện tại hoàn thành.",
             .examples = {{"This is the first time I visit Hanoi.",
                           "This is the first time I have visited Hanoi."}},
             .fine = {"The first time I saw her, she was ten."}},
            {.id = "WHEN_DID",
             .category = "tense",
             .type = "R:VERB:TENSE",
             .message = "“When” asks for a time in the past: did.",
             .message_vi = "Hỏi thời điểm bằng “when” thì dùng quá khứ đơn (did).",
             .examples = {{"When have you met him?", "When did you meet him?"}},
             .fine = {"When did you meet him?", "Where have you been?"}},
        }};
    return family;
}

}  // namespace lexi::ml::grammar
