#pragma once
// A user as every slice needs it: who it is, how it wants to learn, and what a client is shown.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/core/database.hpp"
#include "app/core/learner_day.hpp"
#include "kit/jwt.hpp"

namespace lexi {

enum class Scheduler : std::uint8_t { fsrs, sm2 };

/// The share of a usual day's reviews that the learner wants on each day of the week.
struct EasyDays {
    double monday = 1;
    double tuesday = 1;
    double wednesday = 1;
    double thursday = 1;
    double friday = 1;
    double saturday = 1;
    double sunday = 1;
};

/// How words are scheduled for a learner; kept as JSON in users.settings.
struct Settings {
    double desired_retention = 0.9;
    std::int64_t new_per_day = 20;
    std::int64_t reviews_per_day = 200;
    Scheduler scheduler = Scheduler::fsrs;
    bool leaderboard = true;  // takes part, and sees it
    EasyDays easy_days;
};

/// The settings with what was found out about the learner.
struct Scheduling : Settings {
    std::vector<double> fsrs_weights{};  // FSRS-6's, fitted to their reviews; empty: not yet
};

struct UserView {
    std::string id;
    std::string email;
    std::string username;
    std::optional<std::string> display_name;
    std::optional<std::string> avatar_url;
    std::string native_language;
    std::string target_language;
    std::string level;
    std::string role;
    std::string time_zone;
    std::int64_t daily_goal = 0;
    std::int64_t xp = 0;
    std::int64_t streak = 0;
    Settings settings;
    bool is_active = true;
    std::string created_at;
    std::string updated_at;
};

/// What the rules need to know of a learner.
struct Learner {
    Uuid id;
    std::string time_zone;
    Scheduling settings;
    std::vector<ZoneSpan> zones{};  // in order; empty for who never moved

    /// The learner's own day of something done at `at`, wherever the learner was then.
    Day day(Instant at) const;
};

/// token_invalid where the account is gone or switched off: the token outlived it.
Task<Result<Learner>> load_learner(UnitOfWork& work, Uuid user);
/// The same, and the learner is locked until the end of `work`. Every write of a learner's own
/// things begins with it: writes of one learner take turns, whatever they lock next.
Task<Result<Learner>> lock_learner(UnitOfWork& work, Uuid user);

/// `learner` lives in `zone` from `now` on; to be called before the account is changed. Days that
/// the learner skips by it (going east over the date line) are excused in the streak.
Task<Rows> move_learner(UnitOfWork& work, Learner learner, std::string zone, Instant now);

/// Shows the learner in this and the last week's leaderboard, or takes the learner out.
Task<Rows> show_in_leaderboard(UnitOfWork& work, Uuid user, bool shown);

/// not_found where there is no such user.
Task<Result<UserView>> load_user(UnitOfWork& work, Uuid user, Instant now);

/// A1 to C2 from the same or from its name in words (beginner … proficient).
std::optional<std::string> level_from(std::string_view text);

/// For json_schema of level fields.
inline constexpr std::string_view kLevelPattern =
    "^(A1|A2|B1|B2|C1|C2|beginner|elementary|intermediate|upper_intermediate|advanced|proficient)$";
/// BCP 47, as far as a pattern goes.
inline constexpr std::string_view kLanguagePattern = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$";

}  // namespace lexi

template <>
struct glz::meta<lexi::Scheduler> {
    using enum lexi::Scheduler;
    static constexpr auto value = glz::enumerate("fsrs", fsrs, "sm2", sm2);
};

template <>
struct glz::json_schema<lexi::Settings> {
    glz::schema desired_retention{.minimum = 0.7, .maximum = 0.97};
    glz::schema new_per_day{.minimum = std::int64_t{0}, .maximum = std::int64_t{1000}};
    glz::schema reviews_per_day{.minimum = std::int64_t{0}, .maximum = std::int64_t{1000}};
};

template <>
struct glz::json_schema<lexi::EasyDays> {
    glz::schema monday{.minimum = 0.0, .maximum = 1.0};
    glz::schema tuesday{.minimum = 0.0, .maximum = 1.0};
    glz::schema wednesday{.minimum = 0.0, .maximum = 1.0};
    glz::schema thursday{.minimum = 0.0, .maximum = 1.0};
    glz::schema friday{.minimum = 0.0, .maximum = 1.0};
    glz::schema saturday{.minimum = 0.0, .maximum = 1.0};
    glz::schema sunday{.minimum = 0.0, .maximum = 1.0};
};
