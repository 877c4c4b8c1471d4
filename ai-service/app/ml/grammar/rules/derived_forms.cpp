// Forms of a word that belong elsewhere: the participle that a state needs, the adjective, the
// verb, the noun.
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/ask.hpp"
#include "ml/grammar/rules/find.hpp"
#include "ml/grammar/rules/word_map.hpp"

namespace lexi::ml::grammar {
namespace {

const Words kStates(
    "interest excite bore surprise worry marry retire confuse disappoint satisfy scare frighten "
    "embarrass crowd injure locate situate");
const Words kDone("build steal write make break sell kill destroy catch take invent choose");

// I am interest in; he is retire; the house was build in 1990; my phone stolen
void participle(const Sentence& s, int i, Edits& edits) {
    const bool be = s.be(i - 1) ||
                    (s.any(i - 1, {"very", "so", "really", "not", "too"}) && s.be(i - 2)) ||
                    s.any(i - 1, {"get", "got"});
    if (be && kStates.contains(s.low(i)) && !s.question()) {
        const bool fits = s.end(i + 1) || s.flag(i + 1, Flag::preposition) ||
                          s.any(i + 1, {"because", "and", "but", "now", "when", "to", "that"});
        if (fits && !s.any(i - 1, {"my", "the"})) {
            edits.add("STATE_PARTICIPLE", i, i + 1, participle_of(s.low(i)));
        }
    }
    const bool was = s.any(i - 1, {"was", "were", "been"}) ||
                     (s.any(i - 1, {"is", "are"}) && s.any(i + 1, {"by", "in", "of", "from"}));
    if (was && kDone.contains(s.low(i)) &&
        (s.end(i + 1) ||
         s.any(i + 1, {"in", "by", "yesterday", "last", "from", "of", "at", "on"}))) {
        edits.add("STATE_PARTICIPLE", i, i + 1, participle_of(s.low(i)));
    }
    // This book wrote by Nam Cao; the thief arrested by the police; my phone stolen last night
    const auto base = base_of_verb(s.low(i));
    if (base.empty() || s.be(i - 1) || i < 2 || !s.flag(i, Flag::verb)) return;
    const bool past = s.low(i) == past_of(base) && base != s.low(i);
    const bool third_form = s.low(i) == participle_of(base) && base != s.low(i);
    const bool who =
        s.is(i + 1, "by") &&
        (s.determiner(i + 2) || s[i + 2].is_capital() || s.any(i + 2, {"him", "her", "them"})) &&
        !s.any(i + 3, {"bus", "car", "train", "time", "way", "end", "river", "sea"});
    const bool stolen = third_form && past_of(base) != s.low(i) &&
                        s.any(i + 1, {"last", "yesterday", "by", "in"}) && base != "be";
    if (!(past || third_form) || !(who || stolen)) return;
    const auto np = s.phrase(0);
    const bool subject =
        np && np.determiner == 0 && np.to == i && !s.any(np.head, {"man", "woman"});
    if (!subject) return;
    for (int k = i + 1; k < s.size() && !s.end(k); ++k) {
        if (s.verb(k) || s.be(k)) return;  // "the book written by him is" has its verb
    }
    edits.add("PASSIVE_WITHOUT_BE", i, i + 1,
              std::string(plural_noun(s, np.head) ? "were " : "was ") + participle_of(base));
}

// a success man; it's danger to swim; smoking is harm for you; he is very fun
void adjective(const Sentence& s, int i, Edits& edits) {
    static const Map kBeforeNoun{
        {"success", "successful"},   {"danger", "dangerous"},      {"beauty", "beautiful"},
        {"importance", "important"}, {"difference", "different"},  {"intelligence", "intelligent"},
        {"peace", "peaceful"},       {"tradition", "traditional"}, {"nation", "national"},
        {"culture", "cultural"},     {"education", "educational"}, {"convenience", "convenient"}};
    const auto before = found_in(kBeforeNoun, s.low(i));
    const bool person =
        kPerson.contains(s.low(i + 1)) ||
        s.any(i + 1, {"people", "place", "thing", "city", "businessman", "problem"});
    if (!before.empty() && person && !s.is(i, "beauty") &&
        !s.any(i, {"education", "culture", "nation"})) {
        edits.add("ADJECTIVE_NOT_NOUN", i, i + 1, std::string(before));
    }
    static const Map kPredicate{{"danger", "dangerous"},
                                {"harm", "harmful"},
                                {"importance", "important"},
                                {"convenience", "convenient"},
                                {"difficulty", "difficult"},
                                {"safety", "safe"},
                                {"health", "healthy"},
                                {"comfort", "comfortable"},
                                {"difference", "different"},
                                {"success", "successful"},
                                {"beauty", "beautiful"},
                                {"necessity", "necessary"},
                                {"fame", "famous"},
                                {"anger", "angry"},
                                {"hunger", "hungry"},
                                {"thirst", "thirsty"},
                                {"sadness", "sad"},
                                {"noise", "noisy"},
                                {"luck", "lucky"},
                                {"rain", "rainy"},
                                {"sun", "sunny"},
                                {"wind", "windy"},
                                {"cloud", "cloudy"},
                                {"patience", "patient"},
                                {"confidence", "confident"},
                                {"pollution", "polluted"}};
    const auto right = found_in(kPredicate, s.low(i));
    const bool degree = s.any(i - 1, {"very", "so", "too", "really"});
    const int be = degree ? i - 2 : i - 1;
    const bool links = s.be(be) || s.any(be, {"feel", "feels", "felt", "look", "looks"});
    const bool follows =
        s.end(i + 1) || s.any(i + 1, {"to", "for", "and", "but", "because", "here", "today"});
    const bool alone = s.any(i, {"danger", "harm", "importance", "convenience", "difference"}) ||
                       (s.any(i, {"rain", "sun", "wind", "cloud"}) &&
                        s.any(be - 1, {"today", "it", "yesterday"}) && s.end(i + 1)) ||
                       (s.is(be - 1, "it") && s.any(i, {"safety", "difficulty", "necessity"})) ||
                       s.is(be, "it's");
    const bool personal = s.any(be, {"feel", "feels", "felt"});
    if (!right.empty() && links && follows && (degree || alone || personal) && !s.is(i + 1, "of")) {
        edits.add("ADJECTIVE_NOT_NOUN", i, i + 1, std::string(right));
    }
    const bool funny = s.is(i, "fun") && degree && s.be(be) &&
                       (s.any(be - 1, {"he", "she"}) || s.any(be, {"he's", "she's"}) ||
                        kPerson.contains(s.low(be - 1)));
    if (funny && (s.end(i + 1) || s.any(i + 1, {"and", "because"}))) {
        edits.add("ADJECTIVE_NOT_NOUN", i, i + 1, "funny");
    }
}

// want to improvement; his die; to advice
void verb_or_noun(const Sentence& s, int i, Edits& edits) {
    static const Map kVerbs{{"improvement", "improve"},  {"development", "develop"},
                            {"decision", "decide"},      {"communication", "communicate"},
                            {"protection", "protect"},   {"discussion", "discuss"},
                            {"explanation", "explain"},  {"invitation", "invite"},
                            {"choice", "choose"},        {"belief", "believe"},
                            {"growth", "grow"},          {"success", "succeed"},
                            {"achievement", "achieve"},  {"pronunciation", "pronounce"},
                            {"preparation", "prepare"},  {"competition", "compete"},
                            {"education", "educate"},    {"pollution", "pollute"},
                            {"advice", "advise"},        {"relaxation", "relax"},
                            {"description", "describe"}, {"introduction", "introduce"}};
    const auto verb = found_in(kVerbs, s.low(i));
    const bool wants =
        s.is(i - 1, "to") && s.any(i - 2, {"want", "wants", "wanted", "need", "needs", "try", "how",
                                           "like", "able", "hope", "have"});
    const bool helps = s.any(i - 1, {"can", "should", "will", "must", "don't", "could"});
    if (!verb.empty() && (wants || helps)) edits.add("NOUN_OR_VERB", i, i + 1, std::string(verb));
    const bool owned = s.any(i - 1, {"his", "her", "their", "my", "your", "our"});
    if (s.is(i, "die") && owned && !s.noun(i + 1)) edits.add("NOUN_OR_VERB", i, i + 1, "death");
    if (s.any(i, {"choose"}) && (s.any(i - 1, {"a", "good", "best", "the"})) && !s.verb(i - 1) &&
        (s.end(i + 1) || s.be(i + 1))) {
        edits.add("NOUN_OR_VERB", i, i + 1, "choice");
    }
    if (s.is(i, "dead") && s.be(i - 1) && has_word(s, {"ago", "last"}) &&
        (s.any(i - 2, {"he", "she"}) || s.noun(i - 2))) {
        edits.add("DEAD_OR_DIED", i - 1, i + 1, "died");
    }
    if (s.is(i, "die") && s.be(i - 1) && pronoun(s, i - 2))
        edits.add("DEAD_OR_DIED", i, i + 1, "dead");
}

}  // namespace

void find_derived_forms(const Sentence& s, Edits& edits) {
    for (int i = 0; i < s.size(); ++i) {
        participle(s, i, edits);
        adjective(s, i, edits);
        verb_or_noun(s, i, edits);
    }
}

}  // namespace lexi::ml::grammar
