// Verbs with the nouns that English gives them, and prepositions that go by the noun.
#include "ml/grammar/lists.hpp"
#include "ml/grammar/rule.hpp"
#include "ml/grammar/rules/ask.hpp"
#include "ml/grammar/rules/find.hpp"

namespace lexi::ml::grammar {
namespace {

// played homework, make my best, drinks soup, passed two hours fixing, know many new friends
void verbs(const Sentence& s, int i, Edits& edits) {
    if (!s[i].is_word() || s.be(i)) return;
    const auto base = base_of_verb(s.low(i));
    const auto change = [&](std::string_view right) {
        const bool made = right == "do" || right == "make";
        edits.add(made ? "MAKE_OR_DO" : "VERB_OF_PAIR", i, i + 1, in_form(right, s.low(i)));
    };
    const int noun = s.determiner(i + 1) ? i + 2 : i + 1;
    if ((base == "play" || base == "make") && s.any(noun, {"homework", "housework"})) change("do");
    if (base == "make" && kPossessives.contains(s.low(i + 1)) && s.is(i + 2, "best") &&
        s.end(i + 3)) {
        change("do");
    }
    if (base == "play" && s.any(i + 1, {"swimming", "shopping", "jogging", "fishing", "camping"})) {
        change("go");
    }
    if (base == "drink" && s.is(noun, "soup")) change("eat");
    const bool span =
        (s.number(i + 1) || s.any(i + 1, {"many", "some", "several"})) && s.any(i + 2, kSpans);
    if (base == "pass" && span && s.low(i + 3).ends_with("ing")) change("spend");
    if (base == "know" && s.any(i - 1, {"to"}) && s.any(i + 1, {"many", "some", "new", "more"}) &&
        (s.is(i + 2, "friends") || s.is(i + 3, "friends"))) {
        change("make");
    }
    if ((base == "meet") && s.any(i + 1, {"a", "the"}) && s.any(i + 2, {"doctor", "dentist"}) &&
        (s.end(i + 3) ||
         has_word(s, {"ill", "sick", "tooth", "hurts", "hurting", "pain", "fever"})) &&
        s.any(i - 1, {"to", "will", "should", "must"})) {
        change("see");
    }
    if (base == "tell" && s.any(i + 1, {"bad", "rude"}) && s.is(i + 2, "words")) change("say");
    if (base == "speak" && s.is(i + 1, "that")) change("say");
    if (base == "say" && s.is(i + 1, "a") && s.any(i + 2, {"lie", "story", "joke", "secret"})) {
        change("tell");
    }
    if (base == "say" && s.any(i + 1, {"lies", "stories", "jokes"})) change("tell");
    if (base == "get" && s.any(i + 1, {"a"}) && s.is(i + 2, "shower")) change("take");
    if (base == "make" && s.is(i + 1, "a") &&
        s.any(i + 2, {"photo", "picture", "rest", "shower"}) && !s.is(i + 3, "of")) {
        change("take");
    }
    if (base == "do" && s.is(i + 1, "a") && s.any(i + 2, {"mistake", "cake", "decision", "plan"})) {
        change("make");
    }
    if (base == "make" && s.any(i + 1, {"sport", "sports", "exercise", "exercises", "yoga"}) &&
        phrase_ends(s, i + 2)) {
        change("do");
    }
    if (base == "learn" && s.is(i + 1, "by") && s.is(i + 2, "heart")) return;
    const bool front = s.is(0, "in") && s.is(1, "front") && s.is(2, "of");
    const auto place = front && i > 3 && s.any(i, {"have", "has"}) ? s.phrase(3) : NounPhrase{};
    if (place && place.to == i && s.any(i + 1, {"a", "an", "many", "some", "two"})) {
        const bool more = s.any(i + 1, {"many", "two"}) || plural_noun(s, i + 2);
        edits.add("THERE_IS_NOT_HAS", i, i + 1, more ? "there are" : "there is");
    }
    if (i == 0 && s.is(0, "has") && s.any(1, {"a", "an"}) && s.question()) {
        edits.add("IS_THERE_HAVE", 0, 1, "is there");
    }
    if (s.is(i, "have") && i == 1 && s.any(0, {"today", "tonight", "tomorrow"}) &&
        s.any(2, {"a", "many", "no", "some"})) {
        edits.add("THERE_IS_NOT_HAS", 1, 2,
                  s.is(2, "many") || plural_noun(s, 5) ? "there are" : "there is");
    }
}

// in 2001, on the sky, in the way home, goodbye with, at night, in two hours, in my opinion
void prepositions(const Sentence& s, int i, Edits& edits) {
    const auto put = [&](std::string_view right) {
        edits.add("PREPOSITION_BY_NOUN", i, i + 1, std::string(right));
    };
    const auto& year = s[i + 1];
    const bool years = year.kind == Kind::number && year.low.size() == 4 &&
                       (year.low.starts_with("19") || year.low.starts_with("20"));
    if (s.any(i, {"on", "at"}) && years && !s.any(i - 1, {"spent", "spend"})) put("in");
    static const Words kTools("knife pen pencil spoon fork hammer brush key stick towel");
    if (s.is(i, "by") && s.any(i + 1, {"a", "my", "his", "her"}) && kTools.contains(s.low(i + 2)) &&
        phrase_ends(s, i + 3)) {
        put("with");
    }
    if (s.any(i, {"on", "at"}) && s.is(i + 1, "the") && s.is(i + 2, "sky")) put("in");
    if (s.any(i, {"in", "at"}) && s.any(i + 1, {"the", "my", "his", "her", "our"}) &&
        s.is(i + 2, "way") && s.any(i + 3, {"home", "to"}) && !s.is(i + 4, "do") &&
        !base_form(s, i + 4)) {
        put("on");
    }
    if (s.is(i, "with") && s.any(i - 1, {"goodbye", "hello", "hi"}) &&
        base_of_verb(s.low(i - 2)) == "say") {
        put("to");
    }
    if (s.is(i, "for") && s.is(i - 1, "care") && base_of_verb(s.low(i - 2)) == "take") put("of");
    if (s.any(i, {"on", "in"}) && s.is(i - 1, "middle")) put("of");
    if (s.any(i, {"on", "in"}) && s.is(i + 1, "night") && phrase_ends(s, i + 2)) put("at");
    if (s.any(i, {"on", "in"}) && s.is(i + 1, "night") && pronoun(s, i + 2)) put("at");
    const bool back =
        has_word(s, {"will", "i'll", "we'll", "he'll", "she'll"}) &&
        (s.is(i - 1, "back") || s.any(i - 1, {"return", "start", "arrive", "finish"}));
    if (s.is(i, "after") && back && (s.number(i + 1) || s.any(i + 1, {"a", "an"})) &&
        s.any(i + 2, kSpans) && s.end(i + 3)) {
        put("in");
    }
    if (s.is(i, "according") && s.is(i + 1, "to") && s.is(i + 2, "me")) {
        edits.add("FIXED_PHRASE", i, i + 3, "in my opinion");
    }
    if (s.is(i, "until") && (s.is(i - 2, "from") || s.is(i - 3, "from")) && s[i + 1].is_capital() &&
        s[i - 1].is_capital() && !s.any(i + 1, kTimeNouns)) {
        put("to");
    }
    if (s.is(i, "from") &&
        s.any(i - 1, {"better", "bigger", "taller", "older", "cheaper", "worse", "smaller",
                      "higher", "faster", "younger"}) &&
        (s.any(i + 1, {"last", "mine", "yours", "me", "him", "before", "that", "this"}))) {
        edits.add("COMPARED", i, i + 1, "than");
    }
    if (s.is(i, "in") && s.is(i + 1, "the") && s.any(i + 2, {"table", "desk"}) &&
        s.any(i - 1, {"sitting", "sit", "sat", "sits"})) {
        put("at");
    }
    const bool similar = s.any(i, {"look", "looks", "looked"}) && s.is(i + 1, "like") &&
                         s.any(i + 2, {"similar", "the"}) &&
                         (s.is(i + 2, "similar") || s.is(i + 3, "same"));
    if (similar) edits.add("LIKE_WITHOUT_BE", i + 1, i + 2, "");
    // last month ago; before three years
    const bool did = s.any(i - 1, {"him", "her", "it", "them", "here", "there", "home"}) ||
                     s.flag(i - 1, Flag::past) || s.noun(i - 1);
    if (s.is(i, "before") && s.number(i + 1) && s.any(i + 2, kSpans) && s.end(i + 3) && did) {
        edits.add("AGO", i, i + 3, words_of(s, i + 1, i + 3) + " ago");
    }
}

}  // namespace

void find_companions(const Sentence& s, Edits& edits) {
    for (int i = 0; i < s.size(); ++i) {
        verbs(s, i, edits);
        prepositions(s, i, edits);
    }
}

}  // namespace lexi::ml::grammar
