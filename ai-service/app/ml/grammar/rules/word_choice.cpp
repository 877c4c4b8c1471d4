// Words that learners take for one another, and comparison.
#include "ml/grammar/inflect.hpp"
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"
#include "ml/grammar/rules/word_map.hpp"

namespace lexi::ml::grammar {
namespace {

const Words kObjects("me him her us them you");
const Words kSubjects("i he she we they you i'm he's she's we're they're you're");

std::string_view form_like(std::string_view form, std::string_view base, std::string_view third,
                           std::string_view past) {
    if (form.ends_with('s')) return third;
    return form.ends_with("ed") || form == "said" || form == "learnt" ? past : base;
}

void verbs(const Sentence& s, int i, Edits& edits) {
    if (s.any(i, {"borrow", "borrowed"}) && s.any(i + 1, {"me", "him", "us", "them"})) {
        edits.add("BORROW_OR_LEND", i, i + 1, s.is(i, "borrow") ? "lend" : "lent");
    }
    if (s.any(i, {"say", "says", "said"}) && s.any(i + 1, {"me", "him", "us", "them"})) {
        edits.add("SAY_OR_TELL", i, i + 1,
                  std::string(form_like(s.low(i), "tell", "tells", "told")));
    }
    if (s.any(i, {"learn", "learns", "learned", "learnt"}) &&
        s.any(i + 1, {"me", "him", "us", "them", "you"}) && !s.end(i + 2)) {
        edits.add("LEARN_OR_TEACH", i, i + 1,
                  std::string(form_like(s.low(i), "teach", "teaches", "taught")));
    }
    const bool device =
        s.any(i + 2, {"light", "lights", "tv", "television", "radio", "fan", "computer", "air"});
    if (s.any(i, {"open", "opened", "close", "closed"}) && s.any(i + 1, {"the", "a", "my"}) &&
        device) {
        const std::string turn = s.low(i).ends_with('d') ? "turned " : "turn ";
        edits.add("TURN_ON_THE_LIGHT", i, i + 1, turn + (s.low(i).starts_with('o') ? "on" : "off"));
    }
    if (s.any(i, {"drink", "drinks", "drank", "eat", "eats", "ate"})) {
        const auto np = s.phrase(i + 1);
        if (np && s.any(np.head, {"medicine", "medicines", "pill", "pills", "medication"})) {
            const bool past = s.any(i, {"drank", "ate"});
            edits.add("TAKE_MEDICINE", i, i + 1,
                      past                      ? "took"
                      : s.low(i).ends_with('s') ? "takes"
                                                : "take");
        }
    }
    static const Map kDo{{"do", "make"}, {"does", "makes"}, {"did", "made"}, {"doing", "making"}};
    static const Map kMake{{"make", "do"}, {"makes", "does"}, {"made", "did"}, {"making", "doing"}};
    const auto np = s.phrase(i + 1);
    if (!np) return;
    if (const auto make = found_in(kDo, s.low(i));
        !make.empty() && np.determiner == i + 1 &&
        s.any(np.head,
              {"mistake", "mistakes", "noise", "decision", "decisions", "mess", "plan", "plans"})) {
        edits.add("MAKE_OR_DO", i, i + 1, std::string(make));
    }
    if (const auto right = found_in(kMake, s.low(i));
        !right.empty() && s.any(np.head, {"homework", "housework", "exercise", "exercises",
                                          "research", "yoga", "shopping"})) {
        edits.add("MAKE_OR_DO", i, i + 1, std::string(right));
    }
}

// I am interesting in science; the film is bored.
void feelings(const Sentence& s, int i, Edits& edits) {
    static const Map kFelt{{"interesting", "interested"},  {"boring", "bored"},
                           {"exciting", "excited"},        {"tiring", "tired"},
                           {"surprising", "surprised"},    {"disappointing", "disappointed"},
                           {"confusing", "confused"},      {"frightening", "frightened"},
                           {"embarrassing", "embarrassed"}};
    static const Map kCauses{{"bored", "boring"},       {"interested", "interesting"},
                             {"excited", "exciting"},   {"tired", "tiring"},
                             {"confused", "confusing"}, {"disappointed", "disappointing"}};
    static const Words kThings(
        "film movie book lesson story game news match show trip journey job "
        "class lecture speech song");
    const int be = s.any(i - 1, {"very", "so", "really", "too", "quite", "not"}) ? i - 2 : i - 1;
    const bool links = s.be(be) || s.any(be, {"feel", "feels", "felt", "get", "got"});
    if (!links) return;
    if (const auto felt = found_in(kFelt, s.low(i)); !felt.empty()) {
        const bool in = s.is(i, "interesting") && s.is(i + 1, "in");
        const bool person =
            s.any(be - 1, {"i", "we", "they"}) || s.is(be, "i'm") || s.is(be, "we're");
        const bool feels = s.any(be, {"feel", "feels", "felt"});
        const bool about = s.any(i + 1, {"about", "with", "because", "when", "of"}) || s.end(i + 1);
        if (in || feels || (person && about && !s.any(be - 1, {"they"}))) {
            edits.add("FEELING_ED", i, i + 1, std::string(felt));
        }
    }
    if (const auto causes = found_in(kCauses, s.low(i));
        !causes.empty() && s.any(be - 1, kThings)) {
        edits.add("CAUSE_ING", i, i + 1, std::string(causes));
    }
}

void comparison(const Sentence& s, int i, Edits& edits) {
    if (s.is(i, "more") && s.flag(i + 1, Flag::comparative) && s.low(i + 1).ends_with("er") &&
        !s.noun(i + 1)) {
        edits.add("DOUBLE_COMPARATIVE", i, i + 1, "");
    }
    if (s.is(i, "more") && s.any(i + 1, {"worse", "less"}) && s.is(i + 2, "than")) {
        edits.add("DOUBLE_COMPARATIVE", i, i + 1, "");
    }
    if (s.is(i, "most") && s.flag(i + 1, Flag::superlative) && s.low(i + 1).ends_with("est") &&
        !s.any(i + 1, {"honest", "modest", "interest"})) {
        edits.add("DOUBLE_COMPARATIVE", i, i + 1, "");
    }
    static const Map kShort{
        {"easy", "easier"},     {"big", "bigger"},      {"small", "smaller"}, {"cheap", "cheaper"},
        {"fast", "faster"},     {"tall", "taller"},     {"hot", "hotter"},    {"cold", "colder"},
        {"happy", "happier"},   {"old", "older"},       {"young", "younger"}, {"long", "longer"},
        {"short", "shorter"},   {"good", "better"},     {"bad", "worse"},     {"heavy", "heavier"},
        {"busy", "busier"},     {"strong", "stronger"}, {"high", "higher"},   {"hard", "harder"},
        {"pretty", "prettier"}, {"early", "earlier"},   {"near", "nearer"},   {"large", "larger"},
        {"late", "later"},      {"slow", "slower"},     {"nice", "nicer"}};
    const auto shorter = found_in(kShort, s.low(i + 1));
    if (s.is(i, "more") && !shorter.empty() && (s.is(i + 2, "than") || s.be(i - 1)) &&
        !s.noun(i + 2)) {
        edits.add("SHORT_COMPARATIVE", i, i + 2, std::string(shorter));
    }
    if (!shorter.empty() && s.is(i + 2, "than") && s.be(i)) {
        edits.add("SHORT_COMPARATIVE", i + 1, i + 2, std::string(shorter));
    }
    if (s.is(i, "as") && s.flag(i + 1, Flag::adjective) && s.is(i + 2, "than")) {
        edits.add("AS_AS", i + 2, i + 3, "as");
    }
    if (s.is(i, "same") && s.is(i - 1, "the") && s.is(i + 1, "with") && s.be(i - 2)) {
        edits.add("AS_AS", i + 1, i + 2, "as");
    }
}

// I very like it; I very want to go.
void very(const Sentence& s, int i, Edits& edits) {
    static const Words kVerbs("like love want enjoy hate need miss appreciate hope agree");
    if (s.is(i, "very") && kVerbs.contains(base_of_verb(s.low(i + 1))) &&
        (kSubjects.contains(s.low(i - 1)) || s.noun(i - 1)) && !s.is(i + 1, "loved")) {
        edits.add("VERY_VERB", i, i + 1, "really");
    }
    if (s.is(i, "so") && s.adjective(i + 1) && s.tag(i + 2, Tag::noun) && !s.determiner(i + 1) &&
        !s.any(i + 1, {"many", "much", "few", "little", "far"}) && s.be(i - 1)) {
        const bool plural = s.flag(i + 2, Flag::plural) || kUncountable.contains(s.low(i + 2));
        const auto article = plural ? std::string() : " " + std::string(article_for(s.low(i + 1)));
        edits.add("SO_OR_SUCH", i, i + 1, "such" + article);
    }
}

// Drive careful!
void adverb_needed(const Sentence& s, int i, Edits& edits) {
    static const Map kAdverbs{
        {"careful", "carefully"}, {"quick", "quickly"},         {"slow", "slowly"},
        {"quiet", "quietly"},     {"beautiful", "beautifully"}, {"fluent", "fluently"},
        {"good", "well"},         {"easy", "easily"},           {"bad", "badly"},
        {"happy", "happily"},     {"loud", "loudly"},           {"careless", "carelessly"}};
    const auto adverb = found_in(kAdverbs, s.low(i));
    if (adverb.empty() || !(s.end(i + 1) || s.any(i + 1, {"and", "in", "when", "because", "on"}))) {
        return;
    }
    const int before = s.any(i - 1, {"very", "so", "too", "really"}) ? i - 2 : i - 1;
    const auto verb = base_of_verb(s.low(before));
    static const Words kActions(
        "drive speak sing walk run work dance swim play write cook talk read "
        "listen move drive answer");
    if (kActions.contains(verb) && s.flag(before, Flag::verb)) {
        edits.add("ADVERB_AFTER_VERB", i, i + 1, std::string(adverb));
    }
    if (s.is(i, "good") && s.any(i - 1, {"english", "french", "vietnamese"}) &&
        s.any(i - 2, {"speak", "speaks", "spoke", "speaking"})) {
        edits.add("ADVERB_AFTER_VERB", i, i + 1, "well");
    }
}

void people(const Sentence& s, int i, Edits& edits) {
    if (s.any(i, {"his"}) && s.is(i + 1, "husband")) edits.add("HIS_OR_HER", i, i + 1, "her");
    if (s.is(i, "her") && s.is(i + 1, "wife")) edits.add("HIS_OR_HER", i, i + 1, "his");
    // my brother room
    static const Words kFamily(
        "brother sister mother father friend teacher uncle aunt grandmother "
        "grandfather parents cousin boss");
    static const Words kOwned(
        "room house car bike bicycle motorbike phone bag book name birthday job "
        "computer dog cat office wedding hair");
    if (s.any(i - 1, {"my", "your", "his", "her", "our", "their"}) && s.any(i, kFamily) &&
        s.any(i + 1, kOwned)) {
        edits.add("POSSESSIVE_S", i, i + 1, s[i].text + (s.low(i).ends_with('s') ? "'" : "'s"));
    }
    // I am difficult to learn it
    if (s.is(i, "i") && s.is(i + 1, "am") &&
        s.any(i + 2, {"difficult", "easy", "hard", "impossible"}) && s.is(i + 3, "to")) {
        edits.add("IT_IS_DIFFICULT", i, i + 3, "it is " + s[i + 2].low + " for me");
    }
}

}  // namespace

void find_word_choice(const Sentence& s, Edits& edits) {
    for (int i = 0; i < s.size(); ++i) {
        verbs(s, i, edits);
        feelings(s, i, edits);
        comparison(s, i, edits);
        very(s, i, edits);
        adverb_needed(s, i, edits);
        people(s, i, edits);
    }
}

}  // namespace lexi::ml::grammar
