// Conditions, plans, what goes on now, what somebody said: which tense goes with which.
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/ask.hpp"
#include "ml/grammar/rules/find.hpp"
#include "ml/grammar/rules/word_map.hpp"

namespace lexi::ml::grammar {
namespace {

const Words kActing(
    "cook eat watch read write wait wash clean do make talk play sing cry run rain snow drink "
    "listen look study");

bool present(const Sentence& s, int i) {
    const auto base = base_of_verb(s.low(i));
    return s.any(i, {"am", "is", "are", "have", "has"}) ||
           (!base.empty() && base != "be" && common_verb(s, i) && past_of(base) != s.low(i) &&
            (s.low(i) == base || s.low(i) == third_person_of(base)));
}

// If I have money, I would …; if I were you, I will …; if I am you.
void unreal(const Sentence& s, Edits& edits) {
    if (!s.is(0, "if") || !pronoun(s, 1)) return;
    const int comma = place_of(s, 2, {","});
    const bool you = s.any(2, {"am", "are", "was", "is"}) &&
                     s.any(3, {"you", "him", "her", "them"}) && (s.is(4, ",") || pronoun(s, 4));
    const int would = place_of(s, std::max(comma, 3), {"would", "wouldn't"});
    const bool asked = would > 0 && (comma + 1 == would || s.any(would + 1, {"you", "like"}));
    const int will = place_of(s, std::max(comma, 3), {"will", "can", "won't"});
    if (you && s.is(1, "i")) {
        edits.add("UNREAL_CONDITION", 2, 3, "were");
        if (will > 0) {
            edits.add("UNREAL_CONDITION", will, will + 1,
                      s.is(will, "can")    ? "could"
                      : s.is(will, "will") ? "would"
                                           : "wouldn't");
        }
        return;
    }
    if (comma > 0 && would > comma && !asked && present(s, 2)) {
        const auto base = base_of_verb(s.low(2));
        edits.add("UNREAL_CONDITION", 2, 3, s.be(2) ? "were" : past_of(base));
    }
    const bool past = s.is(2, "were") || (s.is(2, "had") && !s.flag(3, Flag::participle));
    if (comma > 0 && past && will > comma && pronoun(s, will - 1)) {
        edits.add("UNREAL_CONDITION", will, will + 1,
                  s.is(will, "can")    ? "could"
                  : s.is(will, "will") ? "would"
                                       : "wouldn't");
    }
}

// I will call you when I will arrive.
void future_clause(const Sentence& s, int i, Edits& edits) {
    const bool opens = s.any(i, {"when", "before", "after", "until", "if", "unless"}) ||
                       (s.is(i, "soon") && s.is(i + 1, "as"));
    const int who = s.is(i, "soon") ? i + 2 : i + 1;
    if (!opens ||
        !s.any(i - 1, {"you", "him", "her", "me", "them", "us", "it", "home", "as", "out", "here",
                       "there", "back"}) ||
        !pronoun(s, who) || !s.is(who + 1, "will")) {
        return;
    }
    const int main = place_of(s, 0, {"will", "i'll", "we'll", "won't", "you'll", "please"});
    if (main < 0 || main >= i || !s.flag(who + 2, Flag::lemma) || s.question()) return;
    if (has_word(s, {"know", "tell", "ask", "wonder"}) && !s.is(i, "until")) return;
    const auto base = std::string(s.low(who + 2));
    edits.add("PRESENT_AFTER_IF", who + 1, who + 3,
              base == "be"        ? be_for(s.low(who))
              : third(s.low(who)) ? third_person_of(base)
                                  : base);
}

// Tomorrow I visit my aunt; I promise I call you.
void tomorrow(const Sentence& s, Edits& edits) {
    const int told = place_of(s, 0, {"tomorrow"});
    const bool next = told < 0 && s.is(0, "next") && s.any(1, kTimeNouns);
    const int from = told == 0 ? 1 : next ? 2 : 0;
    if ((told < 0 && !next) || s.question()) return;
    const int who = s.is(from, ",") ? from + 1 : from;
    const bool whose = pronoun(s, who) && !s.any(who, {"it", "you"});
    if (!whose || !base_form(s, who + 1) || s.be(who + 1)) return;
    if (s.any(who + 1, {"hope", "think", "expect", "want", "need", "have", "know", "plan", "like",
                        "wish", "start", "leave", "see"}) ||
        (told > 0 && place_of(s, who + 2, {"if", "when", "that", "because", "so", "and"}) > 0)) {
        return;
    }
    edits.add("FUTURE_WITH_WILL", who + 1, who + 2, "will " + std::string(s.low(who + 1)));
}

void promise(const Sentence& s, int i, Edits& edits) {
    if (s.is(i, "promise") && s.is(i + 1, "i") && base_form(s, i + 2) && s.is(i - 1, "i")) {
        edits.add("FUTURE_WITH_WILL", i + 2, i + 3, "will " + std::string(s.low(i + 2)));
    }
}

// I cook dinner now. At the moment she talks on the phone.
void now(const Sentence& s, Edits& edits) {
    const bool last = s.is(s.size() - 2, "now") && !s.any(s.size() - 3, {"right", "from", "by"});
    const bool first = s.is(0, "at") && s.is(1, "the") && s.is(2, "moment");
    const int who = last ? 0 : s.is(3, ",") ? 4 : 3;
    if ((!last && !first) || s.question() || s.size() > 11) return;
    const auto base = base_of_verb(s.low(who + 1));
    const bool form = s.low(who + 1) == base || s.low(who + 1) == third_person_of(base);
    if (!pronoun(s, who) || !form || !kActing.contains(base) || past_of(base) == s.low(who + 1)) {
        return;
    }
    if (last && s.any(who + 1, {"look", "study", "play", "do", "make"}) && s.end(who + 2)) return;
    edits.add("CONTINUOUS_NOW", who + 1, who + 2, be_for(s.low(who)) + " " + gerund_of(base));
}

// Look, it rains!
void look(const Sentence& s, Edits& edits) {
    const bool calls = s.any(0, {"look", "listen"}) && s.any(1, {",", "!"});
    const bool it = s.is(2, "it") && s.any(3, {"rains", "snows"});
    if (calls && it) edits.add("CONTINUOUS_NOW", 3, 4, "is " + gerund_of(base_of_verb(s.low(3))));
}

// He is having a car; I am understanding.
void states(const Sentence& s, int i, Edits& edits) {
    static const Words kOwned(
        "car house brother sister dog cat phone motorbike bike computer friend brothers sisters "
        "dogs cats friends children child son daughter money problem job");
    static const Words kStates(
        "remember agree disagree realize realise mean recognise recognize cost love doubt depend "
        "consist");
    const bool be = s.any(i, {"am", "is", "are", "i'm", "he's", "she's", "they're", "we're"});
    if (!be || !s.low(i + 1).ends_with("ing")) return;
    const auto base = base_of_verb(s.low(i + 1));
    const auto np = s.phrase(i + 2);
    const bool owns = base == "have" && np && kOwned.contains(s.low(np.head)) && s.end(np.to);
    if (!owns && !(kStates.contains(base) && !s.end(i + 2))) return;
    const bool one = s.any(i, {"is", "he's", "she's"});
    const auto verb = one ? third_person_of(base) : base;
    const auto cut = s.low(i).find('\'');
    edits.add("STATE_NOT_CONTINUOUS", i, i + 2,
              cut == std::string_view::npos ? verb : s[i].text.substr(0, cut) + " " + verb);
}

// He said that he is tired.
void reported(const Sentence& s, int i, Edits& edits) {
    if (!s.any(i, {"said", "thought", "told"}) ||
        s.any(i - 1, {"have", "has", "had", "is", "are"}) || has_word(s, {"tomorrow", "tonight"})) {
        return;
    }
    int at = i + 1;
    if (s.is(i, "told") && kObjective.contains(s.low(at))) ++at;
    if (s.is(at, "that")) ++at;
    if (!s.any(at, {"he", "she", "they"}) || s.end(at + 2)) return;
    const auto right = s.is(at + 1, "is")                        ? "was"
                       : s.is(at + 1, "are") && s.is(at, "they") ? "were"
                       : s.is(at + 1, "will")                    ? "would"
                       : s.is(at + 1, "can")                     ? "could"
                                                                 : "";
    if (*right != '\0') edits.add("REPORTED_PAST", at + 1, at + 2, right);
}

// As soon as he will come; before I will go; if I would be rich
void when_will(const Sentence& s, int i, Edits& edits) {
    const bool soon = s.is(i, "as") && s.is(i - 1, "soon");
    const bool opens = soon || s.any(i, {"before", "after", "until", "unless"});
    if (opens && (i == 0 || soon || s.any(i, {"until", "unless"})) && pronoun(s, i + 1) &&
        s.is(i + 2, "will") && s.flag(i + 3, Flag::lemma) && !s.question()) {
        const auto base = std::string(s.low(i + 3));
        edits.add("PRESENT_AFTER_IF", i + 2, i + 4,
                  base == "be"          ? be_for(s.low(i + 1))
                  : third(s.low(i + 1)) ? third_person_of(base)
                                        : base);
    }
    if (i == 0 && s.is(0, "if") && pronoun(s, 1) && s.any(2, {"would"}) && !s.any(3, {"like"})) {
        const bool other = place_of(s, 4, {"would", "could", "might"}) > 0;
        if (other && s.is(3, "have") && s.flag(4, Flag::participle)) {
            edits.add("UNREAL_CONDITION", 2, 4, "had");
        } else if (other && s.flag(3, Flag::lemma)) {
            edits.add("UNREAL_CONDITION", 2, 4, s.is(3, "be") ? "were" : past_of(s.low(3)));
        }
    }
}

// I thought you are at home. I didn't know that you are here. He told me he has lost it.
void thought(const Sentence& s, int i, Edits& edits) {
    const bool knew = s.any(i, {"thought", "knew"}) || (s.is(i, "know") && s.is(i - 1, "didn't"));
    const bool said = s.any(i, {"said", "told"});
    if ((!knew && !said) || s.any(i - 1, {"have", "has", "had", "be", "is"})) return;
    int who = said && kObjective.contains(s.low(i + 1)) ? i + 2 : i + 1;
    if (s.is(who, "that")) ++who;
    if (!s.any(who, {"i", "you", "he", "she", "we", "they"})) return;
    const int verb = who + 1;
    static const Map kPast{
        {"is", "was"}, {"are", "were"}, {"am", "was"}, {"will", "would"}, {"can", "could"}};
    const auto past = found_in(kPast, s.low(verb));
    if (knew && !past.empty() && !s.end(verb + 1) && !s.question()) {
        edits.add("REPORTED_PAST", verb, verb + 1, std::string(past));
    }
    const bool has =
        s.any(verb, {"has", "have"}) && s.flag(verb + 1, Flag::participle) && !s.noun(verb + 1);
    if (has && s.any(who, {"he", "she", "they"})) {
        edits.add("REPORTED_PAST", verb, verb + 1, "had");
    }
}

// I use to play chess; he didn't used to smoke; I was used to live there.
void used_to(const Sentence& s, int i, Edits& edits) {
    const bool base = base_form(s, i + 2) || s.is(i + 2, "be");
    if (s.any(i, {"use", "uses"}) && s.is(i + 1, "to") && base && pronoun(s, i - 1) &&
        !s.any(i - 2, {"do", "did", "does", "what", "that"})) {
        edits.add("USED_TO", i, i + 1, "used");
    }
    if (s.any(i, {"was", "were"}) && s.is(i + 1, "used") && s.is(i + 2, "to") &&
        s.any(i + 3, {"live", "go", "play", "work", "have", "be", "smoke", "eat", "drink"}) &&
        pronoun(s, i - 1)) {
        edits.add("USED_TO", i, i + 1, "");
    }
    if (s.is(i, "used") && s.is(i + 1, "to") &&
        (s.is(i - 1, "didn't") || (s.is(i - 2, "did") && pronoun(s, i - 1)))) {
        edits.add("USED_TO", i, i + 1, "use");
    }
}

}  // namespace

void find_conditions(const Sentence& s, Edits& edits) {
    unreal(s, edits);
    tomorrow(s, edits);
    now(s, edits);
    look(s, edits);
    for (int i = 0; i < s.size(); ++i) {
        future_clause(s, i, edits);
        promise(s, i, edits);
        states(s, i, edits);
        reported(s, i, edits);
        when_will(s, i, edits);
        thought(s, i, edits);
        used_to(s, i, edits);
    }
}

}  // namespace lexi::ml::grammar
