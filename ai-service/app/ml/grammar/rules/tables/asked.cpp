// The rules of rules/asked.cpp: what they say and the sentences that are their test. Much of what
// it finds is told by rules of other families.
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {

const Family& asked_rules() {
    static const Family family{
        .run = find_asked,
        .rules = {
            {.id = "LETS",
             .category = "verb_forms",
             .type = "R:OTHER",
             .message = "After “let's” stands the plain verb; “let's not” says no.",
             .message_vi =
                 "Sau let's dùng động từ nguyên mẫu không to, không thêm we/us: let's go; "
                 "phủ định là let's not.",
             .examples = {{"Let's don't wait for him.", "Let's not wait for him."},
                          {"Let's we play chess.", "Let's play chess."},
                          {"Let's to start now.", "Let's start now."}},
             .fine = {"Let's not wait.", "Let us help you."}},
        }};
    return family;
}

}  // namespace lexi::ml::grammar
