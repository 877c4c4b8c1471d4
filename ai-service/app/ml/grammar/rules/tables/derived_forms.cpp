// The rules of rules/derived_forms.cpp: what they say and the sentences that are their test.
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {

const Family& derived_form_rules() {
    static const Family family{
        .run = find_derived_forms,
        .rules = {
            {.id = "STATE_PARTICIPLE",
             .category = "verb_forms",
             .type = "R:VERB:FORM",
             .message = "After “be” this verb is a participle: interested, built, married.",
             .message_vi = "Sau be phải dùng dạng -ed/V3: be interested, be built, be married.",
             .examples = {{"I am very interest in music.", "I am very interested in music."},
                          {"The house was build in 1990.", "The house was built in 1990."},
                          {"My father is retire.", "My father is retired."},
                          {"They have married for ten years.",
                           "They have been married for ten years."}},
             .fine = {"The interest is high.", "It was a find.", "He is in love."}},
            {.id = "PASSIVE_WITHOUT_BE",
             .category = "verb_forms",
             .type = "M:VERB",
             .message = "The passive needs “was” or “were” and the participle.",
             .message_vi = "Câu bị động cần was/were + V3: The book was written by him.",
             .examples = {{"This song wrote by my friend.", "This song was written by my friend."},
                          {"My wallet stolen last night.", "My wallet was stolen last night."}},
             .fine = {"The book written by him is good.", "My friend went by the river."}},
            {.id = "DEAD_OR_DIED",
             .category = "word_choice",
             .type = "R:VERB",
             .message = "“died” tells what happened, “dead” how one is.",
             .message_vi = "die/died là động từ (qua đời lúc nào); dead là tính từ (đã chết).",
             .examples = {{"My uncle is dead three years ago.", "My uncle died three years ago."}},
             .fine = {"My uncle is dead.", "My uncle died last year."}},
        }};
    return family;
}

}  // namespace lexi::ml::grammar
