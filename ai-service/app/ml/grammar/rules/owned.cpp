// Whose it is and who is meant: 's, my and mine, me and I, himself; and "no" for "don't".
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/ask.hpp"
#include "ml/grammar/rules/find.hpp"
#include "ml/grammar/rules/word_map.hpp"

namespace lexi::ml::grammar {
namespace {

const Words kThings(
    "room house car bike bicycle motorbike phone bag book books name birthday job computer dog cat "
    "office wedding hair husband wife shop farm hat shirt desk friend family parents brother "
    "sister "
    "daughter son hobby dream voice shoes eyes clothes life hometown restaurant bedroom laptop "
    "mother father house teacher boyfriend girlfriend");
const Words kPeople(
    "parents grandparents students teachers friends children boys girls brothers sisters workers "
    "farmers doctors");

// my sister husband, the students books, my grandparents house
void without_s(const Sentence& s, int i, Edits& edits) {
    const bool owned = s.any(i - 1, {"my", "your", "his", "her", "our", "their"});
    const bool many = kPeople.contains(s.low(i)) || (s.is(i, "children"));
    const bool one = kPerson.contains(s.low(i)) && owned;
    if (!(one || (many && (owned || s.is(i - 1, "the")))) || !kThings.contains(s.low(i + 1)))
        return;
    // "my friend family" but "my student friend", "the boy wife"
    if (!(s.be(i + 2) || s.end(i + 2) || time_word(s, i + 2) ||
          s.any(i + 2, {"has", "have", "does"}))) {
        return;
    }
    if (s.any(i, {"girl", "boy", "baby", "student", "doctor"}) &&
        s.any(i + 1, {"friend", "friends"})) {
        return;
    }
    if (s.any(i + 1, {"farm", "dream", "name", "friend", "shop", "job", "book", "phone", "dog"}) &&
        s.verb(i + 1))
        return;
    const auto mark = s.low(i).ends_with('s') ? "'" : "'s";
    edits.add("POSSESSIVE_S", i, i + 1, s[i].text + mark);
}

// The car of my father is new.
void of_owner(const Sentence& s, int i, Edits& edits) {
    static const Words kOfPerson(
        "house car bike motorbike room name phone job birthday book hobby bag");
    if (!s.is(i, "the") || !kOfPerson.contains(s.low(i + 1)) || !s.is(i + 2, "of") ||
        !s.any(i + 3, {"my", "your", "his", "her", "our"}) || !kPerson.contains(s.low(i + 4)) ||
        s.noun(i + 5) || s.any(i + 5, {"and", "who", "'s"})) {
        return;
    }
    edits.add("POSSESSIVE_S", i, i + 5,
              words_of(s, i + 3, i + 5) + "'s " + words_of(s, i + 1, i + 2));
}

void case_of(const Sentence& s, int i, Edits& edits) {
    // love she, told I the truth
    static const Words kReach(
        "love loves loved like likes liked see saw know knows meet met help helps helped tell told "
        "give gave ask asked call called miss missed hate visit visited thank invite invited "
        "married with for to at about from");
    if (s.any(i, {"i", "he", "she", "we", "they"}) && kReach.contains(s.low(i - 1)) &&
        !s.any(i - 1, {"know", "knows", "for"})) {
        const bool after =
            s.end(i + 1) || s.any(i + 1, {"very", "so", "a", "the", "some", "yesterday", "every",
                                          "in", "at", "on", "to", "because", "last", "when"});
        const bool clause =
            s.any(i - 1, {"see", "saw", "like", "tell", "told", "ask", "asked"}) && s.verb(i + 1);
        if (after && !clause && !s.verb(i + 1)) {
            edits.add("OBJECT_PRONOUN", i - 1, i + 1,
                      std::string(s.low(i - 1)) + " " + std::string(object_of(s.low(i))));
        }
    }
    if (s.is(i, "and") && s.is(i + 1, "i") && s.any(i - 2, {"between", "with", "for", "to"}) &&
        (s.end(i + 2) || s.any(i + 2, {"to"}))) {
        edits.add("OBJECT_PRONOUN", i, i + 2, "and me");
    }
    // I and my friend went; me and my brother go
    const bool first = i == 0 && s.any(0, {"i", "me"}) && s.is(1, "and");
    if (first) {
        const int to = s.any(2, {"my", "our"}) ? 4 : s[2].is_capital() ? 3 : -1;
        const bool verb = to > 0 && (s.verb(to) || common_verb(s, to) || s.be(to) ||
                                     s.tag(to, Tag::aux) || s.is(to, "often"));
        if (verb) edits.add("ME_AND_I", 0, to, words_of(s, 2, to) + " and I");
    }
    if (s.is(i, "me") && kThings.contains(s.low(i + 1)) &&
        (s.be(i - 1) || s.any(i - 1, {"in", "at", "of"}))) {
        edits.add("POSSESSIVE_BEFORE_NOUN", i, i + 1, "my");
    }
    if (const auto mine = found_in(kMine, s.low(i)); !mine.empty() && s.end(i + 1) && s.be(i - 1)) {
        edits.add("MINE_ALONE", i, i + 1, std::string(mine));
    }
    // washed he's car; wagged it's tail; live with they parents
    const bool governs = s.tag(i - 1, Tag::verb) || s.tag(i - 1, Tag::adp);
    const bool noun = s.flag(i + 1, Flag::noun) && !s.adjective(i + 1) && !s.determiner(i + 1) &&
                      !s.low(i + 1).ends_with("ing");
    if (governs && noun && (s.end(i + 2) || time_word(s, i + 2)) &&
        !s.any(i - 1,
               {"think", "know", "say", "said", "hope", "like", "because", "thinks", "believe"}) &&
        !(s.is(i - 1, "about") && s.any(i - 2, {"how", "what"}))) {
        static const Map kHis{{"he's", "his"},
                              {"it's", "its"},
                              {"they", "their"},
                              {"we", "our"},
                              {"they're", "their"}};
        if (const auto his = found_in(kHis, s.low(i)); !his.empty()) {
            edits.add("POSSESSIVE_BEFORE_NOUN", i, i + 1, std::string(his));
        }
    }
    static const Map kSelves{{"herselves", "herself"},      {"hisself", "himself"},
                             {"theirselves", "themselves"}, {"themself", "themselves"},
                             {"ourself", "ourselves"},      {"theirself", "themselves"},
                             {"himselves", "himself"},      {"itselves", "itself"}};
    if (const auto self = found_in(kSelves, s.low(i)); !self.empty()) {
        edits.add("REFLEXIVE", i, i + 1, std::string(self));
    }
    const auto self = found_in(kReflexives, s.low(i));
    if (!self.empty() && s.any(i - 1, {"enjoy", "enjoyed", "introduce", "hurt"}) &&
        s.is(i - 2, subject_of(s.low(i)) == "I" ? "i" : subject_of(s.low(i))) &&
        (s.end(i + 1) || s.any(i + 1, {"at", "in", "very"}))) {
        edits.add("REFLEXIVE", i, i + 1, std::string(self));
    }
}

// My sister lost his bag.
void gender(const Sentence& s, Edits& edits) {
    int women = 0, men = 0;
    for (int i = 0; i < s.size(); ++i) {
        women += kFemale.contains(s.low(i)) || s.any(i, {"she", "her"});
        men += kMale.contains(s.low(i)) ||
               s.any(i, {"he", "him", "mr", "teacher", "friend", "boss"}) ||
               (s[i].is_capital() && i > 0 && s[i].kind == Kind::unknown);
    }
    for (int i = 3; i < s.size(); ++i) {
        const bool owned = s.flag(i + 1, Flag::noun) && !s.any(i - 1, {"is", "was"});
        const bool first = s.determiner(0) && (s.flag(2, Flag::verb) || s.verb(2));
        if (first && owned && s.is(i, "his") && kFemale.contains(s.low(1)) && women == 1 &&
            men == 0) {
            edits.add("HIS_OR_HER", i, i + 1, "her");
        }
        if (first && owned && s.is(i, "her") && kMale.contains(s.low(1)) && men == 1 &&
            women == 1 && kThings.contains(s.low(i + 1))) {
            edits.add("HIS_OR_HER", i, i + 1, "his");
        }
    }
}

// She no come yesterday. No talk in class! I am not have money.
void negation(const Sentence& s, int i, Edits& edits) {
    const bool past = has_word(s, {"yesterday", "ago", "last"});
    if (pronoun(s, i) && clause_opens(s, i) && s.any(i + 1, {"no", "not"}) && base_form(s, i + 2) &&
        !s.verb(i - 1)) {
        edits.add("NEGATION_WITH_DO", i + 1, i + 2,
                  past              ? "didn't"
                  : third(s.low(i)) ? "doesn't"
                                    : "don't");
    }
    static const Words kOrders("talk go eat run touch worry speak drink cry shout park swim smoke");
    if (i == 0 && s.is(0, "no") && kOrders.contains(s.low(1)) && s.size() > 3) {
        edits.add("NEGATION_WITH_DO", 0, 1, "don't");
    }
}

}  // namespace

void find_owned(const Sentence& s, Edits& edits) {
    for (int i = 0; i < s.size(); ++i) {
        without_s(s, i, edits);
        of_owner(s, i, edits);
        case_of(s, i, edits);
        negation(s, i, edits);
    }
    gender(s, edits);
}

}  // namespace lexi::ml::grammar
