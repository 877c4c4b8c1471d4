// The rules of rules/unique.cpp: what they say and the sentences that are their test. Much of what
// it finds is told by rules of other families.
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {

const Family& unique_rules() {
    static const Family family{
        .run = find_unique,
        .rules = {
            {.id = "ONE_OF_ITS_KIND",
             .category = "articles",
             .type = "R:DET",
             .message =
                 "There is only one of it, so it has “the”: the sun, the world, the middle of.",
             .message_vi = "Vật chỉ có một (mặt trời, bầu trời, thế giới, giữa…, cuối…) thì dùng "
                           "the: the sun, in the middle of.",
             .examples = {{"A sky is blue today.", "The sky is blue today."},
                          {"They live in a north of the country.",
                           "They live in the north of the country."},
                          {"He wants to travel around a world.",
                           "He wants to travel around the world."}},
             .fine = {"The sky is blue today.", "It came to a sad end.", "A world of difference."}},
        }};
    return family;
}

}  // namespace lexi::ml::grammar
