// Prepositions that go by their noun or by what is told, and verbs whose object takes one or none.
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/ask.hpp"
#include "ml/grammar/rules/find.hpp"
#include "ml/grammar/rules/word_map.hpp"

namespace lexi::ml::grammar {
namespace {

const Words kWhole("world country city class school family town village team group vietnam asia");
const Words kStuff(
    "wood stone stones glass plastic metal gold silver paper cotton leather silk bamboo flour rice "
    "sugar milk");
const Words kGifts("party dinner lunch concert talk speech show");

bool owner(const Sentence& s, int i) {
    return s.any(i, {"the", "my", "your", "his", "her", "our", "their", "this"});
}

bool someone(const Sentence& s, int i) {
    return s.any(i, {"me", "him", "us", "them", "you"}) ||
           (s.is(i, "her") && phrase_ends(s, i + 1)) ||
           (owner(s, i) && kPerson.contains(s.low(i + 1)));
}

void change(int i, std::string_view right, Edits& edits) {
    edits.add("PREPOSITION_BY_NOUN", i, i + 1, std::string(right));
}

void drop(int i, Edits& edits) { edits.add("NO_PREPOSITION_AFTER_VERB", i, i + 1, ""); }

// in the bus, on the newspaper, in Facebook, the tallest of my class, live at Hue City
void places(const Sentence& s, int i, Edits& edits) {
    const bool is = s.be(i - 1) || s.any(i - 1, {"sit", "sat", "sitting", "met", "slept"});
    if (s.is(i, "in") && is && s.is(i + 1, "the") && s.any(i + 2, {"bus", "train", "plane"}) &&
        phrase_ends(s, i + 3)) {
        change(i, "on", edits);
    }
    const bool read = has_word(s, {"read", "reads", "saw", "see", "found", "written", "reading"});
    if (s.is(i, "on") && owner(s, i + 1) &&
        s.any(i + 2, {"newspaper", "magazine", "book", "newspapers", "dictionary"}) && read &&
        phrase_ends(s, i + 3)) {
        change(i, "in", edits);
    }
    if (s.is(i, "at") && s.is(i + 1, "the") && s.is(i + 2, "phone") && phrase_ends(s, i + 3)) {
        change(i, "on", edits);
    }
    const bool net = s.any(i + 1, {"facebook", "youtube", "instagram", "tiktok", "zalo"}) ||
                     (s.is(i + 1, "the") && s.is(i + 2, "internet"));
    if (s.any(i, {"in", "at"}) && net && phrase_ends(s, s.is(i + 1, "the") ? i + 3 : i + 2)) {
        change(i, "on", edits);
    }
    if (s.any(i, {"in", "at"}) && s.is(i + 1, "internet") && phrase_ends(s, i + 2)) {
        edits.add("PREPOSITION_BY_NOUN", i, i + 2, "on the internet");
    }
    const bool city = s.is(i, "at") && s[i + 1].is_capital() &&
                      s.any(i - 1, {"live", "lives", "lived", "born", "living"});
    if (city && !s.end(i + 2) && (s.end(i + 3) || s.is(i + 4, "city") || s.is(i + 3, "city"))) {
        change(i, "in", edits);
    }
    static const Map kInThe{{"party", "at"},   {"moment", "at"}, {"top", "at"},   {"bottom", "at"},
                            {"meeting", "at"}, {"farm", "on"},   {"island", "on"}};
    if (const auto right = found_in(kInThe, s.low(i + 2));
        s.is(i, "in") && s.is(i + 1, "the") && !right.empty() && phrase_ends(s, i + 3)) {
        change(i, right, edits);
    }
    if (s.any(i, {"on", "at"}) && s.any(i + 1, {"the", "this"}) &&
        s.any(i + 2, {"picture", "photo", "future", "past"}) && phrase_ends(s, i + 3) &&
        !has_word(s,
                  {"look", "looked", "looking", "write", "wrote", "looks", "stare", "laughed"})) {
        change(i, "in", edits);
    }
    if (s.is(i, "in") && s.any(i + 1, {"my", "your", "his", "her"}) && s.is(i + 2, "birthday") &&
        phrase_ends(s, i + 3)) {
        change(i, "on", edits);
    }
    if (s.is(i, "in") && s.is(i + 1, "the") && s.any(i + 2, {"first", "second", "third", "top"}) &&
        s.is(i + 3, "floor")) {
        change(i, "on", edits);
    }
    if (s.is(i, "in") && s.is(i + 1, "the") && s.is(i + 2, "end") && s.is(i + 3, "of")) {
        change(i, "at", edits);
    }
    const int at = s.is(i + 1, "the") || s.any(i + 1, {"my", "our", "his", "her"}) ? i + 2 : i + 1;
    if (s.is(i, "of") && kWhole.contains(s.low(at)) && phrase_ends(s, at + 1)) {
        bool most = false;
        for (int k = i - 1; k >= i - 4; --k) {
            most = most ||
                   (s.flag(k, Flag::superlative) && !s.any(k, {"last", "least", "first"})) ||
                   (s.is(k, "most") && s.is(k - 1, "the"));
        }
        const bool part = s.any(i - 1, {"part", "parts", "member", "members", "capital", "end",
                                        "side", "half", "all", "rest", "name", "one"});
        if (most && !part) change(i, "in", edits);
    }
    if (s.is(i, "far") && s.any(i + 1, {"of", "with"}) &&
        (owner(s, i + 2) || s.is(i + 2, "here"))) {
        change(i + 1, "from", edits);
    }
    if (s.is(i, "opposite") && s.any(i + 1, {"with", "of", "from"}) && owner(s, i + 2)) {
        drop(i + 1, edits);
    }
    if (s.is(i, "on") && s[i + 1].text == "Grade") change(i, "in", edits);
    const bool arrives = base_of_verb(s.low(i)) == "arrive" && s.is(i + 1, "at");
    if (arrives && s.is(i + 2, "home") && phrase_ends(s, i + 3)) drop(i + 1, edits);
}

// made by wood, angry about me, reason of, increased in 5%
void things(const Sentence& s, int i, Edits& edits) {
    if (s.any(i, {"made", "built"}) && s.is(i + 1, "by") && kStuff.contains(s.low(i + 2)) &&
        phrase_ends(s, i + 3)) {
        change(i + 1, "of", edits);
    }
    if (s.is(i, "angry") && s.any(i + 1, {"about", "to"}) && someone(s, i + 2)) {
        change(i + 1, "with", edits);
    }
    if (s.is(i, "wrong") && s.any(i + 1, {"at", "to", "for"}) && someone(s, i + 2)) {
        change(i + 1, "with", edits);
    }
    if (s.any(i, {"harmful"}) && s.is(i + 1, "for")) change(i + 1, "to", edits);
    if (s.is(i, "reason") && s.is(i + 1, "of") && owner(s, i + 2)) change(i + 1, "for", edits);
    if (s.any(i, {"solution", "answer", "key"}) && s.is(i + 1, "of") &&
        s.any(i + 2, {"this", "the", "that"}) &&
        s.any(i + 3, {"problem", "question", "exercise", "problems", "questions"})) {
        change(i + 1, "to", edits);
    }
    if (s.any(i, {"congratulations"}) && s.any(i + 1, {"for", "about"}) && owner(s, i + 2)) {
        change(i + 1, "on", edits);
    }
    const auto verb = base_of_verb(s.low(i));
    const bool moves = verb == "increase" || verb == "rise" || verb == "fall" || verb == "drop" ||
                       verb == "grow" || s.any(i, {"up", "down"});
    if (moves && s.is(i + 1, "in") && s[i + 2].kind == Kind::number &&
        (s.is(i + 3, "%") || s.is(i + 3, "percent") || s.low(i + 2).ends_with('%'))) {
        change(i + 1, "by", edits);
    }
}

// contact to you, asked to my teacher, said with him, gave the book for me, don't shout me
void verbs(const Sentence& s, int i, Edits& edits) {
    const auto verb = base_of_verb(s.low(i));
    if (verb.empty() || (s.determiner(i - 1) && !s.is(i - 1, "what")) || s.adjective(i)) return;
    const auto next = [&](std::initializer_list<std::string_view> words) {
        return s.any(i + 1, words);
    };
    if (verb == "contact" && next({"to", "with"}) && someone(s, i + 2)) drop(i + 1, edits);
    if (verb == "answer" && next({"to"}) && owner(s, i + 2) &&
        s.any(i + 3, {"question", "questions", "email", "letter", "phone", "teacher"}) &&
        !s.noun(i - 1)) {
        drop(i + 1, edits);
    }
    if (verb == "lack" && next({"of"}) && (s.is(i, "lacks") || pronoun(s, i - 1)) && i > 0) {
        drop(i + 1, edits);
    }
    if ((verb == "ask" || verb == "tell" || verb == "thank") && next({"to"}) && owner(s, i + 2) &&
        kPerson.contains(s.low(i + 3)) && !s.be(i - 1)) {
        drop(i + 1, edits);
    }
    if (verb == "climb" && next({"on", "to"}) && s.is(i + 2, "the") &&
        s.any(i + 3, {"mountain", "mountains", "hill"})) {
        drop(i + 1, edits);
    }
    if (verb == "say" && next({"with"}) && someone(s, i + 2)) change(i + 1, "to", edits);
    if (verb == "happen" && next({"with"}) && someone(s, i + 2)) change(i + 1, "to", edits);
    if (verb == "wait" && next({"to"}) && someone(s, i + 2)) change(i + 1, "for", edits);
    if (verb == "speak" && next({"with", "by"}) && kLanguages.contains(s.low(i + 2)) &&
        phrase_ends(s, i + 3)) {
        drop(i + 1, edits);
    }
    if (verb == "shout" && s.any(i + 1, {"me", "him", "us", "them"})) {
        edits.add("PREPOSITION_MISSING", i + 1, i + 1, "at");
    }
    if (verb == "complain" && owner(s, i + 1)) {
        edits.add("PREPOSITION_MISSING", i + 1, i + 1, "about");
    }
    if (s.any(i, {"take", "takes", "took", "taking"}) && s.is(i + 1, "care") &&
        (owner(s, i + 2) || s.any(i + 2, {"me", "him", "them"}))) {
        edits.add("PREPOSITION_MISSING", i + 2, i + 2, "of");
    }
    const bool to = verb == "give" || verb == "send" || verb == "show" || verb == "lend";
    const bool buys = verb == "buy";
    const auto np = to || buys ? s.phrase(i + 1) : NounPhrase{};
    if (np && np.determiner >= 0 && s.is(np.to, buys ? "to" : "for") && someone(s, np.to + 1) &&
        !kGifts.contains(s.low(np.head)) && !kPerson.contains(s.low(np.head))) {
        const int end = owner(s, np.to + 1) && !s.end(np.to + 2) ? np.to + 3 : np.to + 2;
        if (s.end(end)) change(np.to, buys ? "for" : "to", edits);
    }
    if (verb == "translate") {
        for (int k = i + 2; k < i + 5; ++k) {
            if (s.is(k, "to") && kLanguages.contains(s.low(k + 1))) change(k, "into", edits);
        }
    }
}

// met her before two days; since two weeks; from last year; until Friday; during I was asleep
void times(const Sentence& s, int i, Edits& edits) {
    const bool span = s.number(i + 1) && s.any(i + 2, kSpans);
    const auto verb_before = [&](const Words& verbs) {
        for (int k = i - 1; k >= 0 && !s.end(k); --k) {
            if (verbs.contains(base_of_verb(s.low(k))) && s.flag(k, Flag::past)) return k;
        }
        return -1;
    };
    static const Words kOnce(
        "come meet see arrive leave buy move start finish die graduate begin "
        "go call visit lose");
    const int verb =
        span && s.end(i + 3) && s.any(i, {"before", "since"}) ? verb_before(kOnce) : -1;
    if (verb > 0 && (pronoun(s, verb - 1) || s.noun(verb - 1))) {
        edits.add("AGO", i, i + 3, words_of(s, i + 1, i + 3) + " ago");
    }
    const bool moment = s.any(i + 1, {"last", "yesterday"}) ||
                        (s[i + 1].kind == Kind::number && s.low(i + 1).size() == 4);
    if (s.is(i, "from") && moment && has_word(s, {"haven't", "hasn't"}) &&
        (s.end(i + 2) || s.end(i + 3))) {
        edits.add("SINCE_OR_FOR", i, i + 1, "since");
    }
    const bool day = s.low(i + 1).ends_with("day") || s.any(i + 1, {"tomorrow", "next"});
    const bool finishes = has_word(s, {"finish", "submit", "return", "complete", "send"}) &&
                          has_word(s, {"will", "must", "should", "to", "i'll"}) &&
                          !has_word(s, {"won't", "not", "don't", "didn't", "can't"});
    if (s.is(i, "until") && day && finishes && (s.end(i + 2) || s.end(i + 3))) {
        change(i, "by", edits);
    }
    const bool clause =
        s.any(i + 1, {"i", "he", "she", "we", "they"}) && (s.be(i + 2) || s.verb(i + 2));
    if (s.is(i, "during") && clause) edits.add("DURING_OR_WHILE", i, i + 1, "while");
}

}  // namespace

void find_links(const Sentence& s, Edits& edits) {
    for (int i = 0; i < s.size(); ++i) {
        places(s, i, edits);
        things(s, i, edits);
        verbs(s, i, edits);
        times(s, i, edits);
    }
}

}  // namespace lexi::ml::grammar
