// The rules of rules/determiners.cpp: what they say and the sentences that are their test.
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {

const Family& determiner_rules() {
    static const Family family{
        .run = find_determiners,
        .rules = {
            {.id = "A_IN_PHRASE",
             .category = "articles",
             .type = "M:DET",
             .message = "This is one of several, or said for the first time: it takes “a” or “an”.",
             .message_vi =
                 "Danh từ đếm được số ít, nói lần đầu hoặc chỉ một trong nhiều cái, cần a/an: take "
                 "a break, look for a job, work as an engineer.",
             .examples = {{"We had wonderful time in Sapa.", "We had a wonderful time in Sapa."},
                          {"He is looking for job.", "He is looking for a job."},
                          {"She works as nurse.", "She works as a nurse."},
                          {"They live in big city.", "They live in a big city."},
                          {"It takes half hour.", "It takes half an hour."},
                          {"Let's take break.", "Let's take a break."}},
             .fine = {"We had little time.", "He is looking for work.", "They live in big cities.",
                      "It takes half the day.", "She works as a nurse.", "I have cold hands."}},
            {.id = "THE_IN_PHRASE",
             .category = "articles",
             .type = "M:DET",
             .message = "There is only one that can be meant: “the”.",
             .message_vi =
                 "Chỉ có một cái được nói đến nên dùng the: on the second floor, in the city "
                 "centre, in the middle of.",
             .examples = {{"My office is on third floor.", "My office is on the third floor."},
                          {"There is a lake in middle of the city.",
                           "There is a lake in the middle of the city."},
                          {"They live in city centre.", "They live in the city centre."}},
             .fine = {"He came third.", "The city centre is noisy.", "They drove north of Hanoi."}},
            {.id = "ARTICLE_TOO_MANY",
             .category = "articles",
             .type = "U:DET",
             .message = "No article here.",
             .message_vi =
                 "Ở đây không dùng mạo từ: English is…, by bus, at night, listen to music, my good "
                 "friend.",
             .examples = {{"The English is not easy.", "English is not easy."},
                          {"Hoa is my a best friend.", "Hoa is my best friend."},
                          {"We went there by a bus.", "We went there by bus."},
                          {"I often listen to the music when I cook.",
                           "I often listen to music when I cook."},
                          {"The most people want peace.", "Most people want peace."},
                          {"I saw her the last week.", "I saw her last week."},
                          {"They are a good students.", "They are good students."},
                          {"It's the time to go home.", "It's time to go home."},
                          {"My birthday is in the May.", "My birthday is in May."},
                          {"At the night I read books.", "At night I read books."},
                          {"On the Sunday I get up late.", "On Sunday I get up late."}},
             .fine = {"The most beautiful place is Sa Pa.", "The next week we went home.",
                      "I spent the last week of May at home.", "The English of this letter is bad.",
                      "He was hit by a bus.", "I listened to the music of the band.",
                      "The Vietnam War was long."}},
            {.id = "BOTH_MY",
             .category = "word_order",
             .type = "R:WO",
             .message = "“both” stands in front of my, your, his …",
             .message_vi = "both đứng trước my, your, his…: both my parents.",
             .examples = {{"My both sisters are nurses.", "Both my sisters are nurses."},
                          {"Both my hand are cold.", "Both my hands are cold."},
                          {"Both of two sisters are teachers.", "Both sisters are teachers."}},
             .fine = {"Both my sisters are nurses."}},
        }};
    return family;
}

}  // namespace lexi::ml::grammar
