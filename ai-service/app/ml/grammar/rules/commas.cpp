// Commas: behind an opening, behind a clause that comes first, and none in front of "that".
#include <algorithm>
#include <array>
#include <ranges>

#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/ask.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {
namespace {

const Words kLinkers(
    "however therefore moreover furthermore nevertheless firstly secondly thirdly lastly finally "
    "nowadays consequently additionally fortunately unfortunately luckily thus hence similarly "
    "meanwhile otherwise personally also");
// Numbers and prepositions too: only before what surely begins a clause.
const Words kLooseLinkers("first second third besides");

constexpr std::array<std::string_view, 29> kOpeners{"for example",
                                                    "for instance",
                                                    "in addition",
                                                    "in conclusion",
                                                    "in my opinion",
                                                    "in my view",
                                                    "on the other hand",
                                                    "on the one hand",
                                                    "as a result",
                                                    "first of all",
                                                    "in other words",
                                                    "in fact",
                                                    "of course",
                                                    "in this case",
                                                    "in today's world",
                                                    "in the modern world",
                                                    "in general",
                                                    "in short",
                                                    "in contrast",
                                                    "on the contrary",
                                                    "to sum up",
                                                    "to begin with",
                                                    "last but not least",
                                                    "as far as i know",
                                                    "as far as i am concerned",
                                                    "from my point of view",
                                                    "as a consequence",
                                                    "for this reason",
                                                    "because of this"};

const Words kClauseHeads(
    "i he she it we they you there this these those people everyone everybody nobody someone no "
    "one if when because while although even both most all many some");
const Words kSubordinators("if when while because although though unless whenever since");
const Words kFinite(
    "will would can could should must may might cannot can't won't wouldn't couldn't shouldn't "
    "don't doesn't didn't do does did am is are was were isn't aren't wasn't weren't have has had "
    "need");
const Words kSubjectAndVerb(
    "i'll he'll she'll it'll we'll they'll you'll i'm he's she's we're they're you're i'd he'd "
    "she'd we'd they'd you'd i've we've they've");
// Behind these a clause goes on, or a new one hangs on them.
const Words kGoesOn(
    "think thinks thought know knows knew say says said believe believes hope hopes see sees feel "
    "feels felt mean means wish wishes understand remember forget realize show shows find found "
    "guess suppose sure afraid glad happy sorry told tell that what how why where who whom which "
    "whose whether if when because and or but than as while until till before after since though "
    "although so like way time moment day year place thing things something anything everything "
    "nothing all someone anyone everyone person people one ones reason more most");

int matched(const Sentence& s, int at, std::string_view phrase) {
    for (const auto word : phrase | std::views::split(' ')) {
        if (!s.is(at, std::string_view(word))) return -1;
        ++at;
    }
    return at;
}

// Behind the opening at `at`; -1: there is none.
int behind_opener(const Sentence& s, int at) {
    for (const auto phrase : kOpeners) {
        if (const int to = matched(s, at, phrase); to > 0) return to;
    }
    return -1;
}

bool begins_clause(const Sentence& s, int i) {
    const bool many = s.tag(i, Tag::noun) && s.flag(i, Flag::plural);
    return s.any(i, kClauseHeads) || s.determiner(i) || many || s.tag(i, Tag::propn);
}

void after_opener(const Sentence& s, Edits& edits) {
    const bool joined = s.any(0, {"but", "and", "so"});
    int at = behind_opener(s, joined ? 1 : 0);
    if (at < 0 && s.any(0, kLinkers)) at = 1;
    if (at < 0 && s.any(0, kLooseLinkers) &&
        (s.subject_pronoun(1) || s.any(1, {"the", "there", "my", "if", "when"}))) {
        at = 1;
    }
    if (at < 0 || s.size() < at + 4) return;
    // "For example in a lesson …"; a single word may be an adverb of the phrase: "thus far".
    const bool phrase = at > 1 && s.tag(at, Tag::adp) && s.determiner(at + 1);
    if (!begins_clause(s, at) && !phrase) return;
    edits.add("COMMA_AFTER_OPENER", at - 1, at, s[at - 1].text + ",");
}

// Surely the subject of a main clause: nothing in front of it takes it as an object or as a clause.
bool main_subject(const Sentence& s, int i) {
    if (s.any(i - 1, kGoesOn) || s.tag(i - 1, Tag::adp) || s.determiner(i - 1)) return false;
    if (s.any(i, kSubjectAndVerb)) return true;
    if (s.any(i, {"it", "you", "there"}) && s.verb(i - 1)) return false;
    const bool pronoun = kPersonal.contains(s.low(i)) || s.is(i, "there");
    return pronoun && s.any(s.after_adverbs(i + 1), kFinite);
}

// One other sign than the last, or a second subject: the sentence is built in another way.
int main_clause(const Sentence& s, int from) {
    int found = -1;
    for (int k = from + 2; k < s.size(); ++k) {
        if (s.end(k)) return k == s.size() - 1 ? found : -1;
        if (main_subject(s, k) && may_have_verb(s, from + 2, k)) {
            if (found >= 0) return -1;
            found = k;
        }
    }
    return found;
}

// When I grow up I will be a doctor.
void after_clause(const Sentence& s, Edits& edits) {
    int at = std::max(behind_opener(s, 0), 0);
    if (at > 0 && s.is(at, ",")) ++at;
    if (at == 0 && s.any(0, {"but", "and", "so"})) at = 1;
    if (s.is(at, "even") && s.any(at + 1, {"if", "though", "when"})) ++at;
    const bool clause = s.any(at, kSubordinators) &&
                        (s.subject_pronoun(at + 1) || s.determiner(at + 1) || s.noun(at + 1) ||
                         s.is(at + 1, "there") || s.adjective(at + 1));
    if (!clause || s.question()) return;
    const int main = main_clause(s, at);
    if (main > 0) edits.add("COMMA_AFTER_CLAUSE", main - 1, main, s[main - 1].text + ",");
}

void before_that(const Sentence& s, int i, Edits& edits) {
    if (s.any(i, {"think", "believe", "hope", "know", "say", "feel", "said"}) && s.is(i + 1, ",") &&
        s.is(i + 2, "that") && !s.end(i + 3) && !s.verb(i + 3)) {
        edits.add("COMMA_BEFORE_THAT", i, i + 2, s[i].text);
    }
}

}  // namespace

void find_commas(const Sentence& s, Edits& edits) {
    after_opener(s, edits);
    after_clause(s, edits);
    for (int i = 0; i < s.size(); ++i) before_that(s, i, edits);
}

}  // namespace lexi::ml::grammar
