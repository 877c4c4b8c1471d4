#pragma once
#include <glaze/glaze.hpp>
#include <optional>
#include <string>
#include <vector>

namespace lexi::leaderboard {

enum class Week : std::uint8_t { current, previous };

struct BoardFilter {
    std::optional<Week> week;
    std::optional<std::int64_t> limit;
};

struct Entry {
    std::int64_t rank = 0;
    std::optional<std::string> display_name;  // who has set none stays unnamed
    std::int64_t xp = 0;
    bool is_me = false;
};

struct BoardView {
    std::string week;  // its Monday
    bool takes_part = true;
    std::vector<Entry> top;
    std::optional<Entry> me;        // where something was earned in that week
    std::vector<Entry> neighbours;  // two above and two below, with the learner between
};

}  // namespace lexi::leaderboard

template <>
struct glz::meta<lexi::leaderboard::Week> {
    using enum lexi::leaderboard::Week;
    static constexpr auto value = glz::enumerate("current", current, "previous", previous);
};

template <>
struct glz::json_schema<lexi::leaderboard::BoardFilter> {
    glz::schema limit{.description = "how many of the first; 20 where it is not said",
                      .minimum = std::int64_t{1},
                      .maximum = std::int64_t{100}};
};
