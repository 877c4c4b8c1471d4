#pragma once
// Achievements as data (app/achievements/achievements.json, built into the program): each is a
// metric and the threshold that it has to reach. Metrics only grow with what is done, in whatever
// order it arrives, so that the same deeds unlock the same achievements. Pure.
#include <array>
#include <cstdint>
#include <expected>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/core/rows.hpp"

namespace lexi {

enum class Metric : std::uint8_t {
    xp,
    xp_in_a_day,
    seconds,
    lessons,
    perfect_lessons,
    courses,
    answers_correct,
    reviews,
    reviews_recalled,
    words_added,
    chat_seconds,
    speaking_seconds,
    longest_streak,
    days_active,
};
inline constexpr std::size_t kMetrics = 14;

struct Achievement {
    std::string code;
    std::string title;
    std::string title_vi;
    std::string description;
    std::string description_vi;
    std::string icon;
    Metric metric = Metric::xp;
    std::int64_t threshold = 1;
    bool hidden = false;  // masked until it is unlocked
    std::int64_t xp = 0;
};

/// How far a learner is in each metric.
struct Counters {
    std::array<std::int64_t, kMetrics> values{};
    std::int64_t& operator[](Metric metric) { return values[static_cast<std::size_t>(metric)]; }
    std::int64_t operator[](Metric metric) const {
        return values[static_cast<std::size_t>(metric)];
    }
};

/// From a row of learner_totals with day_xp; the streak's two are its reader's to add.
Counters counters_of(const Row& row);

std::string_view name_of(Metric metric);

/// Those built into the program.
const std::vector<Achievement>& all_achievements();

/// The error names what is wrong with the first mistake.
std::expected<std::vector<Achievement>, std::string> read_achievements(std::string_view json);

/// Those that `counters` reach and `unlocked` does not have.
std::vector<Achievement> newly_reached(std::span<const Achievement> all, const Counters& counters,
                                       const std::set<std::string, std::less<>>& unlocked);

}  // namespace lexi
