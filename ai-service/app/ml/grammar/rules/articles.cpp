// a, an, the: where one is missing, wrong or too many.
#include "ml/grammar/inflect.hpp"
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"

namespace lexi::ml::grammar {
namespace {

const Words kTransitive(
    "have has had having need needs needed want wants wanted buy buys bought see saw seen find "
    "found "
    "get gets got write wrote wear wears wore watch watched build built own owns bring brought "
    "borrow borrowed choose chose sell sold draw drew receive received rent rented");
const Words kTheCountries("states kingdom netherlands philippines emirates");
const Words kInstitutions("bed breakfast lunch dinner");

// A singular noun that can be counted, with nothing in front that says which or how many.
bool bare_singular(const Sentence& s, const NounPhrase& np) {
    if (!np || np.determiner >= 0 || np.number >= 0) return false;
    const auto& head = s[np.head];
    if (head.tag == Tag::propn || head.is_capital() || head.low.size() < 3) return false;
    if (!head.is(Flag::countable) || !head.is(Flag::singular) || head.is(Flag::plural))
        return false;
    if (kProfessions.contains(head.low)) return true;
    return !head.is(Flag::mass) && !head.is(Flag::progressive) && head.is(Flag::common) &&
           !kBareNouns.contains(head.low) && !kUncountable.contains(head.low);
}

// Nothing follows that could make another noun of it.
bool closed(const Sentence& s, int to) {
    return s.end(to) || s.tag(to, Tag::adp) ||
           s.any(to,
                 {"and", "but", "who", "that", "which", "because", "when", "so", "to", "every"}) ||
           s.any(to, kPastTime);
}

void insert(const Sentence& s, int at, Edits& edits, std::string_view rule, bool the = false) {
    edits.add(rule, at, at, the ? "the" : std::string(article_for(s.low(at))));
}

void missing(const Sentence& s, int i, Edits& edits) {
    const int from =
        s.be(i) || s.any(i, {"be", "become", "becomes", "became"}) ? s.after_adverbs(i + 1) : i + 1;
    const auto np = s.phrase(from);
    if (!bare_singular(s, np) || !closed(s, np.to) || (s.is(np.to, "and") && s.be(i))) return;
    if (s.any(np.from, {"such", "so", "what", "better"}) ||
        s.any(np.from - 1, {"so", "such", "too", "how"})) {
        return;
    }
    const bool one_subject = !s.any(i, {"are", "were"}) && !s.any(i - 1, {"there", "we", "they"});
    const bool plain_be = s.be(i) && one_subject && i > 0 && !s.question();
    if (plain_be || s.any(i, {"be", "become", "becomes", "became"})) {
        insert(s, s.is(np.from - 1, "very") ? np.from - 1 : np.from, edits, "ARTICLE_AFTER_BE");
    } else if (s.any(i, kTransitive) && !s.determiner(i - 1)) {
        insert(s, np.from, edits, "ARTICLE_BEFORE_OBJECT");
    }
}

void surplus(const Sentence& s, int i, Edits& edits) {
    if (s.any(i, {"a", "an"})) {
        const auto np = s.phrase(i);
        if (s.any(i + 1, {"little", "lot", "bit"})) return;
        if (np && kUncountable.contains(s.low(np.head)) && closed(s, np.to) &&
            !(s.is(np.head, "knowledge") && s.is(np.to, "of")) &&
            !s.any(np.head, {"help", "laughter", "research", "mail"})) {
            edits.add("A_BEFORE_UNCOUNTABLE", i, i + 1, "");
        }
    }
    if (!s.is(i, "the")) return;
    const bool goes = s.any(i - 2, {"go", "goes", "went", "going", "gone"}) && s.is(i - 1, "to");
    const bool eats = s.any(i - 1, {"have", "has", "had", "having", "eat", "eats", "ate"});
    if (((goes && s.is(i + 1, "bed")) ||
         (eats && s.any(i + 1, {"breakfast", "lunch", "dinner"}))) &&
        (s.end(i + 2) || s.any(i + 2, {"at", "and", "with", "in", "early", "late", "because"}))) {
        edits.add("THE_BEFORE_ROUTINE", i, i + 1, "");
    }
    if (s.any(i - 1, {"by"}) && s.any(i + 1, {"bus", "car", "train", "plane", "bike", "taxi"}) &&
        s.end(i + 2)) {
        edits.add("THE_AFTER_BY", i, i + 1, "");
    }
    if (s.any(i + 1, {"my", "your", "our", "their"}) && s.flag(i + 2, Flag::noun)) {
        edits.add("TWO_DETERMINERS", i, i + 1, "");
    }
}

void before_names(const Sentence& s, int i, Edits& edits) {
    if (s.any(i, kTheCountries) && s.any(i - 1, {"united"}) && s[i - 1].is_capital() &&
        s.any(i - 2, {"in", "to", "from", "of", "for", "visit", "visited"})) {
        edits.add("THE_BEFORE_COUNTRY", i - 1, i - 1, "the");
    }
    if (s.any(i, {"netherlands", "philippines"}) && s.tag(i - 1, Tag::adp)) {
        edits.add("THE_BEFORE_COUNTRY", i, i, "the");
    }
}

// What nice day! such good friend
void exclamations(const Sentence& s, int i, Edits& edits) {
    if (!s.any(i, {"what", "such"}) || (s.is(i, "what") && !s.is(s.size() - 1, "!"))) return;
    const auto np = s.phrase(i + 1);
    if (!bare_singular(s, np) &&
        !(np && s.any(np.head, {"day", "place", "man", "woman"}) && np.determiner < 0)) {
        return;
    }
    if (s.flag(i + 1, Flag::adjective) && np.head > i + 1 && !s.any(i + 1, {"other", "time"})) {
        insert(s, i + 1, edits, "A_AFTER_WHAT");
    }
}

void which(const Sentence& s, int i, Edits& edits) {
    if (s.is(i, "same") && s.tag(i - 1, Tag::adp) && s.noun(i + 1)) {
        edits.add("THE_SAME", i, i, "the");
    }
    if (s.flag(i, Flag::superlative) && s.adjective(i) && s.noun(i + 1) && s.be(i - 1) &&
        !s.any(i, {"best", "last", "least", "most"})) {
        edits.add("THE_BEFORE_SUPERLATIVE", i, i, "the");
    }
    if (s.any(i, {"a", "an"}) && s[i + 1].kind == Kind::word && s[i + 1].text.size() > 1 &&
        !s[i + 1].is_capital()) {
        const auto right = article_for(s.low(i + 1));
        if (right != s.low(i) && !(s[i].is_capital() && i > 0))
            edits.add("A_OR_AN", i, i + 1, std::string(right));
    }
    if (s.is(i, "for") && s.is(i + 1, "long") && s.is(i + 2, "time")) {
        edits.add("FOR_A_LONG_TIME", i + 1, i + 1, "a");
    }
}

void run(const Sentence& s, Edits& edits) {
    for (int i = 0; i < s.size(); ++i) {
        missing(s, i, edits);
        surplus(s, i, edits);
        before_names(s, i, edits);
        exclamations(s, i, edits);
        which(s, i, edits);
    }
}

}  // namespace

const Family& article_rules() {
    static const Family family{
        .run = run,
        .rules = {
            {.id = "ARTICLE_AFTER_BE",
             .category = "articles",
             .type = "M:DET",
             .message = "A singular noun that can be counted needs “a” or “an” here.",
             .message_vi =
                 "Danh từ đếm được số ít (kể cả nghề nghiệp) phải có “a” hoặc “an” phía trước.",
             .examples = {{"My uncle is farmer.", "My uncle is a farmer."},
                          {"He wants to be actor.", "He wants to be an actor."},
                          {"It is very big problem.", "It is a very big problem."}},
             .fine = {"My uncle is a farmer.", "They are students.", "She is at home.",
                      "The school is fun.", "The water is cold."}},
            {.id = "ARTICLE_BEFORE_OBJECT",
             .category = "articles",
             .type = "M:DET",
             .message = "A singular noun that can be counted needs “a”, “the” or the like here.",
             .message_vi = "Danh từ đếm được số ít không đứng một mình: cần “a/an”, “the”, “my”…",
             .examples = {{"We have garden behind the house.",
                           "We have a garden behind the house."},
                          {"She bought new umbrella.", "She bought a new umbrella."}},
             .fine = {"We have dinner at six.", "She bought bread.", "I have time."}},
            {.id = "A_BEFORE_UNCOUNTABLE",
             .category = "articles",
             .type = "U:DET",
             .message = "A noun that cannot be counted takes no “a” or “an”.",
             .message_vi = "Danh từ không đếm được (advice, news, weather…) không đi với “a/an”.",
             .examples = {{"We had a terrible weather.", "We had terrible weather."},
                          {"She gave me an advice.", "She gave me advice."}},
             .fine = {"We had terrible weather.", "It is a news programme."}},
            {.id = "THE_BEFORE_ROUTINE",
             .category = "articles",
             .type = "U:DET",
             .message = "No “the” in “go to bed” and before meals.",
             .message_vi =
                 "Không dùng “the” trong “go to bed” và trước các bữa ăn (have breakfast).",
             .examples = {{"The children went to the bed.", "The children went to bed."},
                          {"We had the dinner at six.", "We had dinner at six."}},
             .fine = {"The dinner was good.", "He sat on the bed."}},
            {.id = "THE_AFTER_BY",
             .category = "articles",
             .type = "U:DET",
             .message = "No “the” between “by” and a means of transport.",
             .message_vi = "Nói phương tiện đi lại thì dùng “by bus”, “by car”, không có “the”.",
             .examples = {{"We came by the train.", "We came by train."}},
             .fine = {"We sat by the car park.", "We came by train."}},
            {.id = "TWO_DETERMINERS",
             .category = "articles",
             .type = "U:DET",
             .message = "“the” and a possessive do not stand together.",
             .message_vi = "Đã có tính từ sở hữu (my, your…) thì không dùng “the”.",
             .examples = {{"I lost the my key.", "I lost my key."}},
             .fine = {"I lost my key."}},
            {.id = "THE_BEFORE_COUNTRY",
             .category = "articles",
             .type = "M:DET",
             .message = "The name of this country has “the”.",
             .message_vi = "Tên nước này luôn đi với “the”: the United States, the Philippines.",
             .examples = {{"He works in United Kingdom.", "He works in the United Kingdom."},
                          {"They flew to Philippines.", "They flew to the Philippines."}},
             .fine = {"The president of the United States spoke."}},
            {.id = "A_AFTER_WHAT",
             .category = "articles",
             .type = "M:DET",
             .message = "“what” and “such” take “a” before a singular noun that can be counted.",
             .message_vi = "Sau “what”, “such” + danh từ đếm được số ít phải có “a/an”.",
             .examples = {{"What beautiful garden!", "What a beautiful garden!"},
                          {"He is such kind teacher.", "He is such a kind teacher."}},
             .fine = {"What beautiful flowers!", "What time is it?"}},
            {.id = "THE_SAME",
             .category = "articles",
             .type = "M:DET",
             .message = "“same” needs “the”.",
             .message_vi = "Trước “same” luôn có “the”.",
             .examples = {{"They live in same street.", "They live in the same street."}},
             .fine = {"We do the same job."}},
            {.id = "THE_BEFORE_SUPERLATIVE",
             .category = "articles",
             .type = "M:DET",
             .message = "A superlative needs “the”.",
             .message_vi = "So sánh nhất (tallest, biggest…) phải có “the” phía trước.",
             .examples = {{"It is biggest lake here.", "It is the biggest lake here."}},
             .fine = {"It is the biggest lake here."}},
            {.id = "A_OR_AN",
             .category = "articles",
             .type = "R:DET",
             .message = "“an” stands before a vowel sound, “a” before a consonant.",
             .message_vi = "Dùng “an” trước âm nguyên âm, “a” trước âm phụ âm (theo cách đọc).",
             .examples = {{"He ate a orange.", "He ate an orange."},
                          {"It takes a hour.", "It takes an hour."},
                          {"She wears an uniform.", "She wears a uniform."}},
             .fine = {"It is a useful tool.", "He is an honest man.", "A European city."}},
            {.id = "FOR_A_LONG_TIME",
             .category = "articles",
             .type = "M:DET",
             .message = "One says “for a long time”.",
             .message_vi = "Cụm này là “for a long time”.",
             .examples = {{"We waited for long time.", "We waited for a long time."}},
             .fine = {"We waited for a long time."}},
        }};
    return family;
}

}  // namespace lexi::ml::grammar
