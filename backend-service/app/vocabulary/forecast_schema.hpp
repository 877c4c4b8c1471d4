#pragma once
#include <glaze/glaze.hpp>
#include <optional>
#include <string>
#include <vector>

#include "kit/body.hpp"

namespace lexi::vocabulary {

struct ForecastQuery {
    std::optional<std::int64_t> days;
};

struct ForecastDay {
    std::string day;
    std::int64_t due = 0;  // by the schedule as it stands; today's has the overdue ones
    double reviews = 0;    // expected: those, their returns, and the returns of new words
    double new_words = 0;
    double minutes = 0;
};

struct ForecastView {
    std::int64_t overdue = 0;
    std::int64_t fresh = 0;  // words in the list that were never asked
    std::vector<ForecastDay> days;
};

/// What is absent is as the learner's settings say.
struct SimulationQuery {
    std::optional<double> retention;
    std::optional<std::int64_t> new_per_day;
    std::optional<std::int64_t> days;
};

struct SimulationDay {
    std::string day;
    double reviews = 0;
    double new_words = 0;
    double known_words = 0;  // that would be remembered at the end of the day
    double minutes = 0;
};

struct SimulationView {
    double retention = 0;
    std::int64_t new_per_day = 0;
    double reviews = 0;
    double minutes_per_day = 0;
    double known_words = 0;  // at the end
    std::vector<SimulationDay> days;
};

}  // namespace lexi::vocabulary

template <>
struct glz::json_schema<lexi::vocabulary::ForecastQuery> {
    glz::schema days{.minimum = std::int64_t{1}, .maximum = std::int64_t{90}};
};
template <>
struct glz::json_schema<lexi::vocabulary::SimulationQuery> {
    glz::schema retention{.minimum = 0.7, .maximum = 0.97};
    glz::schema new_per_day{.minimum = std::int64_t{0}, .maximum = std::int64_t{1000}};
    glz::schema days{.minimum = std::int64_t{1}, .maximum = std::int64_t{365}};
};
