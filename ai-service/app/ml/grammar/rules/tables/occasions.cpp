// The rules of rules/occasions.cpp: what they say and the sentences that are their test. Much of
// what it finds is told by rules of other families.
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {

const Family& occasion_rules() {
    static const Family family{
        .run = find_occasions,
        .rules = {
            {.id = "PRESENT_HABIT",
             .category = "tense",
             .type = "R:VERB:TENSE",
             .message = "What happens usually or every day stands in the simple present.",
             .message_vi = "Việc lặp lại thường xuyên (usually, every day…) dùng thì hiện tại đơn.",
             .examples =
                 {{"We are usually having lunch at noon.", "We usually have lunch at noon."},
                  {"Every morning she is running in the park.",
                   "Every morning she runs in the park."},
                  {"I am usually getting up at six.", "I usually get up at six."},
                  {"Every day he is going to work by bus.", "Every day he goes to work by bus."}},
             .fine = {"We are having lunch now.", "Every day I am going to try harder."}},
            {.id = "BEEN_OR_GONE",
             .category = "tense",
             .type = "R:VERB",
             .message = "Who went and came back has been there; who has gone is still away.",
             .message_vi = "Đã đi và đã về: have been to; đi rồi và chưa về: have gone to.",
             .examples = {{"She has gone to Thailand three times.",
                           "She has been to Thailand three times."},
                          {"He has gone to Japan twice, and he wants to go again.",
                           "He has been to Japan twice, and he wants to go again."}},
             .fine = {"She has gone to the shop.", "He has gone to bed."}},
        }};
    return family;
}

}  // namespace lexi::ml::grammar
