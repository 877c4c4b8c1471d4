// The rules of rules/collocations.cpp: what they say and the sentences that are their test.
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {

const Family& collocation_rules() {
    static const Family family{
        .run = find_collocations,
        .rules = {
            {.id = "OTHER_OR_ANOTHER",
             .category = "word_choice",
             .type = "R:DET",
             .message = "“another” is one more; “other” stands before a plural.",
             .message_vi =
                 "another + danh từ số ít; other + danh từ số nhiều; others đứng một mình.",
             .examples = {{"Can I ask other question?", "Can I ask another question?"},
                          {"Others people like tea.", "Other people like tea."},
                          {"Do you want other cup of tea?", "Do you want another cup of tea?"}},
             .fine = {"The other day I met him.", "Give me another one.", "Others like tea."}},
            {.id = "HIGH_PRICE",
             .category = "word_choice",
             .type = "R:ADJ",
             .message = "A price is high or low; a thing is expensive or cheap.",
             .message_vi = "Giá (price) thì high/low; đồ vật mới expensive/cheap.",
             .examples = {{"The price is too expensive.", "The price is too high."}},
             .fine = {"The shirt is too expensive.", "The price is high."}},
            {.id = "HEAVY_RAIN",
             .category = "word_choice",
             .type = "R:ADJ",
             .message = "Rain and traffic are heavy, wind is strong.",
             .message_vi = "Mưa to, kẹt xe dùng heavy; gió to dùng strong.",
             .examples = {{"There was a big rain last night.",
                           "There was a heavy rain last night."},
                          {"The traffic is very crowded.", "The traffic is very heavy."}},
             .fine = {"The bus is very crowded."}},
            {.id = "LEAVE_AT_HOME",
             .category = "word_choice",
             .type = "R:VERB",
             .message = "With a place it is “leave”, not “forget”.",
             .message_vi = "Để quên đồ ở đâu thì dùng leave: I left my book at home.",
             .examples = {{"I forgot my umbrella at home.", "I left my umbrella at home."}},
             .fine = {"I forgot my umbrella.", "I left my bag on the bus."}},
            {.id = "JOB_OR_WORK",
             .category = "word_choice",
             .type = "R:NOUN",
             .message = "“work” cannot be counted; one has “a job”.",
             .message_vi = "work không đếm được; một công việc là “a job”.",
             .examples = {{"He found a work in the city.", "He found a job in the city."},
                          {"We had a travel to Sa Pa.", "We had a trip to Sa Pa."},
                          {"My travel to Japan was wonderful.", "My trip to Japan was wonderful."}},
             .fine = {"He found work in the city.", "It is a work of art."}},
            {.id = "ANY_OR_SOME",
             .category = "word_choice",
             .type = "R:DET",
             .message = "In a negative sentence “some” becomes “any”.",
             .message_vi = "Câu phủ định dùng any thay cho some.",
             .examples = {{"I don't have some money.", "I don't have any money."},
                          {"She doesn't know someone.", "She doesn't know anyone."},
                          {"There are not some eggs.", "There are not any eggs."},
                          {"I have any questions about the homework.",
                           "I have some questions about the homework."}},
             .fine = {"I don't like some of them.", "Don't you want some tea?"}},
            {.id = "TOO_OR_EITHER",
             .category = "word_choice",
             .type = "R:ADV",
             .message = "After a negative it is “either”.",
             .message_vi = "“Cũng không” dùng either, không dùng too.",
             .examples = {{"I don't like fish too.", "I don't like fish either."}},
             .fine = {"I like fish too.", "I don't like it, but she does too."}},
        }};
    return family;
}

}  // namespace lexi::ml::grammar
