// The shortest end of a value that has begun.
#include "ml/llm/json_cursor.hpp"
#include "ml/llm/json_phases.hpp"

namespace lexi::ml {
namespace {

using Kind = SchemaNode::Kind;

std::string rest_of_literal(const SchemaNode& node, std::string_view partial) {
    std::string_view best;
    for (const std::string_view literal : node.literals) {
        if (!literal.starts_with(partial)) continue;
        if (best.empty() || literal.size() < best.size()) best = literal;
    }
    return std::string(best.substr(partial.size()));
}

}  // namespace

std::vector<Choice> member_choices(const SchemaNode& node, std::uint64_t from, bool first) {
    std::vector<Choice> found;
    for (auto i = from; i < node.members.size(); ++i) {
        found.push_back({(first ? "" : ", ") + node.members[i].opening, i});
        if (node.members[i].required) return found;
    }
    found.push_back({"}", node.members.size()});
    return found;
}

std::string JsonCursor::closing() const {
    std::string best;
    bool found = false;
    for (const auto& path : paths_) {
        std::string text;
        for (std::size_t i = path.frames.size(); i-- > 0;) {
            const bool innermost = i + 1 == path.frames.size();
            text += rest(path.frames[i], innermost ? std::string_view(path.partial) : "");
        }
        if (found && text.size() >= best.size()) continue;
        best = std::move(text);
        found = true;
    }
    return best;
}

std::string JsonCursor::rest(const Frame& frame, std::string_view partial) {
    const auto& node = *frame.node;
    switch (node.kind) {
        case Kind::number:
            return number_rest(node, std::string(partial));
        case Kind::literal:
            return rest_of_literal(node, partial);
        case Kind::string: {
            if (frame.phase == kOutside) return node.shortest;
            const bool escape = partial.starts_with('\\');
            const auto taken = frame.taken + (escape ? 1 : 0);
            const auto lacking = node.least > taken ? node.least - taken : 0;
            return (escape ? "n" : "") + std::string(lacking, SchemaNode::kFiller) + '"';
        }
        case Kind::object:
            return rest_of_object(frame, partial);
        case Kind::list:
            return rest_of_list(frame, partial);
        case Kind::pair:
            if (frame.phase == kValue) return "";
            return std::string(": ").substr(partial.size()) + node.parts[1]->shortest;
        case Kind::any_of:
            break;
    }
    return "";
}

std::string JsonCursor::rest_of_object(const Frame& frame, std::string_view partial) {
    const auto& node = *frame.node;
    if (frame.phase == kOutside) return node.shortest;
    std::string best;
    for (const auto& choice : member_choices(node, frame.taken, frame.phase == kFirst)) {
        if (!choice.text.starts_with(partial)) continue;
        auto text = choice.text.substr(partial.size());
        for (auto i = choice.member; i < node.members.size(); ++i) {
            if (i > choice.member && !node.members[i].required) continue;
            if (i > choice.member) text += ", " + node.members[i].opening;
            text += node.members[i].value->shortest;
        }
        if (choice.member < node.members.size()) text += '}';
        if (best.empty() || text.size() < best.size()) best = std::move(text);
    }
    return best;
}

std::string JsonCursor::rest_of_list(const Frame& frame, std::string_view partial) {
    const auto& node = *frame.node;
    if (frame.phase == kOutside) return node.shortest;
    std::string text;
    auto taken = frame.taken;
    if (frame.phase != kEnd && (!partial.empty() || taken < node.least)) {
        text = std::string(", ").substr(partial.size()) + node.parts[0]->shortest;
        for (++taken; taken < node.least; ++taken) text += ", " + node.parts[0]->shortest;
    }
    return text + node.close;
}

}  // namespace lexi::ml
