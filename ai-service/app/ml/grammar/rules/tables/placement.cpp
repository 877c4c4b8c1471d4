// The rules of rules/placement.cpp: what they say and the sentences that are their test.
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {

const Family& placement_rules() {
    static const Family family{
        .run = find_placement,
        .rules = {
            {.id = "PARTICLE_AFTER_PRONOUN",
             .category = "word_order",
             .type = "R:WO",
             .message = "A pronoun stands between the verb and on, off, up …: turn it off.",
             .message_vi = "Đại từ đứng giữa động từ và on, off, up…: turn it off, pick me up.",
             .examples = {{"The radio is loud, so turn off it.",
                           "The radio is loud, so turn it off."},
                          {"Please wake up me at six.", "Please wake me up at six."},
                          {"Look up it in the dictionary.", "Look it up in the dictionary."},
                          {"I'll pick up you at the station.", "I'll pick you up at the station."}},
             .fine = {"Turn off the radio, please.", "She put on her coat.",
                      "He picked up the phone.", "Who looks after them?"}},
            {.id = "OBJECT_AFTER_VERB",
             .category = "word_order",
             .type = "R:WO",
             .message = "The object stands right after the verb; place and time come behind it.",
             .message_vi = "Tân ngữ đứng ngay sau động từ; nơi chốn và thời gian đứng sau tân ngữ.",
             .examples =
                 {{"She met at the airport her cousin.", "She met her cousin at the airport."},
                  {"We visited last month the museum.", "We visited the museum last month."},
                  {"They play with their neighbours football.",
                   "They play football with their neighbours."},
                  {"He goes every day to the market.", "He goes to the market every day."},
                  {"She in a bank works.", "She works in a bank."},
                  {"I by bus go to school.", "I go to school by bus."},
                  {"He there works as a guard.", "He works there as a guard."},
                  {"We enjoyed a lot the party.", "We enjoyed the party a lot."},
                  {"The homework I haven't finished it yet.",
                   "I haven't finished the homework yet."},
                  {"My uncle sent from Canada a big parcel.",
                   "My uncle sent a big parcel from Canada."}},
             .fine = {"The people with my uncle live in Hue.", "We looked at home movies.",
                      "The film I like is very old.", "She met her cousin at the airport.",
                      "We left last night on the ten o'clock "
                      "train.",
                      "He sat in the garden.", "I saw on the news that he had won."}},
            {.id = "TOMORROW_MORNING",
             .category = "prepositions",
             .type = "U:PREP",
             .message = "“tomorrow” and “yesterday” stand before the part of the day without “in "
                        "the”.",
             .message_vi = "Nói tomorrow morning, yesterday evening: không có “in the”.",
             .examples = {{"I will call you tomorrow in the afternoon.",
                           "I will call you tomorrow afternoon."}},
             .fine = {"I will call you in the afternoon."}},
            {.id = "ASK_WITHOUT_THAT",
             .category = "clauses",
             .type = "U:SCONJ",
             .message = "Before a question word, “if” or “whether” there is no “that”.",
             .message_vi = "Trước từ để hỏi, if hay whether không dùng that.",
             .examples = {{"They asked me that where I worked.", "They asked me where I worked."}},
             .fine = {"They asked that we should leave.", "She asked me if I was ready."}},
            {.id = "HOW_MUCH_OLDER",
             .category = "comparison",
             .type = "R:WO",
             .message = "The difference stands before the comparative: two years older than.",
             .message_vi = "Mức chênh lệch đứng trước tính từ so sánh: two years older than me.",
             .examples = {{"My brother is older three years than me.",
                           "My brother is three years older than me."},
                          {"He is taller than me five centimetres.",
                           "He is five centimetres taller than me."},
                          {"She is more beautiful very than her sister.",
                           "She is much more beautiful than her sister."},
                          {"This bag is more expensive much than that one.",
                           "This bag is much more expensive than that one."}},
             .fine = {"My brother is older than me."}},
        }};
    return family;
}

}  // namespace lexi::ml::grammar
