// More words taken for one another, misformed plurals, and more on questions and comparison.
#include "ml/grammar/inflect.hpp"
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"
#include "ml/grammar/rules/word_map.hpp"

namespace lexi::ml::grammar {
namespace {

void plurals(const Sentence& s, int i, Edits& edits) {
    static const Map kMisformed{
        {"childs", "children"},      {"childrens", "children"}, {"mans", "men"},
        {"womans", "women"},         {"womens", "women"},       {"mens", "men"},
        {"foots", "feet"},           {"tooths", "teeth"},       {"mouses", "mice"},
        {"sheeps", "sheep"},         {"peoples", "people"},     {"persons", "people"},
        {"knifes", "knives"},        {"wifes", "wives"},        {"leafs", "leaves"},
        {"policemans", "policemen"}, {"feets", "feet"},         {"teeths", "teeth"}};
    const auto right = found_in(kMisformed, s.low(i));
    const bool verb = s.any(i, {"mans", "leafs", "foots"}) && s.tag(i, Tag::verb);
    if (s.any(i - 1, {"every", "each", "a", "one"}) && !right.empty()) {
        edits.add("MISFORMED_PLURAL", i, i + 1, singular_of(right));
    } else if (!right.empty() && !verb && !s.any(i + 1, {"'"})) {
        edits.add("MISFORMED_PLURAL", i, i + 1, std::string(right));
    }
    static const Words kAlwaysPlural("clothes trousers jeans glasses scissors shorts pants");
    if (s.any(i, {"a", "an"})) {
        const auto np = s.phrase(i);
        if (np && s.any(np.head, kAlwaysPlural) && !s.noun(np.to) && !s.is(np.to, "of") &&
            !s.is(np.from + 1, "few")) {
            edits.add("ALWAYS_PLURAL", i, i + 1, "");
        }
    }
    // a two days trip
    if (s.any(i, {"a", "an", "the"}) && s.number(i + 1) &&
        s.any(i + 2, {"days", "hours", "weeks", "years", "months", "minutes"}) && s.noun(i + 3) &&
        s.end(i + 4)) {
        edits.add("COMPOUND_UNIT", i + 1, i + 3, s[i + 1].text + "-" + singular_of(s.low(i + 2)));
    }
}

void verbs(const Sentence& s, int i, Edits& edits) {
    const auto np = s.phrase(i + 1);
    const auto head = np ? s.low(np.head) : std::string_view();
    const bool past = s.any(i, {"made", "did", "lost", "saw", "won", "said", "looked"});
    const bool third = s.low(i).ends_with('s') && !past;
    const auto form = [&](std::string_view base) {
        return past ? past_of(base) : third ? third_person_of(base) : std::string(base);
    };
    if (s.any(i, {"make", "makes", "made", "do", "does", "did"}) && !s.tag(i, Tag::noun) &&
        (head == "photo" || head == "photos" || head == "picture" || head == "pictures")) {
        edits.add("COLLOCATION", i, i + 1, form("take"));
    }
    if (s.any(i, {"lose", "loses", "lost"}) &&
        (head == "bus" || head == "train" || head == "flight" || head == "plane")) {
        edits.add("COLLOCATION", i, i + 1, form("miss"));
    }
    if (s.any(i, {"see", "look", "sees", "looks"}) && s.any(i + 1, {"tv", "television"})) {
        edits.add("COLLOCATION", i, i + 1, form("watch"));
    }
    if (s.any(i, {"say", "says", "said"}) &&
        (head == "story" || head == "lie" || head == "joke" || head == "truth")) {
        edits.add("COLLOCATION", i, i + 1, form("tell"));
    }
    if (s.any(i, {"remember", "remembers"}) && s.any(i + 1, {"me", "him", "us", "them"}) &&
        s.is(i + 2, "to")) {
        edits.add("COLLOCATION", i, i + 1, s.is(i, "remember") ? "remind" : "reminds");
    }
    if (s.is(i, "told") && s.is(i + 1, "that") && (s.subject_pronoun(i - 1) || s.noun(i - 1)) &&
        !s.be(i - 1)) {
        edits.add("COLLOCATION", i, i + 1, "said");
    }
    if (s.any(i, {"how"}) && s.any(i + 1, {"do", "does"}) && s.any(i + 2, {"you", "we", "they"}) &&
        s.is(i + 3, "call")) {
        edits.add("COLLOCATION", i, i + 1, "what");
    }
    if (s.is(i, "how") && s.any(i + 1, {"does", "did", "do"}) && s.any(s.size() - 2, {"like"}) &&
        s.is(i + 3, "look")) {
        edits.add("COLLOCATION", i, i + 1, "what");
    }
    if (s.is(i, "thanks") && s.is(i + 1, "you")) edits.add("COLLOCATION", i, i + 1, "thank");
}

void senses(const Sentence& s, int i, Edits& edits) {
    static const Map kLinked{{"happily", "happy"},
                             {"sadly", "sad"},
                             {"badly", "bad"},
                             {"angrily", "angry"},
                             {"beautifully", "beautiful"},
                             {"deliciously", "delicious"},
                             {"nicely", "nice"},
                             {"tiredly", "tired"},
                             {"sweetly", "sweet"}};
    const int verb = s.any(i - 1, {"very", "so", "really"}) ? i - 2 : i - 1;
    const auto adjective = found_in(kLinked, s.low(i));
    if (!adjective.empty() &&
        s.any(verb, {"feel", "feels", "felt", "look", "looks", "looked", "taste", "tastes",
                     "tasted", "smell", "smells", "sounds", "is", "was", "am", "are"}) &&
        s.end(i + 1)) {
        edits.add("ADJECTIVE_AFTER_SENSE", i, i + 1, std::string(adjective));
    }
    if (s.is(i, "hardly") && s.end(i + 1)) edits.add("HARD_OR_HARDLY", i, i + 1, "hard");
    if (s.is(i, "fastly")) edits.add("HARD_OR_HARDLY", i, i + 1, "fast");
}

void comparison(const Sentence& s, int i, Edits& edits) {
    static const Map kMost{{"cheap", "cheapest"}, {"big", "biggest"},  {"tall", "tallest"},
                           {"small", "smallest"}, {"easy", "easiest"}, {"old", "oldest"},
                           {"young", "youngest"}, {"hot", "hottest"},  {"fast", "fastest"},
                           {"good", "best"},      {"bad", "worst"},    {"happy", "happiest"},
                           {"high", "highest"},   {"long", "longest"}};
    const auto most = found_in(kMost, s.low(i + 1));
    if (s.is(i, "most") && !most.empty() && s.is(i - 1, "the")) {
        edits.add("COMPARED", i, i + 2, std::string(most));
    }
    const bool comparative =
        s.flag(i, Flag::comparative) && s.low(i).ends_with("er") && (s.be(i - 1) || s.be(i - 2));
    if (comparative && s.any(i + 1, {"from", "that", "then", "as"}) &&
        (s.any(i + 2, {"me", "him", "her", "us", "them", "my", "your", "his"}))) {
        edits.add("COMPARED", i + 1, i + 2, "than");
    }
    if (s.is(i, "very") && s.flag(i + 1, Flag::comparative) && s.low(i + 1).ends_with("er") &&
        !s.noun(i + 1) && s.adjective(i + 1)) {
        edits.add("COMPARED", i, i + 1, "much");
    }
    if (s.is(i, "as") && s.is(i + 1, "same") && s.is(i + 2, "as"))
        edits.add("COMPARED", i, i + 1, "the");
}

void very_much(const Sentence& s, int i, Edits& edits) {
    if (!s.is(i, "very") || !s.is(i + 1, "much") || !s.tag(i - 1, Tag::verb)) return;
    const bool pronoun = s.any(i + 2, {"it", "him", "her", "them", "you"}) && s.end(i + 3);
    const auto np = s.phrase(i + 2);
    const int to = pronoun ? i + 3 : np && s.end(np.to) ? np.to : -1;
    if (to < 0) return;
    std::string object;
    for (int k = i + 2; k < to; ++k) object += s[k].text + " ";
    edits.add("VERY_MUCH_LAST", i, to, object + "very much");
}

// What is your hobbies? Does your sister works here?
void questions(const Sentence& s, int i, Edits& edits) {
    const bool opens = i == 0 || s.any(i - 1, {"what", "where", "how", "why", "when"});
    if (!opens || !s.question()) return;
    auto np = s.phrase(i + 1);
    if (np && np.head > i + 2 && s.flag(np.head, Flag::third_person) && s.noun(np.head - 1)) {
        np.to = np.head--;  // your sister works
    }
    if (!np || np.determiner < 0 ||
        s.any(np.determiner, {"what", "which", "any", "no", "some", "this", "that"}))
        return;
    const auto& head = s[np.head];
    const bool many = head.is(Flag::plural) && !head.is(Flag::singular) && !head.is(Flag::mass) &&
                      head.low != "news";
    const bool one = head.is(Flag::singular) && !head.is(Flag::plural);
    if (s.is(np.to, "and")) return;
    static const Map kMany{{"is", "are"}, {"was", "were"}, {"does", "do"}, {"isn't", "aren't"}};
    static const Map kOne{{"are", "is"}, {"were", "was"}, {"do", "does"}};
    const auto right = found_in(many ? kMany : kOne, s.low(i));
    if ((many || one) && !right.empty() &&
        !(one && s.any(np.head, {"family", "team", "police", "class"}))) {
        edits.add("QUESTION_AGREEMENT", i, i + 1, std::string(right));
    }
    if (s.any(i, {"do", "does", "did"})) {
        const int verb = np.to;
        const bool wrong = s.flag(verb, Flag::third_person) || s.flag(verb, Flag::past);
        const auto base = base_of_verb(s.low(verb));
        if (wrong && !base.empty() && base != s.low(verb) && s.flag(verb, Flag::verb)) {
            edits.add("QUESTION_BASE", verb, verb + 1, base);
        }
    }
}

}  // namespace

void find_confused(const Sentence& s, Edits& edits) {
    for (int i = 0; i < s.size(); ++i) {
        plurals(s, i, edits);
        verbs(s, i, edits);
        senses(s, i, edits);
        comparison(s, i, edits);
        very_much(s, i, edits);
        questions(s, i, edits);
    }
}

}  // namespace lexi::ml::grammar
