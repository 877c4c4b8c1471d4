// Where adverbs, particles, times and places stand beside the verb and its object.
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/ask.hpp"
#include "ml/grammar/rules/find.hpp"
#include "ml/grammar/rules/word_map.hpp"

namespace lexi::ml::grammar {
namespace {

const Words kManner(
    "slowly quickly carefully quietly badly beautifully easily loudly correctly perfectly clearly "
    "happily fluently politely angrily");
const Words kWithObject(
    "visit meet buy see eat read put lose find watch do leave drink learn write receive sell "
    "forget "
    "have keep cook make");
const Words kObjectOpens("a an the my your his her our their some this that these those two three");

// turn off it, pick up me
void particle(const Sentence& s, int i, Edits& edits) {
    static const Map kParticles{{"turn", "on off up down"},
                                {"put", "on off away down"},
                                {"pick", "up"},
                                {"wake", "up"},
                                {"take", "off out away"},
                                {"give", "up back"},
                                {"throw", "away out"},
                                {"switch", "on off"},
                                {"try", "on"},
                                {"write", "down"},
                                {"bring", "back up"},
                                {"pay", "back"},
                                {"cut", "down off"},
                                {"clean", "up"},
                                {"drop", "off"},
                                {"call", "back"},
                                {"fill", "in out"},
                                {"tidy", "up"},
                                {"look", "up"}};
    const auto particles = found_in(kParticles, base_of_verb(s.low(i)));
    if (particles.empty() || !Words(particles).contains(s.low(i + 1)) || s.be(i - 1)) return;
    const bool object = s.any(i + 2, {"it", "them", "me", "him", "us"}) ||
                        (s.is(i + 2, "her") && s.end(i + 3)) ||
                        (s.is(i + 2, "you") && phrase_ends(s, i + 3));
    if (object && phrase_ends(s, i + 3)) {
        edits.add("PARTICLE_AFTER_PRONOUN", i + 1, i + 3,
                  words_of(s, i + 2, i + 3) + " " + words_of(s, i + 1, i + 2));
    }
}

// Always I get up early. There always is a queue. I have been never there.
void frequency(const Sentence& s, int i, Edits& edits) {
    if (i == 0 && s.any(0, {"always", "never"}) && pronoun(s, 1)) {
        const bool helped = s.be(2) || s.any(2, {"have", "has"}) || kModal.contains(s.low(2));
        if (helped || finite(s, 2)) {
            const auto adverb = words_of(s, 0, 1);
            edits.add("ADVERB_BEFORE_VERB", 0, 3,
                      words_of(s, 1, 2) + " " +
                          (helped ? words_of(s, 2, 3) + " " + std::string(s.low(0))
                                  : std::string(s.low(0)) + " " + words_of(s, 2, 3)));
        }
    }
    // Never in my life I have seen it.
    const bool life = s.is(0, "never") && s.is(1, "in") && s.is(3, "life");
    if (i == 4 && life && pronoun(s, 4) && s.any(5, {"have", "had", "has", "did"})) {
        edits.add("QUESTION_ORDER", 4, 6, words_of(s, 5, 6) + " " + words_of(s, 4, 5));
    }
    if (s.any(i, {"always", "almost", "never", "usually"}) &&
        s.any(i + 1, {"is", "are", "was", "were"}) && !s.end(i + 2) &&
        (s.is(i - 1, "there") || (s.is(i, "almost") && pronoun(s, i - 1)))) {
        edits.add("ADVERB_AFTER_BE", i, i + 2,
                  words_of(s, i + 1, i + 2) + " " + std::string(s.low(i)));
    }
    if (s.is(i, "been") && s.any(i + 1, {"never", "always", "already"}) && !s.end(i + 2) &&
        s.any(i - 1, {"have", "has", "had", "i've", "we've", "they've"})) {
        edits.add("ADVERB_BEFORE_VERB", i, i + 2, std::string(s.low(i + 1)) + " been");
    }
    if (s.any(i, {"have", "has"}) && pronoun(s, i - 1) && s.is(i + 1, "already") &&
        s.determiner(i + 2)) {
        edits.add("ADVERB_BEFORE_VERB", i, i + 2, "already " + std::string(s.low(i)));
    }
    if (s.any(i, {"never", "only", "already"}) && pronoun(s, i - 1) && clause_opens(s, i - 1) &&
        s.any(i + 1, {"have", "has"}) && s.flag(i + 2, Flag::participle) && s.verb(i + 2)) {
        edits.add("ADVERB_BEFORE_VERB", i, i + 2,
                  words_of(s, i + 1, i + 2) + " " + std::string(s.low(i)));
    }
}

// comes often late, like also coffee; I go to the gym always after work
void behind_verb(const Sentence& s, int i, Edits& edits) {
    const bool subject = pronoun(s, i - 1) || (i == 2 && s.determiner(0));
    if (!subject || !finite(s, i) || s.any(i, {"have", "has", "do", "does", "know", "did"})) return;
    const bool tail = s.any(i + 2, {"late", "early", "there", "here", "tea", "coffee", "music",
                                    "football", "milk", "fish", "rice", "english", "alone"}) ||
                      s.determiner(i + 2) || s.tag(i + 2, Tag::adp);
    if (kHowOften.contains(s.low(i + 1)) && tail && s.tag(i, Tag::verb)) {
        edits.add("ADVERB_BEFORE_VERB", i, i + 2,
                  std::string(s.low(i + 1)) + " " + words_of(s, i, i + 1));
        return;
    }
    for (int k = i + 3; k < s.size() && !s.end(k) && i == 1; ++k) {
        if (s.any(k, {"and", "but", "who", "that", "which", "because"}) || s.verb(k)) return;
        if (!s.any(k, {"always", "never", "rarely"}) || !s.flag(k - 1, Flag::noun)) continue;
        if (!s.end(k + 1) && !s.tag(k + 1, Tag::adp) && !s.any(k + 1, {"when", "after", "before"}))
            return;
        edits.add("ADVERB_BEFORE_VERB", i, i, std::string(s.low(k)));
        edits.add("ADVERB_BEFORE_VERB", k, k + 1, "");
        return;
    }
}

// opened slowly the door
void manner(const Sentence& s, int i, Edits& edits) {
    if (!kManner.contains(s.low(i)) || !s.any(i + 1, kObjectOpens)) return;
    const bool very = s.any(i - 1, {"very", "so"});
    const int verb = very ? i - 2 : i - 1;
    const auto np = s.phrase(i + 1);
    const bool acts = finite(s, verb) && (pronoun(s, verb - 1) || s.noun(verb - 1));
    const bool time = np && (s.any(np.head, kTimeNouns) || s.any(np.head, {"way", "day", "time"}));
    if (!np || !s.end(np.to) || !acts || time) return;
    edits.add("OBJECT_BEFORE_ADVERB", verb + 1, np.to,
              words_of(s, i + 1, np.to) + " " + words_of(s, verb + 1, i + 1));
}

// The place after a time or a place that begins at `i`; -1: there is none.
int circumstance(const Sentence& s, int i) {
    if (s.any(i, {"yesterday"})) return i + 1;
    if (s.is(i, "at") && s.any(i + 1, {"home", "school", "work"})) return i + 2;
    if (s.any(i, {"last", "every", "next"}) &&
        (s.any(i + 1, kTimeNouns) || s.any(i + 1, {"day", "sunday"}))) {
        return i + 2;
    }
    const bool place = s.any(i, {"in", "at", "on"}) && s.any(i + 1, {"the", "my", "a", "this"});
    if (place && kPredicates.contains(s.low(i + 2)) && kCountable.contains(s.low(i + 3))) {
        return i + 4;
    }
    return place && s.flag(i + 2, Flag::noun) && !s.noun(i + 3) ? i + 3 : -1;
}

// visited last summer Huế, bought in the market some fish, go every day to school
void before_object(const Sentence& s, int i, Edits& edits) {
    if (!finite(s, i) || s.question()) return;
    const auto base = base_of_verb(s.low(i));
    const int at = circumstance(s, i + 1);
    const bool subject = pronoun(s, i - 1) || s.noun(i - 1);
    if (subject && base == "play" && s.is(i + 1, "with")) {
        const auto friends = s.phrase(i + 2);
        const bool ball = friends && s.any(friends.to, {"football", "tennis", "badminton", "chess",
                                                        "volleyball", "basketball", "games"});
        if (ball && s.end(friends.to + 1)) {
            edits.add(
                "OBJECT_AFTER_VERB", i + 1, friends.to + 1,
                words_of(s, friends.to, friends.to + 1) + " " + words_of(s, i + 1, friends.to));
        }
    }
    if (at < 0 || !subject) return;
    int to = at;
    while (to < s.size() && !s.end(to)) ++to;
    const auto np = s.phrase(at);
    const bool thing = kWithObject.contains(base) &&
                       ((s.any(at, kObjectOpens) && np && np.to == to) ||
                        (s.any(at, {"breakfast", "lunch", "dinner"}) && to == at + 1) ||
                        (s[at].is_capital() && to - at < 4 && !s.is(at, "i")));
    const bool there = (base == "go" || base == "come" || base == "walk") &&
                       !s.any(i + 1, {"in", "at", "on"}) && s.is(at, "to") && to - at < 4 &&
                       !base_form(s, at + 1);
    if (!s.end(to) || !(thing || there)) return;
    for (int k = at; k < to; ++k) {
        if (s.verb(k) || s.any(k, {"that", "who", "and"})) return;
    }
    edits.add("OBJECT_AFTER_VERB", i + 1, to, words_of(s, at, to) + " " + words_of(s, i + 1, at));
}

// tomorrow in the morning; asked me that if; older two years than me
void phrases(const Sentence& s, int i, Edits& edits) {
    const bool part = s.any(i + 3, {"morning", "afternoon", "evening"});
    if (s.any(i, {"tomorrow", "yesterday"}) && s.is(i + 1, "in") && s.is(i + 2, "the") && part) {
        edits.add("TOMORROW_MORNING", i + 1, i + 3, "");
    }
    const int that = kObjective.contains(s.low(i + 1)) ? i + 2 : i + 1;
    if (s.any(i, {"ask", "asks", "asked", "wonder", "wondered"}) && s.is(that, "that") &&
        s.any(that + 1, {"if", "whether", "where", "why", "how", "what", "when"})) {
        edits.add("ASK_WITHOUT_THAT", that, that + 1, "");
    }
    if (s.flag(i, Flag::comparative) && s.number(i + 1) &&
        (s.any(i + 2, kSpans) || s.any(i + 2, {"centimetres", "cm", "times", "kilos", "metres"})) &&
        s.is(i + 3, "than")) {
        edits.add("HOW_MUCH_OLDER", i, i + 3,
                  words_of(s, i + 1, i + 3) + " " + std::string(s.low(i)));
    }
    if (s.is(i, "anymore") && s.any(i + 1, {"there", "here"}) && s.end(i + 2)) {
        edits.add("ADVERB_BEFORE_VERB", i, i + 2, std::string(s.low(i + 1)) + " anymore");
    }
    // She every day goes jogging.
    if (i == 1 && pronoun(s, 0) && s.is(1, "every") && finite(s, 3) && s.end(s.size() - 1)) {
        const int last = s.size() - 1;
        edits.add("TIME_AT_END", 1, last, words_of(s, 3, last) + " " + words_of(s, 1, 3));
    }
}

}  // namespace

void find_placement(const Sentence& s, Edits& edits) {
    for (int i = 0; i < s.size(); ++i) {
        particle(s, i, edits);
        frequency(s, i, edits);
        behind_verb(s, i, edits);
        manner(s, i, edits);
        before_object(s, i, edits);
        phrases(s, i, edits);
    }
}

}  // namespace lexi::ml::grammar
