// What stands between subject and verb, or between verb and object, and belongs behind them: by
// bus, at home, together, a lot; and exclamations in the order of statements.
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/ask.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {
namespace {

bool acts(const Sentence& s, int i) {
    return finite(s, i) || s.any(i, {"go", "goes", "went", "have", "has", "had", "do", "did"});
}

// The place after a phrase of place, company or means that begins at `i`; -1: there is none.
int phrase_end(const Sentence& s, int i) {
    if (s.any(i, {"together", "alone", "here", "there"})) return i + 1;
    if (s.is(i, "by") &&
        s.any(i + 1, {"bus", "car", "train", "plane", "taxi", "bike", "motorbike"}))
        return i + 2;
    if (s.is(i, "at") && s.any(i + 1, {"home", "school", "work", "night"})) return i + 2;
    if (s.is(i, "in") && s.is(i + 1, "the") && s.any(i + 2, {"morning", "afternoon", "evening"})) {
        return i + 3;
    }
    if (!s.any(i, {"in", "at", "on", "with", "near", "from"})) return -1;
    const bool named = name(s, i + 1) && s[i + 1].is_capital();
    int to = i + 1;
    while (named && name(s, to)) ++to;
    if (named) return to;
    const auto np = s.phrase(i + 1);
    if (!np || np.determiner < 0) return -1;
    return np.head > np.from + 1 && third_form(s, np.head) ? np.head : np.to;
}

// I by bus go to school. She in a bank works. We together went to the cinema.
void before_verb(const Sentence& s, int i, Edits& edits) {
    if (!clause_opens(s, i) || !pronoun(s, i) || s.question()) return;
    const int from = i + 1;
    const int verb = phrase_end(s, from);
    if (verb < 0 || !acts(s, verb) || s.end(from)) return;
    int to = clause_end(s, verb);
    if (to - verb > 6) return;
    if (s.any(from, {"with", "alone", "here", "there", "at"})) {
        const auto np = s.phrase(verb + 1);
        to = np && !s.any(verb + 1, {"every", "last"}) ? np.to : verb + 1;
    }
    edits.add("OBJECT_AFTER_VERB", from, to, words_of(s, verb, to) + " " + words_of(s, from, verb));
}

// Always my mother cooks dinner. I was yesterday at home. She just has left.
void moved_adverbs(const Sentence& s, int i, Edits& edits) {
    const int verb =
        i == 0 && s.any(0, {"always", "never"}) && !pronoun(s, 1) ? subject_end(s, 1) : -1;
    if (verb > 0 && acts(s, verb)) {
        edits.add("ADVERB_BEFORE_VERB", 0, verb,
                  words_of(s, 1, verb) + " " + std::string(s.low(0)));
    }
    if (s.is(i, "yesterday") && s.any(i - 1, {"was", "were"}) && s.any(i + 1, {"at", "in"})) {
        const int to = clause_end(s, i);
        edits.add("TIME_AT_END", i, to, words_of(s, i + 1, to) + " yesterday");
    }
    const bool late =
        s.any(i, {"just", "still"}) && pronoun(s, i - 1) && clause_opens(s, i - 1) && !s.end(i + 2);
    const bool have = s.any(i + 1, {"has", "have"}) && s.flag(i + 2, Flag::participle) &&
                      s.verb(i + 2) && s.is(i, "just");
    if (late && (have || (s.any(i + 1, {"am", "is", "are"}) && s.is(i, "still")))) {
        edits.add("ADVERB_AFTER_BE", i, i + 2,
                  words_of(s, i + 1, i + 2) + " " + std::string(s.low(i)));
    }
    if (s.any(i, {"never", "always"}) && s.any(i - 1, {"but", "and", "because", ",", "so"}) &&
        pronoun(s, i + 1) && acts(s, i + 2)) {
        edits.add("ADVERB_BEFORE_VERB", i, i + 2,
                  words_of(s, i + 1, i + 2) + " " + std::string(s.low(i)));
    }
    const int told = clause_opens(s, i) ? subject_end(s, i) : -1;
    if (told > i + 1 && finite(s, told) && kObjective.contains(s.low(told + 1)) &&
        s.any(told + 2, {"often", "usually", "always", "sometimes"}) &&
        s.flag(told + 3, Flag::noun)) {
        edits.add("ADVERB_BEFORE_VERB", told, told + 3,
                  std::string(s.low(told + 2)) + " " + words_of(s, told, told + 2));
    }
    // I have dinner usually at seven; she tells us often stories
    if (!clause_opens(s, i) || !pronoun(s, i) || !acts(s, i + 1) || s.question()) return;
    const auto np = s.phrase(i + 2);
    const int at = kObjective.contains(s.low(i + 2)) ? i + 3 : np ? np.to : -1;
    const bool often = s.any(at, {"usually", "often", "always", "never", "rarely"});
    const bool tail = s.tag(at + 1, Tag::adp) || s.noun(at + 1) || s.determiner(at + 1);
    if (at > 0 && often && tail && s.any(at + 1, {"at", "in", "on", "with", "to", "stories"})) {
        edits.add("ADVERB_BEFORE_VERB", i + 1, at + 1,
                  std::string(s.low(at)) + " " + words_of(s, i + 1, at));
    }
}

// enjoyed a lot the party; sent from Canada a parcel; bought for our teacher some flowers; learned
// at university French; put carefully the glasses on the table
void before_object(const Sentence& s, int i, Edits& edits) {
    if (!acts(s, i) || s.question() ||
        !(pronoun(s, i - 1) || s.noun(i - 1) || kModal.contains(s.low(i - 1)) || name(s, i - 1)))
        return;
    int at = -1;
    if (s.is(i + 1, "a") && s.is(i + 2, "lot")) at = i + 3;
    static const Words kHow("carefully slowly quickly quietly loudly badly easily");
    if (kHow.contains(s.low(i + 1))) at = i + 2;
    if (s.any(i + 1, {"too", "very", "so"}) &&
        (kHow.contains(s.low(i + 2)) || s.low(i + 2).ends_with("lly") ||
         s.any(i + 2, {"fast", "well"}))) {
        at = i + 3;
    }
    if (s.any(i + 1, {"from", "for"})) {
        const auto np = s.phrase(i + 2);
        const bool person = np && np.determiner == i + 2 && kPerson.contains(s.low(np.head));
        at = s.is(i + 1, "from") && name(s, i + 2) ? i + 3 : person ? np.to : -1;
        const auto base = base_of_verb(s.low(i));
        if (base != "send" && base != "buy" && base != "bring" && base != "make" &&
            base != "cook" && base != "get") {
            return;
        }
    }
    if (s.is(i + 1, "at") && s.any(i + 2, {"university", "school", "home"})) at = i + 3;
    if (at < 0) return;
    const auto np = s.phrase(at);
    const bool things = !np && s.determiner(at) && s.flag(at + 1, Flag::noun) && s.end(at + 2);
    if (things) {
        edits.add("OBJECT_AFTER_VERB", i + 1, at + 2,
                  words_of(s, at, at + 2) + " " + words_of(s, i + 1, at));
        return;
    }
    const bool manner = s.any(i + 1, {"too", "very", "so"});
    const bool opened = np &&
                        (s.determiner(at) || s.number(at) || (manner && plural_noun(s, np.head))) &&
                        !s.any(at, {"every", "all"});
    const bool language = kLanguages.contains(s.low(at)) && phrase_ends(s, at + 1);
    if (!language && (!opened || (!s.end(np.to) && !s.tag(np.to, Tag::adp)))) return;
    if (opened && (s.any(np.head, kTimeNouns) || s.any(np.head, {"day", "time", "way"}))) return;
    const int to = language ? at + 1 : np.to;
    const bool well = s.any(i + 1, {"too", "very", "so"}) || kHow.contains(s.low(i + 1));
    edits.add(well ? "OBJECT_BEFORE_ADVERB" : "OBJECT_AFTER_VERB", i + 1, to,
              words_of(s, at, to) + " " + words_of(s, i + 1, at));
}

// The weather hot makes me tired. I like films American. thirty students intelligent
void adjectives(const Sentence& s, int i, Edits& edits) {
    static const Words kPlain(
        "hot cold bad good new old big small young beautiful interesting expensive cheap modern "
        "famous friendly difficult easy intelligent clever red blue white black green");
    const bool owned = s.is(i - 1, "the") || kPossessives.contains(s.low(i - 1));
    const bool noun = kCountable.contains(s.low(i)) || s.any(i, {"weather", "news", "food", "shoes",
                                                                 "clothes", "students", "books"});
    const bool said =
        third_form(s, i + 2) || s.any(i + 2, {"is", "are", "was", "made", "makes", "has"});
    if (owned && noun && kPlain.contains(s.low(i + 1)) && said && clause_opens(s, i - 1)) {
        edits.add("ADJECTIVE_BEFORE_NOUN", i, i + 2,
                  words_of(s, i + 1, i + 2) + " " + words_of(s, i, i + 1));
    }
    static const Words kNations(
        "american english vietnamese chinese japanese korean french italian thai german russian");
    const bool kinds = s.any(i, {"films", "film", "music", "food", "songs", "people", "movies",
                                 "books", "culture", "coffee"});
    if (kinds && kNations.contains(s.low(i + 1)) && phrase_ends(s, i + 2) &&
        (common_verb(s, i - 1) || s.is(i - 1, "the") || s.is(i - 1, "to"))) {
        edits.add("ADJECTIVE_BEFORE_NOUN", i, i + 2,
                  words_of(s, i + 1, i + 2) + " " + words_of(s, i, i + 1));
    }
    const bool counted = s.number(i - 1) && plural_noun(s, i) && !s.any(i, kSpans);
    if (counted && kPlain.contains(s.low(i + 1)) && phrase_ends(s, i + 2)) {
        edits.add("ADJECTIVE_BEFORE_NOUN", i, i + 2,
                  words_of(s, i + 1, i + 2) + " " + words_of(s, i, i + 1));
    }
}

// to how cook; What beautiful a view! How she sings beautifully!
void small(const Sentence& s, int i, Edits& edits) {
    if (s.is(i, "to") && s.is(i + 1, "how") && base_form(s, i + 2)) {
        edits.add("TO_AFTER_HOW", i, i + 3, "how to " + words_of(s, i + 2, i + 3));
    }
    const bool cry = s.is(s.size() - 1, "!");
    if (i == 0 && cry && s.is(0, "what") && kPredicates.contains(s.low(1)) && s.is(2, "a")) {
        edits.add("A_AFTER_WHAT", 1, 3,
                  std::string(article_for(s.low(1))) + " " + words_of(s, 1, 2));
    }
    if (i == 0 && cry && s.is(0, "how") && pronoun(s, 1) && third_form(s, 2) && s.end(4) &&
        (s.low(3).ends_with("ly") || s.any(3, {"well", "fast", "hard"}))) {
        edits.add("QUESTION_ORDER", 1, 4, words_of(s, 3, 4) + " " + words_of(s, 1, 3));
    }
}

}  // namespace

void find_between(const Sentence& s, Edits& edits) {
    for (int i = 0; i < s.size(); ++i) {
        before_verb(s, i, edits);
        moved_adverbs(s, i, edits);
        before_object(s, i, edits);
        adjectives(s, i, edits);
        small(s, i, edits);
    }
}

}  // namespace lexi::ml::grammar
