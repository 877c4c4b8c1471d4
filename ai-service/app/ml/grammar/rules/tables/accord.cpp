// The rules of rules/accord.cpp: what they say and the sentences that are their test.
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {

const Family& accord_rules() {
    static const Family family{
        .run = find_accord,
        .rules = {
            {.id = "AGREEMENT_WITH_AMOUNT",
             .category = "agreement",
             .type = "R:VERB:SVA",
             .message = "Ask what is counted: each, one and neither of them, the number of them, a "
                        "sum, a school subject and an action in -ing are one; both and a number of "
                        "them are many.",
             .message_vi =
                 "Hãy xem chủ ngữ thật sự là gì: each/one/neither of…, the number of…, một khoản "
                 "tiền hay quãng đường, môn học và V-ing đi với động từ số ít; both of… và a "
                 "number of… đi với động từ số nhiều.",
             .examples = {{"Neither of us speak French.", "Neither of us speaks French."},
                          {"The number of cars are growing.", "The number of cars is growing."},
                          {"A number of trees was cut down.", "A number of trees were cut down."},
                          {"Maths are very difficult.", "Maths is very difficult."},
                          {"Five kilometres are too far to walk.",
                           "Five kilometres is too far to walk."},
                          {"Doing sports are good for you.", "Doing sports is good for you."},
                          {"Both of them is late.", "Both of them are late."}},
             .fine = {"A number of trees were cut down.", "Five kilometres is too far.",
                      "Ten students are too late.", "My family has a dog.",
                      "Learning and teaching are fun.", "Both of them are late."}},
        }};
    return family;
}

}  // namespace lexi::ml::grammar
