// The rules of rules/agreement.cpp: what they say and the sentences that are their test.
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {

const Family& agreement_rules() {
    static const Family family{
        .run = find_agreement,
        .rules = {
            {.id = "AGREEMENT_PRONOUN",
             .category = "agreement",
             .type = "R:VERB:SVA",
             .message = "The verb does not agree with its subject.",
             .message_vi =
                 "Động từ phải hòa hợp với chủ ngữ: he/she/it thêm -s; I, you, we, they thì không.",
             .examples = {{"He like football.", "He likes football."},
                          {"They goes to the market.", "They go to the market."},
                          {"She don't know me.", "She doesn't know me."},
                          {"You was right.", "You were right."},
                          {"It often rain here.", "It often rains here."}},
             .fine = {"He can swim.", "If I were you, I would go.", "Let it go.", "Did she call?",
                      "He put it there yesterday."}},
            {.id = "AGREEMENT_NOUN",
             .category = "agreement",
             .type = "R:VERB:SVA",
             .message = "The verb does not agree with its subject.",
             .message_vi =
                 "Chủ ngữ số ít đi với động từ thêm -s (is, has); số nhiều thì không (are, have).",
             .examples = {{"My parents lives in Huế.", "My parents live in Huế."},
                          {"Her brother play the guitar.", "Her brother plays the guitar."},
                          {"The shops is closed.", "The shops are closed."},
                          {"Everyone like him.", "Everyone likes him."},
                          {"My sister like cats.", "My sister likes cats."},
                          {"Tom and Mary is here.", "Tom and Mary are here."},
                          {"People likes fruit.", "People like fruit."},
                          {"Each of the boys have a bag.", "Each of the boys has a bag."},
                          {"This kind of shoes are expensive.", "This kind of shoes is expensive."},
                          {"The food in this restaurant taste good.",
                           "The food in this restaurant tastes good."},
                          {"My sister and my brother likes swimming.",
                           "My sister and my brother like swimming."},
                          {"The boy next to me always talk in class.",
                           "The boy next to me always talks in class."},
                          {"My father, who is a farmer, work very hard.",
                           "My father, who is a farmer, works very hard."}},
             .fine = {"A son like cats needs care.", "A house like this costs a lot.",
                      "This costs a lot.", "The food in these shops tastes good.",
                      "Learning languages is fun.", "My parents live in Huế.",
                      "The police are here.", "The news is good.", "I saw the boys run.",
                      "What do the students want?"}},
            {.id = "AGREEMENT_QUESTION",
             .category = "agreement",
             .type = "R:VERB:SVA",
             .message = "The helping verb does not agree with the subject.",
             .message_vi =
                 "Trợ động từ trong câu hỏi phải hòa hợp với chủ ngữ (Does he…? Do they…?).",
             .examples = {{"Do he live here?", "Does he live here?"},
                          {"Where does they work?", "Where do they work?"}},
             .fine = {"Does he live here?", "Were they late?"}},
            {.id = "THERE_IS_OR_ARE",
             .category = "agreement",
             .type = "R:VERB:SVA",
             .message = "“there is” goes with one thing, “there are” with several.",
             .message_vi = "Dùng “there is” với một vật, “there are” với nhiều vật.",
             .examples = {{"There is four chairs.", "There are four chairs."},
                          {"There are a dog outside.", "There is a dog outside."}},
             .fine = {"There is a pen and two books.", "There are a lot of people.",
                      "There is some milk."}},
            {.id = "THIS_OR_THESE",
             .category = "agreement",
             .type = "R:VERB:SVA",
             .message = "“this” and “that” are singular, “these” and “those” plural.",
             .message_vi = "this/that đi với is; these/those đi với are.",
             .examples = {{"This are my shoes.", "These are my shoes."},
                          {"These is cheap.", "These are cheap."}},
             .fine = {"These are my shoes.", "I know that are you ready is a question."}},
            {.id = "AGREEMENT_RELATIVE",
             .category = "agreement",
             .type = "R:VERB:SVA",
             .message = "The verb after “who” agrees with the noun before it.",
             .message_vi = "Động từ sau “who” hòa hợp với danh từ đứng trước nó.",
             .examples = {{"I like people who works hard.", "I like people who work hard."}},
             .fine = {"I know the man who lives here."}},
        }};
    return family;
}

}  // namespace lexi::ml::grammar
