#include "kit/clock.hpp"

#include <charconv>
#include <format>

namespace lexi {
namespace {

// Reads exactly `digits` decimal digits off the front.
std::optional<int> take_number(std::string_view& text, std::size_t digits) {
    if (text.size() < digits) return std::nullopt;
    int value = 0;
    const auto* end = text.data() + digits;
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc{} || stop != end || text.front() == '-') return std::nullopt;
    text.remove_prefix(digits);
    return value;
}

bool take(std::string_view& text, std::string_view any_of) {
    if (text.empty() || !any_of.contains(text.front())) return false;
    text.remove_prefix(1);
    return true;
}

std::optional<std::chrono::microseconds> take_fraction(std::string_view& text) {
    std::int64_t micros = 0;
    std::int64_t unit = 100'000;
    std::size_t digits = 0;
    while (!text.empty() && text.front() >= '0' && text.front() <= '9') {
        micros += unit * (text.front() - '0');
        unit /= 10;
        text.remove_prefix(1);
        ++digits;
    }
    if (digits == 0) return std::nullopt;
    return std::chrono::microseconds{micros};
}

std::optional<std::chrono::minutes> take_offset(std::string_view& text) {
    if (take(text, "Zz")) return std::chrono::minutes{0};
    if (text.empty()) return std::nullopt;
    const int sign = text.front() == '-' ? -1 : 1;
    if (!take(text, "+-")) return std::nullopt;
    const auto hours = take_number(text, 2);
    if (!hours || *hours > 23) return std::nullopt;
    int minutes = 0;
    if (take(text, ":")) {
        const auto read = take_number(text, 2);
        if (!read || *read > 59) return std::nullopt;
        minutes = *read;
    }
    return std::chrono::minutes{sign * (*hours * 60 + minutes)};
}

}  // namespace

std::string to_rfc3339(Instant at) {
    using namespace std::chrono;
    const auto day = floor<days>(at);
    const year_month_day date{day};
    const hh_mm_ss time{floor<milliseconds>(at - day)};
    // By numbers: the format of a point in time asks the locale and takes several times as long.
    return std::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                       time.hours().count(), time.minutes().count(), time.seconds().count(),
                       time.subseconds().count());
}

std::optional<Instant> parse_rfc3339(std::string_view text) {
    using namespace std::chrono;
    const auto y = take_number(text, 4);
    if (!y || !take(text, "-")) return std::nullopt;
    const auto mo = take_number(text, 2);
    if (!mo || !take(text, "-")) return std::nullopt;
    const auto d = take_number(text, 2);
    if (!d || !take(text, "Tt ")) return std::nullopt;
    const auto h = take_number(text, 2);
    if (!h || !take(text, ":")) return std::nullopt;
    const auto mi = take_number(text, 2);
    if (!mi || !take(text, ":")) return std::nullopt;
    const auto s = take_number(text, 2);
    const year_month_day date{year{*y}, month{static_cast<unsigned>(*mo)},
                              day{static_cast<unsigned>(*d)}};
    if (!s || !date.ok() || *h > 23 || *mi > 59 || *s > 60) return std::nullopt;
    microseconds fraction{0};
    if (take(text, ".")) {
        const auto read = take_fraction(text);
        if (!read) return std::nullopt;
        fraction = *read;
    }
    const auto offset = take_offset(text);
    if (!offset || !text.empty()) return std::nullopt;
    return sys_days{date} + hours{*h} + minutes{*mi} + seconds{*s} + fraction - *offset;
}

}  // namespace lexi
