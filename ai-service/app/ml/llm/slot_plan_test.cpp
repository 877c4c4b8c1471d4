#include "ml/llm/slot_plan.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace lexi::ml {
namespace {

std::vector<std::int32_t> counting(std::size_t n) {
    std::vector<std::int32_t> tokens(n);
    std::iota(tokens.begin(), tokens.end(), 0);
    return tokens;
}

SlotView slot(const std::vector<std::int32_t>& tokens, std::size_t exact, std::string session,
              std::uint64_t last_used, bool busy = false) {
    return {.tokens = tokens,
            .exact = exact,
            .session = std::move(session),
            .last_used = last_used,
            .busy = busy};
}

const std::vector<std::int32_t> kEmpty;

TEST(SlotPlan, ASessionComesBackToItsSlotAndReusesItsPrefix) {
    const auto cached = counting(150);
    const auto plan = plan_slot({slot(kEmpty, 0, "", 0), slot(cached, 128, "mine", 5)},
                                counting(200), "mine", false);
    EXPECT_EQ(plan.slot, 1U);
    EXPECT_EQ(plan.source, 1U);
    EXPECT_EQ(plan.reuse, 150U);
}

TEST(SlotPlan, TheLastTokenOfThePromptIsAlwaysComputed) {
    const auto cached = counting(150);
    EXPECT_EQ(plan_slot({slot(cached, 128, "s", 1)}, counting(150), "s", false).reuse, 149U);
}

TEST(SlotPlan, AReproducibleJobReusesWholeExactBlocksOnly) {
    const auto cached = counting(200);
    EXPECT_EQ(plan_slot({slot(cached, 128, "s", 1)}, counting(200), "s", true).reuse, 128U);
    EXPECT_EQ(plan_slot({slot(cached, 64, "s", 1)}, counting(200), "s", true).reuse, 64U);
}

TEST(SlotPlan, ASharedBeginningIsCopiedEvenFromABusySlot) {
    const auto cached = counting(150);
    const auto plan = plan_slot({slot(cached, 128, "other", 9, true), slot(kEmpty, 0, "", 0)},
                                counting(140), "new", false);
    EXPECT_EQ(plan.slot, 1U);
    EXPECT_EQ(plan.source, 0U);
    EXPECT_EQ(plan.reuse, 139U);
}

TEST(SlotPlan, AShortSharedBeginningIsNotWorthACopy) {
    const auto cached = counting(20);
    const auto plan = plan_slot({slot(cached, 0, "other", 9), slot(kEmpty, 0, "", 0)},
                                counting(140), "new", false);
    EXPECT_EQ(plan.slot, 1U);
    EXPECT_EQ(plan.reuse, 0U);
}

TEST(SlotPlan, TheLongestUnusedSlotIsGivenAway) {
    const auto a = counting(10);
    EXPECT_EQ(plan_slot({slot(a, 0, "a", 7), slot(a, 0, "b", 3), slot(a, 0, "c", 5)}, counting(2),
                        "new", false)
                  .slot,
              1U);
}

TEST(SlotPlan, WithoutASessionAConversationGoesOnInItsSlot) {
    const auto cached = counting(150);
    const auto plan =
        plan_slot({slot(kEmpty, 0, "", 0), slot(cached, 128, "", 5)}, counting(200), "", false);
    EXPECT_EQ(plan.slot, 1U);
    EXPECT_EQ(plan.reuse, 150U);
    const auto others = plan_slot({slot(kEmpty, 0, "", 0), slot(cached, 128, "theirs", 5)},
                                  counting(200), "", false);
    EXPECT_EQ(others.slot, 0U) << "a session keeps its slot";
    EXPECT_EQ(others.source, 1U);
}

TEST(SlotPlan, BlocksComputedOutOfStepAreNotExact) {
    const auto cached = counting(100);
    EXPECT_EQ(plan_slot({slot(cached, 64, "s", 1)}, counting(300), "s", false).exact, 64U);
    EXPECT_EQ(plan_slot({slot(cached, 64, "s", 1)}, counting(300), "s", true).exact, 256U);
}

}  // namespace
}  // namespace lexi::ml
