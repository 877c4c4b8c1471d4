#pragma once
// FSRS-6: when to ask a word again. Pure: the time, the parameters and how dates are spread are
// arguments.
// Model and default weights: py-fsrs 6.3.1 (fsrs/scheduler.py) and fsrs-rs 6.6.1; the state
// machine, rounding and the floor of same-day reviews follow py-fsrs.
#include <array>
#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "app/vocabulary/fsrs_model.hpp"
#include "kit/clock.hpp"

namespace lexi::vocabulary {

enum class State : std::uint8_t { learning = 1, review, relearning };

using Weights = std::array<double, 21>;

inline constexpr Weights kDefaultWeights = {0.212,  1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194,
                                            0.001,  1.8722, 0.1666, 0.796,  1.4835, 0.0614, 0.2629,
                                            1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542};

/// How a learner wants to be asked.
struct Schedule {
    Weights weights = kDefaultWeights;
    double desired_retention = 0.9;
    std::vector<std::chrono::seconds> learning_steps = {std::chrono::minutes(1),
                                                        std::chrono::minutes(10)};
    std::vector<std::chrono::seconds> relearning_steps = {std::chrono::minutes(10)};
    int max_interval_days = 36500;
};

/// Stability is in days: after that long without a review, recall has fallen to 90 %. Difficulty is
/// 1 (easy) to 10.
using Memory = fsrs::MemoryOf<double>;

struct Card {
    State state = State::learning;
    std::size_t step = 0;            // index into the steps; meaningless in State::review
    std::optional<Memory> memory{};  // nothing before the first review
    std::optional<Instant> last_review{};
    Instant due{};
};

struct Reviewed {
    Card card;
    std::chrono::seconds interval{};  // of learning steps: minutes; else whole days
    int interval_days = 0;            // 0 in learning steps
};

/// Probability of recall `days` after a review. 0 for a card without memory is the caller's.
double retrievability(const Weights& w, double days, double stability);

/// Days until recall falls to `retention`, rounded half to even, within [1, max_days].
int interval_for(const Weights& w, double retention, double stability, int max_days);

/// The same without rounding or limits.
double exact_interval(const Weights& w, double retention, double stability);

/// The memory after `rating`, `elapsed_days` whole days after the review before.
Memory next_memory(const Weights& w, const std::optional<Memory>& before, Rating rating,
                   int elapsed_days);

/// The days that an interval may become, so that words learned together do not stay together.
struct Range {
    int low = 0;
    int high = 0;
    bool operator==(const Range&) const = default;
};
/// py-fsrs's ranges around `days`: one day, 15 % of the part from 2.5 to 7 days, 10 % from 7 to 20
/// and 5 % above. Under 2.5 days only `days` itself.
Range fuzz_range(int days, int max_days);

/// Picks the interval out of its range: `days` is the one that the model gives.
using Spread = std::function<int(int days, Range range)>;

/// The card after a review at `now`. Without `spread`, intervals are the model's.
Reviewed review(const Schedule& schedule, const Card& before, Rating rating, Instant now,
                const Spread& spread = {});

/// Memory that gives an SM-2 card of this ease and interval the same next date (fsrs-rs).
Memory memory_from_sm2(const Weights& w, double ease, double interval_days, double retention);

/// The ease by which SM-2 would multiply the interval as this memory does: the way back, at
/// least 1.3.
double ease_from_memory(const Weights& w, const Memory& memory, double retention);

}  // namespace lexi::vocabulary
