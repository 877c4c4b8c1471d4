#include "ml/piper/text/written.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <regex>

namespace lexi::ml::spoken {
namespace {

using Kind = Written::Kind;

constexpr std::size_t kLongest = 40;  // bytes of a token that may mean something

std::uint64_t number_of(std::string_view digits) {
    std::uint64_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

bool all_digits(std::string_view text) {
    return !text.empty() &&
           std::ranges::all_of(text, [](unsigned char c) { return std::isdigit(c) != 0; });
}

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return std::tolower(c); });
    return text;
}

// Matches the whole of `token`; the groups as strings.
std::optional<std::vector<std::string>> groups(const std::string& token, const std::regex& form) {
    std::smatch match;
    if (!std::regex_match(token, match, form)) return std::nullopt;
    std::vector<std::string> found;
    for (const auto& part : match) found.push_back(part.str());
    return found;
}

std::optional<Written> read_time(const std::string& token, Tongue tongue) {
    static const std::regex kClock(R"((\d{1,2})[:](\d{2})(am|pm|AM|PM|a\.m|p\.m)?)");
    static const std::regex kHour(R"((\d{1,2})(am|pm|AM|PM|a\.m|p\.m))");
    static const std::regex kViet(R"((\d{1,2})[hg](\d{2})?)");
    Written time{.kind = Kind::time};
    if (const auto parts = groups(token, kClock)) {
        time.first.whole = number_of((*parts)[1]);
        time.second.whole = number_of((*parts)[2]);
        time.unit = (*parts)[3];
    } else if (const auto hour = groups(token, kHour)) {
        time.first.whole = number_of((*hour)[1]);
        time.unit = (*hour)[2];
    } else if (const auto viet = groups(token, kViet); viet && tongue == Tongue::vietnamese) {
        time.first.whole = number_of((*viet)[1]);
        time.second.whole = number_of((*viet)[2]);
    } else {
        return std::nullopt;
    }
    if (time.first.whole > 24 || time.second.whole > 59) return std::nullopt;
    time.unit = lower(time.unit);
    std::erase(time.unit, '.');
    return time;
}

std::optional<Written> read_date(const std::string& token, Tongue tongue) {
    static const std::regex kDate(R"((\d{1,2})[/.-](\d{1,2})[/.-](\d{4}))");
    static const std::regex kIso(R"((\d{4})-(\d{2})-(\d{2}))");
    static const std::regex kDay(R"((\d{1,2})/(\d{1,2}))");
    Written date{.kind = Kind::date};
    if (const auto iso = groups(token, kIso)) {
        date.year = number_of((*iso)[1]);
        date.month = number_of((*iso)[2]);
        date.day = number_of((*iso)[3]);
    } else if (const auto parts = groups(token, kDate)) {
        date.day = number_of((*parts)[1]);
        date.month = number_of((*parts)[2]);
        date.year = number_of((*parts)[3]);
        if (date.month > 12 && date.day <= 12) std::swap(date.day, date.month);
    } else if (const auto day = groups(token, kDay); day && tongue == Tongue::vietnamese) {
        date.day = number_of((*day)[1]);  // 2/9: a day there, but 1/2 to 3/4 are fractions
        date.month = number_of((*day)[2]);
        if (date.day < date.month && date.month <= 5) return std::nullopt;
    } else {
        return std::nullopt;
    }
    if (date.day < 1 || date.day > 31 || date.month < 1 || date.month > 12) return std::nullopt;
    return date;
}

std::optional<Written> read_money(const std::string& token, Tongue tongue) {
    static const std::regex kBefore("(\\$|£|€|₫|US\\$)([\\d.,]+)(k|K|m|M|bn)?");
    static const std::regex kAfter("([\\d.,]+)(k|K)?(đ|₫|vnđ|VNĐ|VND|vnd|USD|usd|€|\\$)");
    Written money{.kind = Kind::money};
    std::string figure, power;
    if (const auto before = groups(token, kBefore)) {
        money.unit = (*before)[1], figure = (*before)[2], power = (*before)[3];
    } else if (const auto after = groups(token, kAfter)) {
        money.unit = (*after)[3], figure = (*after)[1], power = (*after)[2];
    } else {
        return std::nullopt;
    }
    const auto amount = read_amount(figure, tongue);
    if (!amount) return std::nullopt;
    money.first = *amount;
    const auto unit = lower(money.unit);
    if (unit == "usd" || unit == "us$") money.unit = "$";
    if (unit == "vnd" || unit == "₫" || unit.starts_with("vn")) money.unit = "đ";
    if (power == "k" || power == "K") money.first.whole *= 1000;
    if (power == "m" || power == "M") money.first.whole *= 1'000'000;
    if (power == "bn") money.first.whole *= 1'000'000'000;
    return money;
}

bool is_measure(std::string_view unit) {
    static constexpr std::array kUnits{"km", "m",  "cm", "mm", "kg", "g",    "mg",  "l",
                                       "L",  "ml", "mL", "GB", "MB", "km/h", "m2",  "m²",
                                       "ha", "h",  "kW", "W",  "Hz", "mph",  "min", "hr"};
    return std::ranges::find(kUnits, unit) != kUnits.end();
}

