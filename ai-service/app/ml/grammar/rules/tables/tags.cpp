// The rules of rules/tags.cpp: what they say and the sentences that are their test.
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {

const Family& tag_rules() {
    static const Family family{
        .run = find_tags,
        .rules = {
            {.id = "QUESTION_TAG",
             .category = "verb_forms",
             .type = "R:OTHER",
             .message = "The tag repeats the helper and the subject of the sentence.",
             .message_vi =
                 "Câu hỏi đuôi lặp lại trợ động từ và chủ ngữ của câu chính: She lives here, "
                 "doesn't she?",
             .examples = {{"He works in Hue, isn't it?", "He works in Hue, doesn't he?"},
                          {"You are tired, isn't it?", "You are tired, aren't you?"},
                          {"Your sister can drive, doesn't she?",
                           "Your sister can drive, can't she?"}},
             .fine = {"It is cold, isn't it?", "He works in Hue, doesn't he?",
                      "You haven't seen him, have you?", "She has left, hasn't she?"}},
            {.id = "EACH_OTHER",
             .category = "pronouns",
             .type = "R:PRON",
             .message = "It is “each other” or “one another”.",
             .message_vi = "Nói each other hoặc one another (lẫn nhau).",
             .examples = {{"They help each another.", "They help each other."}},
             .fine = {"They help each other."}},
            {.id = "IT_OR_THEM",
             .category = "pronouns",
             .type = "R:PRON",
             .message = "Several things are meant: they, them.",
             .message_vi = "Đang nói về nhiều vật nên dùng they/them, không dùng it.",
             .examples = {{"I bought new shoes but I lost it.",
                           "I bought new shoes but I lost them."},
                          {"Those gloves are nice, but it is expensive.",
                           "Those gloves are nice, but they are expensive."},
                          {"I bought some apples and put it in the fridge.",
                           "I bought some apples and put them in the fridge."}},
             .fine = {"I lost my keys and I like it here.", "I have two dogs and a cat."}},
            {.id = "WHERE_FOR_PLACES",
             .category = "clauses",
             .type = "R:PRON",
             .message = "Somebody lives or works in a place: “where”.",
             .message_vi = "Chỉ nơi ai đó sống hay làm việc thì dùng where.",
             .examples = {{"The town which I live is small.", "The town where I live is small."}},
             .fine = {"The town which I live in is small.", "The town which I love is small."}},
            {.id = "WHAT_YOU_SAY",
             .category = "clauses",
             .type = "R:PRON",
             .message = "“the thing that” is “what”.",
             .message_vi = "“điều mà” trong tiếng Anh là what.",
             .examples = {{"I can't understand that you say.", "I can't understand what you say."}},
             .fine = {"I understand that you are busy."}},
            {.id = "IF_MISSING",
             .category = "clauses",
             .type = "M:SCONJ",
             .message = "A yes-or-no question that is told begins with “if” or “whether”.",
             .message_vi = "Thuật lại câu hỏi có/không phải có if hoặc whether.",
             .examples = {{"I don't know she will agree or not.",
                           "I don't know if she will agree or not."},
                          {"He asked me I was ready.", "He asked me if I was ready."}},
             .fine = {"I don't know whether she will agree or not.", "He asked me to wait."}},
            {.id = "THAN_MISSING",
             .category = "comparison",
             .type = "M:PREP",
             .message = "After the comparative stands “than”.",
             .message_vi = "Sau tính từ so sánh hơn phải có than.",
             .examples = {{"My brother is taller me.", "My brother is taller than me."}},
             .fine = {"The sea was warmer then."}},
        }};
    return family;
}

}  // namespace lexi::ml::grammar
