#pragma once
// A JSON Schema as a machine over bytes: which texts may come next, and what ends a value soonest.
// Pure.
//
// Texts have one form: members in the schema's order, one space after ':' and ',', no others.
#include <cstddef>
#include <cstdint>
#include <deque>
#include <expected>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace lexi::ml {

/// One value of a schema. Nodes may refer to each other in circles.
struct SchemaNode {
    enum class Kind : std::uint8_t { object, list, pair, string, number, literal, any_of };
    struct Member {
        std::string opening;  // "name":␣
        const SchemaNode* value = nullptr;
        bool required = false;
    };
    static constexpr std::uint64_t kNoLimit = std::numeric_limits<std::uint64_t>::max();

    Kind kind = Kind::literal;
    std::vector<Member> members;           // object, in order; no others are allowed
    std::vector<const SchemaNode*> parts;  // list: what each item is; pair: value; any_of: one of
    char open = '[', close = ']';          // list; '{' and '}' where the items are pairs
    std::uint64_t least = 0, most = kNoLimit;  // list: items; string: letters
    bool whole = true;                         // number
    std::int64_t low = 0, high = 0;            // number, in units of 1 / scale()
    std::vector<std::string> literals;         // JSON texts
    std::string shortest;                      // the least text that is such a value

    static constexpr char kFiller =
        '-';  // of letters that must be there when nothing is left to say

    std::int64_t scale() const { return whole ? 1 : 1'000'000; }
};

class JsonSchema {
public:
    /// Understands type, properties, required, additionalProperties, items, minItems, maxItems,
    /// minLength, maxLength, minimum, maximum, enum, const, anyOf, oneOf of constants, $ref to
    /// $defs; passes over titles and other annotations. What else limits a value (pattern,
    /// uniqueItems, …) is refused and named, because it could not be kept. {} and true are any
    /// JSON.
    static std::expected<std::shared_ptr<const JsonSchema>, std::string> compile(
        std::string_view schema);
    const SchemaNode& root() const { return *root_; }

private:
    friend class SchemaCompiler;
    std::deque<SchemaNode> nodes_;  // whose addresses stay
    const SchemaNode* root_ = nullptr;
};

/// Numbers: an optional minus, up to 15 digits (12 and 6 decimals where fractions are allowed), no
/// exponent. May `text` become one within the node's limits; is it one?
bool number_begins(const SchemaNode& node, std::string_view text);
bool number_is(const SchemaNode& node, std::string_view text);
/// What makes the number that `text` begins complete; empty where it is.
std::string number_rest(const SchemaNode& node, std::string text);

/// Fills in `shortest` of all; it stays empty where a value could only go on for ever.
void find_shortest(std::deque<SchemaNode>& nodes);

}  // namespace lexi::ml
