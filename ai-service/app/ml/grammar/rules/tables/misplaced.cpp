// The rules of rules/misplaced.cpp: what they say and the sentences that are their test. Much of
// what it finds is told by rules of other families.
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {

const Family& misplaced_rules() {
    static const Family family{
        .run = find_misplaced,
        .rules = {
            {.id = "STATEMENT_ORDER",
             .category = "word_order",
             .type = "R:WO",
             .message = "Nothing is asked here, so the subject stands before the verb.",
             .message_vi = "Đây không phải câu hỏi, nên chủ ngữ đứng trước động từ: maybe he is, "
                           "because it is.",
             .examples = {{"Maybe is he at home.", "Maybe he is at home."},
                          {"I'm glad that have you come.", "I'm glad that you have come."},
                          {"We stayed in because was it cold.",
                           "We stayed in because it was cold."}},
             .fine = {"Maybe he is at home.", "I think that is it.", "Is he at home?",
                      "I know that is mine."}},
        }};
    return family;
}

}  // namespace lexi::ml::grammar
