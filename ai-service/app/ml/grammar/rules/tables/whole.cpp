// The rules of rules/whole.cpp: what they say and the sentences that are their test. Much of what
// it finds is told by rules of other families.
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {

const Family& whole_rules() {
    static const Family family{
        .run = find_whole,
        .rules = {
            {.id = "ALL_BEFORE_THE",
             .category = "word_order",
             .type = "R:WO",
             .message = "“all” and “both” stand in front of “the” and “my”, “whole” behind them.",
             .message_vi = "all, both đứng trước the, my…: all my friends; còn whole đứng sau: my "
                           "whole family.",
             .examples = {{"The all tickets are sold.", "All the tickets are sold."},
                          {"My all cousins live here.", "All my cousins live here."},
                          {"He slept whole the day.", "He slept the whole day."},
                          {"I ate whole the cake.", "I ate the whole cake."},
                          {"Whole my family likes fish.", "My whole family likes fish."},
                          {"The both girls are from Huế.", "Both girls are from Huế."},
                          {"My all friends came to my house.", "All my friends came to my house."},
                          {"The all students passed the test.",
                           "All the students passed the test."}},
             .fine = {"All the students passed, and they all cheered.", "All the tickets are sold.",
                      "The whole day was wet.", "We all like it, and they both do too."}},
        }};
    return family;
}

}  // namespace lexi::ml::grammar
