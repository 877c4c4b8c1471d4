#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <glaze/glaze.hpp>

#include "kit/source_dir.hpp"
#include "roleplay/patterns.hpp"
#include "roleplay/scenario.hpp"

namespace lexi::roleplay {
namespace cases {

struct Turn {
    std::string turn;
    std::vector<std::string> words;
};
struct Match {
    std::string pattern;
    std::string turn;
    bool matches = false;
};
struct All {
    std::vector<Turn> words;
    std::vector<Match> matches;
};

}  // namespace cases

namespace {

const std::string kContent = source_dir() + "/content/scenarios";

// The vectors that every reader of the files shares.
cases::All vectors() {
    cases::All all;
    std::string buffer;
    constexpr glz::opts lenient{.error_on_unknown_keys = false};
    std::ifstream in(source_dir() + "/tests/content/scenario_patterns.json");
    buffer.assign(std::istreambuf_iterator<char>(in), {});
    if (glz::read<lenient>(all, buffer)) throw std::runtime_error("vectors");
    return all;
}

TEST(Patterns, TurnsBecomeWords) {
    for (const auto& one : vectors().words) EXPECT_EQ(turn_words(one.turn), one.words) << one.turn;
}

TEST(Patterns, StandInATurn) {
    for (const auto& one : vectors().matches) {
        EXPECT_EQ(matches(one.pattern, turn_words(one.turn)), one.matches)
            << one.pattern << " in " << one.turn;
    }
}

// Every example of every move of every scenario is taken where its author meant it to be.
TEST(Scenarios, EachExampleLeadsWhereItShould) {
    const auto all = read_scenarios(kContent);
    EXPECT_GE(all.size(), 20U);
    for (const auto& [slug, scenario] : all) {
        for (const auto& node : scenario.script) {
            for (const auto& move : node.moves) {
                for (const auto& example : move.examples) {
                    Progress progress{.scripted = true, .node = node.id};
                    play(scenario, progress, example);
                    EXPECT_EQ(progress.node, move.next) << slug << ' ' << node.id << ' ' << example;
                }
            }
        }
    }
}

TEST(Scenarios, AnyWalkEndsAndNoneIsLongerThanTheScript) {
    for (const auto& [slug, scenario] : read_scenarios(kContent)) {
        auto progress = beginning(scenario, true);
        while (!progress.ended) {
            ASSERT_LE(progress.turns, static_cast<int>(scenario.script.size())) << slug;
            const auto* node = scenario.find_node(progress.node);
            play(scenario, progress, node->moves.back().examples.back());
        }
    }
}

TEST(Scenarios, ATurnThatIsNotUnderstoodIsAskedAgainAndThenShown) {
    const auto all = read_scenarios(kContent);
    const auto& scenario = all.at("at-immigration");
    auto progress = beginning(scenario, true);
    const auto first = play(scenario, progress, "Can you repeat that?");
    EXPECT_EQ(first.text, scenario.script.front().fallback->text);
    EXPECT_TRUE(first.hint_vi.has_value());
    EXPECT_FALSE(first.example.has_value());
    const auto second = play(scenario, progress, "xyz");
    EXPECT_EQ(second.example, "Good afternoon. Here is my passport.");
    EXPECT_EQ(progress.node, "hello");
    play(scenario, progress, "Here you are.");
    EXPECT_EQ(progress.node, "why");
    EXPECT_EQ(progress.misses, 0);
}

TEST(Scenarios, WithAModelItEndsWhenEveryGoalIsReachedOrTheTurnsAreOver) {
    const auto all = read_scenarios(kContent);
    const auto& scenario = all.at("at-immigration");
    auto progress = beginning(scenario, false);
    EXPECT_EQ(take_turn(scenario, progress, "I'm here on holiday for two weeks."), std::nullopt);
    EXPECT_THAT(progress.reached, testing::ElementsAre("say-purpose", "say-length"));
    EXPECT_THAT(instructions(scenario, progress), testing::HasSubstr("Say where you will stay."));
    take_turn(scenario, progress, "At a small hotel. I am a nurse.");
    EXPECT_EQ(take_turn(scenario, progress, "I have a return ticket."), scenario.closing);
    EXPECT_TRUE(progress.ended);

    auto silent = beginning(scenario, false);
    for (int turn = 1; turn < scenario.max_turns; ++turn) {
        EXPECT_EQ(take_turn(scenario, silent, "hm"), std::nullopt);
    }
    EXPECT_EQ(take_turn(scenario, silent, "hm"), scenario.closing);
}

TEST(Scenarios, AFileThatWouldBreakAWalkIsNamed) {
    const auto folder = std::filesystem::temp_directory_path() / "lexi-scenarios-test";
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "broken.json") << R"({"slug": "other"})";
    try {
        read_scenarios(folder);
        ADD_FAILURE() << "was read";
    } catch (const std::runtime_error& bad) {
        EXPECT_THAT(bad.what(),
                    testing::AllOf(testing::HasSubstr("broken.json"), testing::HasSubstr("slug")));
    }
    std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace lexi::roleplay
