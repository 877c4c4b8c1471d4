#include "ml/llm/json_cursor.hpp"

#include <algorithm>

#include "kit/utf8.hpp"
#include "ml/llm/json_phases.hpp"

namespace lexi::ml {
namespace {

using Kind = SchemaNode::Kind;

constexpr std::size_t kMostPaths = 64;  // of a schema whose branches look alike for long
constexpr int kMostBranches = 16;       // that lead into each other without a byte between

bool begins_letter(std::string_view bytes) { return utf8::incomplete_tail(bytes) == bytes.size(); }

}  // namespace

JsonCursor::JsonCursor(std::shared_ptr<const JsonSchema> schema) : schema_(std::move(schema)) {
    enter({}, &schema_->root(), paths_);
}

bool JsonCursor::push(std::string_view bytes) {
    Paths now = paths_;
    for (const char byte : bytes) {
        Paths next;
        for (const auto& path : now) step(path, byte, next);
        if (next.empty()) return false;
        now = std::move(next);
    }
    paths_ = std::move(now);
    return true;
}

bool JsonCursor::complete() const {
    return std::ranges::all_of(paths_, [](const Path& path) { return path.frames.empty(); });
}

bool JsonCursor::may_end() const {
    return std::ranges::any_of(paths_, [](const Path& path) { return path.frames.empty(); });
}

void JsonCursor::enter(Path path, const SchemaNode* node, Paths& out, int depth) {
    if (node->kind == Kind::any_of) {
        if (depth > kMostBranches) return;
        for (const auto* part : node->parts) enter(path, part, out, depth + 1);
        return;
    }
    path.partial.clear();
    path.frames.push_back({.node = node});
    if (node->kind == Kind::pair) return enter(std::move(path), node->parts[0], out, depth + 1);
    if (out.size() < kMostPaths && !std::ranges::contains(out, path))
        out.push_back(std::move(path));
}

void JsonCursor::leave(Path path, Paths& out) {
    path.frames.pop_back();
    path.partial.clear();
    // A pair ends with its value.
    while (!path.frames.empty() && path.frames.back().node->kind == Kind::pair &&
           path.frames.back().phase == kValue) {
        path.frames.pop_back();
    }
    if (out.size() < kMostPaths && !std::ranges::contains(out, path))
        out.push_back(std::move(path));
}

void JsonCursor::step(const Path& path, char byte, Paths& out) {
    if (path.frames.empty()) return;
    switch (path.frames.back().node->kind) {
        case Kind::string:
            return step_string(path, byte, out);
        case Kind::object:
            return step_object(path, byte, out);
        case Kind::list:
            return step_list(path, byte, out);
        case Kind::pair:
            return step_pair(path, byte, out);
        case Kind::number:
        case Kind::literal:
            return step_scalar(path, byte, out);
        case Kind::any_of:
            return;  // entered by its parts
    }
}

void JsonCursor::step_string(Path path, char byte, Paths& out) {
    auto& frame = path.frames.back();
    if (frame.phase == kOutside) {
        if (byte != '"') return;
        frame.phase = kFirst;
        return out.push_back(std::move(path));
    }
    const bool room = frame.taken < frame.node->most;
    if (path.partial.empty() && byte == '"') {
        if (frame.taken >= frame.node->least) leave(std::move(path), out);
        return;
    }
    if (!room || static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F) return;
    path.partial += byte;
    if (path.partial.front() == '\\') {
        if (path.partial.size() == 1) return out.push_back(std::move(path));
        // \u is left out: each letter may stand for itself, and halves of pairs may not.
        if (!std::string_view("\"\\/nt").contains(byte)) return;
    } else if (!utf8::valid(path.partial)) {
        if (begins_letter(path.partial)) out.push_back(std::move(path));
        return;
    }
    path.partial.clear();
    ++frame.taken;
    out.push_back(std::move(path));
}

void JsonCursor::step_scalar(Path path, char byte, Paths& out) {
    const auto& node = *path.frames.back().node;
    path.partial += byte;
    bool whole = false;
    bool more = false;
    if (node.kind == Kind::number) {
        whole = number_is(node, path.partial);
        more = number_begins(node, path.partial);
    } else {
        for (const auto& literal : node.literals) {
            whole |= literal == path.partial;
            more |= literal.size() > path.partial.size() && literal.starts_with(path.partial);
        }
    }
    if (whole) leave(path, out);
    if (more) out.push_back(std::move(path));
}

void JsonCursor::step_object(Path path, char byte, Paths& out) {
    auto& frame = path.frames.back();
    if (frame.phase == kOutside) {
        if (byte != '{') return;
        frame.phase = kFirst;
        return out.push_back(std::move(path));
    }
    path.partial += byte;
    bool begins = false;
    for (const auto& choice : member_choices(*frame.node, frame.taken, frame.phase == kFirst)) {
        if (choice.text != path.partial) {
            begins |= choice.text.starts_with(path.partial);
            continue;
        }
        if (choice.member == frame.node->members.size()) return leave(std::move(path), out);
        frame.taken = choice.member + 1;
        frame.phase = kNext;
        const auto* value = frame.node->members[choice.member].value;
        return enter(std::move(path), value, out);
    }
    if (begins) out.push_back(std::move(path));
}

void JsonCursor::step_list(Path path, char byte, Paths& out) {
    auto& frame = path.frames.back();
    const auto& node = *frame.node;
    if (frame.phase == kOutside) {
        if (byte != node.open) return;
        auto empty = path;
        empty.frames.back().phase = kEnd;
        if (node.least == 0) out.push_back(std::move(empty));
        frame.phase = kNext;
        frame.taken = 1;
        if (node.most > 0) enter(std::move(path), node.parts[0], out);
        return;
    }
    if (path.partial.empty() && byte == node.close) {
        if (frame.phase == kEnd || frame.taken >= node.least) leave(std::move(path), out);
        return;
    }
    if (frame.phase == kEnd || frame.taken >= node.most) return;
    path.partial += byte;
    if (path.partial == ",") return out.push_back(std::move(path));
    if (path.partial != ", ") return;
    ++frame.taken;
    enter(std::move(path), node.parts[0], out);
}

// Its key is entered with it, so the pair itself reads only what stands between key and value.
void JsonCursor::step_pair(Path path, char byte, Paths& out) {
    auto& frame = path.frames.back();
    path.partial += byte;
    if (path.partial == ":") return out.push_back(std::move(path));
    if (path.partial != ": ") return;
    frame.phase = kValue;
    const auto* value = frame.node->parts[1];
    enter(std::move(path), value, out);
}

}  // namespace lexi::ml
