// What follows a verb or a phrase: -ing, to, or the bare form; whole constructions with an object.
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/ask.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {
namespace {

const Words kTo(
    "decide agree hope promise want need plan expect refuse offer manage learn choose afford "
    "pretend fail");
const Words kIng(
    "enjoy avoid finish mind practise practice suggest consider imagine deny quit dislike miss "
    "keep admit risk delay recommend fancy appreciate postpone resist");
const Words kBarely("make let help see hear watch feel notice have");
const Words kGoverning(
    "good bad interested tired afraid fond proud capable scared keen bored worried excited sorry "
    "think thinking dream dreaming talk talking talked instead way apologize apologized insist "
    "insisted succeed succeeded better famous responsible used");

bool object(const Sentence& s, int i) {
    return s.determiner(i) || kObjective.contains(s.low(i)) || s.number(i) ||
           (s.noun(i) && !s.end(i)) || s[i].kind == Kind::unknown;
}

// Surely a verb here: no noun, or what follows is its object.
bool verb_here(const Sentence& s, int i) {
    if (!base_form(s, i) || s.low(i) == "like") return false;
    return !s.flag(i, Flag::noun) || object(s, i + 1) ||
           s.any(i, {"go", "swim", "cook", "speak", "come", "eat", "learn", "sing", "live"});
}

bool ing_form(const Sentence& s, int i) {
    return s.low(i).ends_with("ing") && common_verb(s, i) && s[i].kind == Kind::word;
}

void verb_and_verb(const Sentence& s, int i, Edits& edits) {
    const auto verb = base_of_verb(s.low(i));
    const bool acts = s.flag(i, Flag::verb) && !s.determiner(i - 1) && !s.adjective(i - 1);
    if (acts && kIng.contains(verb) && s.is(i + 1, "to") && verb_here(s, i + 2)) {
        edits.add("ING_AFTER_VERB", i + 1, i + 3, gerund_of(s.low(i + 2)));
    }
    const bool phrasal = (verb == "give" && s.is(i + 1, "up")) ||
                         (verb == "put" && s.is(i + 1, "off")) ||
                         (s.any(i, {"can't", "couldn't"}) && s.any(i + 1, {"stand", "help"})) ||
                         (s.is(i, "no") && s.any(i + 1, {"use", "good"}));
    if (phrasal && s.is(i + 2, "to") && base_form(s, i + 3)) {
        edits.add("PHRASE_WITH_ING", i + 2, i + 4, gerund_of(s.low(i + 3)));
    }
    const bool person = kPersonal.contains(s.low(i - 1)) ||
                        s.any(i - 1, {"to", "don't", "didn't", "doesn't", "will"});
    if (acts && kTo.contains(verb) && ing_form(s, i + 1) && person &&
        (verb != "need" || object(s, i + 2)) && verb != "plan" &&
        (verb != "learn" || object(s, i + 2)) && !s.is(i + 1, "being")) {
        edits.add("TO_NOT_ING", i + 1, i + 2, "to " + base_of_verb(s.low(i + 1)));
    }
    // would like go, would like drinking
    const bool would =
        s.is(i, "like") &&
        (s.any(i - 1, {"would", "i'd", "we'd", "he'd", "she'd", "you'd", "they'd"}) ||
         (s.is(i - 2, "would") && pronoun(s, i - 1)));
    if (would && verb_here(s, i + 1)) edits.add("TO_AFTER_VERB", i + 1, i + 1, "to");
    if (would && ing_form(s, i + 1) && !s.noun(i + 1)) {
        edits.add("TO_NOT_ING", i + 1, i + 2, "to " + base_of_verb(s.low(i + 1)));
    }
    // I like eat; she likes sing
    const bool likes = s.any(i, {"like", "likes", "liked", "love", "loves", "hate", "hates"}) &&
                       (kPersonal.contains(s.low(i - 1)) || s.noun(i - 1) ||
                        s.any(i - 1, {"don't", "doesn't", "really", "also", "didn't"}));
    const bool sings =
        s.any(i + 1, {"sing", "swim", "eat", "go", "read", "learn", "cook", "listen", "write",
                      "draw", "speak", "sleep"}) ||
        (base_form(s, i + 1) && object(s, i + 2) && !s.flag(i + 1, Flag::preposition) &&
         !s.any(i + 1, {"own", "open", "present"}));
    if (likes && sings && !would && !s.any(i + 1, {"like", "love"})) {
        edits.add("ING_AFTER_LIKE", i + 1, i + 2, gerund_of(s.low(i + 1)));
    }
    if (s.any(i, {"stop", "stopped", "stops"}) && s.is(i + 1, "to") &&
        s.any(i + 2, {"smoke", "cry", "worry", "bite"})) {
        edits.add("ING_AFTER_VERB", i + 1, i + 3, gerund_of(s.low(i + 2)));
    }
    if (i == 0 && s.is(0, "remember") && ing_form(s, 1) && s.determiner(2)) {
        edits.add("TO_NOT_ING", 1, 2, "to " + base_of_verb(s.low(1)));
    }
    const bool forget = s.is(i, "forget") && s.is(i - 1, "don't") && i == 1;
    if (forget && ing_form(s, 2) && s.determiner(3)) {
        edits.add("TO_NOT_ING", 2, 3, "to " + base_of_verb(s.low(2)));
    }
}

// made us to do, made me cried, heard him sang, helped me cooking, let us going
void bare(const Sentence& s, int i, Edits& edits) {
    const auto verb = base_of_verb(s.low(i));
    const bool person =
        s.any(i + 1, {"me", "him", "us", "them", "you"}) || (s.is(i + 1, "her") && !s.noun(i + 2));
    if (person && kBarely.contains(verb) && !s.be(i - 1)) {
        const bool causes = verb == "make" || verb == "let";
        if (causes && s.is(i + 2, "to") && base_form(s, i + 3)) {
            edits.add("LET_WITHOUT_TO", i + 2, i + 3, "");
        }
        const auto base = base_of_verb(s.low(i + 2));
        const bool past = s.low(i + 2) == past_of(base) && base != s.low(i + 2) &&
                          participle_of(base) != s.low(i + 2);
        const bool cried = verb == "make" && past_of(base) == s.low(i + 2) &&
                           base != s.low(i + 2) && kCommonVerbs.contains(base) &&
                           !s.flag(i + 2, Flag::adjective);
        const bool doing = (verb == "help" || causes) && ing_form(s, i + 2);
        const bool does = (causes || verb == "help") && kCommonVerbs.contains(base) &&
                          s.low(i + 2) == third_person_of(base);
        if (verb != "have" && (past || cried || doing || does) && kCommonVerbs.contains(base)) {
            edits.add("LET_WITHOUT_TO", i + 2, i + 3, base);
        }
    }
    if (!s.is(i, "let's")) return;
    if (s.is(i + 1, "to") && base_form(s, i + 2)) edits.add("LET_WITHOUT_TO", i + 1, i + 2, "");
    if (ing_form(s, i + 1)) edits.add("LET_WITHOUT_TO", i + 1, i + 2, base_of_verb(s.low(i + 1)));
}

// good at play chess, after finish work, thank you for help me
void preposition(const Sentence& s, int i, Edits& edits) {
    const bool thanks = s.is(i, "for") && (s.any(i - 1, {"thanks", "sorry"}) ||
                                           (s.is(i - 1, "you") && s.is(i - 2, "thank")));
    const bool governed =
        s.any(i, {"at", "in", "of", "about", "on", "for"}) && kGoverning.contains(s.low(i - 1));
    const bool opens = s.any(i, {"after", "before", "by", "without"}) && s.tag(i, Tag::adp);
    const bool starts = i == 0 && s.any(0, {"after", "before"});
    if (!(thanks || governed || opens || starts)) return;
    const bool be = s.is(i + 1, "be") && !s.end(i + 2);
    const bool sure = verb_here(s, i + 1) &&
                      (!s.flag(i + 1, Flag::noun) || object(s, i + 2) || s.is(i + 1, "swim"));
    if (s.is(i, "for") && !thanks && !s.any(i - 1, {"responsible", "famous", "apologized"})) return;
    if (sure && s.is(i + 1, "help") && !object(s, i + 2)) return;
    if (sure || be) edits.add("ING_AFTER_PREPOSITION", i + 1, i + 2, gerund_of(s.low(i + 1)));
}

// Swim is good for you; read books is fun; my hobby is collect stamps
void as_noun(const Sentence& s, Edits& edits) {
    if (base_form(s, 0) && s.any(1, {"is", "makes", "helps", "was"}) && !s.question() &&
        !s.any(0, {"love",  "work",  "travel", "exercise", "water", "rest",  "help",
                   "study", "play",  "fish",   "walk",     "dress", "cook",  "guess",
                   "milk",  "dream", "taste",  "smoke",    "paint", "dance", "sleep",
                   "wish",  "hope",  "cause",  "answer",   "rain",  "park",  "plant",
                   "order", "drink", "smile",  "change",   "cost",  "plan",  "use"})) {
        edits.add("ING_AS_SUBJECT", 0, 1, gerund_of(s.low(0)));
    }
    for (int i = 1; i < 5; ++i) {
        if (!s.any(i - 1, {"hobby", "job", "dream", "hobbies", "interest", "passion"}) ||
            !s.any(i, {"is", "are"}) || !verb_here(s, i + 1)) {
            continue;
        }
        edits.add("ING_AS_SUBJECT", i + 1, i + 2, gerund_of(s.low(i + 1)));
    }
}

// It is easy learn; it is important learning
void it_is_easy(const Sentence& s, int i, Edits& edits) {
    static const Words kEasy(
        "easy difficult hard important necessary possible impossible dangerous useful better good "
        "nice interesting great fun");
    const bool it = s.is(i, "it's") || (s.any(i, {"is", "was"}) && s.is(i - 1, "it"));
    const int at = it ? s.after_adverbs(i + 1) : -1;
    if (at < 0 || !kEasy.contains(s.low(at))) return;
    const int verb = s.is(at + 1, "for") && kObjective.contains(s.low(at + 2)) ? at + 3 : at + 1;
    if (verb_here(s, verb) && !s.any(verb, {"look"}) &&
        (object(s, verb + 1) || s[verb + 1].is_capital() || s.end(verb + 1))) {
        edits.add("TO_AFTER_ADJECTIVE", verb, verb, "to");
    }
    const bool hard = s.any(at, {"important", "necessary", "easy", "difficult", "hard"});
    if (hard && ing_form(s, verb) && object(s, verb + 1) && verb == at + 1) {
        edits.add("TO_AFTER_ADJECTIVE", verb, verb + 1, "to " + base_of_verb(s.low(verb)));
    }
}

// I go to swim; too young for drive; takes me two hours doing; prevented me to go
void phrases(const Sentence& s, int i, Edits& edits) {
    static const Words kOutings("swim shop fish camp jog ski hike");
    if (s.any(i, {"go", "goes", "went", "going"}) && s.is(i + 1, "to") && s.any(i + 2, kOutings) &&
        phrase_ends(s, i + 3)) {
        edits.add("GO_SHOPPING", i + 1, i + 3, gerund_of(s.low(i + 2)));
    }
    const bool degree =
        (s.is(i - 2, "too") && s.flag(i - 1, Flag::adjective)) || s.is(i - 1, "enough");
    if (degree && s.is(i, "for") && verb_here(s, i + 1)) {
        edits.add("TO_FOR_PURPOSE", i, i + 2, "to " + base_of_verb(s.low(i + 1)));
    }
    if (s.is(i, "for") && s.is(i + 1, "to") && base_form(s, i + 2)) {
        edits.add("TO_FOR_PURPOSE", i, i + 1, "");
    }
    // went to the shop for buying milk
    static const Words kErrands("buy get see visit meet study learn take eat find work");
    if (s.is(i, "for") && ing_form(s, i + 1) && kErrands.contains(base_of_verb(s.low(i + 1)))) {
        bool moved = false;
        for (int k = i - 1; k >= 0 && k > i - 7; --k) {
            moved = moved || s.any(k, {"go", "goes", "went", "come", "came", "going", "comes"});
        }
        if (moved && (object(s, i + 2) || s.end(i + 2))) {
            edits.add("TO_FOR_PURPOSE", i, i + 2, "to " + base_of_verb(s.low(i + 1)));
        }
    }
    const bool takes = s.any(i, {"take", "takes", "took"}) && kObjective.contains(s.low(i + 1));
    if (takes) {
        for (int k = i + 3; k < i + 6; ++k) {
            if (s.any(k - 1, kSpans) && ing_form(s, k)) {
                edits.add("TAKES_TIME_TO", k, k + 1, "to " + base_of_verb(s.low(k)));
            }
        }
    }
    if (i == 1 && s.is(0, "i") && s.any(1, {"take", "took"}) && (s.number(2) || s.is(2, "a")) &&
        s.any(3, kSpans) && s.is(4, "to") && base_form(s, 5)) {
        edits.add("TAKES_TIME_TO", 0, 2, s.is(1, "took") ? "it took me" : "it takes me");
    }
    const bool prevents = s.any(i, {"prevent", "prevents", "prevented", "stop", "stopped", "stops",
                                    "discourage", "discouraged"});
    if (prevents && (kObjective.contains(s.low(i + 1)) || s.is(i + 1, "people")) &&
        s.is(i + 2, "to") && base_form(s, i + 3)) {
        edits.add("PREVENT_FROM", i + 2, i + 4, "from " + gerund_of(s.low(i + 3)));
    }
    // suggested me to go
    const bool suggests = s.any(i, {"suggest", "suggests", "suggested"});
    if (suggests && kObjective.contains(s.low(i + 1)) && s.is(i + 2, "to") && base_form(s, i + 3)) {
        edits.add("SUGGEST_THAT", i + 1, i + 3, "that " + std::string(subject_of(s.low(i + 1))));
    }
    if (pronoun(s, i) && clause_opens(s, i) && s.is(i + 1, "better") && base_form(s, i + 2)) {
        edits.add("HAD_BETTER", i + 1, i + 1, "had");
    }
}

// I'm have a car; he is can swim; I'm agree; I am usually go; today I am feel tired
void beside_be(const Sentence& s, int i, Edits& edits) {
    static const Words kContracted("i'm you're we're they're he's she's it's");
    static const Words kState(
        "agree have want need know like feel think live go get study believe "
        "understand hope love come eat play watch speak learn remember hate "
        "prefer enjoy disagree forget");
    const bool contracted = s.any(i, kContracted) && clause_opens(s, i);
    const bool full = s.any(i, {"am", "is", "are"}) && pronoun(s, i - 1) && clause_opens(s, i - 1);
    if (!contracted && !full) return;
    const bool asks = full && s.question();
    const int at = s.any(i + 1, {"very", "really", "always", "usually", "often", "also", "never",
                                 "sometimes", "not"})
                       ? i + 2
                       : i + 1;
    const auto cut = s.low(i).find('\'');
    const auto who = contracted ? s[i].text.substr(0, cut) : std::string();
    const std::string_view subject = contracted ? s.low(i).substr(0, cut) : s.low(i - 1);
    if (full && s.any(i + 1, {"can", "must", "should", "will"}) && !asks) {
        edits.add("BE_AND_VERB", i, i + 1, "");
        return;
    }
    if (!kState.contains(s.low(at)) || s.any(i, {"it's"}) || asks) return;
    const bool like = s.is(at, "like");
    if (like && at == i + 1) return;  // I'm like my father
    if (full && at == i + 1) return;  // that is BE_AND_BASE's
    if (s.any(at, {"study", "play", "love", "need", "hope", "watch"}) && !object(s, at + 1) &&
        !s.flag(at + 1, Flag::preposition)) {
        return;
    }
    const auto verb = third(subject) ? third_person_of(s.low(at)) : std::string(s.low(at));
    std::string adverb;
    if (at == i + 2) {
        if (s.is(i + 1, "not")) {
            const auto helper = third(subject) ? "doesn't " : "don't ";
            edits.add("BE_AND_VERB", i, at + 1,
                      who + (contracted ? " " : "") + helper + std::string(s.low(at)));
            return;
        }
        adverb = (s.is(i + 1, "very") ? "really" : std::string(s.low(i + 1))) + " ";
    }
    edits.add(full ? "BE_ADVERB_VERB" : "BE_AND_VERB", i, at + 1,
              who + (contracted ? " " : "") + adverb + verb);
}

}  // namespace

void find_patterns(const Sentence& s, Edits& edits) {
    for (int i = 0; i < s.size(); ++i) {
        verb_and_verb(s, i, edits);
        bare(s, i, edits);
        preposition(s, i, edits);
        it_is_easy(s, i, edits);
        phrases(s, i, edits);
        beside_be(s, i, edits);
    }
    as_noun(s, edits);
}

}  // namespace lexi::ml::grammar
