// What English may not leave out: "be" behind can, will and to; a subject; an object.
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/ask.hpp"
#include "ml/grammar/rules/find.hpp"
#include "ml/grammar/rules/word_map.hpp"

namespace lexi::ml::grammar {
namespace {

const Words kWeather("hot cold sunny rainy cloudy windy warm cool humid foggy raining snowing");
const Words kSaidOfIt(
    "difficult easy important necessary possible impossible good bad better hard dangerous far hot "
    "cold nice great true useful interesting fun late early boring cheap expensive");

bool quality(const Sentence& s, int i) {
    const int word = s.any(i, {"very", "so", "more", "really", "too"}) ? i + 1 : i;
    static const Words kVerbs("calm correct empty slow thin warm wet narrow mean");
    return kPredicates.contains(s.low(word)) && !kCommonVerbs.contains(s.low(word)) &&
           !kVerbs.contains(s.low(word)) && (phrase_ends(s, word + 1) || s.tag(word + 1, Tag::adp));
}

// I will at home; you should careful; wants to rich; don't late; it will very cold
void be_behind_helper(const Sentence& s, int i, Edits& edits) {
    const bool modal = kModal.contains(s.low(i)) && (pronoun(s, i - 1) || s.noun(i - 1));
    const bool wants = s.is(i, "to") && s.any(i - 1, {"want", "wants", "wanted", "like", "hope",
                                                      "hopes", "going", "wish", "dream"});
    const bool order = i == 0 && s.any(0, {"don't", "please"});
    if (!modal && !wants && !order) return;
    int at = i + 1;
    while (s.any(at, {"always", "also", "not", "never", "probably"})) ++at;
    const bool very = s.any(at, {"very", "so", "more", "too"}) && s.flag(at + 1, Flag::adjective) &&
                      phrase_ends(s, at + 2);
    const bool home = (s.any(at, {"at", "in"}) && s.any(at + 1, {"home", "school", "work"}) &&
                       phrase_ends(s, at + 2)) ||
                      (modal && s.is(at, "home") && phrase_ends(s, at + 1));
    const bool trade =
        s.any(at, {"a", "an"}) && phrase_ends(s, at + 2) && kProfessions.contains(s.low(at + 1));
    if (order && s.is(0, "please") &&
        !(s.any(1, {"quiet", "careful", "patient", "polite", "kind"}) && s.end(2))) {
        return;
    }
    if (order && s.end(at)) return;
    if (quality(s, at) || (very && !order) || (home && !order) || (trade && (wants || modal))) {
        edits.add("BE_AFTER_HELPER", at, at, "be");
    }
}

// Do you be tired? Did you was there? I do not am. My dream is become a doctor.
void be_forms(const Sentence& s, int i, Edits& edits) {
    const bool asks = i == 0 || s.any(i - 1, {"why", "how", "where", "when"});
    if (asks && s.any(i, {"do", "does"}) && pronoun(s, i + 1) && s.is(i + 2, "be") &&
        s.question()) {
        edits.add("DO_AND_BE", i, i + 3, be_for(s.low(i + 1)) + " " + words_of(s, i + 1, i + 2));
    }
    if (asks && s.is(i, "did") && pronoun(s, i + 1) && s.any(i + 2, {"was", "were"})) {
        const bool one = third(s.low(i + 1)) || s.is(i + 1, "i");
        edits.add("DO_AND_BE", i, i + 3, (one ? "was " : "were ") + words_of(s, i + 1, i + 2));
    }
    if (s.any(i, {"do", "does"}) && s.is(i + 1, "not") && s.any(i + 2, {"am", "is", "are"})) {
        edits.add("DO_NOT_BE", i, i + 3, std::string(s.low(i + 2)) + " not");
    }
    const bool plan = s.any(i - 1, {"dream", "goal", "plan", "aim", "wish", "ambition", "job"}) &&
                      s.any(i, {"is", "was"});
    if (plan && s.any(i + 1, {"become", "be", "travel", "visit", "go", "have", "buy", "study",
                              "help", "work", "find", "teach", "learn", "own", "live"})) {
        edits.add("TO_AFTER_VERB", i + 1, i + 1, "to");
    }
    const bool not_it = pronoun(s, i) && i == 0 && s.is(1, "not") &&
                        s.any(2, {"sure", "good", "able", "old", "interested", "here", "from"});
    if (not_it) edits.add("BE_MISSING", 1, 1, be_for(s.low(0)));
    if (i == 0 && s.any(0, {"i", "we"}) && s.is(1, "from") && s[2].is_capital() && s.end(3)) {
        edits.add("BE_MISSING", 1, 1, be_for(s.low(0)));
    }
}

// I think is a good idea; because was raining; when is raining; In summer is very hot.
void subject(const Sentence& s, int i, Edits& edits) {
    const bool is = s.any(i, {"is", "was"});
    if (!is || s.question()) return;
    int before = i - 1;
    const bool that = s.is(before, "that");
    if (that) --before;
    const bool thinks = s.any(before, {"think", "thought", "hope", "believe", "guess"}) &&
                        pronoun(s, before - 1) && clause_opens(s, before - 1);
    const int word = s.any(i + 1, {"very", "too", "really", "so", "not"}) ? i + 2 : i + 1;
    const bool said = kSaidOfIt.contains(s.low(word)) && (!that || s.is(word + 1, "to"));
    if (thinks && (said || (!that && s.any(i + 1, {"a", "an", "the"})))) {
        edits.add("IT_MISSING", i, i, "it");
        return;
    }
    const bool joined = s.any(i - 1, {"because", "when", "if", "although"}) && !that;
    if (joined && (kWeather.contains(s.low(word)) || kSaidOfIt.contains(s.low(word)))) {
        edits.add("IT_MISSING", i, i, "it");
        return;
    }
    const bool season =
        s.is(0, "in") && ((i == 2 && s.any(1, {"summer", "winter", "spring", "autumn"})) ||
                          (i == 3 && s.any(1, {"my", "our", "the"}) &&
                           s.any(2, {"country", "city", "hometown", "summer", "winter", "morning",
                                     "village", "afternoon", "evening"})));
    const bool today =
        i == 1 && s.any(0, {"today", "yesterday"}) && s.any(word, {"raining", "snowing"});
    if ((season && kWeather.contains(s.low(word))) || today) edits.add("IT_MISSING", i, i, "it");
}

void asked_without(const Sentence& s, Edits& edits) {
    if (!s.question() || !s.any(0, {"is", "was"})) return;
    const int word = s.any(1, {"very", "too", "so", "not"}) ? 2 : 1;
    const bool says = kSaidOfIt.contains(s.low(word)) || kWeather.contains(s.low(word));
    if (says &&
        (s.end(word + 1) || s.any(word + 1, {"to", "from", "for", "in", "here", "today"}))) {
        edits.add("IT_MISSING", 1, 1, "it");
    }
}

// The noun in [from, to) that an object may stand for: "it", "them", or nothing where none is.
std::string_view standing_for(const Sentence& s, int from, int to) {
    std::string_view found;
    for (int k = from; k < to; ++k) {
        if (s.any(k, kTimeNouns) || kPerson.contains(s.low(k)) || s.tag(k - 1, Tag::adp)) continue;
        if (s.any(k, {"who", "which", "that", "what"})) return {};
        if (s.noun(k) && s[k].kind == Kind::word && !s[k].is_capital()) {
            found = plural_noun(s, k) ? "them" : "it";
        }
    }
    return found;
}

// I like very much. I bought a phone but I lost yesterday. When I saw it, I wanted to buy.
void object(const Sentence& s, int i, Edits& edits) {
    static const Words kTaking("like liked love loved hate hated enjoy enjoyed buy bought");
    const bool enjoys = s.any(i, {"enjoy", "enjoyed", "enjoys"}) && pronoun(s, i - 1);
    const bool much = s.any(i + 1, {"very", "so"}) && s.is(i + 2, "much");
    static const Map kSelves{{"i", "myself"},
                             {"he", "himself"},
                             {"she", "herself"},
                             {"we", "ourselves"},
                             {"they", "themselves"}};
    const int place = much ? i + 3 : i + 1;
    if (enjoys && s.any(place, {"at", "in"}) && s.determiner(place + 1)) {
        if (const auto self = found_in(kSelves, s.low(i - 1)); !self.empty()) {
            edits.add("REFLEXIVE", i + 1, i + 1, std::string(self));
        }
        return;
    }
    if (much && i == 1 && s.any(i, {"like", "likes", "love", "loves", "liked", "enjoyed"}) &&
        pronoun(s, 0) && s.end(i + 3)) {
        edits.add("OBJECT_MISSING", 2, 2, "it");
        return;
    }
    const bool lost = s.is(i, "lost") && s.any(i + 1, {"yesterday"}) && pronoun(s, i - 1);
    const bool day = s.is(i, "read") && s.is(i + 1, "in") && s.is(i + 2, "one");
    const bool ends = s.end(i + 1) || (much && s.end(i + 3));
    if (!lost && !day && !(kTaking.contains(s.low(i)) && ends)) return;
    int who = i - 1;
    while (s.any(who, {"really", "to", "wanted", "want", "decided", "didn't", "don't", "doesn't",
                       "always"})) {
        --who;
    }
    const bool joined = pronoun(s, who) && (s.any(who - 1, {"and", "but", "so"}) ||
                                            (s.is(who - 1, ",") && s.any(0, {"when", "because"})));
    if (!joined || s.question() || who < 4) return;
    const auto it = standing_for(s, 1, who - 1);
    if (!it.empty()) edits.add("OBJECT_MISSING", i, i + 1, s[i].text + " " + std::string(it));
}

}  // namespace

void find_supplied(const Sentence& s, Edits& edits) {
    asked_without(s, edits);
    for (int i = 0; i < s.size(); ++i) {
        be_behind_helper(s, i, edits);
        be_forms(s, i, edits);
        subject(s, i, edits);
        object(s, i, edits);
    }
}

}  // namespace lexi::ml::grammar
