#include "app/core/rows.hpp"

#include <charconv>
#include <cstring>
#include <format>
#include <functional>
#include <stdexcept>

namespace lexi {
namespace {

std::string without_nul(std::string text) {
    if (text.contains('\0')) throw std::invalid_argument("text with U+0000 for the database");
    return text;
}

// What cannot happen unless a statement and its reader disagree.
[[noreturn]] void mismatch(const char* name) {
    throw std::logic_error(std::string("unexpected value in column ") + name);
}

}  // namespace

Param::Param(std::string text) : text_(without_nul(std::move(text))) {}
Param::Param(std::string_view text) : Param(std::string(text)) {}
Param::Param(const char* text) : Param(std::string(text)) {}
Param::Param(const Uuid& id) : text_(id.str()) {}
Param::Param(Instant at) : text_(std::format("{:%F %T}+00", at)) {}
Param::Param(Day day) : text_(day_text(day)) {}
Param::Param(double number) : text_(std::format("{}", number)) {}

std::string day_text(Day day) { return std::format("{:%F}", day); }

bool Answer::is(int column, const char* name) const {
    return std::strcmp(PQfname(result_.get(), column), name) == 0;
}

// A reader asks for the same literals row after row. Two names with one place only search again.
int Answer::column(const char* name) const {
    auto& known = known_[std::hash<const void*>()(name) / 4 % known_.size()];
    if (known > 0 && is(known - 1, name)) return known - 1;
    const int columns = PQnfields(result_.get());
    for (int column = 0; column < columns; ++column) {
        if (!is(column, name)) continue;
        known = static_cast<std::int16_t>(column + 1);  // PostgreSQL gives 1664 at most
        return column;
    }
    return -1;
}

std::optional<std::string_view> Row::get(const char* name) const {
    const auto* result = answer_->get();
    const int column = answer_->column(name);
    if (column < 0) mismatch(name);
    if (PQgetisnull(result, row_, column) != 0) return std::nullopt;
    return std::string_view(PQgetvalue(result, row_, column),
                            static_cast<std::size_t>(PQgetlength(result, row_, column)));
}

namespace {

std::string_view wanted(const Row& row, const char* name) {
    const auto value = row.get(name);
    if (!value) mismatch(name);
    return *value;
}

template <class T>
T number(const Row& row, const char* name) {
    const auto text = wanted(row, name);
    T value{};
    const auto [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (wrong != std::errc() || end != text.data() + text.size()) mismatch(name);
    return value;
}

}  // namespace

namespace column {

bool is_null(const Row& row, const char* name) { return !row.get(name); }

std::string text(const Row& row, const char* name) { return std::string(wanted(row, name)); }

std::optional<std::string> maybe_text(const Row& row, const char* name) {
    const auto value = row.get(name);
    if (!value) return std::nullopt;
    return std::string(*value);
}

int integer(const Row& row, const char* name) { return number<int>(row, name); }

std::int64_t bigint(const Row& row, const char* name) { return number<std::int64_t>(row, name); }

double real(const Row& row, const char* name) { return number<double>(row, name); }

std::optional<double> maybe_real(const Row& row, const char* name) {
    if (is_null(row, name)) return std::nullopt;
    return real(row, name);
}

bool flag(const Row& row, const char* name) { return wanted(row, name) == "t"; }

Uuid uuid(const Row& row, const char* name) {
    const auto id = Uuid::parse(wanted(row, name));
    if (!id) mismatch(name);
    return *id;
}

Instant instant(const Row& row, const char* name) {
    const auto at = parse_rfc3339(wanted(row, name));
    if (!at) mismatch(name);
    return *at;
}

std::optional<Instant> maybe_instant(const Row& row, const char* name) {
    if (is_null(row, name)) return std::nullopt;
    return instant(row, name);
}

Day day(const Row& row, const char* name) {
    const auto at = parse_rfc3339(std::string(wanted(row, name)) + "T00:00:00Z");
    if (!at) mismatch(name);
    return std::chrono::floor<std::chrono::days>(*at);
}

std::optional<Day> maybe_day(const Row& row, const char* name) {
    if (is_null(row, name)) return std::nullopt;
    return day(row, name);
}

}  // namespace column
}  // namespace lexi
