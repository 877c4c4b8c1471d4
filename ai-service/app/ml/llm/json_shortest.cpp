#include <algorithm>
#include <optional>

#include "ml/llm/json_schema.hpp"

namespace lexi::ml {
namespace {

using Kind = SchemaNode::Kind;

constexpr std::size_t kMostBytes = std::size_t{64} << 10;

std::optional<std::string> shortest_of(const std::vector<const SchemaNode*>& parts) {
    std::optional<std::string> best;
    for (const auto* part : parts) {
        if (part->shortest.empty()) continue;
        if (!best || part->shortest.size() < best->size()) best = part->shortest;
    }
    return best;
}

// Of what has parts, once the shortest texts of those that must be there are known.
std::optional<std::string> composed(const SchemaNode& node) {
    std::string text;
    const auto put = [&](const std::string& before, const SchemaNode* value) {
        text += before + value->shortest;
        return !value->shortest.empty() && text.size() <= kMostBytes;
    };
    if (node.kind == Kind::pair) {
        if (!put("", node.parts[0]) || !put(": ", node.parts[1])) return std::nullopt;
        return text;
    }
    if (node.kind == Kind::list) {
        for (std::uint64_t i = 0; i < node.least; ++i) {
            if (!put(i == 0 ? "" : ", ", node.parts[0])) return std::nullopt;
        }
        return node.open + text + node.close;
    }
    for (const auto& member : node.members) {
        if (!member.required) continue;
        if (!put((text.empty() ? "" : ", ") + member.opening, member.value)) return std::nullopt;
    }
    return '{' + text + '}';
}

std::optional<std::string> shortest(const SchemaNode& node) {
    switch (node.kind) {
        case Kind::string:
            return '"' + std::string(node.least, SchemaNode::kFiller) + '"';
        case Kind::number:
            return number_rest(node, "");
        case Kind::literal:
            return std::ranges::min(node.literals, {}, &std::string::size);
        case Kind::any_of:
            return shortest_of(node.parts);
        case Kind::object:
        case Kind::list:
        case Kind::pair:
            return composed(node);
    }
    return std::nullopt;
}

}  // namespace

void find_shortest(std::deque<SchemaNode>& nodes) {
    // A value in a circle is known once one without the circle is: again until nothing changes.
    for (bool changed = true; changed;) {
        changed = false;
        for (auto& node : nodes) {
            auto text = shortest(node);
            if (!text || (!node.shortest.empty() && node.shortest.size() <= text->size())) continue;
            node.shortest = std::move(*text);
            changed = true;
        }
    }
}

}  // namespace lexi::ml
