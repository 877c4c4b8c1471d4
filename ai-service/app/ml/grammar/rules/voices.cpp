// Passive and active, -ing and -ed: who does it, and to whom it is done; and verbs in forms that
// their neighbours do not allow.
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/ask.hpp"
#include "ml/grammar/rules/find.hpp"
#include "ml/grammar/rules/word_map.hpp"

namespace lexi::ml::grammar {
namespace {

const Words kDoneTo(
    "speak grow make sell build write use produce clean hold teach wear steal break repair paint "
    "serve cook find call invent discover direct publish design open close drive");
const Words kBuilt("house bridge road school hospital building hotel room car street station");
const Words kNever("go come happen arrive die appear disappear fall sleep cry laugh belong exist");
const Words kThings(
    "news film movie story book lesson game match test day journey trip job work party result "
    "speech concert programme program");
const Map kIng{
    {"bored", "boring"},           {"excited", "exciting"},     {"shocked", "shocking"},
    {"interested", "interesting"}, {"surprised", "surprising"}, {"disappointed", "disappointing"},
    {"confused", "confusing"},     {"tired", "tiring"},         {"frightened", "frightening"},
    {"amazed", "amazing"},         {"relaxed", "relaxing"},     {"annoyed", "annoying"}};
const Map kEd{{"boring", "bored"},           {"exciting", "excited"},
              {"tiring", "tired"},           {"confusing", "confused"},
              {"surprising", "surprised"},   {"disappointing", "disappointed"},
              {"frightening", "frightened"}, {"embarrassing", "embarrassed"},
              {"annoying", "annoyed"},       {"worrying", "worried"}};

bool where_or_how(const Sentence& s, int i) {
    return s.end(i) || s.any(i, {"in", "by", "at", "all", "every", "from", "on", "here", "there",
                                 "near", "now", "with", "last", "yesterday", "for", "as"});
}

bool other_verb(const Sentence& s, int from, int to) {
    for (int k = from; k < to; ++k) {
        if (s.verb(k) || s.be(k)) return true;
    }
    return false;
}

// English is speak everywhere; the road is repairing; I was went; was died
void with_be(const Sentence& s, int i, Edits& edits) {
    if (!s.any(i, {"am", "is", "are", "was", "were"})) return;
    const auto base = base_of_verb(s.low(i + 1));
    const auto last = s.low(i - 1);
    const bool thing = s.flag(i - 1, Flag::noun) && !pronoun(s, i - 1) && !s.verb(i - 1) &&
                       !kPerson.contains(last) && !kProfessions.contains(last) &&
                       !kPerson.contains(singular_of(last));
    if (s.low(i + 1) == base && kDoneTo.contains(base) && where_or_how(s, i + 2) && thing &&
        !s.any(i + 1, {"open", "close", "clean", "build"}) && !s.question()) {
        edits.add("PASSIVE_PARTICIPLE", i + 1, i + 2, participle_of(base));
    }
    const bool repairing =
        s.any(i + 1, {"repairing", "building", "cleaning", "painting", "constructing", "fixing"});
    if (repairing && (kBuilt.contains(last) || kBuilt.contains(singular_of(last))) &&
        where_or_how(s, i + 2)) {
        edits.add("PASSIVE_GOING_ON", i + 1, i + 2, "being " + participle_of(base));
    }
    static const Words kPastOnly("went came saw ate gave took knew did began drank swam ran");
    if (s.any(i + 1, kPastOnly) && (pronoun(s, i - 1) || kPerson.contains(last))) {
        edits.add("NO_PASSIVE", i, i + 2, s[i + 1].text);
    }
    if (s.any(i, {"was", "were"}) && kNever.contains(base) && s.low(i + 1).ends_with("ed") &&
        (pronoun(s, i - 1) || s.noun(i - 1))) {
        edits.add("NO_PASSIVE", i, i + 2, s[i + 1].text);
    }
    if (s.any(i, {"was", "were"}) && s.is(i + 1, "begun") && where_or_how(s, i + 2)) {
        edits.add("NO_PASSIVE", i, i + 2, "began");
    }
    const bool made =
        s.is(i + 1, "made") && base_form(s, i + 2) && (pronoun(s, i - 1) || kPerson.contains(last));
    if (made && s.any(i + 2, {"work", "wait", "stay", "do", "clean", "go", "study", "wear", "pay",
                              "leave"})) {
        edits.add("TO_AFTER_VERB", i + 2, i + 2, "to");
    }
}

// The house built in 1990.
void without_be(const Sentence& s, Edits& edits) {
    if (!s.any(0, {"the", "this", "my", "our"}) || s.question()) return;
    static const Words kMade(
        "built written painted designed directed published invented discovered founded stolen "
        "repaired");
    const int verb = kMade.contains(s.low(2)) ? 2 : kMade.contains(s.low(3)) ? 3 : -1;
    if (verb < 0 || !s.flag(verb - 1, Flag::noun) || kPerson.contains(s.low(verb - 1))) return;
    if (!s.any(verb + 1, {"in", "by", "on", "last", "yesterday"}) ||
        other_verb(s, verb + 1, s.size())) {
        return;
    }
    edits.add("PASSIVE_WITHOUT_BE", verb, verb, plural_noun(s, verb - 1) ? "were" : "was");
}

// made me boring; the news was shocked; a tired day
void feelings(const Sentence& s, int i, Edits& edits) {
    const bool makes = s.any(i - 2, {"make", "makes", "made", "making"}) &&
                       s.any(i - 1, {"me", "him", "us", "them", "her", "you", "everyone"});
    if (const auto felt = found_in(kEd, s.low(i));
        makes && !felt.empty() && phrase_ends(s, i + 1)) {
        edits.add("FEELING_ED", i, i + 1, std::string(felt));
    }
    const auto cause = found_in(kIng, s.low(i));
    if (cause.empty()) return;
    const int be = s.any(i - 1, {"very", "so", "really", "too", "quite"}) ? i - 2 : i - 1;
    const bool said = s.be(be) && kThings.contains(s.low(be - 1)) && s.determiner(be - 2) &&
                      phrase_ends(s, i + 1) && !s.any(i + 1, {"by", "in", "with", "to"});
    const bool of_thing =
        (s.any(i - 1, {"a", "an", "very"})) && kThings.contains(s.low(i + 1)) && !s.noun(i + 2);
    if (said || of_thing) {
        const bool article = of_thing && s.any(i - 1, {"a", "an"});
        const auto text = std::string(cause);
        edits.add("CAUSE_ING", article ? i - 1 : i, i + 1,
                  article ? std::string(article_for(text)) + " " + text : text);
    }
}

// good at cook; instead of study; thinking to buy; succeeded to pass; told me clean my room
void complements(const Sentence& s, int i, Edits& edits) {
    const bool good = s.any(i, {"good", "bad", "better", "excellent"}) && s.is(i + 1, "at");
    const bool instead = s.is(i, "instead") && s.is(i + 1, "of");
    if ((good &&
         s.any(i + 2, {"cook", "draw", "swim", "sing", "speak", "write", "drive", "read", "dance",
                       "play", "teach"}) &&
         (s.end(i + 3) || s.noun(i + 3) || s.determiner(i + 3))) ||
        (instead && base_form(s, i + 2) && (s.is(i + 3, ",") || s.determiner(i + 3)))) {
        edits.add("ING_AFTER_PREPOSITION", i + 2, i + 3, gerund_of(s.low(i + 2)));
    }
    const bool thinking = s.is(i, "thinking") && s.be(i - 1);
    const auto verb = base_of_verb(s.low(i));
    static const Map kTake{
        {"succeed", "in"}, {"insist", "on"}, {"apologize", "for"}, {"apologise", "for"}};
    const auto takes = thinking                ? std::string_view("of")
                       : s.is(i, "capable")    ? std::string_view("of")
                       : s.flag(i, Flag::verb) ? found_in(kTake, verb)
                                               : std::string_view();
    if (!takes.empty() && s.is(i + 1, "to") && (base_form(s, i + 2) || s.is(i + 2, "be"))) {
        edits.add("ING_AFTER_PREPOSITION", i + 1, i + 3,
                  std::string(takes) + " " + gerund_of(s.low(i + 2)));
    }
    const bool asks = verb == "tell" || verb == "ask" || verb == "want" || verb == "advise" ||
                      verb == "allow" || verb == "teach" || verb == "encourage";
    const bool person = s.any(i + 1, {"me", "him", "us", "them", "her", "you"}) &&
                        (pronoun(s, i - 1) || s.noun(i - 1));
    if (asks && person && base_form(s, i + 2) && !s.be(i + 2) && s.determiner(i + 3) &&
        s.any(i + 2, {"clean", "open", "close", "do", "wash", "help", "cook", "play", "study",
                      "water", "answer", "finish", "bring", "take", "read", "write", "buy"})) {
        edits.add("SOMEBODY_TO_DO", i + 2, i + 2, "to");
    }
    if (s.any(i, {"see", "saw", "hear", "heard", "watched"}) && s.is(i + 1, "her") &&
        s.is(i + 2, "to") && base_form(s, i + 3)) {
        edits.add("PHRASE_WITH_BASE", i + 2, i + 3, "");
    }
    // asked me don't tell anyone
    const int no = s.is(i + 2, "to") ? i + 3 : i + 2;
    if ((verb == "ask" || verb == "tell" || verb == "advise" || verb == "warn") && person &&
        s.any(no, {"don't", "not"}) && base_form(s, no + 1)) {
        edits.add("SOMEBODY_TO_DO", i + 2, no + 1, "not to");
    }
    const bool nothing = s.any(i, {"nothing", "something", "anything"}) ||
                         (s.any(i, {"work", "homework", "things"}) && s.is(i - 1, "of"));
    if (nothing && s.any(i + 1, {"eat", "drink", "do", "read", "wear", "say"}) && s.end(i + 2)) {
        edits.add("TO_AFTER_VERB", i + 1, i + 1, "to");
    }
    if (s.any(i, {"friend", "girl", "boy", "man", "woman", "dog", "cat", "teacher"}) &&
        s.any(i - 1, {"a", "an"}) && s.is(i + 1, "name") && s[i + 2].is_capital()) {
        edits.add("STATE_PARTICIPLE", i + 1, i + 2, "named");
    }
}

// The man stand there is my uncle. The man lives next door is a doctor.
void two_verbs(const Sentence& s, Edits& edits) {
    if (!s.any(0, {"the", "that", "a"}) || !kPerson.contains(s.low(1)) || s.question()) return;
    const auto base = base_of_verb(s.low(2));
    const bool third_form = s.low(2) == third_person_of(base);
    if (!kCommonVerbs.contains(base) || !(third_form || s.low(2) == base)) return;
    if (s.any(2, {"think", "thinks", "says", "say", "know", "knows", "like"})) return;
    for (int k = 3; k < 9 && !s.end(k); ++k) {
        if (s.any(k,
                  {"and", "but", "who", "that", "what", "because", "when", "where", "if", "to"}) &&
            !(s.is(k, "to") && (s[k + 1].is_capital() || s.determiner(k + 1)))) {
            return;
        }
        if (!s.any(k, {"is", "was", "has"}) || k < 4) continue;
        if (third_form) {
            edits.add("WHO_MISSING", 2, 3, "who " + std::string(s.low(2)));
        } else {
            edits.add("WHO_MISSING", 2, 3, gerund_of(base));
        }
        return;
    }
}

}  // namespace

void find_voices(const Sentence& s, Edits& edits) {
    without_be(s, edits);
    two_verbs(s, edits);
    for (int i = 0; i < s.size(); ++i) {
        with_be(s, i, edits);
        feelings(s, i, edits);
        complements(s, i, edits);
    }
}

}  // namespace lexi::ml::grammar
