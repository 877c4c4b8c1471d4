#include "app/core/learner_day.hpp"

#include <algorithm>
#include <stdexcept>

namespace lexi {
namespace {

const std::chrono::time_zone* find_zone(std::string_view name) {
    // Searched by hand: locate_zone() throws, and a name from a request is no exception.
    const auto& db = std::chrono::get_tzdb();
    if (const auto zone =
            std::ranges::lower_bound(db.zones, name, {}, &std::chrono::time_zone::name);
        zone != db.zones.end() && zone->name() == name) {
        return &*zone;
    }
    const auto link = std::ranges::find(db.links, name, &std::chrono::time_zone_link::name);
    return link == db.links.end() ? nullptr : find_zone(link->target());
}

const std::chrono::time_zone* zone_or_utc(std::string_view name) {
    const auto* zone = find_zone(name);
    return zone != nullptr ? zone : std::chrono::locate_zone("Etc/UTC");
}

}  // namespace

bool is_time_zone(std::string_view name) { return find_zone(name) != nullptr; }

std::string time_zone_schema() {
    const auto& db = std::chrono::get_tzdb();
    std::string names;
    for (const auto& zone : db.zones) names += '"' + std::string(zone.name()) + "\",";
    for (const auto& link : db.links) names += '"' + std::string(link.name()) + "\",";
    return R"({"properties":{"time_zone":{"enum":[)" + names +
           R"(null],"description":"must be an IANA time zone such as Asia/Ho_Chi_Minh"}}})";
}

Day learner_day(Instant at, std::string_view zone) {
    const auto wall = zone_or_utc(zone)->to_local(at);
    const auto day = std::chrono::floor<std::chrono::days>(wall - kDayBegins);
    return Day{day.time_since_epoch()};
}

Day learner_day(Instant at, std::span<const ZoneSpan> spans, std::string_view home) {
    if (spans.empty()) return learner_day(at, home);
    const auto after = std::ranges::upper_bound(spans, at, {}, &ZoneSpan::since);
    const auto& span = after == spans.begin() ? *after : *std::prev(after);
    return std::max(learner_day(at, span.zone), span.first_day);
}

Instant day_start(Day day, std::string_view zone) {
    const std::chrono::local_seconds wall{day.time_since_epoch() + kDayBegins};
    return zone_or_utc(zone)->to_sys(wall, std::chrono::choose::earliest);
}

}  // namespace lexi
