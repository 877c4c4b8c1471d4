#pragma once
#include <glaze/glaze.hpp>
#include <optional>
#include <string>

#include "app/core/account.hpp"
#include "app/core/learner_day.hpp"
#include "kit/body.hpp"

namespace lexi::users {

/// What is absent stays as it is.
struct SettingsChange {
    std::optional<double> desired_retention;
    std::optional<std::int64_t> new_per_day;
    std::optional<std::int64_t> reviews_per_day;
    std::optional<Scheduler> scheduler;
    std::optional<bool> leaderboard;
    std::optional<EasyDays> easy_days;
};

/// What is absent stays as it is.
struct ProfileChange {
    std::optional<std::string> display_name;
    std::optional<std::string> avatar_url;
    std::optional<std::string> native_language;
    std::optional<std::string> target_language;
    std::optional<std::string> level;
    std::optional<std::int64_t> daily_goal;
    std::optional<std::string> time_zone;
    std::optional<SettingsChange> settings;
};

}  // namespace lexi::users

template <>
struct glz::json_schema<lexi::users::SettingsChange> {
    glz::schema desired_retention{.description = "share of words to be known when they are asked",
                                  .minimum = 0.7,
                                  .maximum = 0.97};
    glz::schema new_per_day{.minimum = std::int64_t{0}, .maximum = std::int64_t{1000}};
    glz::schema leaderboard{.description = "take part in the weekly leaderboard, and see it"};
    glz::schema reviews_per_day{.minimum = std::int64_t{0}, .maximum = std::int64_t{1000}};
};

template <>
struct glz::json_schema<lexi::users::ProfileChange> {
    glz::schema display_name{.minLength = 1, .maxLength = 100};
    glz::schema avatar_url{.maxLength = 2048,
                           .pattern = "^https?://[A-Za-z0-9._~:/?#@!$&()*+,;=%-]+$"};
    glz::schema native_language{.maxLength = 35, .pattern = lexi::kLanguagePattern};
    glz::schema target_language{.maxLength = 35, .pattern = lexi::kLanguagePattern};
    glz::schema level{.pattern = lexi::kLevelPattern};
    glz::schema daily_goal{
        .description = "XP a day", .minimum = std::int64_t{1}, .maximum = std::int64_t{1000}};
    glz::schema time_zone{.maxLength = 64};
};

template <>
struct lexi::http::SchemaExtra<lexi::users::ProfileChange> {
    static std::string json() { return lexi::time_zone_schema(); }
};
