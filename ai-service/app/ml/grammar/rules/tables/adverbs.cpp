// The rules of rules/adverbs.cpp: what they say and the sentences that are their test. Much of what
// it finds is told by rules of other families.
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {

const Family& adverb_rules() {
    static const Family family{
        .run = find_adverbs,
        .rules = {
            {.id = "STILL_OR_YET",
             .category = "word_choice",
             .type = "R:ADV",
             .message = "“yet” stands at the end of a negative sentence, “still” before the "
                        "helping verb.",
             .message_vi = "Trong câu phủ định: yet (chưa) đứng cuối câu, still (vẫn) đứng trước "
                           "trợ động từ; already chỉ dùng trong câu khẳng định.",
             .examples = {{"We yet don't have the results.", "We still don't have the results."},
                          {"They haven't arrived already.", "They haven't arrived yet."},
                          {"He hasn't finished already.", "He hasn't finished yet."},
                          {"I yet don't know the answer.", "I still don't know the answer."}},
             .fine = {"They haven't arrived yet.", "Haven't they arrived already?",
                      "We don't know yet."}},
        }};
    return family;
}

}  // namespace lexi::ml::grammar
