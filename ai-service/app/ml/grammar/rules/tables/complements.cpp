// The rules of rules/complements.cpp: what they say and the sentences that are their test.
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {

const Family& complement_rules() {
    static const Family family{
        .run = find_complements,
        .rules = {
            {.id = "PHRASE_WITH_ING",
             .category = "verb_forms",
             .type = "R:VERB:FORM",
             .message = "This phrase takes the -ing form.",
             .message_vi =
                 "Cụm này đi với V-ing: worth, busy, spend time, have difficulty, feel like.",
             .examples = {{"The film is worth to watch.", "The film is worth watching."},
                          {"He spends hours to play games.", "He spends hours playing games."}},
             .fine = {"The film is worth watching.", "He is about to leave."}},
            {.id = "GO_SHOPPING",
             .category = "prepositions",
             .type = "U:PREP",
             .message = "One goes shopping, without “to”.",
             .message_vi = "go shopping, go swimming: không có “to”.",
             .examples = {{"We went to swimming yesterday.", "We went swimming yesterday."}},
             .fine = {"We went swimming yesterday."}},
            {.id = "PHRASE_WITH_BASE",
             .category = "verb_forms",
             .type = "R:VERB:FORM",
             .message = "This phrase takes the plain verb.",
             .message_vi = "Cụm này đi với động từ nguyên mẫu: had better, would rather, used to.",
             .examples = {{"You had better to stay.", "You had better stay."},
                          {"He used to living here.", "He used to live here."}},
             .fine = {"You had better stay.", "He is used to living here."}},
            {.id = "TWO_MODALS",
             .category = "verb_forms",
             .type = "R:VERB",
             .message = "Two modal verbs do not stand together.",
             .message_vi = "Không dùng hai động từ khuyết thiếu liền nhau: will be able to, can't.",
             .examples = {{"I will can help you.", "I will be able to help you."},
                          {"She doesn't can drive.", "She can't drive."}},
             .fine = {"I will be able to help you."}},
            {.id = "TO_FOR_PURPOSE",
             .category = "prepositions",
             .type = "R:PREP",
             .message = "What something is done for is told with “to” and the verb.",
             .message_vi = "Chỉ mục đích (để) dùng to + động từ, không dùng for + động từ.",
             .examples = {{"I came here for learn English.", "I came here to learn English."}},
             .fine = {"I came here to learn English.", "It is good for me."}},
            {.id = "VERB_NEEDS_PREPOSITION",
             .category = "prepositions",
             .type = "M:PREP",
             .message = "This verb needs a preposition before its object.",
             .message_vi = "Động từ này cần giới từ: look at, talk to, agree with, arrive at/in.",
             .examples = {{"Look the picture.", "Look at the picture."},
                          {"Can I talk you?", "Can I talk to you?"},
                          {"We arrived the station.", "We arrived at the station."}},
             .fine = {"Look at the picture.", "He arrived late.", "You look the same."}},
            {.id = "VERB_WITHOUT_PREPOSITION",
             .category = "prepositions",
             .type = "U:PREP",
             .message = "This verb needs no preposition.",
             .message_vi = "Động từ này không cần giới từ (visit, reach, attend, call).",
             .examples = {{"They visited to the museum.", "They visited the museum."},
                          {"She called to me.", "She called me."}},
             .fine = {"They visited the museum.", "Our visit to the museum was short."}},
            {.id = "ADJECTIVE_PREPOSITION",
             .category = "prepositions",
             .type = "R:PREP",
             .message = "This word takes another preposition.",
             .message_vi = "Từ này đi với giới từ khác: good at, kind to, angry with, the same as.",
             .examples = {{"He is good in maths.", "He is good at maths."},
                          {"She is kind with me.", "She is kind to me."}},
             .fine = {"He is good at maths."}},
        }};
    return family;
}

}  // namespace lexi::ml::grammar
