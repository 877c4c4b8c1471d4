// The rules of rules/nations.cpp: what they say and the sentences that are their test.
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {

const Family& nation_rules() {
    static const Family family{
        .run = find_nations,
        .rules = {
            {.id = "NATIONALITY_WORD",
             .category = "word_choice",
             .type = "R:MORPH",
             .message = "The country is one word, its people and language another: Vietnam, "
                        "Vietnamese.",
             .message_vi = "Tên nước và tính từ chỉ người, ngôn ngữ là hai từ khác nhau: Vietnam – "
                           "Vietnamese, Japan – Japanese.",
             .examples = {{"I like Vietnam food.", "I like Vietnamese food."},
                          {"She speaks Japan very well.", "She speaks Japanese very well."},
                          {"He comes from French.", "He comes from France."}},
             .fine = {"I like Vietnamese food.", "The Vietnam War was long.",
                      "He writes in Chinese.", "She translated it from French.",
                      "In Vietnam people drink tea."}},
            {.id = "NOUN_OR_ADJECTIVE",
             .category = "word_choice",
             .type = "R:MORPH",
             .message = "Here stands the other word of the family: noun or adjective.",
             .message_vi =
                 "Chỗ này cần từ loại khác trong cùng họ từ: the importance of…, be successful, "
                 "more careful.",
             .examples = {{"We talked about the important of sleep.",
                           "We talked about the importance of sleep."},
                          {"She wants to be success.", "She wants to be successful."},
                          {"Please be more care.", "Please be more careful."},
                          {"It was a wonderfully trip.", "It was a wonderful trip."},
                          {"I have a lot of stressful at work.", "I have a lot of stress at work."},
                          {"Safe is very important on the road.",
                           "Safety is very important on the road."},
                          {"The high of the building is 100 metres.",
                           "The height of the building is 100 metres."},
                          {"What is your favourite colour and what is your high?",
                           "What is your favourite colour and what is your height?"}},
             .fine = {"He is important.", "Her success was great."}},
            {.id = "ALMOST_OR_MOST",
             .category = "word_choice",
             .type = "R:ADV",
             .message = "“most” before a noun; “almost” before all, every and numbers.",
             .message_vi =
                 "Trước danh từ dùng most (hầu hết); almost đứng trước all, every hay con số.",
             .examples = {{"Almost people here speak English.", "Most people here speak English."},
                          {"Almost my friends live in Hue.", "Most of my friends live in Hue."}},
             .fine = {"Almost all people like it.", "Almost every day it rains.",
                      "It was almost ten years."}},
        }};
    return family;
}

}  // namespace lexi::ml::grammar
