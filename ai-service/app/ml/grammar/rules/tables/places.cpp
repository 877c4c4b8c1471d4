// The rules of rules/places.cpp: what they say and the sentences that are their test.
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {

const Family& place_rules() {
    static const Family family{
        .run = find_places,
        .rules = {
            {.id = "THE_PLACE",
             .category = "articles",
             .type = "M:DET",
             .message = "A place that both know has “the”.",
             .message_vi =
                 "Nơi chốn hay vật đã xác định phải có “the” (at the airport, open the door).",
             .examples = {{"We met at airport.", "We met at the airport."},
                          {"Please close door.", "Please close the door."}},
             .fine = {"We met at the airport.", "He is at school."}},
            {.id = "NO_THE_BEFORE_NAME",
             .category = "articles",
             .type = "U:DET",
             .message = "No “the” here: countries, sports, “at home”, “to work”.",
             .message_vi = "Không dùng “the” trước tên nước, môn thể thao, at home, to work.",
             .examples = {{"She lives in the France.", "She lives in France."},
                          {"We play the tennis.", "We play tennis."},
                          {"The Mr Nam is my neighbour.", "Mr Nam is my neighbour."},
                          {"We went to the Đà Lạt by train.", "We went to Đà Lạt by train."},
                          {"The Lan's house is near the river.", "Lan's house is near the river."},
                          {"I visited the Hạ Long Bay last summer.",
                           "I visited Hạ Long Bay last summer."},
                          {"I like the football more than the tennis.",
                           "I like football more than tennis."}},
             .fine = {"She plays the piano.", "He lives in the United States."}},
            {.id = "FIXED_PREPOSITION",
             .category = "prepositions",
             .type = "R:PREP",
             .message = "This phrase has another preposition.",
             .message_vi = "Cụm này đi với giới từ cố định: on foot, on TV, at home, by bus.",
             .examples = {{"I go to school by foot.", "I go to school on foot."},
                          {"He stayed in home.", "He stayed at home."},
                          {"They live at Paris.", "They live in Paris."}},
             .fine = {"I saw it on TV.", "He stayed at home."}},
            {.id = "NEAR_WITHOUT_TO",
             .category = "prepositions",
             .type = "U:PREP",
             .message = "“near” has no preposition behind it.",
             .message_vi = "near + danh từ, không cần giới từ.",
             .examples = {{"She lives near from the lake.", "She lives near the lake."}},
             .fine = {"She lives near the lake."}},
            {.id = "NEXT_TO",
             .category = "prepositions",
             .type = "M:PREP",
             .message = "One says “next to” and “in front of”.",
             .message_vi = "next to + danh từ; in front of + danh từ.",
             .examples = {{"He sat next me.", "He sat next to me."},
                          {"It is in front the school.", "It is in front of the school."}},
             .fine = {"He sat next to me.", "The next day we left."}},
            {.id = "TIMES_A_DAY",
             .category = "articles",
             .type = "M:DET",
             .message = "How often: “once a week”.",
             .message_vi = "Nói tần suất cần “a”: once a week, three times a day.",
             .examples = {{"I swim twice week.", "I swim twice a week."}},
             .fine = {"I swim twice a week."}},
            {.id = "THE_BEST",
             .category = "articles",
             .type = "M:DET",
             .message = "“best”, “most …” and “first” need “the” before a noun.",
             .message_vi = "best, most…, first + danh từ cần “the”.",
             .examples = {{"She is best student here.", "She is the best student here."},
                          {"It is first time for me.", "It is the first time for me."}},
             .fine = {"She is the best student here.", "It is most useful."}},
        }};
    return family;
}

}  // namespace lexi::ml::grammar
