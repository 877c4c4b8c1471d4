// Subjects of more than one part and what their verb agrees with: my brother and my sister, the
// food in this shop, my father, who is a farmer.
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/ask.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {
namespace {

// A verb in its base form that what is said about one has no right to; empty where it is right.
std::string third_wanted(const Sentence& s, int verb) {
    if (s.any(verb, {"have", "do", "don't"}))
        return std::string(found_in(kSingularForms, s.low(verb)));
    if (s.is(verb, "go")) return "goes";
    return base_form(s, verb) && past_of(s.low(verb)) != s.low(verb) ? third_person_of(s.low(verb))
                                                                     : std::string();
}

bool one_head(const Sentence& s, int head) {
    return (kCountable.contains(s.low(head)) || kPerson.contains(s.low(head)) ||
            s.any(head,
                  {"food", "water", "weather", "air", "music", "coffee", "traffic", "life"})) &&
           !plural_noun(s, head);
}

// My sister and my brother likes swimming.
void two(const Sentence& s, int i, Edits& edits) {
    if (!clause_opens(s, i) || s.any(i, {"both", "every", "each", "no"})) return;
    const int joint = subject_end(s, i);
    if (joint < 0 || !s.is(joint, "and") || pronoun(s, i)) return;
    const int to = s.is(joint + 1, "i") ? joint + 2 : subject_end(s, joint + 1);
    if (to < 0 || (s.determiner(i) != s.determiner(joint + 1) && !name(s, i))) return;
    const int verb = s.after_adverbs(to);
    const bool owned = kPossessives.contains(s.low(i)) || name(s, i) || s.is(i, "the");
    if (!owned || s.any(joint + 1, {"every", "each"})) return;
    const auto many = s.is(verb, "is")        ? "are"
                      : s.is(verb, "was")     ? "were"
                      : s.is(verb, "has")     ? "have"
                      : s.is(verb, "does")    ? "do"
                      : s.is(verb, "doesn't") ? "don't"
                                              : "";
    if (*many != '\0') {
        edits.add("AGREEMENT_NOUN", verb, verb + 1, many);
    } else if (third_form(s, verb) && (kPerson.contains(s.low(to - 1)) || name(s, to - 1))) {
        edits.add("AGREEMENT_NOUN", verb, verb + 1, base_of_verb(s.low(verb)));
    }
}

// The food in this restaurant taste good. The boy next to me always talk.
void placed(const Sentence& s, int i, Edits& edits) {
    if (!clause_opens(s, i) || !(s.is(i, "the") || kPossessives.contains(s.low(i)))) return;
    const auto np = s.phrase(i);
    if (!np || !one_head(s, np.head) || np.number >= 0) return;
    const int in = s.is(np.to, "next") && s.is(np.to + 1, "to") ? np.to + 1 : np.to;
    if (!s.any(in, {"in", "at", "on", "near", "from", "of", "behind", "with"}) && in == np.to)
        return;
    const bool me = kObjective.contains(s.low(in + 1));
    const auto inner = me ? NounPhrase{} : s.phrase(in + 1);
    int to = me ? in + 2 : inner ? inner.to : -1;
    if (to < 0) return;
    // "this restaurant taste": the tagger takes the verb for a noun
    if (inner && inner.head > in + 2 && kCountable.contains(s.low(inner.head - 1)) &&
        base_form(s, inner.head)) {
        to = inner.head;
    }
    const int verb = s.after_adverbs(to);
    const auto right = third_wanted(s, verb);
    const bool sure = verb > to || kPredicates.contains(s.low(verb + 1)) ||
                      s.determiner(verb + 1) ||
                      s.any(verb + 1, {"very", "to", "me", "us", "so", "too", "a", "in", "at"});
    if (!right.empty() && sure && !s.question() && !(s.is(in, "of") && s.is(np.head, "number"))) {
        edits.add("AGREEMENT_NOUN", verb, verb + 1, right);
    }
}

// My father, who is a farmer, work very hard.
void described(const Sentence& s, Edits& edits) {
    if (!kPossessives.contains(s.low(0)) || !one_head(s, 1) || !s.is(2, ",")) return;
    const int to = place_of(s, 3, {","});
    if (to < 0 || !s.any(3, {"who", "which", "a", "an", "the"}) || pronoun(s, to + 1)) return;
    const int verb = s.after_adverbs(to + 1);
    const auto right = third_wanted(s, verb);
    if (!right.empty()) edits.add("AGREEMENT_NOUN", verb, verb + 1, right);
}

}  // namespace

void find_subjects(const Sentence& s, Edits& edits) {
    described(s, edits);
    for (int i = 0; i < s.size(); ++i) {
        two(s, i, edits);
        placed(s, i, edits);
    }
}

}  // namespace lexi::ml::grammar