std::optional<Written> read_suffixed(const std::string& token, Tongue tongue) {
    const auto end = token.find_last_of("0123456789");
    if (end == std::string::npos) return std::nullopt;
    const auto unit = token.substr(end + 1);
    const auto figure = token.substr(0, end + 1);
    if (token.ends_with("m2") && token != "m2") {
        const auto amount = read_amount(token.substr(0, token.size() - 2), tongue);
        if (amount) return Written{.kind = Kind::measure, .first = *amount, .unit = "m2"};
    }
    const auto amount = read_amount(figure, tongue);
    if (!amount) return std::nullopt;
    Written found{.kind = Kind::number, .first = *amount, .unit = unit};
    const auto small = lower(unit);
    if (unit.empty()) return found;
    if (unit == "%") {
        found.kind = Kind::percent;
    } else if (unit.starts_with("°")) {
        found.kind = Kind::degrees;
        found.unit = unit.substr(std::string_view("°").size());
    } else if (small == "st" || small == "nd" || small == "rd" || small == "th") {
        found.kind = Kind::ordinal;
    } else if (small == "s" || small == "'s" || small == "’s") {
        found.kind = Kind::decade;
    } else if (is_measure(unit)) {
        found.kind = Kind::measure;
    } else if (small == "k" && tongue == Tongue::vietnamese) {
        found.kind = Kind::number;
        found.first.whole *= 1000;
    } else {
        return std::nullopt;
    }
    return found;
}

std::optional<Written> read_pair(const std::string& token, Tongue tongue) {
    static const std::regex kFraction(R"((\d{1,3})/(\d{1,3}))");
    static const std::regex kRange("([\\d.,]+)(?:-|–)([\\d.,]+)(%)?");
    if (const auto parts = groups(token, kFraction)) {
        Written fraction{.kind = Kind::fraction};
        fraction.first.whole = number_of((*parts)[1]);
        fraction.second.whole = number_of((*parts)[2]);
        return fraction;
    }
    if (const auto parts = groups(token, kRange)) {
        const auto from = read_amount((*parts)[1], tongue), to = read_amount((*parts)[2], tongue);
        if (!from || !to) return std::nullopt;
        return Written{.kind = Kind::range, .first = *from, .second = *to, .unit = (*parts)[3]};
    }
    return std::nullopt;
}

std::optional<Written> read_phone(const std::string& token) {
    std::string plain;
    std::ranges::copy_if(token, std::back_inserter(plain),
                         [](unsigned char c) { return std::isdigit(c) != 0; });
    const bool shape = token.find_first_not_of("0123456789.-+") == std::string::npos &&
                       token.find('+', 1) == std::string::npos;
    const bool begins = token.starts_with('0') || token.starts_with('+');
    if (!shape || !begins || plain.size() < 7) return std::nullopt;
    return Written{.kind = Kind::phone, .first = {.plain = plain}};
}

}  // namespace

std::optional<Amount> read_amount(std::string_view text, Tongue tongue) {
    Amount amount;
    for (const std::string_view minus : {"-", "−", "+"}) {
        if (!text.starts_with(minus)) continue;
        amount.negative = minus != "+";
        text.remove_prefix(minus.size());
        break;
    }
    const char thousands = tongue == Tongue::english ? ',' : '.';
    const char decimal = tongue == Tongue::english ? '.' : ',';
    auto whole = text.substr(0, text.find(decimal));
    if (whole.size() < text.size()) {
        amount.decimals = text.substr(whole.size() + 1);
        if (!all_digits(amount.decimals)) return std::nullopt;
    }
    const auto first = whole.substr(0, whole.find(thousands));
    amount.plain = first;
    whole.remove_prefix(first.size());
    // Between thousands there are three digits. Vietnamese "3.5" is the English way of writing.
    if (!whole.empty() && whole.size() != 4 && tongue == Tongue::vietnamese &&
        amount.decimals.empty() && whole.find(thousands, 1) == std::string_view::npos) {
        amount.decimals = whole.substr(1);
        whole = {};
    }
    while (!whole.empty()) {
        const auto group = whole.substr(1, 3);
        if (whole[0] != thousands || group.size() != 3 || first.size() > 3) return std::nullopt;
        amount.plain += group;
        whole.remove_prefix(4);
    }
    if (!all_digits(amount.plain) || amount.plain.size() > 18) return std::nullopt;
    if (!amount.decimals.empty() && !all_digits(amount.decimals)) return std::nullopt;
    amount.whole = number_of(amount.plain);
    return amount;
}

std::optional<Written> read_written(const std::string& token, Tongue tongue) {
    if (token.size() > kLongest || token.find_first_of("0123456789") == std::string::npos)
        return std::nullopt;
    if (auto found = read_time(token, tongue)) return found;
    if (auto found = read_date(token, tongue)) return found;
    if (auto found = read_phone(token)) return found;
    if (auto found = read_money(token, tongue)) return found;
    if (auto found = read_pair(token, tongue)) return found;
    return read_suffixed(token, tongue);
}

}  // namespace lexi::ml::spoken
