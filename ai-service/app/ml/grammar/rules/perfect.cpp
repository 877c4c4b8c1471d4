// The perfect: for and since, yet, already, the first time; and what learners take for it.
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/ask.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {
namespace {

const Words kLasting("live work study learn teach stay know be have wait play own");
const Words kDone(
    "finish eat do complete see meet buy arrive leave send read write visit come clean hear tell "
    "receive get have watch call start decide lose find pay");
const Words kNoWish("know have want need like understand think live love feel believe look");

std::string have_for(const Sentence& s, int subject) {
    return s.any(subject, {"i", "you", "we", "they"}) || plural_noun(s, subject) ? "have" : "has";
}

bool year(const Sentence& s, int i) {
    const auto& t = s[i];
    return t.kind == Kind::number && t.low.size() == 4 &&
           (t.low.starts_with("19") || t.low.starts_with("20"));
}

// How long: "for five years", "since 2010"; where it stands, or -1.
int how_long(const Sentence& s, int from, bool& since) {
    for (int i = from; i < s.size() && !s.end(i); ++i) {
        if (s.any(i, {"because", "but", "when", "before", "who", "which", "that"})) return -1;
        const bool span = s.number(i + 1) || s.any(i + 1, {"a", "many", "several"});
        since = s.is(i, "since");
        if (since &&
            (year(s, i + 1) || s.any(i + 1, {"last", "then", "yesterday", "january", "i"}) ||
             s.any(i + 1, kTimeNouns) || (span && s.any(i + 2, kSpans)))) {
            return i;
        }
        if (s.is(i, "for") &&
            (year(s, i + 1) || (s.number(i + 1) && s.any(i + 2, kSpans) &&
                                !s.any(i + 2, {"minutes", "hours", "seconds"})))) {
            since = year(s, i + 1);
            return i;
        }
    }
    return -1;
}

// She works here for 2015; I lived here since 2010; I am living here for five years.
void lasting(const Sentence& s, int i, Edits& edits) {
    const bool personal = s.any(i, {"i", "he", "she", "we", "they", "you", "it"});
    const auto np = personal || i > 0 ? NounPhrase{} : s.phrase(i);
    if (!(personal && clause_opens(s, i)) && !(np && np.determiner >= 0)) return;
    const int subject = personal ? i : np.head;
    const int verb = s.after_adverbs(subject + 1);
    if (s.any(i - 1, {"when", "if"})) return;
    bool since = false;
    const int told = how_long(s, verb + 1, since);
    if (told < 0) return;
    if (s.is(told, "for") && year(s, told + 1)) edits.add("SINCE_OR_FOR", told, told + 1, "since");
    const auto base = s.be(verb) ? std::string("be") : base_of_verb(s.low(verb));
    if (!kLasting.contains(base) || s.any(verb, {"have", "has", "had", "been", "being"})) return;
    const auto have = have_for(s, subject);
    const bool now = s.any(verb, {"am", "is", "are"});
    const int doing = s.after_adverbs(verb + 1);
    const bool going_on =
        now && s.low(doing).ends_with("ing") && kLasting.contains(base_of_verb(s.low(doing)));
    if (going_on) {
        edits.add("PERFECT_FOR_SINCE", verb, verb + 1, have + " been");
        return;
    }
    if (base == "be" && (!since || s.verb(verb + 1))) return;
    const bool past = since && s.flag(verb, Flag::past) && base != s.low(verb);
    const bool present = s.low(verb) == base || s.low(verb) == third_person_of(base) || now;
    if (!(past || (present && (since || !personal))) || s.low(verb).ends_with("ing")) return;
    edits.add("PERFECT_FOR_SINCE", verb, verb + 1, have + " " + participle_of(base));
}

// I don't finish my homework yet.
void yet(const Sentence& s, int i, Edits& edits) {
    if (!s.any(i, {"don't", "doesn't"}) || !s.is(s.size() - 2, "yet")) return;
    const auto base = std::string(s.low(i + 1));
    if (!base_form(s, i + 1) || kNoWish.contains(base)) return;
    edits.add("PERFECT_WITH_YET", i, i + 2,
              (s.is(i, "don't") ? "haven't " : "hasn't ") + participle_of(base));
}

// I already eat lunch; I just finish my work.
void already(const Sentence& s, int i, Edits& edits) {
    if (!s.any(i, {"already", "just"}) || !pronoun(s, i - 1) || !clause_opens(s, i - 1)) return;
    const auto base = base_of_verb(s.low(i + 1));
    const bool present = s.low(i + 1) == base || s.low(i + 1) == third_person_of(base);
    if (!present || !kDone.contains(base) || past_of(base) == base || s.end(i + 2)) return;
    if (s.any(i + 1, {"have", "has"}) && !s.any(i + 2, {"lunch", "dinner", "breakfast"})) return;
    if (s.is(i, "just") && s.any(i + 1, {"do", "have", "get", "see", "watch", "read"})) return;
    for (int k = i + 2; k < s.size(); ++k) {
        if (s.any(k, {"last", "ago", "yesterday", "when", "every"})) return;
    }
    edits.add("PERFECT_WITH_ALREADY", i, i + 2,
              have_for(s, i - 1) + " " + std::string(s.low(i)) + " " + participle_of(base));
}

// It is the first time I eat sushi.
void first_time(const Sentence& s, int i, Edits& edits) {
    if (!s.is(i, "time") || !s.any(i - 1, {"first", "second", "third"})) return;
    const int who = s.is(i + 1, "that") ? i + 2 : i + 1;
    if (!s.any(who, {"i", "he", "she", "we", "they", "you"}) || !has_word(s, {"is", "it's"}))
        return;
    const auto base = base_of_verb(s.low(who + 1));
    const bool present =
        !base.empty() && (s.low(who + 1) == base || s.low(who + 1) == third_person_of(base));
    if (!present || !common_verb(s, who + 1)) return;
    edits.add("PERFECT_FIRST_TIME", who + 1, who + 2, have_for(s, who) + " " + participle_of(base));
}

// Have you ever go to Japan? He hasn't came. I have finish my homework.
void form(const Sentence& s, int i, Edits& edits) {
    if (!s.any(i, {"have", "has", "had", "haven't", "hasn't", "hadn't", "i've", "we've", "they've",
                   "you've"})) {
        return;
    }
    int at = i + 1;
    const bool asks = pronoun(s, at) && (i == 0 || s.any(i - 1, {"where", "what", "how", "who"}));
    if (asks) ++at;
    while (s.any(at, {"ever", "already", "just", "never", "not", "also", "recently", "always"}))
        ++at;
    const auto base = base_of_verb(s.low(at));
    if (!kCommonVerbs.contains(base) || base == "have" || s.is(at, "got") ||
        s.flag(at, Flag::progressive))
        return;
    const auto right = participle_of(base);
    const bool adverb = at > i + 1;
    const bool object = s.any(at + 1, {"my", "your", "his", "her", "our", "their", "the", "this",
                                       "it", "them", "him", "me", "us", "to"});
    const bool plain = s.low(at) == base && base != right;
    const bool past = s.low(at) == past_of(base) && past_of(base) != right && base != s.low(at);
    const bool third_form = s.low(at) == third_person_of(base) && adverb;
    const bool sure = adverb || s.low(i).ends_with("n't") || !s.flag(at, Flag::noun) || object;
    if (!past && !third_form && !(plain && sure)) return;
    // have you to come; I have work to do
    if (!adverb && s.is(i, "have") && s.is(at + 1, "to")) return;
    const bool been = base == "go" && s.is(at - 1, "ever");
    edits.add("PARTICIPLE_AFTER_HAVE", at, at + 1, been ? "been" : right);
}

// When have you bought it?
void when_have(const Sentence& s, Edits& edits) {
    if (!s.is(0, "when") || !s.any(1, {"have", "has"}) || !pronoun(s, 2)) return;
    const auto base = base_of_verb(s.low(3));
    if (!s.flag(3, Flag::participle) || base.empty() || base == "be") return;
    edits.add("WHEN_DID", 1, 4, "did " + words_of(s, 2, 3) + " " + base);
}

}  // namespace

void find_perfect(const Sentence& s, Edits& edits) {
    for (int i = 0; i < s.size(); ++i) {
        lasting(s, i, edits);
        yet(s, i, edits);
        already(s, i, edits);
        first_time(s, i, edits);
        form(s, i, edits);
    }
    when_have(s, edits);
}

}  // namespace lexi::ml::grammar
