// The rules of rules/voices.cpp: what they say and the sentences that are their test.
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {

const Family& voice_rules() {
    static const Family family{
        .run = find_voices,
        .rules = {
            {.id = "PASSIVE_PARTICIPLE",
             .category = "verb_forms",
             .type = "R:VERB:FORM",
             .message = "The thing does not do it, it is done: be and the past participle.",
             .message_vi =
                 "Vật không tự làm mà được làm, nên dùng bị động: be + V3 (is spoken, is grown).",
             .examples = {{"French is speak in many countries.",
                           "French is spoken in many countries."},
                          {"Coffee is grow in the highlands.", "Coffee is grown in the highlands."},
                          {"I had my hair cutting yesterday.", "I had my hair cut yesterday."},
                          {"English is speaking all over the world.",
                           "English is spoken all over the world."}},
             .fine = {"French is spoken here.", "The shop is open at eight.",
                      "What he does is write for a paper."}},
            {.id = "PASSIVE_GOING_ON",
             .category = "verb_forms",
             .type = "R:VERB:FORM",
             .message = "It is being done now: is being and the past participle.",
             .message_vi = "Vật đang được làm: is/are being + V3 (the road is being repaired).",
             .examples = {{"The bridge is repairing now.", "The bridge is being repaired now."}},
             .fine = {"The company is building a bridge.", "My father is repairing the roof."}},
        }};
    return family;
}

}  // namespace lexi::ml::grammar
