// The rules of rules/aspect.cpp: what they say and the sentences that are their test.
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {

const Family& aspect_rules() {
    static const Family family{
        .run = find_aspect,
        .rules = {
            {.id = "CONTINUOUS_NOW",
             .category = "tense",
             .type = "R:VERB:TENSE",
             .message = "What happens at the moment is told with “be doing”.",
             .message_vi = "Việc đang xảy ra (at the moment, right now) dùng am/is/are + V-ing.",
             .examples =
                 {{"She cooks dinner at the moment.", "She is cooking dinner at the moment."},
                  {"Where do you go now?", "Where are you going now?"},
                  {"It rains now, so we can't go out.", "It is raining now, so we can't go out."},
                  {"My mother cooks dinner at the moment.",
                   "My mother is cooking dinner at the moment."}},
             .fine = {"She is cooking dinner at the moment.", "I need it right now."}},
            {.id = "PAST_AFTER_WHEN_WAS",
             .category = "tense",
             .type = "R:VERB:TENSE",
             .message = "“when I was …” is past, and so is the rest.",
             .message_vi = "Đã có “when I was…” thì động từ chính cũng ở quá khứ.",
             .examples = {{"When I was a child, I live in Hue.",
                           "When I was a child, I lived in Hue."}},
             .fine = {"When I was a child, I lived in Hue."}},
            {.id = "AGE_WITH_BE",
             .category = "clauses",
             .type = "R:VERB",
             .message = "One is twenty years old; one is hungry.",
             .message_vi = "Nói tuổi hay cảm giác dùng be: I am 20 years old, I am hungry.",
             .examples = {{"She has 20 years old.", "She is 20 years old."},
                          {"I have twenty-two years old.", "I am twenty-two years old."}},
             .fine = {"She is 20 years old."}},
            {.id = "ADVERB_AFTER_BE",
             .category = "word_order",
             .type = "R:WO",
             .message = "Adverbs of frequency stand after am, is and are.",
             .message_vi = "Trạng từ tần suất đứng sau động từ be.",
             .examples = {{"He always is tired.", "He is always tired."},
                          {"She just has left.", "She has just left."},
                          {"I still am hungry.", "I am still hungry."},
                          {"She is always not happy.", "She is not always happy."},
                          {"She is late always for the meeting.",
                           "She is always late for the meeting."},
                          {"Our neighbours are noisy always at night.",
                           "Our neighbours are always noisy at night."}},
             .fine = {"He is always tired."}},
            {.id = "BE_ADVERB_VERB",
             .category = "verb_forms",
             .type = "U:VERB",
             .message = "No am, is or are beside a verb in the present.",
             .message_vi = "Không dùng am/is/are cùng động từ thường ở hiện tại đơn.",
             .examples = {{"I am usually get up at six.", "I usually get up at six."},
                          {"Lan is often goes to the library.", "Lan often goes to the library."}},
             .fine = {"I usually get up at six."}},
            {.id = "BE_BEFORE_PLURAL",
             .category = "clauses",
             .type = "M:VERB",
             .message = "The sentence needs a subject and am, is or are.",
             .message_vi = "Câu cần đủ chủ ngữ và động từ be.",
             .examples = {{"They students.", "They are students."},
                          {"It very cold today.", "It is very cold today."}},
             .fine = {"They are students."}},
        }};
    return family;
}

}  // namespace lexi::ml::grammar
