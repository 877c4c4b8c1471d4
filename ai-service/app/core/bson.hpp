#pragma once
// Documents as plain structs: their members are the fields, in BSON as in JSON. Every document and
// filter type must stand in a named namespace (glaze does not reflect others).
#include <chrono>
#include <cstdint>
#include <glaze/bson.hpp>
#include <glaze/glaze.hpp>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kit/clock.hpp"

namespace lexi::core {

using ObjectId = glz::bson::object_id;
using StoredTime = std::chrono::system_clock::time_point;  // a BSON date: milliseconds

ObjectId new_object_id();
std::string to_hex(const ObjectId& id);
/// 24 hex digits, or nothing.
std::optional<ObjectId> parse_object_id(std::string_view hex);

inline StoredTime stored(Instant at) { return std::chrono::floor<std::chrono::milliseconds>(at); }
inline Instant loaded(StoredTime at) { return std::chrono::floor<std::chrono::microseconds>(at); }

/// Throws std::runtime_error for what BSON cannot hold.
template <class T>
std::string to_bson(const T& value) {
    std::string bytes;
    if (glz::write_bson(value, bytes)) throw std::runtime_error("not representable as BSON");
    return bytes;
}

/// Unknown fields are skipped and missing ones keep their defaults, so that documents may grow.
/// Throws std::runtime_error when a field has another type than the struct.
template <class T>
T from_bson(std::string_view bytes) {
    constexpr glz::opts lenient{.format = glz::BSON, .error_on_unknown_keys = false};
    T value{};
    if (const auto wrong = glz::read<lenient>(value, bytes)) {
        throw std::runtime_error("a stored document does not have the expected form: " +
                                 glz::format_error(wrong, std::string_view()));
    }
    return value;
}

/// A document of whole numbers that keeps the order of its fields: sort orders, index keys.
std::string ordered(const std::vector<std::pair<std::string, std::int32_t>>& fields);

/// {"_id": …}, {"$set": …} and their kind.
struct ById {
    ObjectId _id;
};
template <class T>
struct Set {
    T set;
    struct glaze {
        static constexpr auto value = glz::object("$set", &Set::set);
    };
};
template <class T>
struct Before {
    T lt;
    struct glaze {
        static constexpr auto value = glz::object("$lt", &Before::lt);
    };
};
template <class T>
struct Above {
    T gt;
    struct glaze {
        static constexpr auto value = glz::object("$gt", &Above::gt);
    };
};
template <class T>
struct AnyOf {
    std::vector<T> in;
    struct glaze {
        static constexpr auto value = glz::object("$in", &AnyOf::in);
    };
};

}  // namespace lexi::core
