// Verbs and adjectives with the prepositions that they take, by table; and prepositions of place
// and time that go by the noun.
#include <array>

#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/ask.hpp"
#include "ml/grammar/rules/find.hpp"
#include "ml/grammar/rules/government.hpp"

namespace lexi::ml::grammar {
namespace {

const std::array kAdjectives{
    Government{"excited", "about", Words("for with of")},
    Government{"surprised", "at", Words("with about of for")},
    Government{"nervous", "about", Words("of with for")},
    Government{"close", "to", Words("with from")},
    Government{"polite", "to", Words("with for")},
    Government{"kind", "to", Words("with for")},
    Government{"late", "for", Words("to")},
    Government{"harmful", "to", Words("with")},
    Government{"engaged", "to", Words("with")},
    Government{"guilty", "of", Words("for with")},
    Government{"rich", "in", Words("of with")},
    Government{"absent", "from", Words("in at")},
    Government{"strict", "with", Words("to")},
    Government{"pleased", "with", Words("of")},
    Government{"disappointed", "with", Words("of for on")},
    Government{"terrible", "at", Words("in on")},
    Government{"excellent", "at", Words("on")},
    Government{"brilliant", "at", Words("in on")},
    Government{"confident", "in", Words("on")},
    Government{"curious", "about", Words("with on to")},
    Government{"serious", "about", Words("with on of")},
    Government{"crazy", "about", Words("with of for on")},
    Government{"patient", "with", Words("to")},
    Government{"suitable", "for", Words("with")},
    Government{"useful", "for", Words("with")},
    Government{"sorry", "about", Words("with of")},
    Government{"grateful", "to", Words("with")},
    Government{"independent", "of", Words("with")},
    Government{"opposite", "to", Words("with")},
    Government{"equal", "to", Words("with")},
    Government{"fed", "up with", Words("")},
    Government{"scared", "of", Words("about by")},
    Government{"frightened", "of", Words("with from")},
    Government{"terrified", "of", Words("with from about")},
    Government{"ashamed", "of", Words("about for with")},
    Government{"tired", "of", Words("with")},
};

const std::array kVerbs{
    Government{"graduate", "from", Words("at in of")},
    Government{"suffer", "from", Words("of with by")},
    Government{"congratulate", "on", Words("for about")},
    Government{"accuse", "of", Words("for about with")},
    Government{"blame", "for", Words("about of")},
    Government{"translate", "into", Words("to")},
    Government{"divide", "into", Words("in to")},
    Government{"introduce", "to", Words("with for")},
    Government{"recover", "from", Words("of")},
    Government{"escape", "from", Words("of")},
    Government{"care", "about", Words("on")},
    Government{"complain", "about", Words("on with for at")},
    Government{"worry", "about", Words("of on for with to")},
    Government{"dream", "of", Words("to with on")},
    Government{"rely", "on", Words("in to at with of")},
    Government{"laugh", "at", Words("to on")},
    Government{"smile", "at", Words("with to")},
    Government{"reply", "to", Words("for with")},
    Government{"agree", "with", Words("to about")},
    Government{"borrow", "from", Words("of")},
    Government{"search", "for", Words("about to")},
    Government{"prepare", "for", Words("to")},
    Government{"contribute", "to", Words("for in on")},
    Government{"adapt", "to", Words("with for")},
    Government{"object", "to", Words("with about")},
    Government{"lead", "to", Words("into")},
    Government{"invest", "in", Words("on to")},
    Government{"specialize", "in", Words("on at")},
    Government{"specialise", "in", Words("on at")},
    Government{"major", "in", Words("on at")},
    Government{"rescue", "from", Words("of")},
    Government{"warn", "about", Words("on for")},
    Government{"remind", "of", Words("to")},
};

// Verbs that reach their object without a preposition, or only with one.
struct Direct {
    std::string_view verb;
    Words surplus;
};
const std::array kDirect{
    Direct{"marry", Words("with to")},
    Direct{"contact", Words("with to")},
    Direct{"divorce", Words("with")},
    Direct{"answer", Words("to for")},
    Direct{"phone", Words("to with")},
    Direct{"call", Words("to")},
    Direct{"telephone", Words("to")},
    Direct{"request", Words("for")},
    Direct{"obey", Words("to")},
    Direct{"serve", Words("for to")},
    Direct{"affect", Words("on to in")},
    Direct{"influence", Words("on to in")},
    Direct{"accompany", Words("with")},
    Direct{"support", Words("to for")},
    Direct{"resemble", Words("to with")},
    Direct{"join", Words("to with in")},
    Direct{"approach", Words("to")},
    Direct{"reach", Words("to at in")},
    Direct{"visit", Words("to at in")},
    Direct{"attend", Words("at in")},
    Direct{"enter", Words("into to in")},
    Direct{"discuss", Words("about on")},
    Direct{"meet", Words("to")},
    Direct{"help", Words("for to")},
    Direct{"kiss", Words("to")},
    Direct{"thank", Words("to")},
    Direct{"invite", Words("for")},
    Direct{"teach", Words("for")},
    Direct{"play", Words("with")},
    Direct{"respect", Words("to for")},
    Direct{"love", Words("with to")},
    Direct{"fight", Words("to")},
    Direct{"face", Words("to with")},
    Direct{"lack", Words("of")},
    Direct{"emphasize", Words("on about")},
    Direct{"describe", Words("about")},
    Direct{"consider", Words("about")},
    Direct{"mention", Words("about to")},
    Direct{"follow", Words("to")},
};

const std::array kNeeds{
    std::pair{"apologize", "to"},   std::pair{"apologise", "to"},   std::pair{"laugh", "at"},
    std::pair{"smile", "at"},       std::pair{"graduate", "from"},  std::pair{"reply", "to"},
    std::pair{"rely", "on"},        std::pair{"concentrate", "on"}, std::pair{"participate", "in"},
    std::pair{"complain", "about"}, std::pair{"knock", "on"},       std::pair{"succeed", "in"},
    std::pair{"suffer", "from"},    std::pair{"care", "about"},     std::pair{"worry", "about"},
    std::pair{"listen", "to"},      std::pair{"depend", "on"},      std::pair{"belong", "to"},
    std::pair{"wait", "for"},       std::pair{"agree", "with"},     std::pair{"arrive", "at"},
    std::pair{"talk", "to"},        std::pair{"object", "to"},      std::pair{"contribute", "to"},
    std::pair{"respond", "to"},     std::pair{"refer", "to"},       std::pair{"deal", "with"},
};

bool object(const Sentence& s, int i) {
    return s.any(i, {"the", "my", "your", "his", "her", "our", "their", "these", "those"}) ||
           s.any(i, {"me", "him", "us", "them"}) || (s.is(i, "her") && s.end(i + 1));
}

bool acts(const Sentence& s, int i) {
    return s.flag(i, Flag::verb) && !s.determiner(i - 1) && !s.adjective(i - 1) &&
           !s.tag(i, Tag::adj) && !s.any(i - 1, {"of", "in", "for", "with"});
}

void adjectives(const Sentence& s, int i, Edits& edits) {
    for (const auto& [word, right, wrong] : kAdjectives) {
        if (!s.is(i, word) || !s.any(i + 1, wrong) || s.end(i + 2)) continue;
        const int be =
            s.any(i - 1, {"very", "so", "really", "too", "not", "always"}) ? i - 2 : i - 1;
        const bool feels = s.be(be) || s.any(be, {"feel", "feels", "felt", "became", "get"});
        const bool infinitive = s.is(i + 1, "to") && base_form(s, i + 2);
        if (!feels || infinitive || s.any(i + 2, kTimeNouns) || s.number(i + 2)) continue;
        edits.add("PREPOSITION_AFTER_ADJECTIVE", i + 1, i + 2, std::string(right));
    }
    const bool be = s.be(i - 1) || s.any(i - 1, {"very", "not", "so"});
    if (be && s.any(i, {"good", "bad"}) && s.is(i + 1, "to") &&
        s.any(i + 2, {"your", "my", "our", "the", "their"}) &&
        s.any(i + 3, {"health", "environment", "eyes", "skin", "body"})) {
        edits.add("PREPOSITION_AFTER_ADJECTIVE", i + 1, i + 2, "for");
    }
    if (be && s.is(i, "ready") && s.is(i + 1, "to") && s.any(i + 2, {"the", "my", "your", "our"})) {
        edits.add("PREPOSITION_AFTER_ADJECTIVE", i + 1, i + 2, "for");
    }
    if (be && s.is(i, "worried") && s.any(i + 1, {"of", "for"}) && object(s, i + 2)) {
        edits.add("PREPOSITION_AFTER_ADJECTIVE", i + 1, i + 2, "about");
    }
}

void verbs(const Sentence& s, int i, Edits& edits) {
    if (!acts(s, i)) return;
    const auto verb = base_of_verb(s.low(i));
    const bool passive = s.be(i - 1) || s.be(i - 2);
    for (const auto& [word, right, wrong] : kVerbs) {
        if (verb != word) continue;
        const bool person = kObjective.contains(s.low(i + 1));
        const bool transitive = word == "congratulate" || word == "accuse" || word == "blame" ||
                                word == "introduce" || word == "translate" || word == "remind" ||
                                word == "rescue" || word == "warn" || word == "divide";
        if (transitive && !person && !passive) continue;
        const int at = person ? i + 2 : i + 1;
        const bool noun = s.determiner(at + 1) || s[at + 1].is_capital() ||
                          kObjective.contains(s.low(at + 1)) ||
                          (s.noun(at + 1) && !kCommonVerbs.contains(s.low(at + 1))) ||
                          s.low(at + 1).ends_with("ing");
        if (s.any(at, wrong) && noun && !s.any(at + 1, kTimeNouns) &&
            !s.any(at + 1, {"this", "that", "which", "all"})) {
            if (word == "graduate" && s.number(at + 1)) continue;
            if (word == "agree" && !kObjective.contains(s.low(at + 1))) continue;
            edits.add("PREPOSITION_AFTER_VERB", at, at + 1, std::string(right));
        }
    }
    for (const auto& [direct, surplus] : kDirect) {
        if (verb != direct || !s.any(i + 1, surplus) || passive || s.flag(i - 1, Flag::adverb))
            continue;
        const bool thing =
            object(s, i + 2) || (s[i + 2].is_capital() && direct != "call") || s.is(i + 2, "a");
        const bool ball =
            direct == "play" && s.any(i + 2, {"football", "tennis", "badminton", "chess",
                                              "volleyball", "basketball", "piano"});
        if (direct == "play" ? !ball : !thing) continue;
        if ((direct == "help" || direct == "thank") && !kObjective.contains(s.low(i + 2))) continue;
        // what may be a noun as well is a verb behind a subject or a helper
        const bool behind = pronoun(s, i - 1) || s.noun(i - 1) || i == 0 ||
                            s.any(i - 1, {"to", "can", "will", "should", "must", "please", "don't",
                                          "didn't", "not", "could", "would", "always", "often"});
        if (s.flag(i, Flag::noun) && !behind) continue;
        edits.add("NO_PREPOSITION_AFTER_VERB", i + 1, i + 2, "");
    }
}

void needed(const Sentence& s, int i, Edits& edits) {
    if (!acts(s, i)) return;
    const auto verb = base_of_verb(s.low(i));
    const bool school = s.any(i + 1, {"university", "college", "school"}) ||
                        (s[i + 1].is_capital() && s.is(i + 2, "university"));
    for (const auto& [word, right] : kNeeds) {
        const bool passive = s.low(i).ends_with("ed") && (s.be(i - 1) || s.be(i - 2));
        if (verb != word || passive) continue;
        if (s.flag(i + 1, Flag::preposition) && !s.end(i + 1) && !s.determiner(i + 1)) continue;
        const bool person = s.any(i + 1, {"me", "him", "us", "them"});
        const bool only_person = verb == "apologize" || verb == "apologise" || verb == "agree" ||
                                 verb == "complain" || verb == "talk" || verb == "care";
        if (only_person ? !person : !(object(s, i + 1) || (verb == "graduate" && school))) continue;
        if (s.any(i + 2, kTimeNouns) || s.any(i + 2, kSpans)) continue;
        if (verb == "wait" && s.any(i + 2, {"turn", "turns"})) continue;
        edits.add("PREPOSITION_MISSING", i + 1, i + 1, right);
    }
    // looking a job, looks her keys, look the picture
    static const Words kLost(
        "key keys job phone bag book wallet glasses house flat apartment hotel work");
    const auto np = s.phrase(i + 1);
    const bool thing = np && np.determiner == i + 1;
    if (verb == "look" && thing && s.any(np.head, kLost) && !s.end(i + 1) &&
        !s.any(i + 1, {"what"})) {
        edits.add("PREPOSITION_MISSING", i + 1, i + 1, "for");
    } else if (verb == "look" && s.any(i + 1, {"the", "this", "my", "that"}) && thing &&
               s.any(np.head, {"picture", "photo", "board", "map", "sky", "screen", "clock", "sea",
                               "window", "moon", "stars", "mirror"})) {
        edits.add("PREPOSITION_MISSING", i + 1, i + 1, "at");
    }
    if (verb == "pay" && s.is(i + 1, "attention") &&
        (object(s, i + 2) || s.is(i + 2, "for") || s.is(i + 2, "on"))) {
        edits.add("PREPOSITION_MISSING", i + 2, object(s, i + 2) ? i + 2 : i + 3, "to");
    }
    if (verb == "look" && s.is(i + 1, "forward") && s.determiner(i + 2)) {
        edits.add("PREPOSITION_MISSING", i + 2, i + 2, "to");
    }
    if (verb == "provide" && s.any(i + 1, {"me", "us", "him", "them"}) &&
        (s.noun(i + 2) || s.determiner(i + 2))) {
        edits.add("PREPOSITION_MISSING", i + 2, i + 2, "with");
    }
    // spend two hours for my homework
    if (verb == "spend") {
        for (int k = i + 2; k < i + 6 && !s.end(k); ++k) {
            if (s.any(k, {"for", "in"}) &&
                s.any(k - 1, {"time", "money", "hours", "hour", "minutes"}) &&
                (s.any(k + 1, {"my", "his", "her", "our", "their", "clothes", "books", "food",
                               "games"}))) {
                edits.add("PREPOSITION_AFTER_VERB", k, k + 1, "on");
            }
        }
    }
    // gave to me a book, bought for me a bike
    const bool gives = verb == "give" || verb == "buy" || verb == "send" || verb == "show" ||
                       verb == "bring" || verb == "make" || verb == "teach" || verb == "lend" ||
                       verb == "offer" || verb == "cook";
    if (gives && s.any(i + 1, {"to", "for"}) && kObjective.contains(s.low(i + 2)) &&
        (s.any(i + 3, {"a", "an", "the", "some", "my", "this", "many"}) || s.number(i + 3) ||
         (verb == "teach" && s.noun(i + 3)))) {
        edits.add("GIVE_SOMEBODY", i + 1, i + 2, "");
    }
}

}  // namespace

void find_governed(const Sentence& s, Edits& edits) {
    for (int i = 0; i < s.size(); ++i) {
        adjectives(s, i, edits);
        verbs(s, i, edits);
        needed(s, i, edits);
    }
}

}  // namespace lexi::ml::grammar
