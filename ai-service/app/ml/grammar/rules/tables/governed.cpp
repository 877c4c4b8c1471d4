// The rules of rules/governed.cpp: what they say and the sentences that are their test. Most of
// what it finds is said by the rules of rules/prepositions.cpp.
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {

const Family& governed_rules() {
    static const Family family{
        .run = find_governed,
        .rules = {
            {.id = "GIVE_SOMEBODY",
             .category = "prepositions",
             .type = "U:PREP",
             .message = "“give somebody something” has no preposition.",
             .message_vi = "give/buy/send + người + vật: không cần to hay for.",
             .examples = {{"She gave to me a book.", "She gave me a book."},
                          {"My father bought for me a bike.", "My father bought me a bike."}},
             .fine = {"She gave it to me.", "He bought a bike for me."}},
        }};
    return family;
}

}  // namespace lexi::ml::grammar
