#include "ml/llm/fair_queue.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lexi::ml {
namespace {

std::vector<int> drain(FairQueue<int>& queue) {
    std::vector<int> order;
    while (auto item = queue.pop()) order.push_back(*item);
    return order;
}

TEST(FairQueue, AGreedyOwnerDoesNotKeepOthersWaiting) {
    FairQueue<int> queue(10);
    for (const int item : {1, 2, 3}) queue.push("greedy", item);
    queue.push("modest", 9);
    EXPECT_THAT(drain(queue), testing::ElementsAre(1, 9, 2, 3));
}

TEST(FairQueue, OneOwnersItemsKeepTheirOrder) {
    FairQueue<int> queue(10);
    for (const int item : {5, 4, 6}) queue.push("a", item);
    EXPECT_THAT(drain(queue), testing::ElementsAre(5, 4, 6));
}

TEST(FairQueue, AFullQueueRefuses) {
    FairQueue<int> queue(2);
    EXPECT_TRUE(queue.push("a", 1));
    EXPECT_TRUE(queue.push("b", 2));
    EXPECT_FALSE(queue.push("c", 3));
    queue.pop();
    EXPECT_TRUE(queue.push("c", 3));
}

TEST(FairQueue, WhatIsTakenOutIsGone) {
    FairQueue<int> queue(3);
    for (const int item : {1, 2, 3}) queue.push("a", item);
    EXPECT_THAT(queue.take_if([](int item) { return item == 2; }), testing::ElementsAre(2));
    EXPECT_EQ(queue.size(), 2U);
    EXPECT_THAT(drain(queue), testing::ElementsAre(1, 3));
}

}  // namespace
}  // namespace lexi::ml
