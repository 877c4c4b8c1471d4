#include "chat/sentence_gate.hpp"

#include <gtest/gtest.h>

namespace lexi::chat {
namespace {

bool anything(std::string_view) { return true; }

TEST(SentenceGate, ShowsASentenceOnceItsEndIsSure) {
    SentenceGate gate(anything);
    EXPECT_EQ(gate.push("I like te"), "");
    EXPECT_EQ(gate.push("a."), "");  // "a.m." may come
    EXPECT_EQ(gate.push(" And"), "I like tea. ");
    EXPECT_EQ(gate.push(" you?\" he"), "And you?\" ");
    EXPECT_EQ(gate.push(" said"), "");
    EXPECT_EQ(gate.finish(), "he said");
    EXPECT_EQ(gate.shown(), "I like tea. And you?\" he said");
    EXPECT_EQ(gate.held(), "");
}

TEST(SentenceGate, CutsNumbersAndLettersNowhere) {
    SentenceGate gate(anything);
    EXPECT_EQ(gate.push("It costs 3.50 dollars"), "");
    EXPECT_EQ(gate.push("\nYes"), "It costs 3.50 dollars\n");
    EXPECT_EQ(gate.finish(), "Yes");
}

TEST(SentenceGate, OneLetterAtATimeGivesTheSame) {
    const std::string text = "One. Two! Three?\nFour... five. Six";
    SentenceGate whole(anything);
    auto at_once = whole.push(text);
    at_once += whole.finish();
    SentenceGate gate(anything);
    std::string out;
    for (const char c : text) out += gate.push(std::string_view(&c, 1));
    out += gate.finish();
    EXPECT_EQ(out, text);
    EXPECT_EQ(at_once, text);
}

TEST(SentenceGate, TheFirstRefusedSentenceClosesIt) {
    SentenceGate gate([](std::string_view text) { return !text.contains("ubiquitous"); });
    EXPECT_EQ(gate.push("Phones are fun. They are ubiquitous. I li"), "Phones are fun. ");
    EXPECT_TRUE(gate.closed());
    EXPECT_EQ(gate.push("ke mine. Yes. "), "");
    EXPECT_EQ(gate.finish(), "");
    EXPECT_EQ(gate.shown(), "Phones are fun. ");
    EXPECT_EQ(gate.held(), "They are ubiquitous. I like mine. Yes. ");
}

TEST(SentenceGate, WordByWordWhereThatIsEnough) {
    SentenceGate gate([](std::string_view text) { return !text.contains("bad"); },
                      SentenceGate::Unit::word);
    EXPECT_EQ(gate.push("I li"), "I ");
    EXPECT_EQ(gate.push("ke te"), "like ");
    EXPECT_EQ(gate.push("a. A bad"), "tea. A ");
    EXPECT_EQ(gate.push(" word"), "");
    EXPECT_TRUE(gate.closed());
    EXPECT_EQ(gate.held(), "bad word");
}

TEST(SentenceGate, TheRestIsJudgedToo) {
    SentenceGate gate([](std::string_view text) { return text.size() < 5; });
    EXPECT_EQ(gate.push("A b. "), "");
    EXPECT_TRUE(gate.closed());
    SentenceGate last([](std::string_view text) { return text.size() < 5; });
    EXPECT_EQ(last.push("A longer text without an end"), "");
    EXPECT_EQ(last.finish(), "");
    EXPECT_EQ(last.held(), "A longer text without an end");
}

}  // namespace
}  // namespace lexi::chat
