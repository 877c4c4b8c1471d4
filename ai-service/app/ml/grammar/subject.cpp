#include "ml/grammar/subject.hpp"

#include <algorithm>

#include "ml/grammar/lists.hpp"

namespace lexi::ml::grammar {
namespace {

const Words kOpeners(
    "because if when while although though but so since and or then after before until unless "
    "whenever what where why how which as than");
const Words kIndefinite(
    "everyone everybody everything someone somebody something anyone anybody nobody nothing");
const Words kCausers(
    "make makes made making let lets letting help helps helped see saw seen hear heard watch "
    "watched "
    "have has had having do does did don't doesn't didn't can could will would shall should may "
    "might must can't couldn't won't wouldn't shouldn't mustn't is are was were isn't aren't "
    "wasn't "
    "weren't am feel felt to of for with about from in on at by");
const Words kFamily(
    "mother father brother sister mom mum dad uncle aunt grandmother grandfather cousin friend "
    "wife "
    "husband son daughter teacher boss neighbour neighbor boyfriend girlfriend grandma grandpa boy "
    "girl man woman baby child");

const Words kTitles("mr mr. mrs mrs. ms ms. miss dr dr. uncle aunt");
const Words kGroups(
    "police staff team family class group government crowd majority number lot couple rest half "
    "audience committee percent");

bool clause_opens(const Sentence& s, int i) {
    return i == 0 || s.end(i - 1) || s.any(i - 1, kOpeners) ||
           (i == 1 && s.any(0, {"yes", "no", "well", "today", "now", "usually", "sometimes",
                                "often", "yesterday"})) ||
           s.any(i - 1, {"think", "thinks", "thought", "know", "knows", "hope", "believe", "say",
                         "says", "said"}) ||
           (s.is(i - 1, "that") && s.any(i - 2, {"think", "thinks", "thought", "know", "knows",
                                                 "hope", "believe", "say", "says", "said"}));
}

Subject pronoun(const Sentence& s, int i) {
    if (!s.any(i, {"i", "he", "she", "it", "we", "they", "you"})) return {};
    const bool maybe_object = s.any(i, {"it", "you"});
    if (s.any(i - 1, kCausers) || s.any(i - 2, {"neither", "either"})) return {};
    if (s.any(i - 1, {"and", "or", "nor"}) &&
        (s.noun(i - 2) || s.tag(i - 2, Tag::pron) || s[i - 2].is_capital()))
        return {};
    if (s.any(i + 1, {"and", "or"})) return {};
    if (maybe_object && !clause_opens(s, i)) return {};
    if (i > 1 && s.verb(i - 1) && maybe_object) return {};
    return {.to = i + 1, .who = pronoun_person(s.low(i)), .pronoun = true};
}

// Her brother play: the tagger takes the verb for a second noun.
int verb_in_disguise(const Sentence& s, const NounPhrase& np) {
    const int last = np.head;
    if (last - 1 < np.from || !s.any(last - 1, kFamily) || !s.flag(last, Flag::lemma)) return -1;
    const bool object = s.tag(last + 1, Tag::adp) || s.determiner(last + 1) ||
                        s.any(last + 1, {"me", "him", "us", "them", "it", "very", "every"}) ||
                        s.tag(last + 1, Tag::adv);
    return object ? last : -1;
}

bool plural_head(const Token& head) {
    return (head.is(Flag::plural) && !head.is(Flag::singular) && !head.is(Flag::mass)) ||
           head.low == "people" || head.low == "police";
}

bool singular_head(const Token& head) {
    if (head.tag == Tag::propn || head.kind == Kind::unknown) {
        return head.is_capital() && !head.low.ends_with('s');
    }
    return (head.is(Flag::singular) || kUncountable.contains(head.low)) &&
           (!head.is(Flag::plural) || kUncountable.contains(head.low)) &&
           !head.low.ends_with("ing") && !kGroups.contains(head.low);
}

bool of_phrase(const Sentence& s, int to) { return s.any(to, {"of", "in", "on", "near", "from"}); }

Subject quantified(const Sentence& s, int i) {
    if (s.any(i, kIndefinite)) return {.to = i + 1, .who = Who::one};
    const bool one_of = s.any(i, {"one", "each", "neither"}) && s.is(i + 1, "of");
    const bool lot_of = (s.is(i, "a") && s.any(i + 1, {"lot"}) && s.is(i + 2, "of")) ||
                        (s.is(i, "lots") && s.is(i + 1, "of"));
    if (one_of) {
        const auto np = s.phrase(i + 2);
        if (np && !of_phrase(s, np.to)) return {.to = np.to, .who = Who::one};
    }
    if (lot_of) {
        const auto np = s.phrase(s.is(i, "a") ? i + 3 : i + 2);
        if (np && plural_head(s[np.head])) return {.to = np.to, .who = Who::many};
    }
    return {};
}

}  // namespace

Who pronoun_person(std::string_view pronoun) {
    if (pronoun == "i") return Who::i;
    return pronoun == "he" || pronoun == "she" || pronoun == "it" ? Who::one : Who::many;
}

Subject subject_at(const Sentence& s, int i) {
    if (auto found = pronoun(s, i)) return found;
    if (!clause_opens(s, i) || s.any(i - 1, {"and", "or", "than", "as", "so"}) ||
        s.any(i - 1, kCausers)) {
        return {};
    }
    if (auto found = quantified(s, i)) return found;
    // learning languages is fun
    if (s.low(i).ends_with("ing") && s.flag(i, Flag::progressive) && s.noun(i + 1)) return {};
    if (s.any(i, {"how", "many", "much", "two", "ten", "mars", "physics", "mathematics", "maths",
                  "economics", "politics", "athletics"}) ||
        s.number(i)) {
        return {};
    }
    const bool vietnamese = s[i].kind == Kind::unknown && s[i].is_capital() &&
                            (vietnamese_syllable(s.low(i)) ||
                             std::ranges::any_of(s[i].text, [](char c) { return c < 0; }));
    const bool known_name = s[i].kind == Kind::word && s.tag(i, Tag::propn) && s[i].is_capital();
    const bool named = vietnamese || known_name || (s.any(i, kTitles) && s[i + 1].is_capital());
    auto np = s.phrase(i);
    if (named && (!np || s.any(i, kTitles))) {
        const int last = s.any(i, kTitles) ? i + 1 : i;
        np = {.from = i, .to = last + 1, .head = last};
    }
    if (!np || s.any(i, {"what", "which", "whose", "some", "any", "no", "there", "both", "either",
                         "neither", "half"})) {
        return {};
    }
    if (const int verb = verb_in_disguise(s, np); verb >= 0) return {.to = verb, .who = Who::one};
    const auto& head = s[np.head];
    if (s.is(np.to, "and")) {
        const auto other = s.phrase(np.to + 1);
        const int to = other ? other.to : np.to + 2;
        const bool name = s[np.to + 1].is_capital();
        if ((other && (other.determiner >= 0 || name)) || (name && !s.end(np.to + 1))) {
            return s.be(to) || s.any(to, {"has", "have"}) ? Subject{.to = to, .who = Who::many}
                                                          : Subject{};
        }
        return {};
    }
    if (s.is(np.to, ",") || s.any(np.to, {"or", "who", "which", "that"})) return {};
    const bool sure = np.determiner >= 0 || named || plural_head(head);
    if (!sure || (s.tag(np.to, Tag::adp) && !of_phrase(s, np.to))) return {};
    int to = np.to;
    if (of_phrase(s, to)) {
        const auto inner = s.phrase(to + 1);
        // "the number of students are" is heard everywhere
        if (!inner || of_phrase(s, inner.to) || s.is(inner.to, "and") || s.is(inner.to, ",") ||
            !(s.be(inner.to) || s.any(inner.to, {"has", "have"}))) {
            return {};
        }
        if (!plural_head(head) && !singular_head(head)) return {};
        to = inner.to;
    }
    const bool many = (s.any(np.from, {"all", "both"}) && !head.is(Flag::mass)) ||
                      s.any(np.determiner, {"these", "those", "many", "several", "few"}) ||
                      (np.number >= 0 && !s.any(np.number, {"one", "1"}));
    const bool one = s.any(np.determiner, {"a", "an", "every", "each", "another"});
    if (many || (plural_head(head) && !one)) return {.to = to, .who = Who::many};
    if (one) return {.to = to, .who = Who::one};
    if (singular_head(head)) return {.to = to, .who = Who::one};
    return {};
}

}  // namespace lexi::ml::grammar
