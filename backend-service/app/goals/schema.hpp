#pragma once
#include <glaze/glaze.hpp>
#include <string>

namespace lexi::goals {

enum class GoalKind : std::uint8_t { xp, minutes, lessons };

struct GoalBody {
    GoalKind kind = GoalKind::xp;
    std::int64_t target = 0;
};

struct GoalView {
    GoalKind kind = GoalKind::xp;
    std::int64_t target = 0;
    std::int64_t progress = 0;
    std::int64_t percentage = 0;  // at most 100
    bool is_reached = false;
    std::string week;            // its Monday, in the learner's own days
    std::int64_t days_left = 0;  // with today
};

}  // namespace lexi::goals

template <>
struct glz::meta<lexi::goals::GoalKind> {
    using enum lexi::goals::GoalKind;
    static constexpr auto value = glz::enumerate("xp", xp, "minutes", minutes, "lessons", lessons);
};

template <>
struct glz::json_schema<lexi::goals::GoalBody> {
    glz::schema kind{.description = "what is counted from Monday to Sunday"};
    glz::schema target{.minimum = std::int64_t{1}, .maximum = std::int64_t{10080}};
};
