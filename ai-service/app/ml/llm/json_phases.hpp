#pragma once
// Where a JsonCursor stands within one value: shared by its source files only.
#include <string>
#include <vector>

#include "ml/llm/json_schema.hpp"

namespace lexi::ml {

// Phases of an object and a list: before the opening bracket, before the first part, after a part.
enum : std::uint8_t { kOutside, kFirst, kNext, kEnd };
// Of a string: before the quote, within. Of a pair: up to the value, within it.
enum : std::uint8_t { kKey, kValue };

struct Choice {
    std::string text;
    std::uint64_t member = 0;  // whose opening it is; past the last: the closing bracket
};

/// What may stand next in an object: a member, optional ones passed over, or its end.
std::vector<Choice> member_choices(const SchemaNode& node, std::uint64_t from, bool first);

}  // namespace lexi::ml
