#pragma once
// A learner's day begins at 04:00 in the learner's own time zone: who studies past midnight is
// still in yesterday. Pure; reads the tz database of the system (tzdata).
#include <chrono>
#include <span>
#include <string>
#include <string_view>

#include "app/core/rows.hpp"
#include "kit/clock.hpp"

namespace lexi {

inline constexpr std::chrono::hours kDayBegins{4};

/// Is it an IANA name such as Asia/Ho_Chi_Minh?
bool is_time_zone(std::string_view name);

/// A SchemaExtra that lists every name for the member `time_zone`.
std::string time_zone_schema();

/// The day of `at` for a learner in `zone`. A name that is no zone counts as UTC.
Day learner_day(Instant at, std::string_view zone);

/// From `since` on a learner was in `zone`, on `first_day` or later.
struct ZoneSpan {
    Instant since;
    std::string zone;
    Day first_day;
};

/// The day of `at` for a learner who moved, `spans` in order of time; `home` for who did not. A day
/// is never one before a day that was reached: who goes west stays on it until the zone has caught
/// up, so that no day is counted twice.
Day learner_day(Instant at, std::span<const ZoneSpan> spans, std::string_view home);

/// The Monday of the week that `day` is in.
constexpr Day monday_of(Day day) { return day - (std::chrono::weekday(day) - std::chrono::Monday); }

/// When `day` begins for a learner in `zone`.
Instant day_start(Day day, std::string_view zone);

}  // namespace lexi
