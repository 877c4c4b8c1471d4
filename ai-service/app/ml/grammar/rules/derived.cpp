// Words of one family: the noun where the adjective belongs, the verb where the noun does.
#include "ml/grammar/inflect.hpp"
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"
#include "ml/grammar/rules/word_map.hpp"

namespace lexi::ml::grammar {
namespace {

void adjectives(const Sentence& s, int i, Edits& edits) {
    static const Map kAdjectives{{"importance", "important"}, {"difficulty", "difficult"},
                                 {"beauty", "beautiful"},     {"danger", "dangerous"},
                                 {"success", "successful"},   {"happiness", "happy"},
                                 {"difference", "different"}, {"convenience", "convenient"},
                                 {"safety", "safe"},          {"intelligence", "intelligent"},
                                 {"patience", "patient"},     {"confidence", "confident"},
                                 {"health", "healthy"},       {"friend", "friendly"},
                                 {"comfort", "comfortable"},  {"noise", "noisy"},
                                 {"pollution", "polluted"},   {"excitement", "exciting"}};
    const auto right = found_in(kAdjectives, s.low(i));
    const bool degree = s.any(i - 1, {"very", "so", "too", "quite"}) &&
                        (s.be(i - 2) || s.any(i - 2, {"feel", "feels", "looks"}));
    if (!right.empty() && degree && !s.noun(i + 1))
        edits.add("ADJECTIVE_NOT_NOUN", i, i + 1, std::string(right));
}

void nouns(const Sentence& s, int i, Edits& edits) {
    const bool owned = s.any(i - 1, {"my", "your", "his", "her", "our", "their", "daily"});
    if (s.is(i, "live") && owned && (s.end(i + 1) || s.be(i + 1) || s.any(i + 1, {"in", "with"}))) {
        edits.add("NOUN_OR_VERB", i, i + 1, "life");
    }
    if (s.is(i, "advise") &&
        s.any(i - 1, {"some", "an", "good", "any", "your", "his", "of", "useful"})) {
        edits.add("NOUN_OR_VERB", i, i + 1, "advice");
    }
    if (s.is(i, "advice") && s.any(i + 1, {"me", "him", "us", "them", "you"}) &&
        (s.subject_pronoun(i - 1) || s.any(i - 1, {"to", "can", "will", "should", "please"}))) {
        edits.add("NOUN_OR_VERB", i, i + 1, "advise");
    }
    if (s.any(i, {"loose", "looses"}) &&
        s.any(i + 1, {"my", "your", "his", "her", "our", "their", "weight", "money"}) &&
        (s.subject_pronoun(i - 1) || s.any(i - 1, {"to", "will", "can", "might", "don't"}))) {
        edits.add("NOUN_OR_VERB", i, i + 1, s.is(i, "loose") ? "lose" : "loses");
    }
    if (s.is(i, "cooker") && (s.be(i - 2) || s.be(i - 3)) &&
        (s.any(i - 1, {"a", "good", "great", "bad"})) && s.end(i + 1)) {
        edits.add("NOUN_OR_VERB", i, i + 1, "cook");
    }
    if (s.any(i, {"say", "talk", "says", "talks"}) && s.any(i + 1, kLanguages) &&
        (s.end(i + 2) || s.any(i + 2, {"well", "very", "with"}))) {
        edits.add("NOUN_OR_VERB", i, i + 1, s.low(i).ends_with('s') ? "speaks" : "speak");
    }
    if (s.any(i, {"drive", "drives", "drove"}) && s.any(i + 1, {"a", "my", "his", "her", "the"}) &&
        s.any(i + 2, {"bike", "bicycle", "motorbike", "motorcycle", "horse", "scooter"})) {
        edits.add("NOUN_OR_VERB", i, i + 1,
                  s.is(i, "drove")   ? "rode"
                  : s.is(i, "drive") ? "ride"
                                     : "rides");
    }
}

// She is like pop music: the verb, not the comparison.
void is_like(const Sentence& s, int i, Edits& edits) {
    if (!s.any(i, {"am", "is", "are"}) || !s.is(i + 1, "like") ||
        !s.any(i - 1, {"i", "he", "she", "we", "they"}))
        return;
    static const Words kLiked(
        "music football coffee tea milk pizza chocolate sports movies films books cats dogs "
        "english "
        "reading swimming playing watching listening cooking dancing singing travelling shopping");
    const int at = s.any(i + 3, kLiked) && (s.noun(i + 2) || s.adjective(i + 2)) ? i + 3 : i + 2;
    if (s.any(at, kLiked)) edits.add("LIKE_WITHOUT_BE", i, i + 2, s.is(i, "is") ? "likes" : "like");
}

// What means this word?
void what_means(const Sentence& s, Edits& edits) {
    if (!s.is(0, "what") || !s.is(1, "means") || !s.question()) return;
    std::string rest;
    for (int k = 2; k < s.size() - 1; ++k) rest += s[k].text + " ";
    if (!rest.empty()) edits.add("WHAT_MEANS", 1, s.size() - 1, "does " + rest + "mean");
}

// Although it rained but we went: no comma shows where the clause ends.
void although_but(const Sentence& s, Edits& edits) {
    const bool though = s.any(0, {"although", "though"}) || (s.is(0, "even") && s.is(1, "though"));
    const bool because = s.is(0, "because") && !s.is(1, "of");
    if (!though && !because) return;
    for (int k = 3; k + 2 < s.size(); ++k) {
        if (s.is(k, ",")) return;
        const bool clause =
            s.any(k + 1, {"i", "he", "she", "it", "we", "they", "you"}) || s.determiner(k + 1);
        if ((though ? s.is(k, "but") : s.is(k, "so")) && clause) {
            edits.add("COMMA_FOR_BUT", k - 1, k + 1, s[k - 1].text + ",");
            return;
        }
    }
}

}  // namespace

void find_derived(const Sentence& s, Edits& edits) {
    for (int i = 0; i < s.size(); ++i) {
        adjectives(s, i, edits);
        nouns(s, i, edits);
        is_like(s, i, edits);
    }
    what_means(s, edits);
    although_but(s, edits);
}

}  // namespace lexi::ml::grammar
