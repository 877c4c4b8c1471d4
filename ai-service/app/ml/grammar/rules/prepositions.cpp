// Prepositions: which one, one too many, one too few.
#include <array>

#include "ml/grammar/inflect.hpp"
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/find.hpp"
#include "ml/grammar/rules/government.hpp"

namespace lexi::ml::grammar {
namespace {

const std::array kVerbs{
    Government{"depend", "on", Words("of in to at from with")},
    Government{"listen", "to", Words("at for with")},
    Government{"belong", "to", Words("of for with")},
    Government{"participate", "in", Words("at to on")},
    Government{"consist", "of", Words("in on from by")},
    Government{"succeed", "in", Words("to at on")},
    Government{"apologize", "for", Words("about of")},
    Government{"insist", "on", Words("in at to")},
    Government{"concentrate", "on", Words("at to")},
    Government{"focus", "on", Words("in at to")},
    Government{"believe", "in", Words("on at to")},
    Government{"spend", "on", Words("")},
    Government{"thank", "for", Words("about")},
};

const std::array kAdjectives{
    Government{"interested", "in", Words("about on at for with to of")},
    Government{"good", "at", Words("")},
    Government{"bad", "at", Words("on")},
    Government{"different", "from", Words("with of")},
    Government{"similar", "to", Words("with as from")},
    Government{"afraid", "of", Words("from with about by")},
    Government{"scared", "of", Words("from with")},
    Government{"proud", "of", Words("about with for on")},
    Government{"fond", "of", Words("with to about")},
    Government{"tired", "of", Words("about")},
    Government{"married", "to", Words("with")},
    Government{"famous", "for", Words("with of about because")},
    Government{"responsible", "for", Words("of about with on")},
    Government{"full", "of", Words("with by from")},
    Government{"capable", "of", Words("to in for")},
    Government{"aware", "of", Words("about with")},
    Government{"jealous", "of", Words("with to about")},
    Government{"allergic", "to", Words("with of for")},
    Government{"addicted", "to", Words("with of in")},
    Government{"worried", "about", Words("of on to with")},
    Government{"keen", "on", Words("in at of with")},
    Government{"satisfied", "with", Words("about of for by to")},
    Government{"familiar", "with", Words("about of")},
    Government{"popular", "with", Words("to")},
    Government{"crowded", "with", Words("of")},
    Government{"covered", "with", Words("of")},
    Government{"bored", "with", Words("about")},
};

const Words kWithout("discuss mention enter marry contact phone approach resemble lack");
const Words kNoPlace("home abroad downtown upstairs downstairs here there outside inside overseas");
const Words kDays(
    "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays "
    "thursdays "
    "fridays saturdays sundays");
const Words kMonths(
    "january february april june july august september october november december spring summer "
    "autumn winter");

void governed(const Sentence& s, int i, Edits& edits) {
    for (const auto& [word, right, wrong] : kAdjectives) {
        if (!s.is(i, word) || !s.any(i + 1, wrong) || s.end(i + 2)) continue;
        const bool base = s.is(i + 1, "to") && s.flag(i + 2, Flag::lemma) && s.verb(i + 2);
        if (base || s.any(i - 1, {"more", "most", "too", "a", "the", "be"}) ||
            (s.is(i + 1, "because") && !s.is(i + 2, "of"))) {
            continue;
        }
        if (s.is(i, "married") && !s.be(i - 1) && !s.any(i - 1, {"get", "got", "getting"}))
            continue;
        if (s.is(i, "good") && s.is(i + 1, "on") && s.any(i + 2, {"you", "the", "paper"})) continue;
        const int to = s.is(i + 1, "because") ? i + 3 : i + 2;
        edits.add("PREPOSITION_AFTER_ADJECTIVE", i + 1, to, std::string(right));
    }
    if (!s.flag(i, Flag::verb)) return;
    const auto verb = base_of_verb(s.low(i));
    for (const auto& [word, right, wrong] : kVerbs) {
        if (verb != word) continue;
        const int at = s.any(i + 1, {"you", "me", "him", "her", "us", "them"}) ? i + 2 : i + 1;
        if (s.any(at, wrong) && !s.end(at + 1) && !s.any(at + 1, kTimeNouns) &&
            !(s.is(at, "to") && s.flag(at + 1, Flag::lemma) && word != "succeed")) {
            edits.add("PREPOSITION_AFTER_VERB", at, at + 1, std::string(right));
        }
    }
    if (kWithout.contains(verb) && s.any(i + 1, {"about", "with", "into", "to"}) && !s.end(i + 2) &&
        !s.noun(i)) {
        const bool enters = verb == "enter" && s.is(i + 1, "into");
        const bool about = (verb == "discuss" || verb == "mention") && s.is(i + 1, "about");
        const bool with = (verb == "marry" || verb == "contact" || verb == "resemble") &&
                          s.is(i + 1, "with") && !s.be(i - 1);
        const bool to = (verb == "approach" || verb == "phone") && s.is(i + 1, "to");
        if (enters || about || with || to) {
            edits.add("NO_PREPOSITION_AFTER_VERB", i + 1, i + 2, "");
        }
    }
}

// listen music, wait the bus, depend the weather
void missing(const Sentence& s, int i, Edits& edits) {
    if (!s.flag(i, Flag::verb) || s.determiner(i - 1)) return;
    const auto verb = base_of_verb(s.low(i));
    const bool object = s.determiner(i + 1) || s.any(i + 1, {"me", "him", "us", "them", "you"}) ||
                        (s.noun(i + 1) && !s.verb(i + 1));
    if (!object || s.is(i + 1, "any") || s.any(i + 1, kTimeNouns)) return;
    const auto np = s.phrase(i + 1);
    const bool time = np && (s.any(np.head, kSpans) || s.any(np.head, kTimeNouns));
    if (verb == "listen" && !time) edits.add("PREPOSITION_MISSING", i + 1, i + 1, "to");
    if (verb == "wait" && !time && !s.any(i + 1, {"a", "what", "which", "this", "all"}) &&
        !s.any(np.head, {"turn", "list", "moment", "lot"})) {
        edits.add("PREPOSITION_MISSING", i + 1, i + 1, "for");
    }
    if (verb == "depend" && !s.any(i + 1, {"what"})) {
        edits.add("PREPOSITION_MISSING", i + 1, i + 1, "on");
    }
    if (verb == "belong" && !time) edits.add("PREPOSITION_MISSING", i + 1, i + 1, "to");
}

void of_place(const Sentence& s, int i, Edits& edits) {
    const auto verb = base_of_verb(s.low(i));
    const bool moves = verb == "go" || verb == "come" || verb == "get" || verb == "return" ||
                       verb == "arrive" || verb == "drive" || verb == "walk" || verb == "travel";
    const int at = s.is(i + 1, "back") ? i + 2 : i + 1;
    if (moves && s.is(at, "to") && s.any(at + 1, kNoPlace) &&
        (s.end(at + 2) || s.tag(at + 2, Tag::adp) ||
         s.any(at + 2, {"and", "but", "early", "late", "because", "when", "after", "before", "by",
                        "again", "every", "yesterday"}) ||
         s.tag(at + 2, Tag::adv))) {
        edits.add("NO_TO_BEFORE_HOME", at, at + 1, "");
    }
    if (s.any(i, {"in", "at", "to"}) && s.is(i + 1, "abroad") && !moves &&
        !s.any(i - 1, {"go", "went", "goes", "come"})) {
        edits.add("NO_TO_BEFORE_HOME", i, i + 1, "");
    }
    if (verb == "arrive" && s.is(i + 1, "to") && !s.any(i + 2, kNoPlace)) {
        const bool country = s[i + 2].is_capital() && !s.noun(i + 3);
        edits.add("ARRIVE_AT", i + 1, i + 2, country ? "in" : "at");
    }
}

void of_time(const Sentence& s, int i, Edits& edits) {
    const bool day_part = s.any(i + 2, {"morning", "afternoon", "evening"});
    if (s.any(i, {"on", "at"}) && s.is(i + 1, "the") && day_part && !s.is(i + 3, "of") &&
        !s.noun(i + 3)) {
        edits.add("PREPOSITION_OF_TIME", i, i + 1, "in");
    }
    if (s.any(i, {"at", "in", "on"}) && s.any(i + 1, {"morning", "afternoon", "evening"}) &&
        s.end(i + 2)) {
        edits.add("PREPOSITION_OF_TIME", i, i + 1, "in the");
    }
    if (s.any(i, {"in", "at"}) && s.any(i + 1, kDays)) {
        edits.add("PREPOSITION_OF_TIME", i, i + 1, "on");
    }
    const bool month =
        s.any(i + 1, kMonths) || (s.any(i + 1, {"march", "may"}) && s[i + 1].is_capital());
    if (s.any(i, {"on", "at"}) && month && !s.number(i + 2)) {
        edits.add("PREPOSITION_OF_TIME", i, i + 1, "in");
    }
    const auto& year = s[i + 1];
    if (s.any(i, {"on", "at"}) && year.kind == Kind::number && year.low.size() == 4 &&
        (year.low.starts_with("19") || year.low.starts_with("20")) &&
        (s.end(i + 2) || s.tag(i + 2, Tag::cconj))) {
        edits.add("PREPOSITION_OF_TIME", i, i + 1, "in");
    }
    if (s.any(i, {"in", "on"}) && s.number(i + 1) &&
        s.any(i + 2, {"o'clock", "am", "pm", "a.m", "p.m"})) {
        edits.add("PREPOSITION_OF_TIME", i, i + 1, "at");
    }
    const bool whole =
        (s.any(i + 1, {"last", "next", "every", "this"}) && s.any(i + 2, kTimeNouns)) ||
        s.any(i + 1, {"yesterday", "tomorrow"});
    if (s.any(i, {"in", "on", "at"}) && whole && !s.is(i + 2, "holiday") &&
        (s.end(i + 3) || i == 0 || s.end(i + 2))) {
        edits.add("NO_PREPOSITION_BEFORE_LAST", i, i + 1, "");
    }
}

void phrases(const Sentence& s, int i, Edits& edits) {
    if (s.is(i, "in") && s.is(i + 1, "the") && s.is(i + 2, "other") && s.is(i + 3, "hand")) {
        edits.add("FIXED_PHRASE", i, i + 1, "on");
    }
    if (s.any(i, {"on", "by", "for", "to"}) && s.is(i + 1, "my") && s.is(i + 2, "opinion")) {
        edits.add("FIXED_PHRASE", i, i + 1, s.is(i, "to") ? "in" : "in");
    }
    if (s.is(i, "by") && s.any(i + 1, {"my", "your", "his", "her", "our", "their"}) &&
        s.is(i + 2, "own")) {
        edits.add("FIXED_PHRASE", i, i + 1, "on");
    }
    if (s.is(i, "despite") && s.is(i + 1, "of")) edits.add("DESPITE_OF", i + 1, i + 2, "");
    if (s.is(i, "most") && s.is(i + 1, "of") && s.noun(i + 2) && s.flag(i + 2, Flag::plural) &&
        !s.determiner(i + 2)) {
        edits.add("MOST_OF", i + 1, i + 2, "");
    }
    if (s.any(i, {"lot", "lots"}) && (s.is(i - 1, "a") || s.is(i, "lots")) && s.noun(i + 1) &&
        (s.flag(i + 1, Flag::plural) || kUncountable.contains(s.low(i + 1)))) {
        edits.add("A_LOT_OF", i, i + 1, std::string(s.low(i)) + " of");
    }
    const bool prefers = s.any(i, {"prefer", "prefers", "preferred"});
    for (int k = i + 2; prefers && k < i + 7 && !s.end(k); ++k) {
        if (s.is(k, "than") && !s.is(k - 1, "rather")) {
            edits.add("PREFER_TO", k, k + 1, "to");
            break;
        }
    }
    if (s.any(i, {"tell", "tells", "told", "ask", "asks", "asked"}) && s.is(i + 1, "to") &&
        (s.any(i + 2, {"me", "him", "us", "them"}) ||
         (s.is(i + 2, "her") && (s.end(i + 3) || s.any(i + 3, {"about", "that", "if"}))))) {
        edits.add("TELL_WITHOUT_TO", i + 1, i + 2, "");
    }
}

}  // namespace

void find_prepositions(const Sentence& s, Edits& edits) {
    for (int i = 0; i < s.size(); ++i) {
        governed(s, i, edits);
        missing(s, i, edits);
        of_place(s, i, edits);
        of_time(s, i, edits);
        phrases(s, i, edits);
    }
}

}  // namespace lexi::ml::grammar
