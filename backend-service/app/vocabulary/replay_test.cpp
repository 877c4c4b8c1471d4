#include "app/vocabulary/replay.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace lexi::vocabulary {
namespace {

using namespace std::chrono_literals;

const Uuid kCard = Uuid::parse("11111111-1111-4111-8111-111111111111").value();
constexpr Instant kStart{std::chrono::sys_days{std::chrono::year{2026} / 11 / 1} + 9h};

/// A card and its log in memory, taking reviews as the service does.
struct Book {
    Scheduling settings{};
    CardRecord card{};
    std::vector<LoggedReview> log{};

    void take(std::vector<Review> fresh) {
        std::erase_if(fresh, [&](const Review& review) {
            return std::ranges::contains(log, review.id, [](const auto& l) { return l.review.id; });
        });
        if (fresh.empty()) return;
        std::ranges::sort(fresh, precedes);
        const auto from = std::ranges::find_if(log, [&](const LoggedReview& logged) {
            return precedes(fresh.front(), logged.review);
        });
        const auto steps = replay(settings, kCard, card, {from, log.end()}, fresh);
        log.erase(from, log.end());
        for (const auto& step : steps) log.push_back({step.review, step.before});
        card = steps.back().after.card;
    }
};

std::vector<Review> history(unsigned seed, int size) {
    std::mt19937 random(seed);
    std::vector<Review> reviews;
    Instant at = kStart;
    for (int i = 0; i < size; ++i) {
        at += random() % 3 == 0 ? 10min : 1h * static_cast<int>(random() % 400);
        reviews.push_back({.id = Uuid::random(),
                           .rating = static_cast<Rating>(1 + random() % 4),
                           .at = at,
                           .day = std::chrono::floor<std::chrono::days>(at)});
    }
    return reviews;
}

void expect_same(const CardRecord& a, const CardRecord& b) {
    EXPECT_EQ(a.fsrs.due, b.fsrs.due);
    EXPECT_EQ(a.fsrs.state, b.fsrs.state);
    EXPECT_EQ(a.fsrs.step, b.fsrs.step);
    EXPECT_EQ(a.fsrs.last_review, b.fsrs.last_review);
    EXPECT_EQ(a.fsrs.memory->stability, b.fsrs.memory->stability);
    EXPECT_EQ(a.fsrs.memory->difficulty, b.fsrs.memory->difficulty);
    EXPECT_EQ(a.sm2.ease_factor, b.sm2.ease_factor);
    EXPECT_EQ(a.sm2.interval_days, b.sm2.interval_days);
    EXPECT_EQ(a.interval_days, b.interval_days);
    EXPECT_EQ(a.review_count, b.review_count);
    EXPECT_EQ(a.lapses, b.lapses);
}

TEST(Replay, AnyOrderAndAnyRepetitionGivesTheSameCard) {
    for (const auto scheduler : {Scheduler::fsrs, Scheduler::sm2}) {
        for (unsigned seed = 0; seed < 50; ++seed) {
            const auto reviews = history(seed, 12);
            Book straight{.settings = {{.scheduler = scheduler}}};
            for (const auto& review : reviews) straight.take({review});
            auto shuffled = reviews;
            std::ranges::shuffle(shuffled, std::mt19937(seed + 1000));
            Book one_by_one{.settings = straight.settings};
            for (const auto& review : shuffled) one_by_one.take({review});
            Book in_parts{.settings = straight.settings};
            for (int again = 0; again < 3; ++again) {
                in_parts.take({shuffled.begin(), shuffled.begin() + 5});
                in_parts.take({shuffled.begin() + 5, shuffled.end()});
            }
            expect_same(straight.card, one_by_one.card);
            expect_same(straight.card, in_parts.card);
            EXPECT_EQ(straight.card.review_count, 12);
        }
    }
}

TEST(Replay, ReviewsOfTheSameTimeHaveAnOrderToo) {
    auto reviews = history(3, 2);
    reviews[1].at = reviews[0].at;
    Book one, other;
    for (const auto& review : reviews) one.take({review});
    std::ranges::reverse(reviews);
    for (const auto& review : reviews) other.take({review});
    expect_same(one.card, other.card);
}

TEST(Replay, ALateReviewMovesWhatFollowsAndTakesItsCountsAlong) {
    const Review easy{.id = Uuid::random(), .rating = Rating::easy, .at = kStart, .day = {}};
    const Review late{.id = Uuid::random(), .rating = Rating::again, .at = kStart - 24h, .day = {}};
    const auto first = replay({}, kCard, {}, {}, {easy});
    EXPECT_EQ(count_of(first[0].before, Rating::easy), DayCount{.introduced = 1});
    const auto steps = replay({}, kCard, first[0].after.card, {{easy, first[0].before}}, {late});
    ASSERT_EQ(steps.size(), 2U);
    EXPECT_FALSE(steps[0].counted_as.has_value());
    EXPECT_EQ(count_of(*steps[1].counted_as, Rating::easy), DayCount{.introduced = 1});
    EXPECT_EQ(count_of(steps[1].before, Rating::easy), DayCount{.learning = 1});
}

TEST(Replay, WhatTheLearnerDecidedStays) {
    const Review easy{.id = Uuid::random(), .rating = Rating::easy, .at = kStart, .day = {}};
    const Review late{.id = Uuid::random(), .rating = Rating::good, .at = kStart - 24h, .day = {}};
    auto card = replay({}, kCard, {}, {}, {easy})[0].after.card;
    card.suspended = true;
    const auto steps = replay({}, kCard, card, {{easy, {}}}, {late});
    EXPECT_TRUE(steps.back().after.card.suspended);
}

TEST(Replay, CountsSayWhatTheWordWas) {
    CardRecord card;
    card.fsrs.last_review = kStart;
    EXPECT_EQ(count_of(card, Rating::good), DayCount{.learning = 1});
    card.fsrs.state = State::review;
    card.interval_days = 20;
    EXPECT_EQ(count_of(card, Rating::hard), (DayCount{.young = 1, .young_recalled = 1}));
    EXPECT_EQ(count_of(card, Rating::again), DayCount{.young = 1});
    card.interval_days = 21;
    EXPECT_EQ(count_of(card, Rating::good), (DayCount{.mature = 1, .mature_recalled = 1}));
    DayCount none = count_of(card, Rating::good);
    none += -none;
    EXPECT_EQ(none, DayCount{});
}

}  // namespace
}  // namespace lexi::vocabulary
