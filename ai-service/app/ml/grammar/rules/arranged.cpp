// Where adjectives, adverbs and objects stand, and adverbs where adjectives were written.
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/ask.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {
namespace {

const Words kOrdinary(
    "new old big small red blue green black white yellow pink brown beautiful expensive cheap good "
    "bad nice long short large delicious interesting famous modern happy tall young difficult easy "
    "important kind friendly clever lovely wonderful boring funny dangerous");
const Words kManner(
    "careful quick slow quiet beautiful fluent good easy bad happy loud careless polite clear "
    "correct perfect angry serious sad nervous wonderful terrible safe patient kind correct "
    "regular brave proud sudden perfect warm gentle smooth comfortable");
const Words kActions(
    "drive speak sing walk run work dance swim play write cook talk read listen move answer teach "
    "explain draw live act behave study learn shout smile sleep eat pronounce type paint ride "
    "climb jump finish pass");

bool tail(const Sentence& s, int i) {
    return s.end(i) || s.any(i, {"and", "in", "when", "because", "on", "at", "to", "for", "but",
                                 "every", "today", "yesterday", "with", "so"});
}

// sings beautiful, speak English fluent, speak more slow, did the test good, looked at me angry
void manner(const Sentence& s, int i, Edits& edits) {
    if (!kManner.contains(s.low(i)) || !tail(s, i + 1)) return;
    int before = i - 1;
    const bool degree = s.any(before, {"very", "so", "too", "really", "more", "quite"});
    if (degree) --before;
    const auto verb = base_of_verb(s.low(before));
    const bool acts = kActions.contains(verb) && s.flag(before, Flag::verb) &&
                      !s.determiner(before - 1) && !s.be(before - 1) && !s.adjective(before - 1) &&
                      s.flag(before, Flag::verb) && !s.tag(before, Tag::adj);
    const auto other = base_of_verb(s.low(before - 1));
    static const Words kTongues("english vietnamese french chinese japanese korean it football");
    const bool language = kTongues.contains(s.low(before)) && kActions.contains(other);
    const bool did = (s.any(before - 2, {"did", "do", "does"}) ||
                      kActions.contains(base_of_verb(s.low(before - 2)))) &&
                     s.any(before - 1, {"the", "my", "his", "her"}) && s.flag(before, Flag::noun) &&
                     s.is(i, "good") && s.end(i + 1);
    const bool at_me = kObjective.contains(s.low(before)) && s.any(before - 1, {"at", "to"}) &&
                       s.any(before - 2, {"looked", "looks", "shouted", "smiled", "spoke", "talked",
                                          "shouts", "smiles", "speaks", "talks"});
    if (!acts && !language && !did && !at_me) return;
    if (s.is(i, "good") && acts && s.any(before, {"looks", "sleep"})) return;
    if (auto adverb = adverb_of(s.low(i)); !adverb.empty()) {
        edits.add("ADVERB_AFTER_VERB", i, i + 1, std::move(adverb));
    }
}

// a car red, eyes beautiful, a shirt new
void adjectives(const Sentence& s, int i, Edits& edits) {
    const bool good = kOrdinary.contains(s.low(i)) && (s.end(i + 1) || s.any(i + 1, {"and"})) &&
                      !s.is(i + 1, "and");
    if (good && s.flag(i - 1, Flag::noun) && s.noun(i - 1)) {
        const bool article = s.any(i - 2, {"a", "an"});
        const bool bare = plural_noun(s, i - 1) &&
                          s.any(i - 2, {"has", "have", "had", "many", "some"}) &&
                          kOrdinary.contains(s.low(i));
        const auto noun = words_of(s, i - 1, i);
        if (article && !s.any(i - 3, {"such", "make", "made", "keep", "find"})) {
            edits.add(
                "ADJECTIVE_BEFORE_NOUN", i - 2, i + 1,
                std::string(article_for(s.low(i))) + " " + std::string(s.low(i)) + " " + noun);
        } else if (bare) {
            edits.add("ADJECTIVE_BEFORE_NOUN", i - 1, i + 1, std::string(s.low(i)) + " " + noun);
        }
    }
    // new something; money enough; a real good film
    if (kOrdinary.contains(s.low(i)) &&
        s.any(i + 1, {"something", "anything", "nothing", "someone"}) && !s.determiner(i - 1) &&
        i > 0) {
        edits.add("ADJECTIVE_AFTER_SOMETHING", i, i + 2,
                  words_of(s, i + 1, i + 2) + " " + std::string(s.low(i)));
    }
    if (s.is(i, "enough") &&
        s.any(i - 1, {"money", "time", "food", "water", "space", "room", "experience",
                      "information", "rice"}) &&
        (s.end(i + 1) || s.any(i + 1, {"to", "for"})) && !s.determiner(i - 2)) {
        edits.add("ENOUGH_BEFORE_NOUN", i - 1, i + 1, "enough " + std::string(s.low(i - 1)));
    }
    if (s.any(i - 1, {"a"}) && s.is(i, "real") && kPredicates.contains(s.low(i + 1)) &&
        s.noun(i + 2)) {
        edits.add("ADVERB_BEFORE_ADJECTIVE", i, i + 1, "really");
    }
    // an extreme hot day; terrible cold
    if (s.any(i, {"extreme", "incredible", "terrible", "absolute", "complete", "total"}) &&
        kPredicates.contains(s.low(i + 1)) && s.be(i - 1) && s.end(i + 2)) {
        edits.add("ADVERB_BEFORE_ADJECTIVE", i, i + 1, adverb_of(s.low(i)));
    }
}

void adverbs(const Sentence& s, int i, Edits& edits) {
    // I yesterday went to the zoo
    if (s.is(i, "yesterday") && pronoun(s, i - 1) && i == 1 && s.verb(i + 1)) {
        const int last = s.size() - 2;
        if (last > i + 1 && s.end(s.size() - 1)) {
            edits.add("TIME_AT_END", i, i + 1, "");
            edits.add("TIME_AT_END", last, last + 1, s[last].text + " yesterday");
        }
    }
    if (s.is(i, "also") && pronoun(s, i - 1) && s.any(i + 1, {"is", "am", "are", "was", "were"}) &&
        !s.end(i + 2)) {
        edits.add("ADVERB_AFTER_BE", i, i + 2, std::string(s.low(i + 1)) + " also");
    }
    // also will help, always can find
    static const Words kBetween("also always never usually often");
    if (s.any(i, kBetween) && s.any(i + 1, kModal) && base_form(s, i + 2) && i > 0 &&
        !s.end(i - 1) && !s.verb(i - 1) && !s.any(i - 1, {"and", "but", "or", "not"})) {
        edits.add("ADVERB_AFTER_BE", i, i + 2,
                  std::string(s.low(i + 1)) + " " + words_of(s, i, i + 1));
    }
    // a such problem
    if (s.any(i, {"a", "an"}) && s.is(i + 1, "such") && (s.noun(i + 2) || s.adjective(i + 2))) {
        edits.add("SUCH_A", i, i + 2, "such " + std::string(article_for(s.low(i + 2))));
    }
    // like very much to swim
    if (s.is(i, "very") && s.is(i + 1, "much") && s.is(i + 2, "to") && base_form(s, i + 3) &&
        s.any(i - 1, {"like", "likes", "love", "want", "wants", "loves"})) {
        int to = i + 3;
        while (to < s.size() && !s.end(to)) ++to;
        if (to - i < 8) {
            edits.add("VERY_MUCH_LAST", i, to, words_of(s, i + 2, to) + " very much");
        }
    }
    if (s.is(i, "hardly") && !pronoun(s, i - 1) && s.end(i + 1)) {
        edits.add("HARD_OR_HARDLY", i, i + 1, "hard");
    }
    if (s.is(i, "badly") && s.any(i - 1, {"feel", "feels", "felt"}) && phrase_ends(s, i + 1)) {
        edits.add("ADJECTIVE_AFTER_SENSE", i, i + 1, "bad");
    }
}

// very like, very want: with the form that agrees
void very_verb(const Sentence& s, int i, Edits& edits) {
    static const Words kVerbs("like love want enjoy hate need miss hope");
    if (!s.any(i, {"very", "so"}) || !kVerbs.contains(s.low(i + 1)) || s.end(i + 2)) return;
    const bool he =
        s.any(i - 1, {"he", "she"}) || (kPerson.contains(s.low(i - 1)) && s.determiner(i - 2));
    const bool i_so = s.is(i, "so") && s.any(i - 1, {"i", "we", "they"}) && i == 1 &&
                      s.any(i + 1, {"like", "love", "want"});
    if (he && (s.is(i, "very") || i == 1)) {
        edits.add("VERY_VERB", i, i + 2, "really " + third_person_of(s.low(i + 1)));
    } else if (i_so) {
        edits.add("VERY_VERB", i, i + 1, "really");
    }
}

}  // namespace

void find_arranged(const Sentence& s, Edits& edits) {
    for (int i = 0; i < s.size(); ++i) {
        very_verb(s, i, edits);
        manner(s, i, edits);
        adjectives(s, i, edits);
        adverbs(s, i, edits);
    }
}

}  // namespace lexi::ml::grammar
