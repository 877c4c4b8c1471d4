// The rules of rules/surplus_the.cpp: what they say and the sentences that are their test. Much of
// what it finds is told by rules of other families.
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {

const Family& surplus_the_rules() {
    static const Family family{
        .run = find_surplus_the,
        .rules = {
            {.id = "ARTICLE_IN_NAMING",
             .category = "articles",
             .type = "R:DET",
             .message = "What somebody is or wants to be is one of many: a or an.",
             .message_vi = "Nói nghề nghiệp của ai thì dùng a/an, vì đó là một trong nhiều người "
                           "làm nghề ấy.",
             .examples = {{"She wants to be the nurse.", "She wants to be a nurse."},
                          {"My uncle is the engineer.", "My uncle is an engineer."},
                          {"She is the good teacher.", "She is a good teacher."},
                          {"It was the wonderful day.", "It was a wonderful day."},
                          {"Would you like the cup of tea?", "Would you like a cup of tea?"},
                          {"There is the bank on the corner.", "There is a bank on the corner."},
                          {"We had the great time at the party.",
                           "We had a great time at the party."},
                          {"I want to be the doctor when I grow up.",
                           "I want to be a doctor when I grow up."}},
             .fine = {"There is the bus.", "She wants to be a nurse.", "My uncle is the manager.",
                      "My brother is the teacher of this class."}},
        }};
    return family;
}

}  // namespace lexi::ml::grammar
