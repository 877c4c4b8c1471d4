#include "app/core/achievements.hpp"

#include <glaze/glaze.hpp>
#include <stdexcept>

#include "achievements_json.hpp"
#include "kit/body.hpp"

namespace lexi {

struct AchievementsFile {
    std::vector<Achievement> achievements;
};

}  // namespace lexi

template <>
struct glz::meta<lexi::Metric> {
    using enum lexi::Metric;
    static constexpr auto value = glz::enumerate(
        "xp", xp, "xp_in_a_day", xp_in_a_day, "seconds", seconds, "lessons", lessons,
        "perfect_lessons", perfect_lessons, "courses", courses, "answers_correct", answers_correct,
        "reviews", reviews, "reviews_recalled", reviews_recalled, "words_added", words_added,
        "chat_seconds", chat_seconds, "speaking_seconds", speaking_seconds, "longest_streak",
        longest_streak, "days_active", days_active);
};
template <>
struct glz::json_schema<lexi::Achievement> {
    glz::schema code{.maxLength = 60, .pattern = "^[a-z0-9]+(-[a-z0-9]+)*$"};
    glz::schema title{.minLength = 1, .maxLength = 100};
    glz::schema title_vi{.minLength = 1, .maxLength = 100};
    glz::schema description{.minLength = 1, .maxLength = 300};
    glz::schema description_vi{.minLength = 1, .maxLength = 300};
    glz::schema icon{.maxLength = 40, .pattern = "^[a-z]+(-[a-z]+)*$"};
    glz::schema threshold{.minimum = std::int64_t{1}};
    glz::schema xp{.minimum = std::int64_t{0}, .maximum = std::int64_t{10000}};
};

namespace lexi {

Counters counters_of(const Row& row) {
    Counters counters;
    counters[Metric::xp] = column::bigint(row, "xp");
    counters[Metric::xp_in_a_day] = column::integer(row, "day_xp");
    counters[Metric::seconds] = column::bigint(row, "seconds");
    counters[Metric::lessons] = column::integer(row, "lessons");
    counters[Metric::perfect_lessons] = column::integer(row, "perfect_lessons");
    counters[Metric::courses] = column::integer(row, "courses");
    counters[Metric::answers_correct] = column::integer(row, "answers_correct");
    counters[Metric::reviews] = column::integer(row, "reviews");
    counters[Metric::reviews_recalled] = column::integer(row, "reviews_recalled");
    counters[Metric::words_added] = column::integer(row, "words_added");
    counters[Metric::chat_seconds] = column::bigint(row, "chat_seconds");
    counters[Metric::speaking_seconds] = column::bigint(row, "speaking_seconds");
    return counters;
}

std::string_view name_of(Metric metric) { return glz::get_enum_name(metric); }

std::expected<std::vector<Achievement>, std::string> read_achievements(std::string_view json) {
    auto file = http::parse_body<AchievementsFile>(json);
    if (!file) {
        const auto& fields = file.error().fields;
        if (fields.empty()) return std::unexpected(file.error().say);
        return std::unexpected(fields.begin()->first + " " + fields.begin()->second);
    }
    std::set<std::string> codes;
    for (const auto& one : file->achievements) {
        if (!codes.insert(one.code).second) return std::unexpected(one.code + " is there twice");
    }
    return std::move(file->achievements);
}

const std::vector<Achievement>& all_achievements() {
    static const std::vector<Achievement> all = [] {
        auto read = read_achievements(kAchievementsJson);
        if (!read) throw std::logic_error("achievements.json: " + read.error());
        return std::move(*read);
    }();
    return all;
}

std::vector<Achievement> newly_reached(std::span<const Achievement> all, const Counters& counters,
                                       const std::set<std::string, std::less<>>& unlocked) {
    std::vector<Achievement> reached;
    for (const auto& one : all) {
        if (counters[one.metric] >= one.threshold && !unlocked.contains(one.code)) {
            reached.push_back(one);
        }
    }
    return reached;
}

}  // namespace lexi
