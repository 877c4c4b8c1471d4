#include "ml/piper/text/numbers.hpp"

#include <array>
#include <cctype>

namespace lexi::ml::spoken {
namespace {

using namespace std::string_literals;

constexpr std::uint64_t kTooGreat = 1'000'000'000'000'000;

constexpr std::array kSmall{"zero",    "one",     "two",       "three",    "four",
                            "five",    "six",     "seven",     "eight",    "nine",
                            "ten",     "eleven",  "twelve",    "thirteen", "fourteen",
                            "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::array kTens{"",      "ten",   "twenty",  "thirty", "forty",
                           "fifty", "sixty", "seventy", "eighty", "ninety"};
constexpr std::array kThousands{"", " thousand", " million", " billion", " trillion"};
constexpr std::array kOne{"không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"};

void add(std::string& text, const std::string& more) {
    if (!text.empty() && !more.empty()) text += ' ';
    text += more;
}

std::string below_hundred(std::uint64_t n) {
    if (n < 20) return kSmall.at(n);
    std::string text = kTens.at(n / 10);
    if (n % 10 != 0) add(text, kSmall.at(n % 10));
    return text;
}

std::string below_thousand(std::uint64_t n) {
    if (n < 100) return below_hundred(n);
    auto text = kSmall.at(n / 100) + " hundred"s;
    if (n % 100 != 0) add(text, "and " + below_hundred(n % 100));
    return text;
}

std::string english(std::uint64_t n) {
    if (n == 0) return "zero";
    std::string text;
    std::uint64_t unit = 1'000'000'000'000;
    for (std::size_t i = 4; unit != 0; unit /= 1000, --i) {
        const auto group = n / unit % 1000;
        if (group == 0) continue;
        const bool last = i == 0 && group < 100 && n > 999;
        add(text, (last ? "and " : "") + below_thousand(group) + kThousands.at(i));
    }
    return text;
}

// The group's last two digits; `after` says that something was said before them.
std::string viet_below_hundred(std::uint64_t n, bool after) {
    const auto ten = n / 10, one = n % 10;
    if (ten == 0) return (after ? "linh "s : ""s) + kOne.at(one);
    auto text = ten == 1 ? "mười"s : kOne.at(ten) + " mươi"s;
    if (one == 1 && ten > 1) return text + " mốt";
    if (one == 5) return text + " lăm";
    if (one != 0) add(text, kOne.at(one));
    return text;
}

std::string viet_below_thousand(std::uint64_t n, bool after) {
    if (n < 100 && !after) return viet_below_hundred(n, false);
    auto text = kOne.at(n / 100) + " trăm"s;
    if (n % 100 != 0) add(text, viet_below_hundred(n % 100, true));
    return text;
}

std::string vietnamese(std::uint64_t n) {
    if (n < 1000) return viet_below_thousand(n, false);
    constexpr std::uint64_t kBillion = 1'000'000'000;
    std::string text;
    if (n >= kBillion) text = vietnamese(n / kBillion) + " tỷ";
    n %= kBillion;
    const auto say = [&](std::uint64_t group, const char* name) {
        if (group != 0) add(text, viet_below_thousand(group, !text.empty()) + name);
    };
    say(n / 1'000'000, " triệu");
    say(n / 1000 % 1000, " nghìn");
    say(n % 1000, "");
    return text;
}

// "one" -> "first": only the last word of a number changes.
std::string english_ordinal(std::uint64_t n) {
    auto text = english(n);
    const auto at = text.rfind(' ') + 1;
    const auto last = text.substr(at);
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kOdd{
        {{"one", "first"},
         {"two", "second"},
         {"three", "third"},
         {"five", "fifth"},
         {"eight", "eighth"},
         {"nine", "ninth"},
         {"twelve", "twelfth"}}};
    for (const auto& [cardinal, odd] : kOdd) {
        if (last == cardinal) return text.substr(0, at) + std::string(odd);
    }
    if (text.ends_with('y')) return text.substr(0, text.size() - 1) + "ieth";
    return text + "th";
}

}  // namespace

std::string cardinal(std::uint64_t number, Tongue tongue) {
    if (number >= kTooGreat) return digits(std::to_string(number), tongue);
    return tongue == Tongue::english ? english(number) : vietnamese(number);
}

std::string ordinal(std::uint64_t number, Tongue tongue) {
    if (tongue == Tongue::english) return english_ordinal(number);
    return "thứ " + (number == 1 ? "nhất"s : number == 4 ? "tư"s : vietnamese(number));
}

std::string year(std::uint64_t number, Tongue tongue) {
    const bool whole = number < 1100 || number >= 10000 || (number >= 2000 && number < 2010);
    if (tongue == Tongue::vietnamese || whole) return cardinal(number, tongue);
    const auto rest = number % 100;
    auto text = below_hundred(number / 100);
    if (rest == 0) return text + " hundred";
    return text + (rest < 10 ? " oh " : " ") + below_hundred(rest);
}

std::string digits(std::string_view text, Tongue tongue) {
    std::string said;
    for (const char c : text) {
        if (std::isdigit(static_cast<unsigned char>(c)) == 0) continue;
        const auto at = static_cast<std::size_t>(c - '0');
        add(said, tongue == Tongue::english ? kSmall.at(at) : kOne.at(at));
    }
    return said;
}

std::string dialled(std::string_view text, Tongue tongue) {
    const bool plus = text.starts_with('+');
    return (!plus ? "" : tongue == Tongue::english ? "plus " : "cộng ") + digits(text, tongue);
}

}  // namespace lexi::ml::spoken
