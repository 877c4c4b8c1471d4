// The rules of rules/questions.cpp: what they say and the sentences that are their test.
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {

const Family& question_rules() {
    static const Family family{
        .run = find_questions,
        .rules = {
            {.id = "WHO_WITHOUT_DO",
             .category = "word_order",
             .type = "U:VERB",
             .message = "“who” is the subject itself, so no “did” is needed.",
             .message_vi = "“Who” làm chủ ngữ thì không dùng do/does/did: Who broke it?",
             .examples = {{"Who did write this letter?", "Who wrote this letter?"}},
             .fine = {"Who did you see?", "Who wrote this letter?", "Who does she like?"}},
            {.id = "HOW_TO_ASKED",
             .category = "word_order",
             .type = "R:OTHER",
             .message = "A question needs “do you”: How do you say …? What do you call …?",
             .message_vi =
                 "“How to …” không phải câu hỏi; hỏi là “How do you say …?”, “What do you "
                 "call …?”.",
             .examples = {{"How to spell this word?", "How do you spell this word?"},
                          {"How to call this animal in English?",
                           "What do you call this animal in English?"}},
             .fine = {"I know how to spell it.", "How do you spell it?"}},
            {.id = "HOW_LIKE",
             .category = "word_choice",
             .type = "R:OTHER",
             .message = "With “like” one asks “what”: What is it like?",
             .message_vi = "Có “like” ở cuối thì hỏi bằng What: What is the weather like?",
             .examples = {{"How is your new school like?", "What is your new school like?"},
                          {"How does your new teacher look like?",
                           "What does your new teacher look like?"}},
             .fine = {"How is your new school?"}},
            {.id = "HOW_LONG_TIME",
             .category = "word_order",
             .type = "U:NOUN",
             .message = "“How long” already asks for the time.",
             .message_vi = "“How long” đã có nghĩa “bao lâu”, không thêm “time”.",
             .examples = {{"How long time does it take?", "How long does it take?"}},
             .fine = {"How long does it take?", "How much time do you need?"}},
            {.id = "TO_AFTER_HOW",
             .category = "verb_forms",
             .type = "M:VERB:FORM",
             .message = "Between “how” or “what” and the verb stands “to”.",
             .message_vi = "Sau how/what cần “to” trước động từ: know how to cook, what to do.",
             .examples = {{"She doesn't know how use it.", "She doesn't know how to use it."},
                          {"I don't know what do.", "I don't know what to do."},
                          {"I don't know to how cook.", "I don't know how to cook."},
                          {"He taught me to how swim.", "He taught me how to swim."}},
             .fine = {"I don't know what to do.", "Tell me how people live there.",
                      "I know what love is."}},
        }};
    return family;
}

}  // namespace lexi::ml::grammar
