// The rules of rules/times.cpp: what they say and the sentences that are their test.
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {

const Family& time_rules() {
    static const Family family{
        .run = find_times,
        .rules = {
            {.id = "HAD_BEFORE",
             .category = "tense",
             .type = "R:VERB:TENSE",
             .message = "What was over before another thing in the past: had and the participle.",
             .message_vi =
                 "Việc đã xong trước một việc khác trong quá khứ dùng quá khứ hoàn thành: had + "
                 "V3.",
             .examples = {{"When we arrived, they already left.",
                           "When we arrived, they had already left."},
                          {"By the time she called, I finished lunch.",
                           "By the time she called, I had finished lunch."},
                          {"When we arrived, the train already left.",
                           "When we arrived, the train had already left."},
                          {"By the time we arrived, the film already started.",
                           "By the time we arrived, the film had already started."}},
             .fine = {"When we arrived, they left.", "By the time she called, I was asleep."}},
            {.id = "CONTINUOUS_THEN",
             .category = "tense",
             .type = "R:VERB:TENSE",
             .message = "What was going on when something else happened: was or were with -ing.",
             .message_vi = "Việc đang diễn ra thì việc khác xen vào dùng quá khứ tiếp diễn: "
                           "was/were + V-ing.",
             .examples = {{"While she cooked, the doorbell rang.",
                           "While she was cooking, the doorbell rang."},
                          {"I cut my finger while I cooked dinner.",
                           "I cut my finger while I was cooking dinner."},
                          {"While my mother cooked, I was doing my homework.",
                           "While my mother was cooking, I was doing my homework."}},
             .fine = {"While she lived in Hue, she met him."}},
            {.id = "EVER_IN_QUESTIONS",
             .category = "word_choice",
             .type = "U:ADV",
             .message = "“ever” belongs to questions; a plain statement does without it.",
             .message_vi =
                 "ever dùng trong câu hỏi (Have you ever…?) hay sau so sánh nhất; câu kể không "
                 "dùng ever.",
             .examples = {{"I have ever been to Da Lat.", "I have been to Da Lat."},
                          {"Did you ever eat Japanese food?",
                           "Have you ever eaten Japanese food?"}},
             .fine = {"Have you ever been to Da Lat?", "It is the best soup I have ever eaten."}},
            {.id = "TIME_WE_WENT",
             .category = "tense",
             .type = "R:VERB:TENSE",
             .message = "After “it's time” with a subject stands the past: it's time we went.",
             .message_vi = "Sau it's time + chủ ngữ, động từ ở quá khứ đơn: It's time we went.",
             .examples = {{"It's time we leave.", "It's time we left."}},
             .fine = {"It's time to leave."}},
        }};
    return family;
}

}  // namespace lexi::ml::grammar
