#include <algorithm>
#include <optional>

#include "ml/llm/json_schema.hpp"

namespace lexi::ml {
namespace {

constexpr std::size_t kWholeDigits = 15;
constexpr std::size_t kDigitsWithFraction = 12;  // times a million still fits 64 bits
constexpr std::size_t kDecimals = 6;

struct Numeral {
    bool negative = false;
    bool dot = false;
    std::size_t digits = 0;    // before the point
    std::size_t decimals = 0;  // after it
    std::int64_t value = 0;    // of all digits
};

std::optional<Numeral> read(const SchemaNode& node, std::string_view text) {
    Numeral read;
    read.negative = text.starts_with('-');
    if (read.negative) text.remove_prefix(1);
    const auto most = node.whole ? kWholeDigits : kDigitsWithFraction;
    for (const char c : text) {
        if (c == '.') {
            if (node.whole || read.dot || read.digits == 0) return std::nullopt;
            read.dot = true;
            continue;
        }
        if (c < '0' || c > '9') return std::nullopt;
        if (!read.dot && read.digits == 1 && read.value == 0) return std::nullopt;  // no 01
        auto& count = read.dot ? read.decimals : read.digits;
        if (++count > (read.dot ? kDecimals : most)) return std::nullopt;
        read.value = read.value * 10 + (c - '0');
    }
    return read;
}

// Do the magnitudes from `from` to `to`, with the sign, meet the limits? There is no minus zero.
bool meets(const SchemaNode& node, bool negative, std::int64_t from, std::int64_t to) {
    if (!negative) return from <= node.high && to >= node.low;
    return -to <= node.high && std::min<std::int64_t>(-from, -1) >= node.low && to > 0;
}

std::int64_t power_of_ten(std::size_t exponent) {
    std::int64_t power = 1;
    while (exponent-- > 0) power *= 10;
    return power;
}

}  // namespace

bool number_begins(const SchemaNode& node, std::string_view text) {
    const auto numeral = read(node, text);
    if (!numeral) return false;
    const auto most = node.whole ? kWholeDigits : kDigitsWithFraction;
    if (numeral->digits == 0) {
        return meets(node, numeral->negative, 0, power_of_ten(most) * node.scale() - 1);
    }
    if (numeral->dot) {
        const auto unit = node.scale() / power_of_ten(numeral->decimals);
        return meets(node, numeral->negative, numeral->value * unit,
                     (numeral->value + 1) * unit - 1);
    }
    const auto more = numeral->value == 0 ? 0 : most - numeral->digits;
    for (std::size_t grown = 0; grown <= more; ++grown) {
        const auto unit = power_of_ten(grown) * node.scale();
        if (meets(node, numeral->negative, numeral->value * unit,
                  (numeral->value + 1) * unit - 1)) {
            return true;
        }
    }
    return false;
}

bool number_is(const SchemaNode& node, std::string_view text) {
    const auto numeral = read(node, text);
    if (!numeral || numeral->digits == 0) return false;
    if (numeral->dot && numeral->decimals == 0) return false;
    const auto at = numeral->value * (node.scale() / power_of_ten(numeral->decimals));
    return (!numeral->negative || at > 0) && meets(node, numeral->negative, at, at);
}

std::string number_rest(const SchemaNode& node, std::string text) {
    const auto before = text.size();
    while (!number_is(node, text)) {
        std::optional<char> next;
        for (const char c : std::string_view("0123456789-.")) {
            const auto longer = text + c;
            if (number_is(node, longer)) {
                next = c;
                break;
            }
            if (!next && number_begins(node, longer)) next = c;
        }
        if (!next) return "";
        text += *next;
    }
    return text.substr(before);
}

}  // namespace lexi::ml
