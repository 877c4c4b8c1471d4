// The rules of rules/definite.cpp: what they say and the sentences that are their test.
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {

const Family& definite_rules() {
    static const Family family{
        .run = find_definite,
        .rules = {
            {.id = "THE_SUPERLATIVE",
             .category = "articles",
             .type = "M:DET",
             .message = "A superlative needs “the”.",
             .message_vi = "So sánh nhất phải có “the”: one of the most beautiful cities.",
             .examples = {{"It is one of most famous beaches in Vietnam.",
                           "It is one of the most famous beaches in Vietnam."},
                          {"It is one of cheapest hotels here.",
                           "It is one of the cheapest hotels here."},
                          {"It's a most beautiful beach in the country.",
                           "It's the most beautiful beach in the country."}},
             .fine = {"One of my best friends lives there.", "It is most useful at night.",
                      "Most young people like music."}},
            {.id = "THE_ONLY",
             .category = "articles",
             .type = "M:DET",
             .message = "“only”, “first” and “last” before a noun need “the”.",
             .message_vi = "Trước only/first/last + danh từ cần “the”: the only child, for the "
                           "first time.",
             .examples =
                 {{"I am only girl in the team.", "I am the only girl in the team."},
                  {"We flew for first time in 2018.", "We flew for the first time in 2018."},
                  {"It is a first time I have flown.", "It is the first time I have flown."}},
             .fine = {"He is only a child.", "It is only ten o'clock."}},
            {.id = "THE_INSTRUMENT",
             .category = "articles",
             .type = "M:DET",
             .message = "Musical instruments are played with “the”.",
             .message_vi = "Chơi nhạc cụ thì dùng “the”: play the piano, play the guitar.",
             .examples = {{"He plays guitar every evening.", "He plays the guitar every evening."},
                          {"He plays a piano very well.", "He plays the piano very well."}},
             .fine = {"He plays the guitar.", "We played piano games.", "We play football."}},
            {.id = "THE_DEVICE",
             .category = "articles",
             .type = "M:DET",
             .message = "Both know which one is meant, so it needs “the”.",
             .message_vi = "Vật mà người nghe biết rõ là cái nào thì cần “the”.",
             .examples = {{"Please turn off light before you sleep.",
                           "Please turn off the light before you sleep."},
                          {"We should protect environment.", "We should protect the environment."}},
             .fine = {"Turn on the light, please.", "We keep the windows open."}},
            {.id = "THE_BEFORE_WATER",
             .category = "articles",
             .type = "M:DET",
             .message = "Rivers, seas and oceans have “the”.",
             .message_vi = "Tên sông, biển, đại dương đi với “the”: the Mekong Delta.",
             .examples = {{"They live in Mekong Delta.", "They live in the Mekong Delta."}},
             .fine = {"They live in the Mekong Delta."}},
            {.id = "THE_WHOLE",
             .category = "articles",
             .type = "M:DET",
             .message = "“whole” needs “the” before it.",
             .message_vi = "Trước whole cần “the”: the whole day (hoặc all day).",
             .examples = {{"We worked whole day.", "We worked the whole day."}},
             .fine = {"We worked the whole day.", "My whole family came."}},
            {.id = "NO_THE_GENERAL",
             .category = "articles",
             .type = "U:DET",
             .message = "Something meant in general has no “the”.",
             .message_vi =
                 "Nói chung chung thì không dùng “the”: speak English, love nature, go to "
                 "school.",
             .examples =
                 {{"My aunt speaks the French very well.", "My aunt speaks French very well."},
                  {"The money can't buy everything.", "Money can't buy everything."},
                  {"I always go to the school by bus.", "I always go to school by bus."},
                  {"I'm afraid of the snakes.", "I'm afraid of snakes."},
                  {"My brother likes the maths best.", "My brother likes maths best."},
                  {"The money can't buy the happiness.", "Money can't buy happiness."},
                  {"The football is my favourite sport.", "Football is my favourite sport."},
                  {"The pollution is a big problem in cities.",
                   "Pollution is a big problem in cities."}},
             .fine = {"The football is in the garden.", "The love of a mother is great.",
                      "The life of a fisherman is hard.", "I love the music of Trịnh Công Sơn.",
                      "The money is on the table."}},
        }};
    return family;
}

}  // namespace lexi::ml::grammar
