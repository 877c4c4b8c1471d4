#pragma once
// The formulas of FSRS-6's memory, over any kind of number: the scheduler computes with double, the
// optimizer with numbers that carry their derivatives (dual.hpp). `Numbers` is 21 of them.
#include <cmath>
#include <cstdint>
#include <utility>

namespace lexi::vocabulary {

enum class Rating : std::uint8_t { again = 1, hard, good, easy };

}  // namespace lexi::vocabulary

namespace lexi::vocabulary::fsrs {

inline constexpr double kMinStability = 0.001;
inline constexpr double kMinDifficulty = 1;
inline constexpr double kMaxDifficulty = 10;

template <class T>
struct MemoryOf {
    T stability{};
    T difficulty{};
};

inline double grade(Rating rating) { return static_cast<double>(rating); }

// A limit hides the derivative only outside of it.
template <class T>
T at_least(const T& x, double low) {
    return x < low ? T(low) : x;
}
template <class T>
T at_most(const T& x, double high) {
    return x > high ? T(high) : x;
}

template <class T>
T clamp_difficulty(const T& d) {
    return at_most(at_least(d, kMinDifficulty), kMaxDifficulty);
}

template <class Numbers>
auto factor(const Numbers& w) {
    using std::pow;
    return pow(0.9, -1 / w[20]) - 1;
}

template <class Numbers, class T>
T retrievability(const Numbers& w, double days, const T& stability) {
    using std::pow;
    return pow(1 + factor(w) * days / stability, -w[20]);
}

template <class Numbers>
auto initial_difficulty(const Numbers& w, Rating rating) {
    using std::exp;
    return w[4] - exp(w[5] * (grade(rating) - 1)) + 1;
}

template <class Numbers, class T>
T next_difficulty(const Numbers& w, const T& d, Rating rating) {
    const T change = -w[6] * (grade(rating) - 3);
    const T damped = d + (kMaxDifficulty - d) * change / 9;
    const T target = initial_difficulty(w, Rating::easy);  // deliberately not clamped
    return clamp_difficulty<T>(w[7] * target + (1 - w[7]) * damped);
}

template <class Numbers, class T>
T stability_after_recall(const Numbers& w, const MemoryOf<T>& m, const T& r, Rating rating) {
    using std::exp;
    using std::pow;
    T growth = exp(w[8]) * (11 - m.difficulty) * pow(m.stability, -w[9]) *
               (exp(w[10] * (1 - r)) - 1);
    if (rating == Rating::hard) growth = growth * w[15];
    if (rating == Rating::easy) growth = growth * w[16];
    return m.stability * (1 + growth);
}

template <class Numbers, class T>
T stability_after_lapse(const Numbers& w, const MemoryOf<T>& m, const T& r) {
    using std::exp;
    using std::pow;
    const T long_term = w[11] * pow(m.difficulty, -w[12]) * (pow(m.stability + 1, w[13]) - 1) *
                        exp(w[14] * (1 - r));
    const T short_term = m.stability / exp(w[17] * w[18]);
    return short_term < long_term ? short_term : long_term;
}

template <class Numbers, class T>
T stability_same_day(const Numbers& w, const T& s, Rating rating) {
    using std::exp;
    using std::pow;
    T growth = exp(w[17] * (grade(rating) - 3 + w[18])) * pow(s, -w[19]);
    if (rating >= Rating::good) growth = at_least(growth, 1.0);
    return s * growth;
}

/// The memory after a first review.
template <class T, class Numbers>
MemoryOf<T> first_memory(const Numbers& w, Rating rating) {
    const auto number = static_cast<std::size_t>(rating) - 1;
    return {at_least<T>(w[number], kMinStability),
            clamp_difficulty<T>(initial_difficulty(w, rating))};
}

/// The memory after `rating`, `elapsed` whole days after the review before.
template <class T, class Numbers>
MemoryOf<T> next_memory(const Numbers& w, const MemoryOf<T>& before, Rating rating, int elapsed) {
    T s{};
    if (elapsed < 1) {
        s = stability_same_day<Numbers, T>(w, before.stability, rating);
    } else {
        const T r = retrievability<Numbers, T>(w, elapsed, before.stability);
        s = rating == Rating::again ? stability_after_lapse(w, before, r)
                                    : stability_after_recall(w, before, r, rating);
    }
    return {at_least(s, kMinStability), next_difficulty<Numbers, T>(w, before.difficulty, rating)};
}

}  // namespace lexi::vocabulary::fsrs
