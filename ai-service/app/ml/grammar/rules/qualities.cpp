// Adjectives where adverbs are meant and the other way round, where adjectives and adverbs stand,
// and articles of the superlative.
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/ask.hpp"
#include "ml/grammar/rules/find.hpp"
#include "ml/grammar/rules/word_map.hpp"

namespace lexi::ml::grammar {
namespace {

const Words kWithAdverb(
    "quick slow careful careless quiet loud easy perfect correct bad good clear beautiful "
    "happy sad angry polite serious sudden usual final fortunate unfortunate lucky unlucky "
    "actual recent normal general real complete certain probable immediate");
const Words kOfSentence(
    "fortunate unfortunate lucky unlucky sudden final actual recent usual normal general");
const Words kBeforeVerb(
    "usual final real sudden actual recent normal general probable certain complete immediate");
const Words kGoodDeeds(
    "eat do finish drive clean wash close open answer read write speak play sing cook learn know");

bool tail(const Sentence& s, int i) {
    return s.end(i) || s.any(i, {"and", "when", "because", "but", "so", "every", "yesterday"});
}

// Fortunate, nobody was hurt. I usual get up. ate his lunch quick. cried loud
void adverbs(const Sentence& s, int i, Edits& edits) {
    if (!kWithAdverb.contains(s.low(i))) return;
    auto adverb = adverb_of(s.low(i));
    const auto say = [&] { edits.add("ADVERB_AFTER_VERB", i, i + 1, std::move(adverb)); };
    if (i == 0 && kOfSentence.contains(s.low(0)) &&
        (s.is(1, ",") || (pronoun(s, 1) && (s.verb(2) || s.be(2) || common_verb(s, 2))))) {
        say();
        return;
    }
    if (kBeforeVerb.contains(s.low(i)) && pronoun(s, i - 1) && common_verb(s, i + 1)) {
        say();
        return;
    }
    if (!tail(s, i + 1)) return;
    const bool very = s.any(i - 1, {"very", "so", "too", "really"});
    const int before = very ? i - 2 : i - 1;
    const bool object = s.flag(before, Flag::noun) &&
                        s.any(before - 1, {"my", "his", "her", "the", "their", "our"}) &&
                        kGoodDeeds.contains(base_of_verb(s.low(before - 2))) && !s.is(i, "good") &&
                        !s.is(i, "happy") && !s.is(i, "sad");
    const bool cries = s.is(i, "loud") && s.any(before, {"cried", "cry", "cries", "laughed",
                                                         "laugh", "shouted", "crying"});
    const bool read = !s.be(before - 3) && !s.any(before - 3, {"keep", "kept"});
    if ((object && read && !s.any(i, {"clear", "correct"})) || cries) say();
}

// a very successfully businessman; feel badly about; so exciting that we
void adjectives(const Sentence& s, int i, Edits& edits) {
    const auto low = s.low(i);
    const bool manner = low.ends_with("lly") && s.flag(i, Flag::manner) && !s.adjective(i);
    const bool very = s.any(i - 1, {"very", "so", "such"});
    const bool article = s.any(very ? i - 2 : i - 1, {"a", "an"});
    if (manner && (article || s.is(i - 1, "very")) && s.flag(i + 1, Flag::noun) &&
        kProfessions.contains(s.low(i + 1))) {
        edits.add("ADJECTIVE_AFTER_SENSE", i, i + 1, std::string(low.substr(0, low.size() - 2)));
    }
    if (s.is(i, "badly") && s.any(i - 2, {"feel", "feels", "felt"}) && s.is(i - 1, "very") &&
        s.is(i + 1, "about")) {
        edits.add("ADJECTIVE_AFTER_SENSE", i, i + 1, "bad");
    }
    const bool person = pronoun(s, i - 3) && !s.is(i - 3, "it") && s.be(i - 2);
    if (s.is(i, "exciting") && person && s.any(i - 1, {"so", "very"}) &&
        (s.end(i + 1) || s.any(i + 1, {"that", "about", "when", "to", "because"}))) {
        edits.add("FEELING_ED", i, i + 1, "excited");
    }
    if (s.is(i, "nearby") && s.number(i + 1)) edits.add("ADVERB_AFTER_VERB", i, i + 1, "nearly");
    const bool faster = s.any(i, {"harder", "faster", "better", "slower", "earlier", "later"});
    if (faster && s.any(i + 1, {"as", "from", "then"}) && !s.be(i - 1) &&
        s.any(i + 2, {"me", "him", "us", "them", "you"}) && s.end(i + 3)) {
        edits.add("COMPARED", i + 1, i + 2, "than");
    }
}

// cooks very well Vietnamese food; have seen never; could walk hardly; the book most interesting
void order(const Sentence& s, int i, Edits& edits) {
    if (s.is(i, "well") && s.any(i - 1, {"very", "so", "quite"}) &&
        s.flag(i + 1, Flag::adjective)) {
        const auto np = s.phrase(i + 1);
        const bool acts = common_verb(s, i - 2) && (pronoun(s, i - 3) || s.noun(i - 3));
        if (np && s.end(np.to) && acts) {
            edits.add("OBJECT_BEFORE_ADVERB", i - 1, np.to,
                      words_of(s, i + 1, np.to) + " " + words_of(s, i - 1, i + 1));
        }
    }
    if (s.any(i + 1, {"never", "already"}) && s.flag(i, Flag::participle) && !s.end(i + 2) &&
        s.any(i - 1, {"have", "has", "i've", "we've", "they've"}) && !s.is(i, "been")) {
        edits.add("ADVERB_BEFORE_VERB", i, i + 2,
                  std::string(s.low(i + 1)) + " " + words_of(s, i, i + 1));
    }
    if (s.is(i, "hardly") && base_form(s, i - 1) && s.any(i - 2, {"can", "could"}) &&
        s.end(i + 1)) {
        edits.add("ADVERB_BEFORE_VERB", i - 1, i + 1, "hardly " + words_of(s, i - 1, i));
    }
    if (s.is(i, "most") && s.flag(i - 1, Flag::noun) && s.is(i - 2, "the") &&
        s.flag(i + 1, Flag::adjective) && s.any(i + 2, {"that", "in", "of", "i"})) {
        edits.add("ADJECTIVE_BEFORE_NOUN", i - 1, i + 2,
                  words_of(s, i, i + 2) + " " + words_of(s, i - 1, i));
    }
    static const Words kLooks(
        "new old big small red blue green black white beautiful expensive cheap");
    if (s.any(i - 1, {"a", "an"}) && kCountable.contains(s.low(i)) &&
        kLooks.contains(s.low(i + 1)) &&
        s.any(i + 2, {"yesterday", "last", "for", "today", "when", "because"}) &&
        !s.any(i - 2, {"make", "made", "keep", "find", "paint", "painted", "such"})) {
        edits.add("ADJECTIVE_BEFORE_NOUN", i - 1, i + 2,
                  std::string(article_for(s.low(i + 1))) + " " + words_of(s, i + 1, i + 2) + " " +
                      words_of(s, i, i + 1));
    }
    // There are in my class thirty students.
    const bool there = i == 0 && s.is(0, "there") && s.any(1, {"is", "are"}) &&
                       s.any(2, {"in", "at", "on"}) && s.determiner(3) && s.flag(4, Flag::noun);
    if (there && (s.number(5) || s.any(5, {"a", "an", "many", "some"}))) {
        const int last = s.size() - 1;
        const auto np = s.phrase(5);
        if (np && np.to == last) {
            edits.add("OBJECT_AFTER_VERB", 2, last, words_of(s, 5, last) + " " + words_of(s, 2, 5));
        }
    }
    // explain me the rules of the game; plays every Sunday football with his friends
    if (base_of_verb(s.low(i)) == "explain" && s.any(i + 1, {"me", "him", "us", "them"})) {
        const auto np = s.phrase(i + 2);
        const auto inner = np && s.is(np.to, "of") ? s.phrase(np.to + 1) : NounPhrase{};
        if (inner && s.end(inner.to)) {
            edits.add("EXPLAIN_TO", i + 1, inner.to,
                      words_of(s, i + 2, inner.to) + " to " + words_of(s, i + 1, i + 2));
        }
    }
    if (base_of_verb(s.low(i)) == "play" && s.is(i + 1, "every") &&
        s.any(i + 3, {"football", "tennis", "badminton", "chess", "volleyball", "basketball"})) {
        const int with = s.is(i + 4, "with") && s.determiner(i + 5) && s.end(i + 7) ? i + 7 : i + 4;
        if (s.end(with)) {
            edits.add("OBJECT_AFTER_VERB", i + 1, with,
                      words_of(s, i + 3, with) + " " + words_of(s, i + 1, i + 3));
        }
    }
}

// a tallest boy, is best cook in, a sun, have a breakfast, visited the Japan, the football and the
void articles(const Sentence& s, int i, Edits& edits) {
    const bool superlative = s.flag(i + 1, Flag::superlative) && s.low(i + 1).ends_with("st") &&
                             !s.any(i + 1, {"best", "last", "least", "most", "first", "modest",
                                            "honest", "past", "just", "robust"});
    const bool best = s.any(i + 1, {"best", "worst"}) && s.any(i + 3, {"in", "of"});
    if (s.any(i, {"a", "an", "one"}) && (superlative || best) && s.noun(i + 2) &&
        !(s.is(i, "one") && !s.be(i - 1))) {
        edits.add("THE_SUPERLATIVE", i, i + 1, "the");
    }
    if (s.be(i) && s.any(i + 1, {"best", "worst"}) && s.flag(i + 2, Flag::noun) &&
        s.any(i + 3, {"in", "of"}) && !plural_noun(s, i + 2)) {
        edits.add("THE_SUPERLATIVE", i + 1, i + 1, "the");
    }
    if (s.any(i, {"a", "an"}) && s.any(i + 1, {"sun", "internet"}) && !s.noun(i + 2)) {
        edits.add("THE_IN_PHRASE", i, i + 1, "the");
    }
    if (s.is(i, "a") && base_of_verb(s.low(i - 1)) == "have" &&
        s.any(i + 1, {"breakfast", "lunch", "dinner"}) && phrase_ends(s, i + 2)) {
        edits.add("ARTICLE_TOO_MANY", i, i + 1, "");
    }
    static const Words kSports(
        "football tennis badminton volleyball basketball swimming chess "
        "cycling jogging");
    static const Words kIdeas("money happiness love health nature friendship knowledge");
    if (!s.is(i, "the")) {
        if (s.any(i, {"at", "to", "by"}) && s.is(i + 1, "seaside") && phrase_ends(s, i + 2)) {
            edits.add("THE_IN_PHRASE", i + 1, i + 1, "the");
        }
        return;
    }
    const bool visits = s.any(i - 1, {"visit", "visited", "visiting", "love", "loves", "left"});
    const bool land = kLands.contains(s.low(i + 1)) && s[i + 1].is_capital() && visits &&
                      (phrase_ends(s, i + 2) || s.number(i + 2));
    const bool likes = s.any(i - 1, {"like", "likes", "love", "loves", "play", "plays", "enjoy",
                                     "enjoys", "prefer", "prefers"}) ||
                       (s.is(i - 1, "and") && kSports.contains(s.low(i - 2)) && s.is(i - 3, "the"));
    const bool sport = likes && kSports.contains(s.low(i + 1)) && phrase_ends(s, i + 2) &&
                       !s.any(i + 2, {"in", "on", "at"});
    const bool idea =
        kIdeas.contains(s.low(i + 1)) &&
        ((i == 0 && s.is(2, "is") && s.any(3, {"more", "very", "not", "the", "most"})) ||
         (s.is(i - 1, "than") && s.end(i + 2)));
    const bool play = sport && s.low(i - 1).starts_with("play");
    if (land || sport || idea) {
        edits.add(play ? "NO_THE_BEFORE_NAME" : "ARTICLE_TOO_MANY", i, i + 1, "");
    }
}

// the boy who he is talking to Lan
void relatives(const Sentence& s, int i, Edits& edits) {
    const bool person = kPerson.contains(s.low(i - 1)) && s.determiner(i - 2);
    if (s.is(i, "who") && person && s.any(i + 1, {"he", "she"}) && s.any(i + 2, {"is", "was"}) &&
        s.low(i + 3).ends_with("ing")) {
        edits.add("DOUBLE_SUBJECT", i + 1, i + 2, "");
    }
}

}  // namespace

void find_qualities(const Sentence& s, Edits& edits) {
    for (int i = 0; i < s.size(); ++i) {
        adverbs(s, i, edits);
        adjectives(s, i, edits);
        order(s, i, edits);
        articles(s, i, edits);
        relatives(s, i, edits);
    }
}

}  // namespace lexi::ml::grammar
