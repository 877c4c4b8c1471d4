// The rules of rules/pronouns.cpp: what they say and the sentences that are their test.
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {

const Family& pronoun_rules() {
    static const Family family{
        .run = find_pronouns,
        .rules = {
            {.id = "SUBJECT_PRONOUN",
             .category = "pronouns",
             .type = "R:PRON",
             .message = "The subject is I, he, she, we or they.",
             .message_vi = "Làm chủ ngữ thì dùng I, he, she, we, they.",
             .examples = {{"Him is my boss.", "He is my boss."},
                          {"Me like tea.", "I like tea."},
                          {"Our visited our grandmother last weekend.",
                           "We visited our grandmother last weekend."}},
             .fine = {"He is my boss.", "Her house is big."}},
            {.id = "OBJECT_PRONOUN",
             .category = "pronouns",
             .type = "R:PRON",
             .message = "After a verb or a preposition stand me, him, her, us, them.",
             .message_vi = "Sau động từ và giới từ dùng me, him, her, us, them.",
             .examples = {{"She came with he.", "She came with him."},
                          {"I saw they.", "I saw them."}},
             .fine = {"She came with him."}},
            {.id = "POSSESSIVE_BEFORE_NOUN",
             .category = "pronouns",
             .type = "R:PRON",
             .message = "Before a noun stand my, your, his, her, our, their.",
             .message_vi = "Trước danh từ dùng my, your, his, her, our, their.",
             .examples = {{"This is mine book.", "This is my book."},
                          {"She name is Lan.", "Her name is Lan."},
                          {"That is her's bag.", "That is her bag."},
                          {"I live with mine parents.", "I live with my parents."}},
             .fine = {"This book is mine."}},
            {.id = "FRIEND_OF_MINE",
             .category = "pronouns",
             .type = "R:PRON",
             .message = "One says “a friend of mine”.",
             .message_vi = "Cụm này là a friend of mine/his/hers.",
             .examples = {{"He is a friend of me.", "He is a friend of mine."}},
             .fine = {"He is a friend of mine."}},
            {.id = "ITS_OR_IT_IS",
             .category = "pronouns",
             .type = "R:PRON",
             .message = "“it's” is “it is”; “its” tells whose.",
             .message_vi = "it's = it is; its = của nó.",
             .examples = {{"Its a long way.", "It's a long way."}},
             .fine = {"Its colour is red.", "It's a long way."}},
        }};
    return family;
}

}  // namespace lexi::ml::grammar
