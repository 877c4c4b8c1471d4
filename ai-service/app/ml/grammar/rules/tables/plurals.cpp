// The rules of rules/plurals.cpp: what they say and the sentences that are their test.
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {

const Family& plural_rules() {
    static const Family family{
        .run = find_plurals,
        .rules = {
            {.id = "PLURAL_OF_MANY",
             .category = "nouns",
             .type = "R:NOUN:NUM",
             .message = "More than one is meant, so the noun is in the plural.",
             .message_vi = "Ở đây nói về nhiều người hay nhiều vật, nên danh từ phải ở số nhiều.",
             .examples = {{"They are very good student.", "They are very good students."},
                          {"My uncles are farmer.", "My uncles are farmers."},
                          {"Brush your tooth before bed.", "Brush your teeth before bed."},
                          {"She made new friend at school.", "She made new friends at school."},
                          {"My sister has long leg.", "My sister has long legs."},
                          {"Lan and Mai are good friend.", "Lan and Mai are good friends."},
                          {"We are student of Hà Nội University.",
                           "We are students of Hà Nội University."}},
             .fine = {"They are family.", "The people are on staff.", "He raised his hand.",
                      "She made friends at school.", "They are good."}},
            {.id = "PLURAL_OF_A_KIND",
             .category = "nouns",
             .type = "R:NOUN:NUM",
             .message = "A whole kind is meant: English uses the plural without an article.",
             .message_vi =
                 "Khi nói chung về cả một loài hay một loại, dùng số nhiều không có mạo từ: I like "
                 "cats.",
             .examples = {{"I like dog very much.", "I like dogs very much."},
                          {"She is afraid of snake.", "She is afraid of snakes."},
                          {"My brother loves reading book.", "My brother loves reading books."},
                          {"Cat are clean animals.", "Cats are clean animals."},
                          {"She likes cat and dog.", "She likes cats and dogs."},
                          {"She wears glass when she reads.", "She wears glasses when she reads."},
                          {"She collects stamp and postcard.",
                           "She collects stamps and postcards."},
                          {"I like to watch movie at the weekend.",
                           "I like to watch movies at the weekend."},
                          {"My mother sells vegetable at the market.",
                           "My mother sells vegetables at the market."}},
             .fine = {"I like fish very much.", "She is afraid of water.", "I like the dog.",
                      "Rice is cheap.", "I love reading in bed."}},
            {.id = "LESS_OR_FEWER",
             .category = "nouns",
             .type = "R:ADJ",
             .message = "With what can be counted English says “fewer”.",
             .message_vi = "Với danh từ đếm được số nhiều dùng fewer; less đi với danh từ không "
                           "đếm được.",
             .examples = {{"There are less students this year.",
                           "There are fewer students this year."}},
             .fine = {"There is less water.", "It takes less than ten minutes.",
                      "It is less than two kilometres."}},
        }};
    return family;
}

}  // namespace lexi::ml::grammar
