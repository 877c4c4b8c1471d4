// Questions whose subject is a noun, questions with one verb too many, and what is asked inside of
// a sentence with can, will or should.
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/ask.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {
namespace {

const Words kAsking("what where when why how which");
const Words kNegative("didn't doesn't don't isn't aren't wasn't weren't can't won't couldn't");
const Words kHelpers("can could will would should must");

std::string_view do_for(const Sentence& s, int subject, int to) {
    if (pronoun(s, subject)) return third(s.low(subject)) ? "does" : "do";
    return s.is(subject, "people") || plural_noun(s, to - 1) ? "do" : "does";
}

// Where the subject of the question begins, behind "what time", "how much money", "which one".
int behind_asking(const Sentence& s) {
    if (!kAsking.contains(s.low(0))) return -1;
    if (s.is(0, "how") && s.any(1, {"long", "often", "far", "old"})) return 2;
    if (s.is(0, "how") && s.any(1, {"many", "much"})) {
        if (pronoun(s, 2) || s.determiner(2)) return 2;
        if (s.tag(2, Tag::aux) || s.be(2)) return -1;
        int at = 2;
        while (s.any(at, {"new", "english", "other"})) ++at;
        return s.flag(at, Flag::noun) ? at + 1 : -1;
    }
    if (s.any(0, {"what", "which"}) &&
        s.any(1, {"time", "one", "colour", "color", "size", "day", "subject", "school", "kind"})) {
        return s.is(1, "kind") && s.is(2, "of") ? 4 : 2;
    }
    return 1;
}

// Why your brother didn't come? What your sister does? Which one you prefer?
void with_subject(const Sentence& s, Edits& edits) {
    const int from = s.question() ? behind_asking(s) : -1;
    const int at = from > 0 ? subject_end(s, from) : -1;
    if (at < 0 || s.is(from, "what") || clause_end(s, 1) < s.size() - 1) return;
    if (!pronoun(s, from) && !s.determiner(from) && !s.is(from, "people") && !name(s, from)) return;
    if (s.any(0, {"what", "which"}) && from == 1 && s.any(1, {"this", "that"}) && at == 2) return;
    if (kNegative.contains(s.low(at)) || kHelpers.contains(s.low(at))) {
        if (s.end(at + 1)) return;
        edits.add("QUESTION_ORDER", from, at + 1,
                  words_of(s, at, at + 1) + " " + words_of(s, from, at));
        return;
    }
    if (s.any(at, {"is", "are", "was", "were"})) {
        if (s.is(0, "which") || s.is(0, "what") ? !s.end(at + 1) && from == 1 : false) return;
        edits.add("QUESTION_ORDER", from, at + 1,
                  words_of(s, at, at + 1) + " " + words_of(s, from, at));
        return;
    }
    if (s.any(at, {"have", "has"}) && s.flag(at + 1, Flag::participle) && s.verb(at + 1)) {
        edits.add("QUESTION_ORDER", from, at + 1,
                  words_of(s, at, at + 1) + " " + words_of(s, from, at));
        return;
    }
    const auto base =
        s.any(at, {"does", "do", "did"}) ? std::string("do") : base_of_verb(s.low(at));
    const bool verb = base == "do" || finite(s, at) || s.any(at, {"go", "goes", "has", "have"});
    if (!verb || (base == "do" && from != 1)) return;
    const bool past = s.low(at) == past_of(base) && s.low(at) != base;
    const auto helper = past ? std::string_view("did") : do_for(s, from, at);
    edits.add("QUESTION_WITHOUT_DO", from, at + 1,
              std::string(helper) + " " + words_of(s, from, at) + " " + base);
}

// Where are you live? What time is he get up? Does she is your sister? Do you can swim?
void one_verb_too_many(const Sentence& s, int i, Edits& edits) {
    if (!s.question() || !s.any(i, {"are", "is", "am"}) || i > 3) return;
    const bool opens = i == 0 || kAsking.contains(s.low(0));
    const int to = subject_end(s, i + 1);
    if (!opens || to < 0 || (!pronoun(s, i + 1) && !kPossessives.contains(s.low(i + 1)))) return;
    const bool verb = base_form(s, to) || s.any(to, {"go", "have", "do"});
    const bool plain =
        participle_of(s.low(to)) != s.low(to) && (!s.flag(to, Flag::adjective) || s.is(to, "go"));
    if (!verb || !plain || s.end(to - 1)) return;
    if (!s.end(to + 1) && !s.is(to + 1, "to") && !s.tag(to + 1, Tag::adp) &&
        !s.determiner(to + 1) && !s.flag(to + 1, Flag::noun) && !time_word(s, to + 1)) {
        return;
    }
    edits.add("DO_NOT_BE", i, i + 1, std::string(do_for(s, i + 1, to)));
}

bool tells(const Sentence& s, int i) {
    for (int k = i - 1; k >= 0 && k >= i - 3 && !s.end(k); --k) {
        if (s.any(k, {"know", "knows", "knew", "wonder", "wondered", "tell", "told", "asked",
                      "understand", "remember", "sure", "forgot", "see", "idea", "ask", "show"}) ||
            (s.is(k, "is") && s.any(k - 1, {"question", "problem"}))) {
            return !s.any(i - 1, {"and", "but"});
        }
    }
    return false;
}

// Nobody knows when will the rain stop. I wonder who is that man. I forgot what was her name.
void told(const Sentence& s, int i, Edits& edits) {
    if (i == 0 || !tells(s, i)) return;
    if (!kAsking.contains(s.low(i)) && !s.is(i, "who")) return;
    int helper = i + 1;
    if (s.is(i, "how") && s.any(i + 1, {"much", "many", "long", "far", "often", "old"})) ++helper;
    if (s.is(i, "what") && s.is(i + 1, "time")) ++helper;
    int to = subject_end(s, helper + 1);
    if (to < 0) return;
    // "this machine work": the tagger takes the verb for a noun
    if (to > helper + 3 && base_form(s, to - 1) && kCountable.contains(s.low(to - 2)) && s.end(to))
        --to;
    const bool modal = kHelpers.contains(s.low(helper)) && base_form(s, to);
    const bool go = kHelpers.contains(s.low(helper)) && s.any(to, {"go", "be", "do", "have"});
    const bool doing = s.any(helper, {"is", "are", "was", "were"}) && s.low(to).ends_with("ing");
    const bool who = s.is(i, "who") && s.any(helper, {"is", "was", "are"}) &&
                     s.any(helper + 1, {"this", "that", "he", "she", "those", "these"}) &&
                     s.end(to);
    if (modal || go || doing || who) {
        edits.add("REPORTED_QUESTION", helper, to,
                  words_of(s, helper + 1, to) + " " + words_of(s, helper, helper + 1));
        return;
    }
    const bool did = s.any(helper, {"did", "does", "do"}) &&
                     (base_form(s, to) || s.any(to, {"go", "have", "do"}));
    if (!did || (helper == i + 1 && pronoun(s, helper + 1))) return;
    const auto base = s.low(to);
    edits.add("REPORTED_QUESTION", helper, to + 1,
              words_of(s, helper + 1, to) + " " +
                  (s.is(helper, "did")    ? past_of(base)
                   : s.is(helper, "does") ? third_person_of(base)
                                          : std::string(base)));
}

// I can't remember what is the name of the hotel.
void named(const Sentence& s, int i, Edits& edits) {
    if (!s.is(i, "what") || i == 0 || !tells(s, i) || !s.any(i + 1, {"is", "was"})) return;
    if (!s.is(i + 2, "the") || !s.is(i + 4, "of")) return;
    if (!s.any(i + 3, {"name", "price", "address", "capital", "number", "colour", "meaning"}))
        return;
    const auto np = s.phrase(i + 5);
    const int to = np ? np.to : name(s, i + 5) ? i + 6 : -1;
    if (to < 0 || !s.end(to)) return;
    edits.add("REPORTED_QUESTION", i + 1, to,
              words_of(s, i + 2, to) + " " + words_of(s, i + 1, i + 2));
}

// How long does take? What time is now? How far is from here? Why is so hot?
void without_it(const Sentence& s, Edits& edits) {
    if (!s.question()) return;
    if (s.is(0, "how") && s.is(1, "long") && s.any(2, {"does", "did", "will"}) && s.is(3, "take")) {
        edits.add("IT_MISSING", 3, 3, "it");
    }
    const bool time = s.is(0, "what") && s.is(1, "time") && s.is(2, "is") && s.is(3, "now");
    const bool far = s.is(0, "how") && s.is(1, "far") && s.is(2, "is") && s.any(3, {"from", "to"});
    if (time || far) edits.add("IT_MISSING", 3, 3, "it");
    if (s.is(0, "why") && s.any(1, {"is", "was"}) && s.any(2, {"so", "very"}) &&
        kPredicates.contains(s.low(3))) {
        edits.add("IT_MISSING", 1, 2, words_of(s, 1, 2) + " it");
    }
}

// How does your new teacher look like? How do you call it in English?
void how_like(const Sentence& s, int i, Edits& edits) {
    if (!s.is(i, "how") || !s.any(i + 1, {"do", "does", "did"})) return;
    const int to = subject_end(s, i + 2);
    if (to > 0 && s.is(to, "look") && s.is(to + 1, "like") && s.end(to + 2)) {
        edits.add("HOW_LIKE", i, i + 1, "what");
    }
    if (to > 0 && s.is(to, "call") && s.any(to + 1, {"it", "this", "that", "these"}) &&
        (s.end(to + 2) || s.is(to + 2, "in"))) {
        edits.add("HOW_LIKE", i, i + 1, "what");
    }
}

// What a nice dress are you wearing!
void exclaimed(const Sentence& s, Edits& edits) {
    if (!s.is(0, "what") || !s.any(1, {"a", "an"}) || !s.is(s.size() - 1, "!")) return;
    const int be = place_of(s, 2, {"are", "is", "was", "were"});
    if (be < 3 || !pronoun(s, be + 1)) return;
    edits.add("QUESTION_ORDER", be, be + 2,
              words_of(s, be + 1, be + 2) + " " + words_of(s, be, be + 1));
}

// Let's don't go; let's we go; let's to go; let's meet us
void lets(const Sentence& s, int i, Edits& edits) {
    if (!s.is(i, "let's")) return;
    if (s.is(i + 1, "don't")) edits.add("LETS", i + 1, i + 2, "not");
    if (s.any(i + 1, {"we", "us", "to"}) &&
        (base_form(s, i + 2) || s.any(i + 2, {"go", "have", "do", "be"}))) {
        edits.add("LETS", i + 1, i + 2, "");
    }
    if (s.is(i + 1, "meet") && s.is(i + 2, "us")) edits.add("OBJECT_TWICE", i + 2, i + 3, "");
}

}  // namespace

void find_asked(const Sentence& s, Edits& edits) {
    with_subject(s, edits);
    exclaimed(s, edits);
    without_it(s, edits);
    for (int i = 0; i < s.size(); ++i) {
        one_verb_too_many(s, i, edits);
        told(s, i, edits);
        named(s, i, edits);
        how_like(s, i, edits);
        lets(s, i, edits);
    }
}

}  // namespace lexi::ml::grammar
