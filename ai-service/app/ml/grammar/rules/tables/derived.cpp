// The rules of rules/derived.cpp: what they say and the sentences that are their test.
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {

const Family& derivation_rules() {
    static const Family family{
        .run = find_derived,
        .rules = {
            {.id = "ADJECTIVE_NOT_NOUN",
             .category = "word_choice",
             .type = "R:MORPH",
             .message = "After “very” stands an adjective, not a noun.",
             .message_vi =
                 "Sau very/so/too dùng tính từ (important), không dùng danh từ (importance).",
             .examples = {{"Water is very importance.", "Water is very important."},
                          {"Today is a sun day.", "Today is a sunny day."},
                          {"It is a danger road at night.", "It is a dangerous road at night."}},
             .fine = {"Water is very important."}},
            {.id = "NOUN_OR_VERB",
             .category = "word_choice",
             .type = "R:MORPH",
             .message = "Another word of the family, or of the same meaning, belongs here.",
             .message_vi =
                 "Hai từ dễ nhầm: life/live, advice/advise, lose/loose, cook/cooker, ride/drive.",
             .examples = {{"I love my live.", "I love my life."},
                          {"She drives a motorbike to work.", "She rides a motorbike to work."},
                          {"He has a good healthy.", "He has good health."},
                          {"My weigh is fifty kilos.", "My weight is fifty kilos."},
                          {"The grow of the city is fast.", "The growth of the city is fast."},
                          {"She works as a design in Huế.", "She works as a designer in Huế."},
                          {"I want to improve my pronounce.",
                           "I want to improve my pronunciation."},
                          {"Can you tell me the mean of this word?",
                           "Can you tell me the meaning of this word?"}},
             .fine = {"He let his son decide.", "I know his answer.", "I love my life.",
                      "They live with her."}},
            {.id = "LIKE_WITHOUT_BE",
             .category = "verb_forms",
             .type = "U:VERB",
             .message = "“like” is the verb here and needs no “be”.",
             .message_vi = "like là động từ (thích) nên không dùng am/is/are phía trước.",
             .examples = {{"He is like football.", "He likes football."},
                          {"She looks like similar with her mother.",
                           "She looks similar to her mother."}},
             .fine = {"He is like his father."}},
            {.id = "WHAT_MEANS",
             .category = "word_order",
             .type = "R:WO",
             .message = "The meaning is asked with “What does … mean?”.",
             .message_vi = "Hỏi nghĩa: What does … mean?",
             .examples = {{"What means this sign?", "What does this sign mean?"}},
             .fine = {"What does this sign mean?"}},
            {.id = "COMMA_FOR_BUT",
             .category = "clauses",
             .type = "U:CONJ",
             .message =
                 "No “but” after “although”, no “so” after “because”: a comma parts the clauses.",
             .message_vi = "Đã có although thì bỏ but, đã có because thì bỏ so; ngăn hai mệnh đề "
                           "bằng dấu phẩy.",
             .examples = {{"Although it was late but we stayed.",
                           "Although it was late, we stayed."}},
             .fine = {"Although it was late, we stayed."}},
        }};
    return family;
}

}  // namespace lexi::ml::grammar
