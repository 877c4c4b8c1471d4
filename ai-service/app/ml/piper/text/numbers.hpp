#pragma once
// Numbers as words. Pure.
#include <cstdint>
#include <string>
#include <string_view>

namespace lexi::ml::spoken {

enum class Tongue : std::uint8_t { english, vietnamese };

/// "two hundred and five", "hai trăm linh năm". From 10^15 on digit by digit.
std::string cardinal(std::uint64_t number, Tongue tongue);
/// "twenty first" without hyphens; "thứ hai mươi mốt" ("nhất" for 1, "tư" for 4).
std::string ordinal(std::uint64_t number, Tongue tongue);
/// "nineteen ninety nine", "twenty oh five", "two thousand and five"; a Vietnamese year is a plain
/// number.
std::string year(std::uint64_t number, Tongue tongue);
/// Each digit by its name; what is no digit is a short break (a blank).
std::string digits(std::string_view text, Tongue tongue);

/// A telephone number or a group of one: "plus eight four".
std::string dialled(std::string_view text, Tongue tongue);

}  // namespace lexi::ml::spoken
