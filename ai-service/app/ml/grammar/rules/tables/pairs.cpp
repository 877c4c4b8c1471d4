// The rules of rules/pairs.cpp: what they say and the sentences that are their test.
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {

const Family& pair_rules() {
    static const Family family{
        .run = find_pairs,
        .rules = {
            {.id = "VERB_OF_PAIR",
             .category = "word_choice",
             .type = "R:VERB",
             .message = "English has two verbs here, and the other one is meant.",
             .message_vi =
                 "Tiếng Anh có hai từ khác nhau ở đây: win a match – beat a team, steal a bike – "
                 "rob a bank, watch a film – look at a picture, say something – tell somebody, "
                 "rise (tự tăng lên) – raise (nâng lên).",
             .examples =
                 {{"We won your team last night.", "We beat your team last night."},
                  {"Somebody robbed my phone.", "Somebody stole my phone."},
                  {"We looked a film last night.", "We watched a film last night."},
                  {"She told she was ill.", "She said she was ill."},
                  {"Can I lend your ruler?", "Can I borrow your ruler?"},
                  {"The sun raises in the east.", "The sun rises in the east."},
                  {"How do you think about this song?", "What do you think about this song?"},
                  {"We passed our holiday in Hue.", "We spent our holiday in Hue."},
                  {"Don't tell bad words.", "Don't say bad words."},
                  {"I ate a cup of coffee.", "I drank a cup of coffee."},
                  {"Turn on the door, please.", "Open the door, please."},
                  {"We took breakfast at seven.", "We had breakfast at seven."},
                  {"She drinks soup with a spoon.", "She eats soup with a spoon."},
                  {"My mother does breakfast for us.", "My mother makes breakfast for us."}},
             .fine = {"He can bring his own lunch.", "The bus passed two hours ago.",
                      "We won the match.", "They robbed a bank.", "She told us she was ill.",
                      "We looked at a film poster.", "I can lend you a ruler.",
                      "She raised her hand.", "He passed the exam.",
                      "How do you feel about this song?"}},
        }};
    return family;
}

}  // namespace lexi::ml::grammar
