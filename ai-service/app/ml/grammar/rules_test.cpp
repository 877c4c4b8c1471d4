// Every rule's own sentences: what it makes of the bad ones, and that it leaves the good ones
// alone.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "ml/grammar/harper.hpp"
#include "ml/grammar/lints.hpp"
#include "ml/grammar/matches.hpp"
#include "ml/grammar/rule.hpp"

namespace lexi::ml::grammar {
namespace {

Harper& harper() {
    static const auto loaded = Harper::load(kLintsOff);
    return *loaded;
}

// What our rules alone say.
Report ours(std::string_view text) {
    std::vector<Match> matches;
    for (const auto& sentence : sentences(harper().read(text))) {
        for (auto& match : rule_matches(text, sentence)) {
            match.severity = Severity::error;
            matches.push_back(std::move(match));
        }
    }
    return report(text, std::move(matches));
}

TEST(Rules, MakeOfTheirBadSentencesTheGoodOnes) {
    for (const auto* family : families()) {
        for (const auto& rule : family->rules) {
            EXPECT_FALSE(rule.examples.empty()) << rule.id;
            for (const auto& [bad, good] : rule.examples) {
                const auto made = ours(bad);
                EXPECT_EQ(made.corrected_text, good) << rule.id;
                EXPECT_TRUE(std::ranges::any_of(
                    made.matches, [&](const Match& match) { return match.rule == rule.id; }))
                    << rule.id << ": " << bad;
            }
        }
    }
}

TEST(Rules, LeaveTheGoodSentencesAlone) {
    for (const auto* family : families()) {
        for (const auto& rule : family->rules) {
            for (const auto& example : rule.examples) {
                EXPECT_EQ(ours(example.good).corrected_text, example.good) << rule.id;
            }
            for (const auto& fine : rule.fine)
                EXPECT_EQ(ours(fine).corrected_text, fine) << rule.id;
        }
    }
}

TEST(Rules, HaveNamesOfTheirOwnAndBothLanguages) {
    std::set<std::string_view> names;
    for (const auto* family : families()) {
        for (const auto& rule : family->rules) {
            EXPECT_TRUE(names.insert(rule.id).second) << rule.id;
            EXPECT_FALSE(rule.message.empty() || rule.message_vi.empty()) << rule.id;
            EXPECT_FALSE(rule.category.empty() || rule.type.empty()) << rule.id;
        }
    }
}

}  // namespace
}  // namespace lexi::ml::grammar
