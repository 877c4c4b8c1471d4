// Adverbs where an adjective belongs, and -ing for who has the feeling.
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/ask.hpp"
#include "ml/grammar/rules/find.hpp"
#include "ml/grammar/rules/word_map.hpp"

namespace lexi::ml::grammar {
namespace {

// a wonderfully trip; please be quietly; he did it very careful; I was very boring during
void adverb_or_adjective(const Sentence& s, int i, Edits& edits) {
    static const Map kPlain{{"wonderfully", "wonderful"},
                            {"beautifully", "beautiful"},
                            {"quietly", "quiet"},
                            {"carefully", "careful"},
                            {"happily", "happy"},
                            {"slowly", "slow"},
                            {"quickly", "quick"},
                            {"loudly", "loud"},
                            {"politely", "polite"},
                            {"perfectly", "perfect"},
                            {"interestingly", "interesting"},
                            {"terribly", "terrible"},
                            {"safely", "safe"},
                            {"angrily", "angry"},
                            {"successfully", "successful"},
                            {"comfortably", "comfortable"},
                            {"easily", "easy"},
                            {"badly", "bad"},
                            {"deliciously", "delicious"},
                            {"dangerously", "dangerous"}};
    const auto plain = found_in(kPlain, s.low(i));
    const bool noun = kCountable.contains(s.low(i + 1)) || kPerson.contains(s.low(i + 1)) ||
                      s.any(i + 1, {"trip", "day", "place", "time", "food", "weather", "life"});
    const int det = s.any(i - 1, {"very", "really"}) ? i - 2 : i - 1;
    if (!plain.empty() && noun && s.any(det, {"a", "an", "some"})) {
        const bool article = det == i - 1 && s.any(det, {"a", "an"});
        edits.add("NOUN_OR_ADJECTIVE", article ? det : i, i + 1,
                  (article ? std::string(article_for(plain)) + " " : "") + std::string(plain));
    }
    const bool be =
        s.is(i - 1, "be") && (i == 1 || s.any(i - 2, {"please", "must", "should", "to"}));
    if (!plain.empty() && be && (s.end(i + 1) || s.any(i + 1, {"in", "with", "when", "because"}))) {
        edits.add("ADJECTIVE_AFTER_SENSE", i, i + 1, std::string(plain));
    }
    // makes me feel happily
    const bool feels =
        s.any(i - 1, {"feel", "feels", "felt"}) ||
        (s.any(i - 2, {"make", "makes", "made"}) && s.any(i - 1, {"me", "him", "us"}));
    if (!plain.empty() && feels && s.end(i + 1) && !s.is(i, "quickly")) {
        edits.add("ADJECTIVE_AFTER_SENSE", i, i + 1, std::string(plain));
    }
}

// I was very boring during; I'm exhausting; I am interesting to learn
void feelings(const Sentence& s, int i, Edits& edits) {
    static const Map kFelt{{"boring", "bored"},
                           {"exciting", "excited"},
                           {"exhausting", "exhausted"},
                           {"disappointing", "disappointed"},
                           {"tiring", "tired"},
                           {"surprising", "surprised"},
                           {"confusing", "confused"},
                           {"worrying", "worried"},
                           {"embarrassing", "embarrassed"},
                           {"frightening", "frightened"}};
    const auto felt = found_in(kFelt, s.low(i));
    const int be = s.any(i - 1, {"very", "so", "really", "too", "quite"}) ? i - 2 : i - 1;
    const bool me = s.any(be, {"i'm"}) ||
                    (s.any(be, {"am", "was", "feel", "felt"}) && s.is(be - 1, "i")) ||
                    (s.any(be, {"are", "were", "feel", "felt"}) && s.is(be - 1, "we"));
    if (!felt.empty() && me &&
        (s.end(i + 1) || time_word(s, i + 1) || s.any(i + 1, {"during", "about", "of"}))) {
        edits.add("FEELING_ED", i, i + 1, std::string(felt));
    }
    const bool i_am = s.is(be, "i'm") || (s.any(be, {"am"}) && s.is(be - 1, "i"));
    if (s.is(i, "interesting") && i_am && s.is(i + 1, "to") && base_form(s, i + 2)) {
        edits.add("FEELING_ED", i, i + 3, "interested in " + gerund_of(s.low(i + 2)));
    }
}

}  // namespace

void find_feelings(const Sentence& s, Edits& edits) {
    for (int i = 0; i < s.size(); ++i) {
        adverb_or_adjective(s, i, edits);
        feelings(s, i, edits);
    }
}

}  // namespace lexi::ml::grammar
