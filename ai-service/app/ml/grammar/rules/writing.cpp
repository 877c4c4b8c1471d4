// Capitals and words that are written together.
#include "ml/grammar/inflect.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {
namespace {

const Words kNames(
    "monday tuesday wednesday thursday friday saturday sunday january february april june july "
    "august september october november december english vietnamese chinese japanese korean french "
    "german russian spanish american british asian european vietnam hanoi china japan korea "
    "america "
    "england london paris tokyo singapore thailand australia canada europe asia africa christmas");
// Vietnamese is written syllable by syllable, and so are these. The whole word is the two together.
const Words kFirstParts(
    "some any every no him her it our my your them with in out else home class bath bed birth "
    "grand news week note text how more further there mean never man harm use care hope");
const Words kJoined(
    "someone something anything everything nothing somebody anybody everybody nobody somewhere "
    "anywhere "
    "everywhere nowhere himself herself itself ourselves myself yourself yourselves themselves "
    "without inside outside elsewhere homework hometown classroom classmate classmates bathroom "
    "bathrooms bedroom bedrooms birthday birthdays grandmother grandfather grandparents newspaper "
    "newspapers weekend weekends notebook notebooks textbook textbooks however moreover "
    "furthermore therefore meanwhile mankind harmful useful careful hopeful useless careless");

void capitals(const Sentence& s, Edits& edits) {
    const auto& first = s[0];
    const bool small = !first.text.empty() && first.text[0] >= 'a' && first.text[0] <= 'z';
    if (small && first.kind == Kind::word && s.size() > 3) {
        edits.add("CAPITAL_AT_START", 0, 1, cased_like(first.text, "A"));
    }
    for (int i = 1; i < s.size(); ++i) {
        if (kNames.contains(s[i].text)) {
            edits.add("CAPITAL_OF_NAME", i, i + 1, cased_like(s[i].text, "A"));
        }
    }
}

// some thing, class mates, harm full
void joined(const Sentence& s, int i, Edits& edits) {
    const auto whole = [](std::string made) {
        if (made.ends_with("full")) made.pop_back();
        return kJoined.contains(made) ? made : std::string();
    };
    if (s.is(i, "now") && s.is(i + 1, "a") && s.is(i + 2, "days")) {
        edits.add("ONE_WORD", i, i + 3, "nowadays");
    }
    if (!s.any(i, kFirstParts) || (s.is(i + 1, "one") && s.is(i + 2, "of"))) return;
    if (auto made = whole(std::string(s.low(i)) + std::string(s.low(i + 1))); !made.empty()) {
        edits.add("ONE_WORD", i, i + 2, std::move(made));
    }
}

}  // namespace

void find_writing(const Sentence& s, Edits& edits) {
    capitals(s, edits);
    for (int i = 0; i < s.size(); ++i) joined(s, i, edits);
}

}  // namespace lexi::ml::grammar
