// The rules of rules/relatives.cpp: what they say and the sentences that are their test.
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {

const Family& relative_rules() {
    static const Family family{
        .run = find_relatives,
        .rules = {
            {.id = "WHO_MISSING",
             .category = "clauses",
             .type = "M:PRON",
             .message = "A second verb needs “who” before it.",
             .message_vi = "Mệnh đề bổ nghĩa cho người cần “who”: a friend who lives in Huế.",
             .examples =
                 {{"I have a cousin lives in Paris.", "I have a cousin who lives in Paris."},
                  {"There is a man want to see you.", "There is a man who wants to see you."},
                  {"The girl is sitting over there is my sister.",
                   "The girl who is sitting over there is my sister."}},
             .fine = {"There are many people here.", "The man is standing there.",
                      "The girl she likes is my cousin."}},
            {.id = "THAT_FOR_THINGS",
             .category = "clauses",
             .type = "R:PRON",
             .message = "Things are joined with “that” or “which”.",
             .message_vi = "Chỉ vật thì dùng that/which; sau everything, something dùng that.",
             .examples = {{"The film who we watched was boring.",
                           "The film that we watched was boring."},
                          {"Everything what he says is true.", "Everything that he says is true."}},
             .fine = {"The man who lives here is old.", "I know what he says."}},
            {.id = "WHOSE",
             .category = "clauses",
             .type = "R:PRON",
             .message = "“who” and “his” together are “whose”.",
             .message_vi = "who + his/her/their → whose.",
             .examples = {{"I met a boy who his father is a pilot.",
                           "I met a boy whose father is a pilot."}},
             .fine = {"I met a boy who likes his father."}},
            {.id = "OBJECT_TWICE",
             .category = "clauses",
             .type = "U:PRON",
             .message = "“which” already stands for the thing.",
             .message_vi = "which/that/where đã thay cho vật hay nơi chốn, không nhắc lại “it”.",
             .examples = {{"The bag which I bought it yesterday is red.",
                           "The bag which I bought yesterday is red."},
                          {"The flat where we live in it is small.",
                           "The flat where we live is small."}},
             .fine = {"I told the man that I liked it."}},
            {.id = "BECAUSE_OF_NOUN",
             .category = "clauses",
             .type = "M:PREP",
             .message = "Before a noun it is “because of” and “in spite of”.",
             .message_vi = "Trước danh từ dùng because of / in spite of.",
             .examples = {{"We were late because the traffic jam.",
                           "We were late because of the traffic jam."},
                          {"In spite the rain, they played.",
                           "In spite of the rain, they played."}},
             .fine = {"We were late because the bus broke down.",
                      "They stayed because the rain was heavy."}},
            {.id = "NEITHER_NOR",
             .category = "clauses",
             .type = "R:CONJ",
             .message = "“neither” goes with “nor”, “either” with “or”.",
             .message_vi = "neither … nor …, either … or …",
             .examples = {{"He is either rich nor poor.", "He is neither rich nor poor."},
                          {"She neither smokes or drinks.", "She neither smokes nor drinks."}},
             .fine = {"You can have either tea or coffee."}},
        }};
    return family;
}

}  // namespace lexi::ml::grammar
