#pragma once
// How far a text has come in a JSON Schema, byte by byte. Pure.
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ml/llm/json_schema.hpp"

namespace lexi::ml {

/// A value: copies go different ways. Where a schema leaves open which of its branches the bytes
/// so far belong to, all of them are followed.
class JsonCursor {
public:
    explicit JsonCursor(std::shared_ptr<const JsonSchema> schema);

    /// False, and nothing has changed, when `bytes` cannot come next. They may end within a letter.
    bool push(std::string_view bytes);
    /// The text is a whole value and nothing may follow.
    bool complete() const;
    /// The text is a whole value (a number may still grow).
    bool may_end() const;
    /// What makes a whole value soonest, after the whole letters so far: a letter that has only
    /// begun is to be left out.
    std::string closing() const;

private:
    struct Frame {
        const SchemaNode* node = nullptr;
        std::uint64_t taken = 0;  // list: items; object: members passed; string: letters
        std::uint8_t phase = 0;   // see step()
        bool operator==(const Frame&) const = default;
    };
    struct Path {
        std::vector<Frame> frames;  // from the root inwards; empty: the value is whole
        std::string partial;        // of what the innermost frame is reading
        bool operator==(const Path&) const = default;
    };
    using Paths = std::vector<Path>;

    static void enter(Path path, const SchemaNode* node, Paths& out, int depth = 0);
    static void leave(Path path, Paths& out);
    static void step(const Path& path, char byte, Paths& out);
    static void step_string(Path path, char byte, Paths& out);
    static void step_scalar(Path path, char byte, Paths& out);
    static void step_object(Path path, char byte, Paths& out);
    static void step_list(Path path, char byte, Paths& out);
    static void step_pair(Path path, char byte, Paths& out);
    static std::string rest(const Frame& frame, std::string_view partial);
    static std::string rest_of_object(const Frame& frame, std::string_view partial);
    static std::string rest_of_list(const Frame& frame, std::string_view partial);

    std::shared_ptr<const JsonSchema> schema_;
    Paths paths_;
};

}  // namespace lexi::ml
