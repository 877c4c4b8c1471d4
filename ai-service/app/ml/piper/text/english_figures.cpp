#include "ml/piper/text/english_figures.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <set>
#include <utility>

namespace lexi::ml::spoken {
namespace {

constexpr auto kTongue = Tongue::english;
using Kind = Written::Kind;

constexpr std::array kMonthNames{"",        "January",  "February", "March",  "April",
                                 "May",     "June",     "July",     "August", "September",
                                 "October", "November", "December"};
// One and many.
const std::map<std::string, std::pair<std::string, std::string>, std::less<>> kUnits{
    {"km", {"kilometer", "kilometers"}},
    {"m", {"meter", "meters"}},
    {"cm", {"centimeter", "centimeters"}},
    {"mm", {"millimeter", "millimeters"}},
    {"kg", {"kilogram", "kilograms"}},
    {"g", {"gram", "grams"}},
    {"mg", {"milligram", "milligrams"}},
    {"l", {"liter", "liters"}},
    {"L", {"liter", "liters"}},
    {"ml", {"milliliter", "milliliters"}},
    {"mL", {"milliliter", "milliliters"}},
    {"GB", {"gigabyte", "gigabytes"}},
    {"MB", {"megabyte", "megabytes"}},
    {"km/h", {"kilometer per hour", "kilometers per hour"}},
    {"mph", {"mile per hour", "miles per hour"}},
    {"m2", {"square meter", "square meters"}},
    {"m²", {"square meter", "square meters"}},
    {"ha", {"hectare", "hectares"}},
    {"h", {"hour", "hours"}},
    {"hr", {"hour", "hours"}},
    {"hrs", {"hour", "hours"}},
    {"min", {"minute", "minutes"}},
    {"kW", {"kilowatt", "kilowatts"}},
    {"W", {"watt", "watts"}},
    {"Hz", {"hertz", "hertz"}}};
const std::map<std::string, std::pair<std::string, std::string>, std::less<>> kCoins{
    {"$", {"dollar", "dollars"}},
    {"£", {"pound", "pounds"}},
    {"€", {"euro", "euros"}},
    {"đ", {"dong", "dong"}}};

// `word` is in lower case; "sept" is September, but "may" alone is also a verb.
bool is_month(std::string_view word) {
    return word.size() >= 3 && std::ranges::any_of(kMonthNames, [word](std::string_view name) {
               const bool begins = std::ranges::equal(
                   word, name.substr(0, word.size()),
                   [](char a, char b) { return a == std::tolower(static_cast<unsigned char>(b)); });
               return begins && (word.size() <= 4 || word.size() == name.size());
           });
}

std::string said(const Amount& amount) {
    auto text = (amount.negative ? "minus " : "") + cardinal(amount.whole, kTongue);
    if (!amount.decimals.empty()) text += " point " + digits(amount.decimals, kTongue);
    return text;
}

bool is_one(const Amount& amount) { return amount.whole == 1 && amount.decimals.empty(); }

std::string money(const Written& money, const Place& place) {
    const auto& [one, many] = kCoins.at(money.unit);
    const auto& amount = money.first;
    static const std::set<std::string> kPowers{"thousand", "million", "billion", "trillion"};
    if (kPowers.contains(place.near(1)))
        return said(amount);  // "$2 million": the next word ends it
    const bool cents = amount.decimals.size() == 2 && money.unit != "đ";
    if (!cents) return said(amount) + " " + (is_one(amount) ? one : many);
    const auto small = std::stoul(amount.decimals);
    const std::string coin =
        money.unit == "£" ? (small == 1 ? "penny" : "pence") : (small == 1 ? "cent" : "cents");
    const auto rest = small == 0 ? "" : cardinal(small, kTongue) + " " + coin;
    if (amount.whole == 0) return rest;
    return cardinal(amount.whole, kTongue) + " " + (amount.whole == 1 ? one : many) +
           (rest.empty() ? "" : " and " + rest);
}

std::string time(const Written& time, const Place& place) {
    const auto hour = cardinal(time.first.whole, kTongue);
    const auto minute = time.second.whole;
    const auto next = place.near(1);
    const bool half = !time.unit.empty() || next == "a.m" || next == "p.m" || next == "am" ||
                      next == "pm" || next == "o'clock";
    auto text = hour;
    if (minute != 0) {
        text += (minute < 10 ? " oh " : " ") + cardinal(minute, kTongue);
    } else if (!half) {
        text += time.first.whole <= 12 ? " o'clock" : " hundred hours";
    }
    if (time.unit == "am") text += " A M";
    if (time.unit == "pm") text += " P M";
    return text;
}

std::string fraction(std::uint64_t over, std::uint64_t under) {
    if (under == 2) return over == 1 ? "one half" : cardinal(over, kTongue) + " halves";
    auto part = under == 4 ? std::string("quarter") : ordinal(under, kTongue);
    if (over != 1) part += "s";
    if (over == 24 && under == 7) return "twenty four seven";
    if (over >= under) return cardinal(over, kTongue) + " out of " + cardinal(under, kTongue);
    return cardinal(over, kTongue) + " " + part;
}

bool looks_like_year(const Amount& amount, const Place& place) {
    if (amount.plain.size() != 4 || !amount.decimals.empty() || amount.negative) return false;
    if (amount.whole < 1100 || amount.whole > 2099) return false;
    static const std::set<std::string> kBefore{"in", "since", "from",   "until", "till",
                                               "by", "year",  "before", "after", "around",
                                               "to", "of",    "during"};
    const auto before = place.near(-1);
    const bool dated = is_month(before) || (is_month(place.near(-2)) && !before.empty());
    static const std::set<std::string> kCounted{"people", "words", "students",   "years",
                                                "meters", "km",    "kilometers", "dollars",
                                                "dong",   "points"};
    return dated || (kBefore.contains(before) && !kCounted.contains(place.near(1)));
}

std::string number(const Written& written, const Place& place) {
    const auto& amount = written.first;
    if (amount.decimals.empty() && in_phone(place)) return dialled(place.here().core, kTongue);
    if (looks_like_year(amount, place)) return year(amount.whole, kTongue);
    const auto before = place.near(-1), next = place.near(1);
    const bool day = amount.whole >= 1 && amount.whole <= 31 && amount.decimals.empty();
    if (day && is_month(next))
        return (before == "the" ? "" : "the ") + ordinal(amount.whole, kTongue) + " of";
    if (day && is_month(before)) return ordinal(amount.whole, kTongue);
    return said(amount);
}

std::string date(const Written& date) {
    return "the " + ordinal(date.day, kTongue) + " of " + kMonthNames.at(date.month) + " " +
           year(date.year, kTongue);
}

std::string decade(const Written& written) {
    auto text = written.first.whole < 100 ? cardinal(written.first.whole, kTongue)
                                          : year(written.first.whole, kTongue);
    if (text.ends_with('y')) return text.substr(0, text.size() - 1) + "ies";
    return text + "s";
}

}  // namespace

std::string meant(const Written& written, const Place& place) {
    const auto& first = written.first;
    switch (written.kind) {
        case Kind::number:
            return number(written, place);
        case Kind::percent:
            return said(first) + " percent";
        case Kind::degrees:
            return said(first) + (is_one(first) ? " degree" : " degrees") +
                   (written.unit == "C"   ? " Celsius"
                    : written.unit == "F" ? " Fahrenheit"
                                          : "");
        case Kind::ordinal:
            return ordinal(first.whole, kTongue);
        case Kind::decade:
            return decade(written);
        case Kind::time:
            return time(written, place);
        case Kind::date:
            return date(written);
        case Kind::fraction:
            return fraction(first.whole, written.second.whole);
        case Kind::range:
            return said(first) + " to " + said(written.second) +
                   (written.unit == "%" ? " percent" : "");
        case Kind::money:
            return money(written, place);
        case Kind::measure: {
            const auto& [one, many] = kUnits.at(written.unit);
            return said(first) + " " + (is_one(first) ? one : many);
        }
        case Kind::phone:
            return dialled(place.here().core, kTongue);
    }
    std::unreachable();
}

// "$2 million": the dollars come after the word.
std::string coins_after(const Place& place) {
    static const std::set<std::string> kPowers{"thousand", "million", "billion", "trillion"};
    if (!kPowers.contains(place.near(0))) return "";
    const auto before = read_written(place.near(-1), kTongue);
    if (!before || before->kind != Kind::money) return "";
    return place.near(0) + " " + kCoins.at(before->unit).second;
}

std::string unit_of_number(const Place& place) {
    const auto unit = kUnits.find(place.here().core);
    if (unit == kUnits.end() || !is_figure(place.near(-1))) return "";
    return place.near(-1) == "1" ? unit->second.first : unit->second.second;
}

}  // namespace lexi::ml::spoken
