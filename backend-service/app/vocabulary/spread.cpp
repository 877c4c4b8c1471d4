#include "app/vocabulary/spread.hpp"

#include <cmath>
#include <cstdlib>
#include <format>
#include <limits>

#include "kit/ids.hpp"

namespace lexi::vocabulary {

DayWeights::DayWeights(const EasyDays& easy, Day today)
    : by_weekday_{easy.sunday,   easy.monday, easy.tuesday, easy.wednesday,
                  easy.thursday, easy.friday, easy.saturday},
      today_(today) {}

double DayWeights::operator()(int days) const {
    const std::chrono::weekday weekday(today_ + std::chrono::days(days));
    return by_weekday_[weekday.c_encoding()];
}

double fuzz_draw(std::string_view card_id, int review_count) {
    const auto hash = sha256_hex(std::format("{}/{}", card_id, review_count));
    const auto number = std::stoull(hash.substr(0, 13), nullptr, 16);  // 52 bits: exact in a double
    return static_cast<double>(number) / static_cast<double>(1ULL << 52);
}

int fuzz_day(Range range, double draw, const DayWeights& weights) {
    double sum = 0;
    for (int day = range.low; day <= range.high; ++day) sum += weights(day);
    const bool any = sum > 0;
    double left = draw * (any ? sum : range.high - range.low + 1);
    int chosen = range.low;
    for (int day = range.low; day <= range.high; ++day) {
        const double share = any ? weights(day) : 1;
        if (share <= 0) continue;
        chosen = day;  // rounding may leave a rest after the last day
        left -= share;
        if (left < 0) break;
    }
    return chosen;
}

int least_loaded(int days, Range range, const std::vector<std::int64_t>& due,
                 const DayWeights& weights) {
    double sum = 0;
    for (int day = range.low; day <= range.high; ++day) sum += weights(day);
    const auto load = [&](int day) {
        const double weight = sum > 0 ? weights(day) : 1;
        const auto cards = static_cast<double>(due[static_cast<std::size_t>(day - range.low)]);
        return weight > 0 ? (cards + 1) / weight : std::numeric_limits<double>::infinity();
    };
    int best = range.low;
    for (int day = range.low + 1; day <= range.high; ++day) {
        const bool nearer = std::abs(day - days) < std::abs(best - days);
        if (load(day) < load(best) || (load(day) == load(best) && nearer)) best = day;
    }
    return best;
}

}  // namespace lexi::vocabulary
