// The rules of rules/commas.cpp: what they say and the sentences that are their test.
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {

const Family& comma_rules() {
    static const Family family{
        .run = find_commas,
        .rules = {
            {.id = "COMMA_AFTER_OPENER",
             .category = "punctuation",
             .type = "M:PUNCT",
             .message = "A comma stands after an opening like “however” or “for example”.",
             .message_vi = "Sau từ nối đầu câu (However, For example…) cần dấu phẩy.",
             .examples = {{"However he came back.", "However, he came back."},
                          {"For example we eat rice.", "For example, we eat rice."},
                          {"But on the other hand cars are fast.",
                           "But on the other hand, cars are fast."}},
             .fine = {"However, he came back.", "However hard it is, I try.",
                      "First of all, we eat.", "Second place is not bad at all.",
                      "In this case study we look at Vietnam."}},
            {.id = "COMMA_AFTER_CLAUSE",
             .category = "punctuation",
             .type = "M:PUNCT",
             .message = "A clause with “if”, “when”, “because” that comes first has a comma "
                        "behind it.",
             .message_vi = "Mệnh đề phụ (if, when, because…) đứng đầu câu thì sau nó cần dấu phẩy.",
             .examples = {{"If it rains tomorrow we will stay at home.",
                           "If it rains tomorrow, we will stay at home."},
                          {"When I am tired I don't want to cook.",
                           "When I am tired, I don't want to cook."}},
             .fine = {"If it rains, we will stay at home.", "If you know what you can do tell me.",
                      "If there is anything I can do for you, tell me.",
                      "When I think that he is right I smile."}},
            {.id = "COMMA_BEFORE_THAT",
             .category = "punctuation",
             .type = "U:PUNCT",
             .message = "There is no comma in front of “that”.",
             .message_vi = "Không đặt dấu phẩy trước that (think that, believe that…).",
             .examples = {{"I believe, that he is right.", "I believe that he is right."}},
             .fine = {"I believe that he is right.", "I know, that is true."}},
        }};
    return family;
}

}  // namespace lexi::ml::grammar
