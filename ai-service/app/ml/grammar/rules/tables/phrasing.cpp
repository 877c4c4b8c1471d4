// The rules of rules/phrasing.cpp: what they say and the sentences that are their test. Much of
// what it finds is told by rules of other families.
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {

const Family& phrasing_rules() {
    static const Family family{
        .run = find_phrasing,
        .rules = {
            {.id = "BE_OR_HAVE",
             .category = "verb_forms",
             .type = "R:VERB",
             .message = "What somebody or something is like is said with “be”.",
             .message_vi = "Trước tính từ dùng be, không dùng have: I am hungry, it is cold.",
             .examples = {{"I have thirsty now.", "I am thirsty now."},
                          {"It has very hot today.", "It is very hot today."},
                          {"It has very cold today.", "It is very cold today."},
                          {"She has 1.6 metres tall.", "She is 1.6 metres tall."}},
             .fine = {"I have very few friends.", "She has cold hands.", "It has very big rooms."}},
        }};
    return family;
}

}  // namespace lexi::ml::grammar
