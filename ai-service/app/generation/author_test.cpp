// Which sentences of a language model a learner may be given.
#include "generation/author.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "generation/checker.hpp"

namespace lexi::generation {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

// Finds a mistake in whatever has "a informations" in it; the engine itself has its own tests.
class OneRule final : public ml::grammar::Grammar {
public:
    Result<ml::grammar::Report> check(std::string_view text,
                                      const ml::grammar::CheckOptions&) override {
        ml::grammar::Report report;
        if (text.contains("a informations")) report.matches.emplace_back();
        return report;
    }
    ml::EngineStatus status() const override { return {}; }
    void stop() override {}
};

const core::Lexicon& lexicon() { return core::Lexicon::built_in(); }

const core::Word* word(std::string_view text) { return lexicon().find(text).at(0); }

Sentences usable(std::string_view name, std::string_view sentence,
                 core::Level level = core::Level::a2) {
    OneRule grammar;
    const nlohmann::json answer{{std::string(name), std::string(sentence)}};
    return usable_sentences(answer.dump(), {word(name)}, level, lexicon(), grammar);
}

TEST(Author, KeepsAPlainSentenceWithTheWord) {
    EXPECT_THAT(usable("hotel", "The hotel near the sea is cheap."),
                ElementsAre(Pair("hotel", "The hotel near the sea is cheap.")));
}

TEST(Author, LeavesOutWhatALearnerCannotBeGiven) {
    for (const auto* sentence :
         {"We stay at home every day.",         // without the word
          "The hotel is a good hotel.",         // twice
          "hotel near the sea",                 // no sentence
          "The hotel is nice. It is cheap.",    // two
          "The hotel has 20 rooms.",            // figures can be read in more than one way
          "The hotel exudes opulence.",         // above the level
          "The hotel gave me a informations.",  // a mistake
          "Khách sạn hotel rất đẹp."}) {        // not English
        EXPECT_THAT(usable("hotel", sentence), IsEmpty()) << sentence;
    }
    EXPECT_THAT(usable("hotel", word("hotel")->example), IsEmpty()) << "nothing new";
}

TEST(Author, TakesNothingFromAnAnswerThatIsNoObject) {
    OneRule grammar;
    for (const auto* answer : {"", "no", "[]", "{\"hotel\": 3}", "{\"hotel\": \"The ho"}) {
        EXPECT_THAT(usable_sentences(answer, {word("hotel")}, core::Level::a2, lexicon(), grammar),
                    IsEmpty());
    }
}

TEST(Author, AsksForASentenceAWordAndNothingElse) {
    const Order order{.topic = "travel", .level = core::Level::a2, .seed = 3};
    const auto job = sentences_job(order, {word("hotel"), word("ticket")}, lexicon(), "someone");
    const auto schema = nlohmann::json::parse(job.json_schema);
    EXPECT_THAT(schema["required"], ElementsAre("hotel", "ticket"));
    EXPECT_EQ(schema["additionalProperties"], false);
    EXPECT_EQ(job.seed, 3U);
    EXPECT_EQ(job.owner, "someone");
}

class NoEmbedder final : public ml::Embedder {
public:
    Result<ml::Embedding> embed(std::string_view) override {
        return fail(Fault::unavailable, "none");
    }
    ml::EngineStatus status() const override { return {}; }
    void stop() override {}
};

TEST(Author, ItsSentencesStandInTheExercisesThatNeedNoTranslation) {
    NoEmbedder embedder;
    Topics topics(lexicon(), embedder);
    Order order{
        .topic = "travel", .level = core::Level::a2, .type = "cloze", .count = 6, .seed = 1};
    Sentences sentences;
    for (const auto* one : words_to_write_for(order, lexicon(), topics)) {
        sentences.emplace(one->word, "We like the " + one->word + " here.");
    }
    ASSERT_EQ(sentences.size(), 6U);
    const auto made = make_items(order, lexicon(), topics, sentences);
    EXPECT_GT(made.with_new_sentence, 3U);
    for (const auto& item : made.items) {
        if (!sentences.contains(item.words.at(0))) continue;
        EXPECT_EQ(item.prompt, "We like the ____ here.");
        EXPECT_THAT(faults_of(item, order.level, lexicon()), IsEmpty());
    }
    order.type = "translation";
    EXPECT_EQ(make_items(order, lexicon(), topics, sentences).with_new_sentence, 0U);
    EXPECT_THAT(words_to_write_for(order, lexicon(), topics), IsEmpty());
}

}  // namespace
}  // namespace lexi::generation
