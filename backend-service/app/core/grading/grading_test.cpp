#include "app/core/grading/grading.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/core/grading/lattice.hpp"

namespace lexi::grading {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

enum class Is { right, typo, wrong, unmarked };  // unmarked: wrong for want of diacritics only

struct Case {
    const char* kind;
    const char* key;
    const char* given;
    Is expected;
};

constexpr const char* kEn = "translate_to_en";
constexpr const char* kVi = "translate_to_vi";

const std::vector<Case>& surface() {
    static const std::vector<Case> all = {
        {kEn, "How are you today?", "  how are YOU today", Is::right},
        {kEn, "Good morning.", "“Good morning!”", Is::right},
        {kEn, "Good morning.", "good   morning...", Is::right},
        {kEn, "She has a T-shirt.", "She has a T shirt", Is::right},
        {kEn, "She has a T-shirt.", "She has a tshirt", Is::right},
        {kEn, "Send me an e-mail.", "Send me an email", Is::right},
        {kEn, "Hello, Tom. How are you?", "Hello Tom how are you", Is::right},
        {kEn, "Hello, Tom.", "Hello,Tom.", Is::right},
        {kEn, "Hello, Tom.", "Hello ， Tom。", Is::right},
        {kEn, "I am here.", "I am\u00A0here.", Is::right},
        {kEn, "I am here.", "I\u2003am\u3000here.", Is::right},
        {kEn, "I am here.", "I\u200Bam here", Is::wrong},  // nothing parts the words
        {kEn, "I am here.", "I a\u200Bm here", Is::right},
        {kEn, "I am here.", "Ｉ ａｍ ｈｅｒｅ", Is::right},
        {kEn, "A café", "a cafe\u0301", Is::right},
        {kEn, "Salt & pepper", "salt and pepper", Is::right},
        {kEn, "It is 5 p.m.", "It is 5pm", Is::right},
        {kEn, "I live in the U.S.A.", "i live in the USA", Is::right},
        {kEn, "Office", "oﬃce", Is::right},
        {kEn, "Good night.", "Good nights.", Is::wrong},
        {kEn, "Hello.", "", Is::wrong},
        {kEn, "Hello.", "?!", Is::wrong},
        {kEn, "Hello.", "Hello hello", Is::wrong},
        {kEn, "I go to school.", "I am go to school", Is::wrong},
        {kEn, "I go to school.", "go I to school", Is::wrong},
        {"multiple_choice", "Good morning.", "good morning", Is::right},
        {"reorder", "How are you?", "how are you", Is::right},
        {"reorder", "How are you?", "you are how", Is::wrong},
    };
    return all;
}

const std::vector<Case>& contractions() {
    static const std::vector<Case> all = {
        {kEn, "I am fine, thank you.", "I'm fine, thank you", Is::right},
        {kEn, "I am fine, thank you.", "I’m fine, thank you", Is::right},
        {kEn, "I'm fine.", "I am fine", Is::right},
        {kEn, "He doesn't like tea.", "He does not like tea", Is::right},
        {kEn, "He does not like tea.", "He doesn't like tea", Is::right},
        {kEn, "We can't go.", "We cannot go", Is::right},
        {kEn, "We cannot go.", "We can not go", Is::right},
        {kEn, "We won't go.", "We will not go", Is::right},
        {kEn, "They're here.", "They are here", Is::right},
        {kEn, "I've got a dog.", "I have got a dog", Is::right},
        {kEn, "We'll see.", "We will see", Is::right},
        {kEn, "Let's go.", "Let us go", Is::right},
        {kEn, "It's six o'clock.", "It is six o’clock", Is::right},
        // 's as is and as has
        {kEn, "He is tall.", "He's tall", Is::right},
        {kEn, "He has gone.", "He's gone", Is::right},
        {kEn, "She has been ill.", "She's been ill", Is::right},
        {kEn, "She's been ill.", "She has been ill", Is::right},
        {kEn, "She's been ill.", "She is been ill", Is::wrong},
        {kEn, "He's tall.", "He has tall", Is::wrong},
        {kEn, "He's got a car.", "He has got a car", Is::right},
        {kEn, "He's got a car.", "He is got a car", Is::wrong},
        {kEn, "It's broken.", "It is broken", Is::right},
        {kEn, "He has a dog.", "He's a dog", Is::right},  // is odd, but no other words
        {kEn, "What's your name?", "What is your name", Is::right},
        {kEn, "Where's she from?", "Where is she from", Is::right},
        // possessives
        {kEn, "This is Lan's book.", "This is Lan’s book", Is::right},
        {kEn, "This is Lan's book.", "This is Lan is book", Is::wrong},
        {kEn, "This is Lan's book.", "This is Lan book", Is::wrong},
        {kEn, "Lan is a doctor.", "Lan's a doctor", Is::right},
        {kEn, "Lan's a doctor.", "Lan is a doctor", Is::right},
        {kEn, "Lan is cooking.", "Lan's cooking", Is::right},
        // 'd as would and as had
        {kEn, "I would like tea.", "I'd like tea", Is::right},
        {kEn, "I'd like tea.", "I would like tea", Is::right},
        {kEn, "I'd like tea.", "I had like tea", Is::wrong},
        {kEn, "You'd better go.", "You had better go", Is::right},
        {kEn, "You'd better go.", "You would better go", Is::wrong},
        {kEn, "She'd already left.", "She had already left", Is::right},
        {kEn, "She'd already left.", "She would already left", Is::wrong},
        {kEn, "We'd finished.", "We had finished", Is::right},
        {kEn, "I'd come.", "I would come", Is::right},
        {kEn, "I'd come.", "I had come", Is::right},
        {kEn, "We had eaten.", "We'd eaten", Is::right},
        {"cloze", "would", "'d", Is::right},
        {"cloze", "don't", "do not", Is::right},
        {"cloze", "'m", "am", Is::right},
    };
    return all;
}

const std::vector<Case>& spelling() {
    static const std::vector<Case> all = {
        {kEn, "My favourite colour is grey.", "My favorite color is gray", Is::right},
        {kEn, "My favorite color is gray.", "My favourite colour is grey", Is::right},
        {kEn, "The theatre is in the centre.", "the theater is in the center", Is::right},
        {kEn, "She is travelling.", "She is traveling", Is::right},
        {kEn, "He cancelled it.", "He canceled it", Is::right},
        {kEn, "I realise it.", "I realize it", Is::right},
        {kEn, "They organised a party.", "They organized a party", Is::right},
        {kEn, "Please apologise.", "Please apologize", Is::right},
        {kEn, "You analyse it.", "You analyze it", Is::right},
        {kEn, "Two kilometres.", "Two kilometers", Is::right},
        {kEn, "My mum is here.", "My mom is here", Is::right},
        {kEn, "A driving licence", "a driving license", Is::right},
        {kEn, "I learnt it.", "I learned it", Is::right},
        {kEn, "A long dialogue", "a long dialog", Is::right},
        {kEn, "We exercise.", "We exercize", Is::typo},  // never spelled so, but a slip
        {"cloze", "exercise", "exercize", Is::wrong},
        {"cloze", "neighbours", "neighbors", Is::right},
        // one slip in a longer word
        {kEn, "See you tomorrow!", "See you tommorrow", Is::typo},
        {kEn, "See you tomorrow!", "See you tomorow", Is::typo},
        {kEn, "See you tomorrow!", "See you tomorrwo", Is::typo},
        {kEn, "See you tomorrow!", "See you tomotrow", Is::typo},
        {kEn, "See you tomorrow!", "See you otmorrow", Is::typo},
        {kEn, "See you tomorrow!", "See you tommorow", Is::wrong},  // two in eight letters
        {kEn, "A beautiful house", "a beautifull house", Is::typo},
        {kEn, "A beautiful house", "a beutifull house", Is::typo},  // two in nine letters
        {kEn, "An umbrella", "an umbrela", Is::typo},
        {kEn, "We eat breakfast.", "We eat brekfast", Is::typo},
        {kEn, "We eat breakfast.", "We eat brekfest", Is::typo},
        {kEn, "We eat breakfast.", "We eat brikfest", Is::wrong},
        {kEn, "My friend", "my freind", Is::typo},
        {"dictation", "My friend", "my freind", Is::typo},
        {kEn, "She is happy.", "She is hapy", Is::typo},
        {kEn, "I have a cat.", "I hav a cat", Is::wrong},
        {kEn, "tomorrow morning", "tommorow mornnig", Is::wrong},  // two slips in two words
        {kEn, "My brother and my sister eat breakfast together at home",
         "My borther and my sister eat brekfast together at home", Is::typo},
        {"cloze", "breakfast", "brekfast", Is::wrong},  // spelling is asked
        {"error_spotting", "We eat breakfast.", "We eat brekfast", Is::wrong},
    };
    return all;
}

const std::vector<Case>& grammar() {
    static const std::vector<Case> all = {
        {kEn, "I walk home.", "I walks home", Is::wrong},
        {kEn, "She walks home.", "She walk home", Is::wrong},
        {kEn, "She walked home.", "She walks home", Is::wrong},
        {kEn, "They are teachers.", "They are teacher", Is::wrong},
        {kEn, "He is a teacher.", "He is a teachers", Is::wrong},
        {kEn, "He play football", "He plays football", Is::wrong},
        {kEn, "She studies hard.", "She studys hard", Is::wrong},
        {kEn, "He watches it.", "He watchs it", Is::wrong},
        {kEn, "He stopped.", "He stoped", Is::typo},
        {kEn, "He is running.", "He is runing", Is::typo},
        {kEn, "She is bigger.", "She is biggest", Is::wrong},
        {kEn, "Speak quickly.", "Speak quick", Is::wrong},
        {kEn, "I like children.", "I like childs", Is::wrong},
        {kEn, "Two women came.", "Two woman came", Is::wrong},
        {kEn, "I want it.", "I went it", Is::wrong},
        {kEn, "Three sheep", "three sheet", Is::wrong},
        {kEn, "A quiet street", "a quite street", Is::wrong},
        {kEn, "We ate dinner.", "We ate diner", Is::wrong},
        {kEn, "The weather is nice.", "The whether is nice", Is::wrong},
        {kEn, "It is sixty.", "It is sixteen", Is::wrong},
        {kEn, "I have a cat", "I has a cat", Is::wrong},
        {kEn, "She is a doctor.", "She is doctor", Is::wrong},
        {kEn, "She is [a] doctor.", "She is doctor", Is::right},
        {kEn, "I go to [the] market.", "I go to the market", Is::right},
        {kEn, "I go to [the] market.", "I go to a market", Is::wrong},
    };
    return all;
}

const std::vector<Case>& numbers() {
    static const std::vector<Case> all = {
        {kEn, "I am twenty-one.", "I am 21", Is::right},
        {kEn, "I am 21.", "I am twenty one", Is::right},
        {kEn, "I am 21.", "I am twenty-one", Is::right},
        {kEn, "I am 21.", "I am twelve", Is::wrong},
        {kEn, "I am nineteen.", "I am ninteen", Is::typo},
        {kEn, "It is 7:30.", "It is seven thirty", Is::right},
        {kEn, "It is seven thirty.", "It is 7:30", Is::right},
        {kEn, "It is seven thirty.", "It is 7.30", Is::right},
        {kEn, "It is 7:05.", "It is seven oh five", Is::right},
        {kEn, "It is seven o'clock.", "It is 7:00", Is::right},
        {kEn, "It is seven.", "It is 7:00", Is::right},
        {kEn, "It is 7:30.", "It is 7:45", Is::wrong},
        {kEn, "The 21st of May", "the twenty-first of May", Is::right},
        {kEn, "The third floor", "the 3rd floor", Is::right},
        {kEn, "The 12th", "the twelfth", Is::right},
        {kEn, "The 20th century", "the twentieth century", Is::right},
        {kEn, "101 people", "one hundred and one people", Is::right},
        {kEn, "101 people", "one hundred one people", Is::right},
        {kEn, "one hundred and one people", "101 people", Is::right},
        {kEn, "100 people", "a hundred people", Is::right},
        {kEn, "a hundred people", "one hundred people", Is::right},
        {kEn, "1,000 people", "one thousand people", Is::right},
        {kEn, "1000 people", "1,000 people", Is::right},
        {kEn, "It costs 3.5 dollars", "it costs three point five dollars", Is::right},
        {kEn, "In 1990", "in nineteen ninety", Is::right},
        {kEn, "In 1905", "in nineteen oh five", Is::right},
        {kEn, "In 2024", "in twenty twenty-four", Is::right},
        {kEn, "In 2005", "in two thousand and five", Is::right},
        {kEn, "Bread and two eggs", "bread two eggs", Is::wrong},
        {kEn, "50%", "fifty percent", Is::right},
        {kEn, "It is 5 pm.", "It is five pm", Is::right},
        {"dictation", "He is eight years old.", "He is 8 years old", Is::right},
        {kVi, "Tôi hai mươi mốt tuổi.", "Tôi 21 tuổi", Is::right},
        {kVi, "Tôi 15 tuổi.", "tôi mười lăm tuổi", Is::right},
        {kVi, "105 người", "một trăm linh năm người", Is::right},
    };
    return all;
}

const std::vector<Case>& vietnamese() {
    static const std::vector<Case> all = {
        {kVi, "Chúc mẹ ngủ ngon.", "Chu\u0301c me\u0323 ngu\u0309 ngon", Is::right},
        {kVi, "Tôi khỏe.", "TÔI KHOẺ", Is::right},
        {kVi, "Thủy rất đẹp", "Thuỷ rất đẹp", Is::right},
        {kVi, "Chúc mẹ ngủ ngon.", "Chuc me ngu ngon", Is::unmarked},
        {kVi, "Chúc mẹ ngủ ngon.", "Chúc mẹ ngu ngon", Is::unmarked},
        {kVi, "Đây là đường phố.", "Day la duong pho", Is::unmarked},
        {kVi, "Việt Nam", "Viêt Nam", Is::unmarked},
        {kVi, "Tôi khỏe.", "Tôi khòe", Is::wrong},
        {kVi, "Con mèo", "con mẹo", Is::wrong},
        {kVi, "Con mèo", "con chó", Is::wrong},
        {kVi, "Con meo", "con mèo", Is::wrong},
        {kVi, "Chúc mẹ ngủ ngon.", "Chuc ba ngu ngon", Is::wrong},
        {kVi, "(Tôi|Mình) là [một] học sinh.", "mình là học sinh", Is::right},
        {kVi, "(Tôi|Mình) là [một] học sinh.", "Tôi là một học sinh", Is::right},
        {kVi, "(Tôi|Mình) là [một] học sinh.", "Em là học sinh", Is::wrong},
    };
    return all;
}

const std::vector<Case>& patterns() {
    static const std::vector<Case> all = {
        {kEn, "(a|the) big/large house", "a big house", Is::right},
        {kEn, "(a|the) big/large house", "the large house", Is::right},
        {kEn, "(a|the) big/large house", "the small house", Is::wrong},
        {kEn, "(a|the) big/large house", "big house", Is::wrong},
        {kEn, "It is [very] cold.", "It's cold", Is::right},
        {kEn, "It is [very] cold.", "It's very cold", Is::right},
        {kEn, "It is [very|really] cold.", "It's really cold", Is::right},
        {kEn, "It is [very|really] cold.", "It's very really cold", Is::wrong},
        {kEn, "I (get|wake) up at six [o'clock] [every day].", "I wake up at 6", Is::right},
        {kEn, "I (get|wake) up at six [o'clock] [every day].", "I get up at 6 o'clock every day",
         Is::right},
        {kEn, "I am fine|I feel good", "I feel good", Is::right},
        {kEn, "I am fine|I feel good", "I am good", Is::wrong},
        {kEn, "Thanks[, please].", "thanks please", Is::right},
        {kEn, "((a|one) cup of|some) tea", "one cup of tea", Is::right},
        {kEn, "((a|one) cup of|some) tea", "some tea", Is::right},
        {kEn, "We are open 24/7.", "We are open 24/7", Is::right},
        {kEn, "I (do not|never) smoke.", "I don't smoke", Is::right},
        {kEn, "He's (tall|short).", "He is short", Is::right},
        {kEn, "60 km\\/h", "60 km/h", Is::right},
        {kEn, "60 km\\/h", "60 km", Is::wrong},
        {"multiple_choice", "his/her", "his/her", Is::right},
        {"cloze", "much/many", "many", Is::right},
    };
    return all;
}

Grade graded(const Case& c) {
    Key key{.kind = c.kind, .answer = c.key, .alternatives = {}, .pairs = {}, .choices = {}};
    if (key.kind == "multiple_choice") key.choices = {key.answer, "another"};
    return grade(key, {.text = c.given, .pairs = {}});
}

Is outcome(const Grade& grade) {
    if (grade.missing_diacritics) return Is::unmarked;
    if (!grade.correct) return Is::wrong;
    return grade.typo ? Is::typo : Is::right;
}

class Graded : public testing::TestWithParam<Case> {};

TEST_P(Graded, AsTheTableSays) {
    const auto verdict = graded(GetParam());
    EXPECT_EQ(outcome(verdict), GetParam().expected)
        << GetParam().kind << ": " << GetParam().key << " <- " << GetParam().given;
    EXPECT_FALSE(verdict.expected.empty());
}

INSTANTIATE_TEST_SUITE_P(Surface, Graded, testing::ValuesIn(surface()));
INSTANTIATE_TEST_SUITE_P(Contractions, Graded, testing::ValuesIn(contractions()));
INSTANTIATE_TEST_SUITE_P(Spelling, Graded, testing::ValuesIn(spelling()));
INSTANTIATE_TEST_SUITE_P(Grammar, Graded, testing::ValuesIn(grammar()));
INSTANTIATE_TEST_SUITE_P(Numbers, Graded, testing::ValuesIn(numbers()));
INSTANTIATE_TEST_SUITE_P(Vietnamese, Graded, testing::ValuesIn(vietnamese()));
INSTANTIATE_TEST_SUITE_P(Patterns, Graded, testing::ValuesIn(patterns()));

Grade english(const std::string& given, const std::string& answer,
              std::vector<std::string> alternatives = {}) {
    return grade({.kind = kEn,
                  .answer = answer,
                  .alternatives = std::move(alternatives),
                  .pairs = {},
                  .choices = {}},
                 {.text = given, .pairs = {}});
}

std::vector<std::string> pieces(const Grade& grade) {
    std::vector<std::string> out;
    for (const auto& piece : grade.diff) {
        out.push_back(piece.kind + ":" + piece.text +
                      (piece.expected ? ">" + *piece.expected : "") + "@" +
                      std::to_string(piece.start) + "-" + std::to_string(piece.end));
    }
    return out;
}

TEST(Diff, ShowsWhereTheMistakeIs) {
    EXPECT_THAT(pieces(english("I am go to school", "I go to school.")),
                ElementsAre("kept:I@0-1", "extra:am@2-4", "kept:go to school@5-17"));
    EXPECT_THAT(pieces(english("I go school", "I go to school.")),
                ElementsAre("kept:I go@0-4", "missing:to@4-4", "kept:school@5-11"));
    EXPECT_THAT(pieces(english("She walk home", "She walks home.")),
                ElementsAre("kept:She@0-3", "replaced:walk>walks@4-8", "kept:home@9-13"));
    EXPECT_THAT(pieces(english("See you tomorow", "See you tomorrow.")),
                ElementsAre("kept:See you@0-7", "typo:tomorow>tomorrow.@8-15"));
    EXPECT_THAT(pieces(english("", "Hello there.")), ElementsAre("missing:Hello there.@0-0"));
}

TEST(Diff, KeepsWrittenWordsWhole) {
    EXPECT_THAT(pieces(english("I'm go", "I go.")),
                ElementsAre("replaced:I'm>I@0-3", "kept:go@4-6"));
    EXPECT_THAT(pieces(english("I do like it", "I don't like it")),
                ElementsAre("kept:I@0-1", "replaced:do>don't@2-4", "kept:like it@5-12"));
    EXPECT_THAT(pieces(english("I am 12", "I am twenty-one.")),
                ElementsAre("kept:I am@0-4", "replaced:12>twenty-one.@5-7"));
}

TEST(Diff, CountsCodePoints) {
    const auto verdict = grade(
        {.kind = kVi, .answer = "Mẹ ngủ ngon.", .alternatives = {}, .pairs = {}, .choices = {}},
        {.text = "Mẹ ngu ngon", .pairs = {}});
    EXPECT_THAT(pieces(verdict),
                ElementsAre("kept:Mẹ@0-2", "diacritics:ngu>ngủ@3-6", "kept:ngon@7-11"));
}

TEST(Diff, IsAgainstTheNearestAcceptedAnswer) {
    const auto verdict = english("I get up at 7", "I get up at six o'clock.",
                                 {"I get up at 6.", "I wake up at six."});
    EXPECT_FALSE(verdict.correct);
    EXPECT_EQ(verdict.expected, "I get up at 6.");
    EXPECT_EQ(english("the larg house", "(a|the) big/large house [, please].").expected,
              "the large house.");
    EXPECT_EQ(english("Hi Tom!", "Hello , Tom!").expected, "Hello, Tom!");
}

TEST(Matching, NeedsEveryPairAndNoOther) {
    const Key key{.kind = "matching",
                  .answer = "",
                  .alternatives = {},
                  .pairs = {{"cat", "con mèo"}, {"dog", "con chó"}},
                  .choices = {}};
    const auto right = [&key](std::map<std::string, std::string> pairs) {
        return grade(key, {.text = "", .pairs = std::move(pairs)}).correct;
    };
    EXPECT_TRUE(right({{"cat", "con mèo"}, {"dog", "con chó"}}));
    EXPECT_FALSE(right({{"cat", "con chó"}, {"dog", "con mèo"}}));
    EXPECT_FALSE(right({{"cat", "con mèo"}}));
    EXPECT_FALSE(right({}));
    EXPECT_FALSE(right({{"cat", "con mèo"}, {"dog", "con chó"}, {"x", "y"}}));
}

TEST(Keys, AMistakeInTheirWritingIsNamed) {
    const auto mistake = [](const std::string& text) {
        return key_mistake(
                   {.kind = kEn, .answer = text, .alternatives = {}, .pairs = {}, .choices = {}})
            .value_or("");
    };
    EXPECT_THAT(mistake("(a|the) [very] big/large house."), IsEmpty());
    EXPECT_THAT(mistake("a (b"), testing::HasSubstr("not closed"));
    EXPECT_THAT(mistake("a [b)"), testing::HasSubstr("not closed"));
    EXPECT_THAT(mistake("a b)"), testing::HasSubstr("not opened"));
    EXPECT_THAT(mistake("walk(s)"), testing::HasSubstr("touches a word"));
    EXPECT_THAT(mistake("[un]like"), testing::HasSubstr("touches a word"));
    EXPECT_THAT(mistake("a\\"), testing::HasSubstr("lone"));
    EXPECT_THAT(mistake(std::string(50, '(') + "a" + std::string(50, ')')),
                testing::HasSubstr("too deep"));
    EXPECT_THAT(mistake(std::string(10'000, 'a')), testing::HasSubstr("too long"));
}

std::string repeated(const std::string& text, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) out += text;
    return out;
}

TEST(Bounds, AHostileAnswerOrKeyCostsLittle) {
    const std::vector<std::string> answers = {repeated("a ", 5000),      repeated("he's ", 2000),
                                              std::string(10'000, 'x'),  repeated("a-", 5000),
                                              repeated("21 ", 3000),     repeated("'", 10'000),
                                              repeated("e\u0301", 3000), repeated("x's ", 249)};
    const std::vector<std::string> keys = {
        repeated("[a] ", 900),     repeated("(a|b|c|d) ", 300), repeated("he's [not] ", 300),
        repeated("a/b/c/d ", 200), repeated("a ", 1900),        repeated("1234567 ", 100),
        repeated("(", 4000),       repeated("[a|", 1300),       std::string(10'000, 'y'),
        "See you tomorrow."};
    // The alignment costs the product of the edges: what is small enough for a bound is the
    // lattices.
    constexpr std::size_t kMostReadings = 8;  // edges a word of an answer may give
    for (const auto& answer : answers) {
        if (cut(answer).words.size() > kMostWords) continue;  // wrong as a whole, never aligned
        EXPECT_LE(lattice_of_answer(answer, Language::en).edges, kMostReadings * kMostWords)
            << answer.substr(0, 12);
    }
    for (const auto& key : keys) {
        const auto lattice = lattice_of_key({key}, Language::en, false);
        if (lattice) {
            EXPECT_LE(lattice->edges, kMostEdges) << key.substr(0, 12);
        }
        for (const auto& answer : answers) english(answer, key);
    }
}

TEST(Normalised, GivesTheWordsThatCount) {
    EXPECT_THAT(normalised("At 6:00, it's fine!"), ElementsAre("at", "six", "it", "is", "fine"));
    EXPECT_THAT(normalised("don’t"), ElementsAre("do", "not"));
}

}  // namespace
}  // namespace lexi::grading
