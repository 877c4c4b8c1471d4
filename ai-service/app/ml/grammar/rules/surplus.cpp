// "be" that stands in front of another verb as if it were là, and pronouns that say again what has
// been said.
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/ask.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {
namespace {

const Words kHabit("every usually often always sometimes on at");

bool plural_subject(const Sentence& s, int from, int to) {
    if (pronoun(s, from)) return !third(s.low(from));
    for (int k = from; k < to; ++k) {
        if (s.is(k, "and")) return true;
    }
    return plural_noun(s, to - 1) || s.any(from, {"people", "these", "those"});
}

std::string form_for(bool many, std::string_view base) {
    return many ? std::string(base) : third_person_of(base);
}

// Behind the verb stands what belongs to it, so that it is no noun: are work in, is look very
// tired.
bool verb_tail(const Sentence& s, int i) {
    return s.end(i) || s.is(i, "to") || s.tag(i, Tag::adp) || s.determiner(i) || time_word(s, i) ||
           kObjective.contains(s.low(i)) ||
           s.any(i, {"very", "so", "well", "fast", "hard", "that"}) || s.number(i) ||
           s.tag(i, Tag::adv) || s.flag(i, Flag::noun);
}

// My parents are work in a factory. The film is finish at nine. Lan is often goes there.
void be_and_verb(const Sentence& s, int i, Edits& edits) {
    const int be = clause_opens(s, i) ? subject_end(s, i) : -1;
    if (be < 0 || !s.any(be, {"am", "is", "are"}) || s.question()) return;
    if (s.any(i, {"what", "all", "this", "that"})) return;
    const int verb = s.after_adverbs(be + 1);
    const auto low = s.low(verb);
    const auto base = base_of_verb(low);
    const bool third_one = third_form(s, verb) && !plural_noun(s, verb);
    const bool third_sure = third_form(s, verb) && !s.end(verb + 1) &&
                            (verb > be + 1 || !s.flag(verb, Flag::noun) ||
                             !kCountable.contains(base) || s.any(verb + 1, {"very", "well"}));
    const bool bare = base_form(s, verb) && participle_of(low) != low &&
                      !s.flag(verb, Flag::adjective) && !s.any(verb, {"like", "love", "work"});
    const bool works = s.is(verb, "work") && s.any(verb + 1, {"in", "at", "as", "for"}) &&
                       (pronoun(s, i) || kPerson.contains(singular_of(s.low(be - 1))) ||
                        s.is(be - 1, "parents") || kPerson.contains(s.low(be - 1)));
    if (s.is(verb - 1, "not")) return;
    const bool many = plural_subject(s, i, be);
    const auto adverbs = verb > be + 1 ? words_of(s, be + 1, verb) + " " : std::string();
    const auto right = adverbs + form_for(many, base);
    const auto* const rule = verb > be + 1 ? "BE_ADVERB_VERB" : "BE_AND_VERB";
    if (third_one || third_sure) {
        if (verb_tail(s, verb + 1)) edits.add(rule, be, verb + 1, right);
        return;
    }
    if (!(bare || works) || !verb_tail(s, verb + 1)) return;
    const bool looks = s.any(verb, {"look", "come", "feel", "seem",   "live",  "start", "finish",
                                    "open", "cost", "take", "belong", "drive", "study", "teach",
                                    "sell", "need", "hope", "think",  "speak", "work"});
    bool now = false;
    bool habit = verb > be + 1;
    for (int k = verb; k < s.size(); ++k) {
        now = now || s.any(k, {"now", "moment", "tonight", "tomorrow"});
        habit = habit || (kHabit.contains(s.low(k)) && (s.is(k, "every") || s.number(k + 1)));
    }
    if (s.any(verb, {"plan", "look"}) && s.any(verb + 1, {"to", "for"})) now = true;
    if (now && !habit) {
        edits.add("BE_AND_BASE", be + 1, verb + 1, adverbs + gerund_of(base));
    } else if (habit || looks) {
        edits.add(rule, be, verb + 1, right);
    }
}

// I was visited my uncle. I think I will be go. I'm am a student. I was fall asleep.
void be_and_past(const Sentence& s, int i, Edits& edits) {
    const bool person = s.any(i - 1, {"i", "we", "he", "she", "they"});
    static const Words kActs("visit buy meet eat watch play see lose find forget read cook write");
    if (s.any(i, {"was", "were"}) && person && !s.question()) {
        const auto base = base_of_verb(s.low(i + 1));
        const bool acted =
            kActs.contains(base) && s.low(i + 1) != base && !s.low(i + 1).ends_with("ing");
        if (acted && (s.any(i + 2, {"my", "his", "her", "our", "a", "an", "some"}))) {
            edits.add("BE_AND_VERB", i, i + 2, past_of(base));
        }
        if (s.any(i + 1, {"fall", "go", "come", "get", "wake"}) && !s.end(i + 2)) {
            edits.add("BE_AND_VERB", i, i + 2, past_of(s.low(i + 1)));
        }
    }
    if (s.any(i, {"will", "can", "must", "should"}) && s.is(i + 1, "be") &&
        (s.any(i + 2, {"go", "have", "do", "make", "take", "visit", "study", "learn"}) ||
         (base_form(s, i + 2) && participle_of(s.low(i + 2)) != s.low(i + 2) &&
          !s.flag(i + 2, Flag::noun) && !s.flag(i + 2, Flag::adjective)))) {
        edits.add("BASE_AFTER_HELPER", i + 1, i + 2, "");
    }
    if (s.any(i, {"i'm", "he's", "she's", "we're", "they're", "it's"}) &&
        s.any(i + 1, {"am", "is", "are"})) {
        const auto low = s.low(i);
        edits.add("BE_AND_VERB", i, i + 1, std::string(low.substr(0, low.find('\''))));
    }
}

// She's works here. It's look like rain. He doesn't is here. I wasn't see him. Were you saw it?
void mixed(const Sentence& s, int i, Edits& edits) {
    const auto low = s.low(i);
    const auto who = std::string(low.substr(0, low.find('\'')));
    static const Words kSure("look mean depend seem want need belong sound know cost");
    const bool one = s.any(i, {"he's", "she's", "it's"});
    if (one && third_form(s, i + 1) && !s.is(i, "it's") && !s.end(i + 2)) {
        edits.add("BE_AND_VERB", i, i + 1, who);
    } else if (one && kSure.contains(s.low(i + 1)) && !s.be(i + 2) && !s.end(i + 2)) {
        edits.add("BE_AND_VERB", i, i + 2, who + " " + third_person_of(s.low(i + 1)));
    }
    if (s.any(i, {"doesn't", "don't"}) && s.any(i + 1, {"is", "are", "am"}) && pronoun(s, i - 1)) {
        const auto no = s.is(i - 1, "i") ? "am not" : third(s.low(i - 1)) ? "isn't" : "aren't";
        edits.add("DO_AND_BE", i, i + 2, no);
    }
    if (i == 0 && s.is(0, "did") && pronoun(s, 1) && s.is(2, "be") && s.question()) {
        const bool was = third(s.low(1)) || s.is(1, "i");
        edits.add("DO_AND_BE", 0, 3, (was ? "was " : "were ") + words_of(s, 1, 2));
    }
    static const Words kBases("see know want go do eat like think understand sleep find");
    if (s.any(i, {"wasn't", "weren't"}) && pronoun(s, i - 1) && kBases.contains(s.low(i + 1))) {
        edits.add("BE_AND_VERB", i, i + 1, "didn't");
    }
    const auto base = base_of_verb(s.low(i + 2));
    if (i == 0 && s.any(0, {"were", "was"}) && pronoun(s, 1) && kBases.contains(base) &&
        s.question() && (s.low(i + 2) == base || s.low(i + 2) == past_of(base))) {
        edits.add("DO_NOT_BE", 0, 3, "did " + words_of(s, 1, 2) + " " + base);
    }
}

// My motorbike it is old. Hoa and Mai they are. The people in my village they are.
void subject_twice(const Sentence& s, Edits& edits) {
    int at = -1;
    bool joined = false;
    for (int k = 1; k < s.size() && k < 8 && !s.end(k); ++k) {
        if (s.verb(k) || s.be(k) || s.any(k, {"who", "that", "which", "because", "when"})) break;
        joined = joined || s.is(k, "and");
        if (s.any(k, {"he", "she", "it", "they"})) {
            at = k;
            break;
        }
    }
    if (at < 1) return;
    const int first = subject_end(s, 0);
    const bool whole = first == at || (first > 0 && joined && s.is(first, "and")) ||
                       (first > 0 && s.any(first, {"in", "of", "from", "near", "next"}));
    const bool said =
        s.be(at + 1) || third_form(s, at + 1) || s.any(at + 1, {"has", "have", "can"});
    if (!whole || !said || s.any(0, {"yesterday", "today", "now", "then"})) return;
    if (s.any(0, {"in", "on", "at", "what", "how", "this", "every", "each", "last"})) return;
    // "the film he made was good": a relative clause has a second verb
    for (int k = at + 2; k < s.size() && !s.is(k, ",") && !s.any(k, {"and", "but", "because"});
         ++k) {
        if (s.verb(k) && s.tag(k, Tag::aux)) return;
    }
    if (s.any(first - 1, {"time", "day", "year", "week", "way", "moment", "thing"})) return;
    edits.add("DOUBLE_SUBJECT", at, at + 1, "");
}

// Students who they study; what to do it; too difficult for me to answer it; feel myself tired
void object_twice(const Sentence& s, int i, Edits& edits) {
    if (s.is(i, "who") && s.any(i + 1, {"they", "he", "she"}) && kPerson.contains(s.low(i - 1)) &&
        third_form(s, i + 2) && !s.any(i + 2, {"likes", "loves", "knows", "meets", "sees"})) {
        edits.add("OBJECT_TWICE", i + 1, i + 2, "");
    }
    const bool many = plural_noun(s, i - 1) && kPerson.contains(singular_of(s.low(i - 1)));
    if (s.is(i, "who") && s.is(i + 1, "they") && many && base_form(s, i + 2) &&
        !s.any(i + 2, {"like", "love", "know", "meet", "see"})) {
        edits.add("OBJECT_TWICE", i + 1, i + 2, "");
    }
    if (s.is(i, "what") && s.is(i + 1, "to") && s.any(i + 2, {"do", "say", "buy", "eat", "wear"}) &&
        s.is(i + 3, "it") && s.end(i + 4)) {
        edits.add("OBJECT_TWICE", i + 3, i + 4, "");
    }
    const bool too = s.is(i - 1, "too") && s.flag(i, Flag::adjective);
    const int to = s.is(i + 1, "for") ? i + 3 : i + 1;
    if (too && s.is(to, "to") && base_form(s, to + 1) && s.any(to + 2, {"it", "them"}) &&
        s.end(to + 3) && s.be(i - 2) && !pronoun(s, 0)) {
        edits.add("OBJECT_TWICE", to + 2, to + 3, "");
    }
    if (s.any(i, {"feel", "feels", "felt"}) && s.any(i + 1, {"myself", "himself", "herself"}) &&
        kPredicates.contains(s.low(i + 2)) && phrase_ends(s, i + 3)) {
        edits.add("OBJECT_TWICE", i + 1, i + 2, "");
    }
}

// The man who I met him yesterday is; the house that I was born in it
void relative_object(const Sentence& s, int i, Edits& edits) {
    if (!s.any(i, {"who", "which", "that", "whom"}) || !s.flag(i - 1, Flag::noun)) return;
    if (!s.determiner(i - 2) && !s.any(i - 1, {"things", "people"})) return;
    if (!pronoun(s, i + 1) || s.any(i - 1, {"fact", "news", "idea", "way", "hope"})) return;
    int verb = i + 2;
    while (s.any(verb, {"have", "has", "had", "always", "often", "really", "will", "can"})) ++verb;
    const bool there = s.be(verb) && s.any(verb + 1, {"born"}) && s.is(verb + 2, "in");
    if (there && s.is(verb + 3, "it")) {
        edits.add("OBJECT_TWICE", verb + 3, verb + 4, "");
    }
    const bool object = common_verb(s, verb) && s.any(verb + 1, {"him", "her", "it", "them"});
    const int after = verb + 2;
    const bool main = s.be(after) || s.be(after + 1) || s.be(after + 2) ||
                      (s.end(after) && s.any(0, {"this", "that", "it"}) && s.be(1)) ||
                      third_form(s, after) || s.any(after + 1, {"has", "have"});
    if (object && main && !s.is(i - 1, "it") &&
        !(s.is(verb + 1, "her") && s.flag(after, Flag::noun) && !s.be(after) && !s.end(after) &&
          !time_word(s, after))) {
        edits.add("OBJECT_TWICE", verb + 1, verb + 2, "");
    }
}

}  // namespace

void find_surplus(const Sentence& s, Edits& edits) {
    subject_twice(s, edits);
    for (int i = 0; i < s.size(); ++i) {
        be_and_verb(s, i, edits);
        be_and_past(s, i, edits);
        mixed(s, i, edits);
        object_twice(s, i, edits);
        relative_object(s, i, edits);
    }
}

}  // namespace lexi::ml::grammar
