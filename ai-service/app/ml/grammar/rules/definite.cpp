// "the": where a word is the only one of its kind and needs it, and where all of a kind are meant.
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/ask.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {
namespace {

const Words kPlayed("piano guitar violin flute drums drum trumpet saxophone cello ukulele");
const Words kDevices(
    "fan light lights radio computer heater oven door window windows gate television stove tap "
    "water lamp machine engine music");
const Words kGeneral(
    "life happiness love money nature health education society pollution time friendship success "
    "violence knowledge technology poverty freedom peace music sport sports");
const Words kFood("food culture coffee cuisine music people history women students");
const Words kWaters("ocean river delta sea");
const Words kAround(
    "gym canteen countryside beach park cinema market library zoo museum airport supermarket "
    "bathroom kitchen garden station post-office playground mall");

bool superlative(const Sentence& s, int i) {
    return s.flag(i, Flag::superlative) && s.low(i).ends_with("st") && !s.any(i, {"last", "least"});
}

// one of most beautiful cities; this is best phở; at cheapest price
void superlatives(const Sentence& s, int i, Edits& edits) {
    const bool most = s.is(i, "most") && s.flag(i + 1, Flag::adjective) &&
                      !s.flag(i + 1, Flag::plural) && !s.noun(i + 1);
    if (!most && !superlative(s, i)) return;
    const bool one_of = s.is(i - 1, "of") && s.is(i - 2, "one");
    if (one_of) edits.add("THE_SUPERLATIVE", i, i, "the");
    const int noun = most ? i + 2 : i + 1;
    const bool names = (s.noun(noun) || s[noun].kind == Kind::unknown) && !s.end(noun);
    const bool ranked = s.any(noun, {"in", "of"}) && s.any(noun + 1, {"the", "my", "our", "all"}) &&
                        !most && !s.is(i, "most");
    const bool older = s.noun(noun) && (s.any(i, {"best", "worst"}) || s.adjective(i));
    if (s.be(i - 1) && !s.is(i, "most") && (names || ranked) && !older) {
        edits.add("THE_SUPERLATIVE", i, i, "the");
    }
}

void single(const Sentence& s, int i, Edits& edits) {
    const bool counted = kCountable.contains(s.low(i + 1)) && phrase_ends(s, i + 2);
    if (s.be(i - 1) && s.is(i, "only") && counted)
        edits.add("THE_ONLY", i, i + 2, "the only " + s[i + 1].text);
    if (s.any(i - 1, {"for", "at"}) && s.any(i, {"first", "second", "last"}) &&
        s.is(i + 1, "time")) {
        edits.add("THE_ONLY", i, i, "the");
    }
    if (s.any(i - 1, {"play", "plays", "played", "playing", "practise", "practises"}) &&
        s.any(i, kPlayed) && phrase_ends(s, i + 1)) {
        edits.add("THE_INSTRUMENT", i, i, "the");
    }
    const bool switched =
        s.any(i - 1, {"on", "off"}) && s.any(i - 2, {"turn", "turned", "switch", "switched"});
    const bool acted = !s.end(i + 1) && s.any(i - 1, {"open", "opened", "close", "closed", "lock",
                                                      "locked", "shut"});
    if ((switched || acted) && s.any(i, kDevices) && phrase_ends(s, i + 1) &&
        !(acted && s.any(i, {"water", "music"}))) {
        edits.add("THE_DEVICE", i, i, "the");
    }
    if (s.any(i - 1, {"protect", "save", "pollute", "protecting", "saving", "destroy", "damage"}) &&
        s.any(i, {"environment", "earth", "planet"}) && s.end(i + 1)) {
        edits.add("THE_DEVICE", i, i, "the");
    }
    const bool net = s.is(i, "internet") && s[i].is_capital();
    if (net && (i == 0 || s.any(i - 1, {"use", "uses", "used", "using", "surf", "surfing"})) &&
        (s.end(i + 1) || s.verb(i + 1) || s.be(i + 1) || s.is(i + 1, "to"))) {
        edits.add("THE_DEVICE", i, i, "the");
    }
    if (s.any(i - 1, {"in", "to", "at", "from"}) && !(s.is(i, "park") && s.is(i - 1, "to")) &&
        s.any(i, kAround) && phrase_ends(s, i + 1)) {
        edits.add("THE_PLACE", i, i, "the");
    }
}

void places(const Sentence& s, int i, Edits& edits) {
    const bool country = s.any(i, {"uk", "usa", "us", "uae"}) && s[i].text.size() < 4 &&
                         s[i].text[1] >= 'A' && s[i].text[1] <= 'Z';
    const bool to_it = s.any(i - 1, {"in", "to", "from", "visit", "visited", "of"});
    if (country && to_it && phrase_ends(s, i + 1)) edits.add("THE_BEFORE_COUNTRY", i, i, "the");
    if (s[i].is_capital() && s[i + 1].is_capital() && s.any(i + 1, kWaters) &&
        (s.tag(i - 1, Tag::adp) || s.any(i - 1, {"visited", "visit", "crossed", "cross"}))) {
        edits.add("THE_BEFORE_WATER", i, i, "the");
    }
    if (s.is(i, "whole") &&
        s.any(i + 1, {"day", "night", "morning", "afternoon", "week", "month", "year", "family",
                      "class", "world", "country"}) &&
        !s.determiner(i - 1) && !s.adjective(i - 1) && i > 0) {
        edits.add("THE_WHOLE", i, i, "the");
    }
}

// speak the English, the Vietnamese food is, I love the nature
void general(const Sentence& s, int i, Edits& edits) {
    if (!s.is(i, "the")) return;
    const bool tongue = s.any(i - 1, {"speak", "speaks", "spoke", "learn", "learns", "learning",
                                      "study", "studies", "teach", "teaches", "speaking"});
    if (tongue && s.any(i + 1, kLanguages) &&
        (phrase_ends(s, i + 2) || s.any(i + 2, {"very", "well", "fluently", "quite"}))) {
        edits.add("NO_THE_GENERAL", i, i + 1, "");
    }
    if (i == 0 && s[1].is_capital() && s.any(1, kLanguages) && s.any(2, kFood) && s.be(3)) {
        edits.add("NO_THE_GENERAL", 0, 1, "");
    }
    const bool opinion = s.any(i + 2, {"can", "can't", "cannot", "should", "will"});
    if (i == 0 && s.any(1, {"money", "happiness", "nature", "pollution", "life", "friendship"}) &&
        (opinion || (s.is(1, "life") && s.is(2, "in") && s[3].is_capital()))) {
        edits.add("NO_THE_GENERAL", 0, 1, "");
    }
    const bool likes = s.any(i - 1, {"love", "loves", "like", "likes", "hate", "hates", "enjoy",
                                     "enjoys", "protect", "buy"});
    if (likes && s.any(i + 1, kGeneral) &&
        (s.end(i + 2) || (s.is(i + 2, "and") && s.is(i + 3, "the")) ||
         s.any(i + 2, {"very", "so"}))) {
        if (!s.any(i + 1, {"music"}) && !s.is(i - 1, "buy")) {
            edits.add("NO_THE_GENERAL", i, i + 1, "");
        }
        if (s.is(i + 2, "and") && s.flag(i + 4, Flag::plural) && s.end(i + 5)) {
            edits.add("NO_THE_GENERAL", i + 3, i + 4, "");
        }
    }
    const bool goes = s.any(i - 2, {"go", "goes", "went", "going"}) && s.is(i - 1, "to");
    const bool often = has_word(s, {"every", "always", "usually", "often", "everyday"});
    if (goes && s.any(i + 1, {"school", "work"}) && often && phrase_ends(s, i + 2)) {
        edits.add("NO_THE_GENERAL", i, i + 1, "");
    }
    if (s.is(i - 1, "in") && s.any(i + 1, {"nature", "life"}) && s.end(i + 2)) {
        edits.add("NO_THE_GENERAL", i, i + 1, "");
    }
}

}  // namespace

void find_definite(const Sentence& s, Edits& edits) {
    for (int i = 0; i < s.size(); ++i) {
        superlatives(s, i, edits);
        single(s, i, edits);
        places(s, i, edits);
        general(s, i, edits);
    }
}

}  // namespace lexi::ml::grammar
