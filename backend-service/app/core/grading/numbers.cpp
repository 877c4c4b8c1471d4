#include "app/core/grading/numbers.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <unordered_set>

namespace lexi::grading {
namespace {

using Number = unsigned long long;

constexpr std::array<std::string_view, 20> kSmall = {
    "zero",     "one",     "two",     "three",     "four",     "five",    "six",
    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::array<std::string_view, 10> kTens = {
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool all_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, is_digit);
}

std::optional<Number> whole(std::string_view digits) {
    constexpr std::size_t kMostDigits = 12;
    if (!all_digits(digits) || digits.size() > kMostDigits) return std::nullopt;
    Number value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

void add(Tokens& out, std::string_view word) { out.emplace_back(word); }

void join(Tokens& out, const Tokens& more) { out.insert(out.end(), more.begin(), more.end()); }

Tokens english(Number n) {
    Tokens out;
    constexpr std::array<std::pair<Number, std::string_view>, 3> kScales = {
        {{1'000'000'000, "billion"}, {1'000'000, "million"}, {1'000, "thousand"}}};
    if (n == 0) return {"zero"};
    for (const auto& [scale, name] : kScales) {
        if (n < scale) continue;
        join(out, english(n / scale));
        add(out, name);
        n %= scale;
    }
    if (n >= 100) {
        add(out, kSmall[n / 100]);
        add(out, "hundred");
        n %= 100;
    }
    if (n >= 20) {
        add(out, kTens[n / 10]);
        n %= 10;
    }
    if (n > 0) add(out, kSmall[n]);
    return out;
}

std::string ordinal_word(const std::string& word) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kOwn = {
        {{"one", "first"},
         {"two", "second"},
         {"three", "third"},
         {"five", "fifth"},
         {"eight", "eighth"},
         {"nine", "ninth"},
         {"twelve", "twelfth"}}};
    for (const auto& [cardinal, ordinal] : kOwn) {
        if (word == cardinal) return std::string(ordinal);
    }
    if (word.ends_with('y')) return word.substr(0, word.size() - 1) + "ieth";
    return word + "th";
}

Tokens english_ordinal(Number n) {
    auto out = english(n);
    out.back() = ordinal_word(out.back());
    return out;
}

// 1990 as nineteen ninety, 1905 as nineteen oh five, 1900 as nineteen hundred.
Tokens english_year(Number n) {
    auto out = english(n / 100);
    const auto rest = n % 100;
    if (rest == 0) {
        add(out, "hundred");
    } else {
        if (rest < 10) add(out, "oh");
        join(out, english(rest));
    }
    return out;
}

// Vietnamese below one thousand; `full` says the hundreds even where there are none.
Tokens vietnamese_group(Number n, bool full) {
    constexpr std::array<std::string_view, 10> kDigits = {"không", "một", "hai", "ba",  "bốn",
                                                          "năm",   "sáu", "bảy", "tám", "chín"};
    Tokens out;
    const auto hundreds = n / 100;
    const auto tens = n / 10 % 10;
    const auto ones = n % 10;
    if (hundreds > 0 || full) {
        add(out, kDigits[hundreds]);
        add(out, "trăm");
    }
    if (tens > 1) {
        add(out, kDigits[tens]);
        add(out, "mươi");
    } else if (tens == 1) {
        add(out, "mười");
    } else if (ones > 0 && !out.empty()) {
        add(out, "lẻ");
    }
    if (ones == 0) return out;
    if (ones == 1 && tens > 1) {
        add(out, "mốt");
    } else if (ones == 5 && tens > 0) {
        add(out, "lăm");
    } else {
        add(out, kDigits[ones]);
    }
    return out;
}

Tokens vietnamese(Number n) {
    if (n == 0) return {"không"};
    constexpr std::array<std::pair<Number, std::string_view>, 4> kScales = {
        {{1'000'000'000, "tỷ"}, {1'000'000, "triệu"}, {1'000, "nghìn"}, {1, ""}}};
    Tokens out;
    for (const auto& [scale, name] : kScales) {
        const auto group = n / scale;
        n %= scale;
        if (group == 0) continue;
        join(out, vietnamese_group(group, !out.empty()));
        if (!name.empty()) add(out, name);
    }
    return out;
}

Tokens cardinal(Number n, Language language) {
    return language == Language::en ? english(n) : vietnamese(n);
}

Tokens one_by_one(std::string_view digits, Language language) {
    Tokens out;
    for (const char digit : digits) {
        join(out, cardinal(static_cast<Number>(digit - '0'), language));
    }
    return out;
}

// 7:30, 7.30: the hour, then the minutes.
std::vector<Tokens> clock(std::string_view hour, std::string_view minute) {
    const auto h = whole(hour);
    const auto m = whole(minute);
    if (!h || !m || *h > 24 || *m > 59 || minute.size() != 2 || hour.size() > 2) return {};
    auto said = english(*h);
    if (*m == 0) {
        auto sharp = said;
        add(sharp, "o'clock");
        return {said, sharp};
    }
    if (*m >= 10) {
        join(said, english(*m));
        return {said};
    }
    auto oh = said;
    add(oh, "oh");
    join(oh, english(*m));
    join(said, english(*m));
    return {oh, said};
}

// 1,000 and 12,345,678 without the commas.
std::optional<std::string> without_commas(std::string_view word) {
    if (!word.contains(',')) return std::string(word);
    std::string out;
    std::size_t group = 0;
    bool first = true;
    for (const char c : word) {
        if (c != ',') {
            out += c;
            ++group;
            continue;
        }
        if (first ? group > 3 || group == 0 : group != 3) return std::nullopt;
        first = false;
        group = 0;
    }
    if (group != 3) return std::nullopt;
    return out;
}

std::vector<Tokens> of_digits(std::string_view digits, Language language) {
    const auto n = whole(digits);
    if (!n || (digits.size() > 1 && digits[0] == '0')) return {one_by_one(digits, language)};
    std::vector<Tokens> out = {cardinal(*n, language)};
    if (language == Language::en && *n >= 1100 && *n < 2100) out.push_back(english_year(*n));
    return out;
}

}  // namespace

std::vector<Tokens> number_readings(std::string_view word, Language language) {
    constexpr std::size_t kLongest = 24;
    if (word.empty() || !is_digit(word[0]) || word.size() > kLongest) return {};
    if (all_digits(word)) return of_digits(word, language);
    if (const auto plain = without_commas(word); plain && all_digits(*plain)) {
        return of_digits(*plain, language);
    }
    if (language == Language::vi) return {};
    std::vector<Tokens> out;
    const auto mark = word.find_first_of(":.");
    if (mark != std::string_view::npos) {
        const auto left = word.substr(0, mark);
        const auto right = word.substr(mark + 1);
        out = clock(left, right);
        if (word[mark] == '.' && whole(left) && all_digits(right)) {
            auto decimal = english(*whole(left));
            add(decimal, "point");
            join(decimal, one_by_one(right, language));
            out.push_back(std::move(decimal));
        }
        return out;
    }
    const auto digits = word.substr(0, word.size() - std::min<std::size_t>(2, word.size()));
    const auto ending = word.substr(digits.size());
    const bool ordinal = ending == "st" || ending == "nd" || ending == "rd" || ending == "th";
    if (const auto n = whole(digits); n && ordinal) out.push_back(english_ordinal(*n));
    return out;
}

bool is_number_word(std::string_view word) {
    static const std::unordered_set<std::string> all = [] {
        std::unordered_set<std::string> out = {"hundred", "thousand", "million", "billion"};
        for (const auto& list : {std::vector<std::string_view>(kSmall.begin(), kSmall.end()),
                                 std::vector<std::string_view>(kTens.begin() + 2, kTens.end())}) {
            for (const auto text : list) {
                out.emplace(text);
                out.insert(ordinal_word(std::string(text)));
            }
        }
        return out;
    }();
    return all.contains(std::string(word)) || (!word.empty() && is_digit(word[0]));
}

}  // namespace lexi::grading
