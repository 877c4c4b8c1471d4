// Pronouns by their place in the sentence, and what belongs to whom.
#include "ml/grammar/inflect.hpp"
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"
#include "ml/grammar/rules/word_map.hpp"

namespace lexi::ml::grammar {
namespace {

const Map kObject{{"i", "me"}, {"he", "him"}, {"she", "her"}, {"we", "us"}, {"they", "them"}};
const Map kSubject{{"me", "I"}, {"him", "he"}, {"us", "we"}, {"them", "they"}};
const Map kOwner{
    {"mine", "my"}, {"yours", "your"}, {"hers", "her"}, {"ours", "our"}, {"theirs", "their"}};
const Map kOwned{
    {"me", "mine"}, {"him", "his"}, {"us", "ours"}, {"them", "theirs"}, {"her", "hers"}};

void by_place(const Sentence& s, int i, Edits& edits) {
    if (const auto subject = kSubject.find(s.low(i));
        subject != kSubject.end() && (i == 0 || s.any(i - 1, {"because"}))) {
        const bool verb = s.be(i + 1) || s.any(i + 1, {"like", "want", "have", "has", "go", "goes",
                                                       "went", "can", "will", "don't", "likes"});
        if (verb) edits.add("SUBJECT_PRONOUN", i, i + 1, std::string(subject->second));
    }
    if (i == 0 && s.is(0, "her") && s.any(1, {"is", "was", "has", "likes", "goes"})) {
        edits.add("SUBJECT_PRONOUN", 0, 1, "she");
    }
    if (const auto object = kObject.find(s.low(i)); object != kObject.end()) {
        const bool governed =
            s.any(i - 1, {"with", "for", "to", "at", "about", "from", "of", "between"}) ||
            s.any(i - 1, {"see", "saw", "love", "loves", "loved", "tell", "told", "help", "helped",
                          "give", "gave", "met", "meet", "asked", "ask"});
        const bool ends = s.end(i + 1) || (s.any(i + 1, {"every", "yesterday"}));
        if (governed && ends) edits.add("OBJECT_PRONOUN", i, i + 1, std::string(object->second));
    }
}

void owners(const Sentence& s, int i, Edits& edits) {
    if (const auto owner = kOwner.find(s.low(i));
        owner != kOwner.end() && s.noun(i + 1) && !s.verb(i + 1) &&
        (s.tag(i - 1, Tag::verb) || s.be(i - 1) || s.tag(i - 1, Tag::adp) || i == 0) &&
        !(s.is(i - 1, "about") && s.any(i - 2, {"how", "what"})) &&
        !(s.is(i, "mine") && s.is(i - 1, "of"))) {
        if (!s.flag(i + 1, Flag::third_person))
            edits.add("POSSESSIVE_BEFORE_NOUN", i, i + 1, std::string(owner->second));
    }
    if (s.any(i, {"friend", "friends"}) && s.is(i + 1, "of") &&
        s.any(i - 1, {"a", "some", "best", "good"})) {
        if (const auto owned = kOwned.find(s.low(i + 2)); owned != kOwned.end() && s.end(i + 3)) {
            edits.add("FRIEND_OF_MINE", i + 2, i + 3, std::string(owned->second));
        }
    }
    if (s.any(i, {"he", "she", "they"}) &&
        s.any(i + 1,
              {"name", "house", "mother", "father", "brother", "sister", "friend", "car", "job"}) &&
        (s.be(i + 2) || s.end(i + 2))) {
        edits.add("POSSESSIVE_BEFORE_NOUN", i, i + 1,
                  s.is(i, "he")    ? "his"
                  : s.is(i, "she") ? "her"
                                   : "their");
    }
}

void its(const Sentence& s, int i, Edits& edits) {
    const bool opens = i == 0 || s.end(i - 1) || s.any(i - 1, {"and", "but", "because", "think"});
    if (!s.is(i, "its") || !opens) return;
    const bool be =
        s.any(i + 1, {"a", "an", "the", "not", "very", "so", "too", "my", "raining", "time"}) ||
        (s.low(i + 1).ends_with("ing") && s.flag(i + 1, Flag::progressive) && !s.noun(i + 2)) ||
        (s.adjective(i + 1) && s.end(i + 2));
    if (be) edits.add("ITS_OR_IT_IS", i, i + 1, "it's");
}

}  // namespace

void find_pronouns(const Sentence& s, Edits& edits) {
    for (int i = 0; i < s.size(); ++i) {
        by_place(s, i, edits);
        owners(s, i, edits);
        its(s, i, edits);
    }
}

}  // namespace lexi::ml::grammar
