// py-fsrs's compute_optimal_retention: a year of 1,000 simulated cards at each retention.
#include <algorithm>
#include <array>
#include <numeric>

#include "app/vocabulary/fsrs_optimizer.hpp"
#include "app/vocabulary/python_random.hpp"

namespace lexi::vocabulary {
namespace {

constexpr int kSimulatedCards = 1000;
constexpr std::uint32_t kSeed = 42;
constexpr std::array kRetentions = {0.7, 0.75, 0.8, 0.85, 0.9, 0.95};
constexpr std::array kRatings = {Rating::again, Rating::hard, Rating::good, Rating::easy};

// How often each rating is given, and how long it takes.
struct Habit {
    std::array<double, 4> share{};
    std::array<double, 4> cost{};
};
struct Habits {
    Habit first;
    Habit later;
};

class HabitCount {
public:
    void add(const PastReview& review) {
        const auto i = static_cast<std::size_t>(review.rating) - 1;
        ++count_[i];
        time_[i] += *review.time_spent_ms;
    }
    Habit habit() const {
        Habit habit;
        const double all = std::accumulate(count_.begin(), count_.end(), 0.0);
        for (std::size_t i = 0; i < count_.size(); ++i) {
            habit.share[i] = count_[i] / all;
            if (count_[i] > 0) habit.cost[i] = time_[i] / count_[i];
        }
        return habit;
    }
    double total() const { return std::accumulate(count_.begin(), count_.end(), 0.0); }
    double remembered() const { return total() - count_[0]; }

private:
    std::array<double, 4> count_{};
    std::array<double, 4> time_{};
};

std::optional<Habits> habits_of(const Histories& histories) {
    HabitCount first;
    HabitCount later;
    for (const auto& reviews : histories) {
        for (std::size_t i = 0; i < reviews.size(); ++i) {
            if (reviews[i].time_spent_ms) (i == 0 ? first : later).add(reviews[i]);
        }
    }
    const double timed = first.total() + later.total();
    if (timed < static_cast<double>(kFewestAnswers) || first.total() == 0 ||
        later.remembered() == 0) {
        return std::nullopt;
    }
    return Habits{.first = first.habit(), .later = later.habit()};
}

std::size_t later_rating(PythonRandom& random, const Habit& habit, double retention) {
    const std::array recall = {retention, 1 - retention};
    if (random.choose(recall) == 1) return 0;
    return 1 + random.choose(std::span(habit.share).subspan(1));
}

// Milliseconds spent on a word in its first year.
double cost_of_word(const Schedule& schedule, const Habits& habits, PythonRandom& random) {
    const Instant start{};
    const Instant end = start + std::chrono::days(365);
    Card card{.due = start};
    double cost = 0;
    while (card.due < end) {
        const bool fresh = card.due == start;
        const auto& habit = fresh ? habits.first : habits.later;
        const auto rating = fresh ? random.choose(habit.share)
                                  : later_rating(random, habit, schedule.desired_retention);
        cost += habit.cost[rating];
        card = review(schedule, card, kRatings[rating], card.due).card;
    }
    return cost;
}

double cost_at(const Weights& w, double retention, const Habits& habits) {
    const Schedule schedule{.weights = w, .desired_retention = retention};
    PythonRandom random(kSeed);
    double cost = 0;
    for (int i = 0; i < kSimulatedCards; ++i) cost += cost_of_word(schedule, habits, random);
    return cost / (retention * kSimulatedCards);
}

}  // namespace

std::optional<double> best_retention(const Weights& w, const Histories& histories) {
    const auto habits = habits_of(histories);
    if (!habits) return std::nullopt;
    return std::ranges::min(kRetentions, {}, [&](double retention) {
        return cost_at(w, retention, *habits);
    });
}

}  // namespace lexi::vocabulary
