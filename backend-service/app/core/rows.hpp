#pragma once
// What goes to PostgreSQL and what comes back. Every parameter travels as text and is cast in the
// statement ($1::bigint), so that no binary width can disagree with a column (STYLE.md, pitfall 3).
#include <libpq-fe.h>

#include <array>
#include <chrono>
#include <concepts>
#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kit/clock.hpp"
#include "kit/ids.hpp"

namespace lexi {

using Day = std::chrono::sys_days;  // a calendar day, in whatever zone its owner says

/// An answer, and which column each name is: PQfnumber searches, and copies the name, each time.
class Answer {
public:
    explicit Answer(std::shared_ptr<PGresult> result) : result_(std::move(result)) {}
    const PGresult* get() const { return result_.get(); }
    /// -1 where there is no such column. Not for two threads at once.
    int column(const char* name) const;

private:
    bool is(int column, const char* name) const;

    std::shared_ptr<PGresult> result_;
    mutable std::array<std::int16_t, 128> known_{};  // 1 + column, by the name's address
};

/// One row of an answer; valid as long as its Rows. Columns are read by name through column::.
class Row {
public:
    Row(const Answer* answer, int row) : answer_(answer), row_(row) {}
    /// Nothing is NULL. Throws std::logic_error where there is no such column.
    std::optional<std::string_view> get(const char* name) const;

private:
    const Answer* answer_;
    int row_;
};

/// The rows of an answer. Copies share them.
class Rows {
public:
    explicit Rows(std::shared_ptr<PGresult> result)
        : answer_(std::make_shared<const Answer>(std::move(result))) {}
    int size() const { return PQntuples(answer_->get()); }
    bool empty() const { return size() == 0; }
    Row operator[](int row) const { return {answer_.get(), row}; }

    class Iterator {
    public:
        using value_type = Row;
        using difference_type = std::ptrdiff_t;
        Iterator() = default;
        Iterator(const Answer* answer, int row) : answer_(answer), row_(row) {}
        Row operator*() const { return {answer_, row_}; }
        Iterator& operator++() { return ++row_, *this; }
        Iterator operator++(int) { return {answer_, row_++}; }
        bool operator==(const Iterator&) const = default;

    private:
        const Answer* answer_ = nullptr;
        int row_ = 0;
    };
    Iterator begin() const { return {answer_.get(), 0}; }
    Iterator end() const { return {answer_.get(), size()}; }

private:
    std::shared_ptr<const Answer> answer_;
};

/// One parameter of a statement. Text with a NUL throws std::invalid_argument: PostgreSQL cannot
/// hold it and the driver would cut the text there; the HTTP edge has refused such text long
/// before.
class Param {
public:
    Param(std::nullopt_t) {}       // NOLINT(google-explicit-constructor)
    Param(std::string text);       // NOLINT(google-explicit-constructor)
    Param(std::string_view text);  // NOLINT(google-explicit-constructor)
    Param(const char* text);       // NOLINT(google-explicit-constructor)
    Param(const Uuid& id);         // NOLINT(google-explicit-constructor)
    Param(Instant at);             // NOLINT(google-explicit-constructor)
    Param(Day day);                // NOLINT(google-explicit-constructor)
    Param(double number);          // NOLINT(google-explicit-constructor)
    template <std::same_as<bool> B>
    Param(B flag) : text_(flag ? "t" : "f") {}  // NOLINT(google-explicit-constructor)
    template <std::integral I>
        requires(!std::same_as<I, bool>)
    Param(I number) : text_(std::to_string(number)) {}  // NOLINT(google-explicit-constructor)
    template <class T>
    Param(const std::optional<T>& value) {  // NOLINT(google-explicit-constructor)
        if (value) text_ = Param(*value).text_;
    }

    /// Nothing is NULL.
    const std::optional<std::string>& text() const { return text_; }

private:
    std::optional<std::string> text_;
};

namespace column {

bool is_null(const Row& row, const char* name);
std::string text(const Row& row, const char* name);
std::optional<std::string> maybe_text(const Row& row, const char* name);
int integer(const Row& row, const char* name);
std::int64_t bigint(const Row& row, const char* name);
double real(const Row& row, const char* name);
std::optional<double> maybe_real(const Row& row, const char* name);
bool flag(const Row& row, const char* name);
Uuid uuid(const Row& row, const char* name);
Instant instant(const Row& row, const char* name);
std::optional<Instant> maybe_instant(const Row& row, const char* name);
Day day(const Row& row, const char* name);
std::optional<Day> maybe_day(const Row& row, const char* name);

}  // namespace column

/// 2026-11-24.
std::string day_text(Day day);

}  // namespace lexi
