// When something happens: the time that is told and the form of the verb.
#include "ml/grammar/inflect.hpp"
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"
#include "ml/grammar/subject.hpp"

namespace lexi::ml::grammar {
namespace {

const Words kLasting("know study learn live work");

// The part between two commas (or conjunctions that open a clause with a subject of its own).
struct Part {
    int from = 0, to = 0;
};

bool past_time(const Sentence& s, int i) {
    if (s.any(i - 1, {"than", "since"})) return false;
    if (s.is(i, "yesterday") || (s.is(i, "ago") && s.any(i - 1, kSpans))) return true;
    if (s.is(i, "last") && s.any(i + 1, kTimeNouns) &&
        !s.any(i - 1, {"the", "since", "for", "than", "until", "my", "your", "his", "our", "at"})) {
        return true;
    }
    const auto& t = s[i];
    const bool year =
        t.kind == Kind::number && t.low.size() == 4 &&
        (t.low.starts_with("19") || t.low.starts_with("200") || t.low.starts_with("201"));
    return year && s.is(i - 1, "in") && !s.any(i - 2, {"since", "born"});
}

bool opens_part(const Sentence& s, int i) {
    return s.end(i) ||
           (s.any(i, {"but", "because", "when", "if", "so", "who", "which", "that", "although",
                      "while", "what", "where", "how", "why", "before", "after", "as"}));
}

Part part_around(const Sentence& s, int i) {
    Part part{.from = i, .to = i};
    while (part.from > 0 && !opens_part(s, part.from - 1)) --part.from;
    while (part.to < s.size() && !opens_part(s, part.to)) ++part.to;
    // "Two years ago, my family moved": the time stands before the comma
    const bool time_only =
        s.is(part.to, ",") && part.to - part.from <= 4 && !s.subject_pronoun(part.from);
    if (time_only) {
        ++part.to;
        while (part.to < s.size() && !opens_part(s, part.to)) ++part.to;
    }
    return part;
}

bool has_verb_before(const Sentence& s, int from, int to) {
    for (int i = from; i < to; ++i) {
        if (s.tag(i, Tag::aux) || s.tag(i, Tag::verb)) return true;
    }
    return false;
}

void to_past(const Sentence& s, int verb, Who who, Edits& edits) {
    const auto low = s.low(verb);
    if (s.any(verb, {"and", "or", "last"})) return;  // the dictionary has them as verbs too
    if (s.any(verb, {"am", "is", "are"})) {
        edits.add("PAST_TIME", verb, verb + 1, who == Who::many ? "were" : "was");
        return;
    }
    if (s.any(verb, {"have", "has"}) && s.flag(verb + 1, Flag::participle) && s.verb(verb + 1)) {
        auto past = past_of(s.low(verb + 1));
        if (past == "was" && who == Who::many) past = "were";
        if (s.is(verb + 1, "been") && s.is(verb + 2, "to")) past = "went";
        if (!past.empty()) edits.add("PERFECT_WITH_PAST_TIME", verb, verb + 2, past);
        return;
    }
    if (s.any(verb, {"don't", "doesn't", "do", "does"})) {
        if (low.ends_with("n't")) edits.add("PAST_TIME", verb, verb + 1, "didn't");
        return;
    }
    if (s.any(verb, {"can", "can't"})) {
        edits.add("PAST_TIME", verb, verb + 1, low == "can" ? "could" : "couldn't");
        return;
    }
    if (s.tag(verb, Tag::aux) && !s.any(verb, {"have", "has"})) return;
    const bool present = s.flag(verb, Flag::lemma) || s.flag(verb, Flag::third_person);
    const auto past = past_of(low);
    if (!present || past.empty() || past == low || base_of_verb(low).empty()) return;
    if (base_of_verb(low) != low && third_person_of(low) != low) return;  // already past
    edits.add("PAST_TIME", verb, verb + 1, past);
}

// Yesterday I go; I have seen him yesterday; and the second verb of "watch a film and eat".
void with_past_time(const Sentence& s, int i, Edits& edits) {
    if (!past_time(s, i)) return;
    const auto [from, to] = part_around(s, i);
    for (int at = from; at < to; ++at) {
        const auto subject = subject_at(s, at);
        const auto np = at == from || s.is(at - 1, ",") ? s.phrase(at) : NounPhrase{};
        const int phrase_end = np && np.determiner >= 0 ? np.to : -1;
        const int subject_end = subject ? subject.to : s.any(at, kPersonal) ? at + 1 : phrase_end;
        if (subject_end < 0 || has_verb_before(s, from, at)) continue;
        const auto who = subject                ? subject.who
                         : s.any(at, kPersonal) ? pronoun_person(s.low(at))
                                                : Who::one;
        const int verb = s.after_adverbs(subject_end);
        if (verb >= to || !s.verb(verb)) continue;
        to_past(s, verb, who, edits);
        const bool simple = !s.tag(verb, Tag::aux);
        for (int next = verb + 1; next + 1 < to && simple; ++next) {
            if (s.is(next, "and") && s.tag(next + 1, Tag::verb) && s.flag(next + 1, Flag::lemma)) {
                to_past(s, next + 1, who, edits);
            }
        }
        return;
    }
}

// I know her for ten years; she works here since 2010.
void lasting(const Sentence& s, int i, Edits& edits) {
    if (!kPersonal.contains(s.low(i))) return;
    const int verb = s.after_adverbs(i + 1);
    const bool is = s.any(verb, {"am", "is", "are"});
    if (is && s.is(i, "it") && s.number(verb + 1)) return;  // it is three years since
    const auto base = is ? std::string("be") : base_of_verb(s.low(verb));
    if (base.empty() || s.tag(verb, Tag::adp) || s.low(verb).ends_with("n't") ||
        s.any(verb, {"do", "does", "have", "has"}))
        return;
    const bool present = is || s.low(verb) == base || s.low(verb) == third_person_of(base);
    if (!present || past_of(base) == base) return;
    for (int at = verb + 1; at < s.size() && !opens_part(s, at); ++at) {
        const bool span = s.number(at + 1) && s.any(at + 2, {"years", "months"});
        const bool moment = s[at + 1].kind == Kind::number || s.is(at + 1, "last") ||
                            s.any(at + 1, kTimeNouns) || s.subject_pronoun(at + 1);
        const bool since = s.is(at, "since") && (moment || span);
        const bool while_known = s.is(at, "for") && span && kLasting.contains(base);
        if (!since && !while_known) continue;
        const bool third = s.any(i, {"he", "she", "it"});
        edits.add("PERFECT_FOR_SINCE", verb, verb + 1,
                  std::string(third ? "has " : "have ") + participle_of(base));
        return;
    }
}

void since_or_for(const Sentence& s, int i, Edits& edits) {
    if (!s.is(i, "since")) return;
    const int span =
        s.number(i + 1) || s.any(i + 1, {"a", "an", "many", "several", "some"}) ? i + 2 : -1;
    if (span > 0 && s.any(span, kSpans) && !s.is(span + 1, "ago") && s[i + 1].low.size() < 9) {
        edits.add("SINCE_OR_FOR", i, i + 1, "for");
    }
}

// If it will rain, when I will arrive.
void future_condition(const Sentence& s, int i, Edits& edits) {
    if (!s.any(i, {"if", "when", "until", "unless", "before", "after"})) return;
    if (i > 0 && !s.end(i - 1) && !s.is(i, "if") && !s.any(i, {"until", "unless"})) return;
    if (s.any(i - 1, {"know", "wonder", "ask", "asked", "sure", "see", "me", "tell"})) return;
    const auto np = s.phrase(i + 1);
    const int will = kPersonal.contains(s.low(i + 1)) ? i + 2 : np ? np.to : -1;
    if (will < 0 || !s.is(will, "will") || !s.flag(will + 1, Flag::lemma)) return;
    if (s.question() && i == 0) return;
    bool other = false;  // the main clause tells the future
    for (int k = 0; k < s.size(); ++k) {
        if (k != will && (s.any(k, {"will", "won't", "can", "should", "must", "would"}) ||
                          s.low(k).ends_with("'ll"))) {
            other = true;
        }
    }
    if (!other) return;
    const bool third = s.any(i + 1, {"he", "she", "it"}) ||
                       (np && s.flag(np.head, Flag::singular) && !s.any(i + 1, kPersonal));
    const auto base = std::string(s.low(will + 1));
    std::string verb = third ? third_person_of(base) : base;
    if (base == "be") verb = third ? "is" : s.is(i + 1, "i") ? "am" : "are";
    edits.add("PRESENT_AFTER_IF", will, will + 2, verb);
}

void aspect(const Sentence& s, int i, Edits& edits) {
    if (s.any(i, {"am", "is", "are"}) && s.low(i + 1).ends_with("ing")) {
        const auto base = base_of_verb(s.low(i + 1));
        static const Words kNever(
            "want know need understand believe belong own contain prefer like "
            "hate seem");
        if (kNever.contains(base) && s.verb(i + 1)) {
            const bool third = s.is(i, "is");
            edits.add("STATE_NOT_CONTINUOUS", i, i + 2, third ? third_person_of(base) : base);
        }
    }
    const bool been = s.any(i + 1, {"never", "already", "just", "ever"}) &&
                      (s.any(i + 2, {"been", "seen", "done", "gone", "eaten", "written", "taken",
                                     "known", "spoken", "forgotten"}));
    if (been && kPersonal.contains(s.low(i)) && !s.any(i - 1, {"have", "has", "had"})) {
        const bool third = s.any(i, {"he", "she", "it"});
        edits.add("HAVE_MISSING", i + 1, i + 1, third ? "has" : "have");
    }
    if (s.any(i, {"wish", "wishes"}) && kPersonal.contains(s.low(i + 1))) {
        if (s.is(i + 2, "can")) edits.add("WISH_PAST", i + 2, i + 3, "could");
        if (s.is(i + 2, "will")) edits.add("WISH_PAST", i + 2, i + 3, "would");
        if (s.any(i + 2, {"am", "is", "are"})) edits.add("WISH_PAST", i + 2, i + 3, "were");
        if (s.is(i + 2, "have")) edits.add("WISH_PAST", i + 2, i + 3, "had");
    }
    const bool long_time = s.is(i, "how") && s.is(i + 1, "long") && s.any(i + 2, {"do", "does"});
    if (long_time && kPersonal.contains(s.low(i + 3)) && kLasting.contains(s.low(i + 4))) {
        const auto have = s.any(i + 3, {"he", "she", "it"}) ? "has " : "have ";
        const auto verb = s.is(i + 4, "know") ? "known" : "been " + gerund_of(s.low(i + 4));
        edits.add("HOW_LONG_PERFECT", i + 2, i + 5, have + s[i + 3].text + " " + verb);
    }
}

}  // namespace

void find_tense(const Sentence& s, Edits& edits) {
    for (int i = 0; i < s.size(); ++i) {
        with_past_time(s, i, edits);
        lasting(s, i, edits);
        since_or_for(s, i, edits);
        future_condition(s, i, edits);
        aspect(s, i, edits);
    }
}

}  // namespace lexi::ml::grammar
