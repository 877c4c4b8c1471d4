// The rules of rules/owned.cpp: what they say and the sentences that are their test.
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {

const Family& owned_rules() {
    static const Family family{
        .run = find_owned,
        .rules = {
            {.id = "ME_AND_I",
             .category = "pronouns",
             .type = "R:OTHER",
             .message = "The other person comes first, and the subject is “I”.",
             .message_vi = "Người khác đứng trước, mình đứng sau: My friend and I.",
             .examples = {{"I and my friend went to the park.",
                           "My friend and I went to the park."},
                          {"Me and my sister like music.", "My sister and I like music."},
                          {"I and my friend went to the cinema yesterday.",
                           "My friend and I went to the cinema yesterday."},
                          {"The teacher gave me and Lan a prize, so I and she were happy.",
                           "The teacher gave me and Lan a prize, so she and I were happy."}},
             .fine = {"He and I are good friends.", "You and I know the answer.",
                      "My friend and I went to the park."}},
            {.id = "MINE_ALONE",
             .category = "pronouns",
             .type = "R:PRON",
             .message = "Without a noun it is mine, yours, ours, theirs.",
             .message_vi = "Đứng một mình thì dùng mine, yours, ours, theirs.",
             .examples = {{"That book is my.", "That book is mine."}},
             .fine = {"That is my book.", "That book is mine."}},
            {.id = "REFLEXIVE",
             .category = "pronouns",
             .type = "R:PRON",
             .message = "myself, yourself, himself, herself, ourselves, themselves.",
             .message_vi = "Đại từ phản thân: myself, himself, herself, ourselves, themselves.",
             .examples = {{"She made it by herselves.", "She made it by herself."},
                          {"I enjoyed me at the party.", "I enjoyed myself at the party."},
                          {"We should help themselves.", "We should help ourselves."}},
             .fine = {"They enjoyed themselves.", "He enjoyed it."}},
        }};
    return family;
}

}  // namespace lexi::ml::grammar
