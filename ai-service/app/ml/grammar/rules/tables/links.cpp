// The rules of rules/links.cpp: what they say and the sentences that are their test.
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {

const Family& link_rules() {
    static const Family family{
        .run = find_links,
        .rules = {
            {.id = "PREPOSITION_BY_NOUN",
             .category = "prepositions",
             .type = "R:PREP",
             .message = "Another preposition goes with these words.",
             .message_vi =
                 "Từ này đi với giới từ khác: on the bus, on Facebook, in the world, made of wood, "
                 "give something to somebody.",
             .examples = {{"She is in the bus.", "She is on the bus."},
                          {"I read it on the newspaper.", "I read it in the newspaper."},
                          {"He is the tallest of my class.", "He is the tallest in my class."},
                          {"This box is made by wood.", "This box is made of wood."},
                          {"He gave the keys for me.", "He gave the keys to me."},
                          {"She bought a hat to her mother.", "She bought a hat for her mother."},
                          {"What happened with you?", "What happened to you?"},
                          {"I must finish it until Friday.", "I must finish it by Friday."},
                          {"He shouted with me.", "He shouted at me."},
                          {"I met her in a party.", "I met her at a party."},
                          {"On night I can't sleep.", "At night I can't sleep."},
                          {"It's very kind from you.", "It's very kind of you."},
                          {"What's the matter to you?", "What's the matter with you?"},
                          {"We are on the same class.", "We are in the same class."}},
             .fine = {"He is good with children.", "I am on my way home.",
                      "It happened on the night of the storm.", "He is the tallest of the boys.",
                      "This box was made by hand.", "We gave a party for her.",
                      "The shop is open until Friday.", "I stood in the bus station.",
                      "It is the best part of the world."}},
            {.id = "AGO",
             .category = "tense",
             .type = "R:OTHER",
             .message = "Counted back from now: two days ago.",
             .message_vi = "Tính ngược từ bây giờ dùng ago, đứng sau khoảng thời gian: two days "
                           "ago.",
             .examples = {{"She left before two weeks.", "She left two weeks ago."}},
             .fine = {"She left before lunch.", "She left two weeks ago.",
                      "She had left two weeks before."}},
            {.id = "DURING_OR_WHILE",
             .category = "clauses",
             .type = "R:CONJ",
             .message = "Before a clause stands “while”, before a noun “during”.",
             .message_vi = "Trước một mệnh đề dùng while; during chỉ đứng trước danh từ.",
             .examples = {{"During I was cooking, the phone rang.",
                           "While I was cooking, the phone rang."},
                          {"I slept while the film.", "I slept during the film."}},
             .fine = {"During the meal, the phone rang."}},
        }};
    return family;
}

}  // namespace lexi::ml::grammar
