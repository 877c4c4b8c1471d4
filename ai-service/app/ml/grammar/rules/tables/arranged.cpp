// The rules of rules/arranged.cpp: what they say and the sentences that are their test.
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {

const Family& arranged_rules() {
    static const Family family{
        .run = find_arranged,
        .rules = {
            {.id = "ADJECTIVE_AFTER_SOMETHING",
             .category = "word_order",
             .type = "R:WO",
             .message = "“something” and the like stand before the adjective.",
             .message_vi = "Tính từ đứng sau something/anything: something new.",
             .examples = {{"I want to try new something.", "I want to try something new."},
                          {"I don't want to meet new anyone today.",
                           "I don't want to meet anyone new today."},
                          {"There is wrong something with my computer.",
                           "There is something wrong with my computer."}},
             .fine = {"I want something new."}},
            {.id = "SUCH_A",
             .category = "word_order",
             .type = "R:WO",
             .message = "“such” stands in front of “a”.",
             .message_vi = "such đứng trước a/an: such a problem.",
             .examples = {{"I never had a such problem.", "I never had such a problem."},
                          {"It was a so beautiful day.", "It was such a beautiful day."}},
             .fine = {"I never had such a problem."}},
            {.id = "ENOUGH_BEFORE_NOUN",
             .category = "word_order",
             .type = "R:WO",
             .message = "“enough” stands before a noun.",
             .message_vi = "enough + danh từ; tính từ + enough.",
             .examples = {{"We don't have time enough.", "We don't have enough time."},
                          {"There aren't chairs enough for everybody.",
                           "There aren't enough chairs for everybody."}},
             .fine = {"We have enough time.", "He is old enough to go."}},
            {.id = "ADVERB_BEFORE_ADJECTIVE",
             .category = "word_choice",
             .type = "R:MORPH",
             .message = "Before an adjective stands an adverb.",
             .message_vi = "Bổ nghĩa cho tính từ phải dùng trạng từ: really good.",
             .examples = {{"It was a real good film.", "It was a really good film."}},
             .fine = {"It was a real problem."}},
            {.id = "TIME_AT_END",
             .category = "word_order",
             .type = "R:WO",
             .message = "The time stands at the end or at the beginning.",
             .message_vi =
                 "Trạng từ thời gian đứng cuối hoặc đầu câu, không đứng giữa chủ ngữ và động "
                 "từ.",
             .examples = {{"I yesterday visited my aunt.", "I visited my aunt yesterday."},
                          {"We last summer went to Đà Nẵng.", "We went to Đà Nẵng last summer."},
                          {"I was yesterday at the doctor's.", "I was at the doctor's yesterday."}},
             .fine = {"Yesterday I visited my aunt."}},
        }};
    return family;
}

}  // namespace lexi::ml::grammar
