#pragma once
// What a written token with digits means: an amount of money, a date, a time. Pure.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "ml/piper/text/numbers.hpp"

namespace lexi::ml::spoken {

struct Amount {
    bool negative = false;
    std::uint64_t whole = 0;
    std::string decimals;  // digits after the decimal mark
    std::string plain;     // the whole part's digits as written, without marks between thousands
};

struct Written {
    enum class Kind : std::uint8_t {
        number,
        percent,
        degrees,   // unit: C, F or empty
        ordinal,   // 2nd
        decade,    // 1990s
        time,      // first: hour, second: minute; unit: am, pm or empty
        date,      // day, month, year (0: none)
        fraction,  // first over second
        range,     // first to second; unit may be %
        money,     // unit: $, £, €, đ
        measure,   // unit: km, kg, …
        phone,     // first.plain
    };
    Kind kind = Kind::number;
    Amount first, second;
    std::string unit;
    std::uint64_t day = 0, month = 0, year = 0;
};

/// English writes 1,234.5 and Vietnamese 1.234,5.
std::optional<Amount> read_amount(std::string_view text, Tongue tongue);

/// Nothing for a token that is none of these. A date in figures is day/month/year, except where
/// only month/day/year is one.
std::optional<Written> read_written(const std::string& token, Tongue tongue);

}  // namespace lexi::ml::spoken
