// Words of the right family and the wrong kind: nouns for adjectives, adjectives and verbs
// for nouns; Vietnamese has one word for all of them.
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/ask.hpp"
#include "ml/grammar/rules/find.hpp"
#include "ml/grammar/rules/word_map.hpp"

namespace lexi::ml::grammar {
namespace {

const Map kAdjectives{{"danger", "dangerous"},
                      {"success", "successful"},
                      {"noise", "noisy"},
                      {"health", "healthy"},
                      {"importance", "important"},
                      {"beauty", "beautiful"},
                      {"friend", "friendly"},
                      {"difference", "different"},
                      {"difficulty", "difficult"},
                      {"convenience", "convenient"},
                      {"confidence", "confident"},
                      {"patience", "patient"},
                      {"happiness", "happy"},
                      {"intelligence", "intelligent"},
                      {"kindness", "kind"},
                      {"tradition", "traditional"},
                      {"fame", "famous"},
                      {"luck", "lucky"},
                      {"hunger", "hungry"},
                      {"thirst", "thirsty"},
                      {"anger", "angry"},
                      {"sadness", "sad"},
                      {"wealth", "wealthy"},
                      {"safety", "safe"},
                      {"honesty", "honest"},
                      {"laziness", "lazy"},
                      {"use", "useful"},
                      {"help", "helpful"},
                      {"care", "careful"},
                      {"comfort", "comfortable"},
                      {"pollution", "polluted"},
                      {"nature", "natural"},
                      {"rain", "rainy"},
                      {"sun", "sunny"},
                      {"wind", "windy"},
                      {"fog", "foggy"},
                      {"crowd", "crowded"},
                      {"value", "valuable"},
                      {"nation", "national"},
                      {"history", "historical"},
                      {"profession", "professional"},
                      {"person", "personal"},
                      {"taste", "tasty"},
                      {"fashion", "fashionable"},
                      {"industry", "industrial"},
                      {"culture", "cultural"}};
const Map kNouns{{"healthy", "health"},
                 {"confident", "confidence"},
                 {"pronounce", "pronunciation"},
                 {"decide", "decision"},
                 {"safe", "safety"},
                 {"stressful", "stress"},
                 {"different", "difference"},
                 {"succeed", "success"},
                 {"choose", "choice"},
                 {"invite", "invitation"},
                 {"explain", "explanation"},
                 {"arrive", "arrival"},
                 {"behave", "behaviour"},
                 {"know", "knowledge"},
                 {"believe", "belief"},
                 {"describe", "description"},
                 {"discuss", "discussion"},
                 {"educate", "education"},
                 {"celebrate", "celebration"},
                 {"important", "importance"},
                 {"successful", "success"},
                 {"beautiful", "beauty"},
                 {"improve", "improvement"},
                 {"develop", "development"},
                 {"grow", "growth"},
                 {"solve", "solution"},
                 {"apologize", "apology"},
                 {"suggest", "suggestion"},
                 {"die", "death"},
                 {"marry", "marriage"},
                 {"difficult", "difficulty"},
                 {"compare", "comparison"},
                 {"introduce", "introduction"},
                 {"happy", "happiness"},
                 {"honest", "honesty"},
                 {"intelligent", "intelligence"},
                 {"patient", "patience"},
                 {"lose", "loss"}};

// It is a danger road; my teacher is very patience; it is very noise
void noun_for_adjective(const Sentence& s, int i, Edits& edits) {
    const auto right = found_in(kAdjectives, s.low(i));
    if (right.empty()) return;
    const bool degree = s.any(i - 1, {"very", "so", "too", "really", "quite", "extremely"});
    const bool is =
        s.be(i - 2) || s.any(i - 2, {"become", "became", "be", "looks", "feel", "feels"});
    static const Words kVerbsToo("help care use rain hunger thirst taste crowd wind value");
    if (degree && (is || s.is(i - 2, "a")) && (phrase_ends(s, i + 1) || s.is(i - 2, "a")) &&
        !(kVerbsToo.contains(s.low(i)) && !s.be(i - 2))) {
        edits.add("ADJECTIVE_NOT_NOUN", i, i + 1, std::string(right));
        return;
    }
    static const Words kBeforeNoun("danger success noise importance difficulty beauty convenience");
    const bool thing = kCountable.contains(s.low(i + 1)) || kPerson.contains(s.low(i + 1)) ||
                       kProfessions.contains(s.low(i + 1)) ||
                       s.any(i + 1, {"place", "road", "businessman", "animal", "thing", "day"});
    if (s.any(i - 1, {"a", "an"}) && kBeforeNoun.contains(s.low(i)) && thing &&
        !(s.is(i, "success") && s.any(i + 1, {"story", "rate"}))) {
        edits.add("ADJECTIVE_NOT_NOUN", i - 1, i + 1,
                  std::string(article_for(right)) + " " + std::string(right));
    }
    if (s.any(i - 1, {"a"}) && s.any(i, {"sun", "rain", "wind"}) && s.is(i + 1, "day")) {
        edits.add("ADJECTIVE_NOT_NOUN", i, i + 1, std::string(right));
    }
    // is convenience, is importance: behind a thing that has no article
    static const Words kBehindBe("convenience importance difficulty danger confidence patience");
    if (s.be(i - 1) && kBehindBe.contains(s.low(i)) && s.end(i + 1) && !s.question() &&
        !s.any(i - 2, {"is", "name", "problem", "thing", "key", "virtue", "is", "what"})) {
        edits.add("ADJECTIVE_NOT_NOUN", i, i + 1, std::string(right));
    }
}

// improve my pronounce; made a decide; a good healthy; the high of the building
void noun_wanted(const Sentence& s, int i, Edits& edits) {
    static const Map kMeasures{{"high", "height"},  {"long", "length"},     {"wide", "width"},
                               {"deep", "depth"},   {"strong", "strength"}, {"old", "age"},
                               {"heavy", "weight"}, {"hot", "heat"}};
    const auto measure = found_in(kMeasures, s.low(i));
    const bool owned = kPossessives.contains(s.low(i - 1)) || s.is(i - 1, "the");
    if (!measure.empty() && owned &&
        ((s.is(i + 1, "of") && s.any(i + 2, {"the", "this", "my", "your", "a"})) ||
         (s.any(i, {"high"}) && s.end(i + 1) && !s.is(i - 1, "the")))) {
        edits.add("NOUN_OR_ADJECTIVE", i, i + 1, std::string(measure));
    }
    const auto right = found_in(kNouns, s.low(i));
    if (right.empty()) return;
    const bool verb = s.flag(i, Flag::verb) && !s.flag(i, Flag::adjective);
    const bool mine = kPossessives.contains(s.low(i - 1)) && !s.any(i, {"invite"});
    const bool described =
        s.any(i - 1, {"good", "bad", "big", "great", "wrong", "right"}) &&
        (s.any(i - 2, {"a", "the", "some"}) || kPossessives.contains(s.low(i - 2)));
    const bool after_a = s.is(i - 1, "a") && verb && !s.is(i, "invite");
    const bool stops =
        s.end(i + 1) || s.any(i + 1, {"of", "about", "to", "is", "was", "in", "with"});
    const bool adjective = s.flag(i, Flag::adjective);
    const bool alone = s.end(i + 1) || s.any(i + 1, {"is", "was"});
    const bool fits = verb ? (mine || described || after_a) && stops
                           : adjective && (mine || described) && alone && !s.is(i, "safe");
    if (!fits || (mine && s.any(i - 2, {"let", "make", "makes", "made", "help", "saw"}))) return;
    if (adjective && described && s.is(i - 2, "a")) {
        edits.add("NOUN_OR_VERB", i - 2, i + 1, words_of(s, i - 1, i) + " " + std::string(right));
        return;
    }
    const bool article = after_a && article_for(right) != "a";
    edits.add("NOUN_OR_VERB", article ? i - 1 : i, i + 1,
              (article ? std::string("an ") : "") + std::string(right));
}

// Safe is very important; a lot of stressful; my mother language; in my free times
void noun_phrases(const Sentence& s, int i, Edits& edits) {
    const auto right = found_in(kNouns, s.low(i));
    const bool adjective = !right.empty() && s.flag(i, Flag::adjective) && !s.is(i, "patient");
    if (adjective && s.any(i + 1, {"is", "was"}) && clause_opens(s, i) && !s.question() &&
        s.any(i + 2, {"very", "more", "the", "important", "not", "always"})) {
        edits.add("NOUN_OR_ADJECTIVE", i, i + 1, std::string(right));
    }
    const bool lot = s.is(i - 1, "of") && s.any(i - 2, {"lot", "lots", "lack", "full"});
    if (adjective && (lot || s.any(i - 1, {"much"})) && phrase_ends(s, i + 1)) {
        edits.add("NOUN_OR_ADJECTIVE", i, i + 1, std::string(right));
    }
    if (s.is(i, "mother") && s.any(i + 1, {"language"})) {
        edits.add("COLLOCATION", i + 1, i + 2, "tongue");
    }
    if (s.is(i, "times") && s.any(i - 1, {"free", "spare"}) &&
        kPossessives.contains(s.low(i - 2))) {
        edits.add("UNCOUNTABLE_PLURAL", i, i + 1, "time");
    }
}

}  // namespace

void find_wordforms(const Sentence& s, Edits& edits) {
    for (int i = 0; i < s.size(); ++i) {
        noun_for_adjective(s, i, edits);
        noun_wanted(s, i, edits);
        noun_phrases(s, i, edits);
    }
}

}  // namespace lexi::ml::grammar
