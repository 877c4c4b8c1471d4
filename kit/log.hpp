#pragma once
// Events, not prose: one JSON line an event, with a stable name, ids and durations; never bodies,
// tokens, passwords or e-mail addresses. Safe from any thread.
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace lexi::log {

using Value = std::variant<std::string, std::int64_t, double, bool>;

struct Field {
    template <class T>
    Field(std::string_view name, const T& value) : name(name) {
        if constexpr (std::is_same_v<T, bool>) {
            this->value = value;
        } else if constexpr (std::is_integral_v<T>) {
            this->value = static_cast<std::int64_t>(value);
        } else if constexpr (std::is_floating_point_v<T>) {
            this->value = static_cast<double>(value);
        } else {
            this->value = std::string(value);
        }
    }
    std::string_view name;
    Value value;
};

/// `level` is DEBUG, INFO, WARNING, ERROR or CRITICAL, as in the specification's LOG_LEVEL.
void setup(std::string_view service, std::string_view level);

void debug(std::string_view event, std::initializer_list<Field> fields = {});
void info(std::string_view event, std::initializer_list<Field> fields = {});
void warn(std::string_view event, std::initializer_list<Field> fields = {});
void error(std::string_view event, std::initializer_list<Field> fields = {});

}  // namespace lexi::log
