#include "roleplay/scenario.hpp"

#include <algorithm>
#include <format>
#include <glaze/glaze.hpp>
#include <stdexcept>

#include "roleplay/patterns.hpp"

namespace lexi::roleplay {
namespace {

[[noreturn]] void wrong(const std::string& what) { throw std::runtime_error(what); }

// scripts/lexi-check says all that may be wrong with a file; here is what would break a walk.
void check(const Scenario& scenario, const std::string& name) {
    if (scenario.slug != name) wrong("slug is not the file's name");
    if (scenario.script.empty() || scenario.goals.empty() || scenario.max_turns < 1) {
        wrong("script, goals and max_turns must not be empty");
    }
    for (std::size_t at = 0; at < scenario.script.size(); ++at) {
        const auto& node = scenario.script[at];
        if (node.moves.empty() != !node.fallback) wrong("node " + node.id + " lacks a fallback");
        for (const auto& move : node.moves) {
            const auto* next = scenario.find_node(move.next);
            if (next == nullptr || next <= &node) wrong("node " + node.id + " leads nowhere");
            if (move.examples.empty()) wrong("a move of node " + node.id + " has no example");
        }
    }
}

Scenario read_one(const std::filesystem::path& path) {
    Scenario scenario;
    std::string buffer;
    if (const auto bad = glz::read_file_json(scenario, path.string(), buffer)) {
        wrong(glz::format_error(bad, buffer));
    }
    check(scenario, path.stem().string());
    return scenario;
}

void reach(Progress& progress, const std::string& goal) {
    if (!std::ranges::contains(progress.reached, goal)) progress.reached.push_back(goal);
}

}  // namespace

const Node* Scenario::find_node(std::string_view id) const {
    const auto found = std::ranges::find(script, id, &Node::id);
    return found == script.end() ? nullptr : &*found;
}

Scenarios read_scenarios(const std::filesystem::path& folder) {
    if (!std::filesystem::is_directory(folder)) {
        wrong("SCENARIO_DIR " + folder.string() + " is no folder");
    }
    Scenarios all;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() != ".json") continue;
        try {
            auto one = read_one(entry.path());
            const auto slug = one.slug;
            all.emplace(slug, std::move(one));
        } catch (const std::exception& bad) {
            wrong(entry.path().filename().string() + ": " + bad.what());
        }
    }
    return all;
}

Progress beginning(const Scenario& scenario, bool scripted) {
    return {.scripted = scripted, .node = scripted ? scenario.script.front().id : ""};
}

Line play(const Scenario& scenario, Progress& progress, std::string_view turn) {
    const auto* node = scenario.find_node(progress.node);
    // The file has changed since, and the line is gone: begin again rather than fail.
    if (node == nullptr || node->moves.empty()) node = &scenario.script.front();
    ++progress.turns;
    const auto words = turn_words(turn);
    const auto move = asks_for_help(words)
                          ? node->moves.end()
                          : std::ranges::find_if(node->moves, [&](const Move& one) {
                                return any_matches(one.patterns, words);
                            });
    if (move == node->moves.end()) {
        progress.node = node->id;
        ++progress.misses;
        return {.text = node->fallback->text,
                .text_vi = node->fallback->text_vi,
                .hint_vi = node->fallback->hint_vi,
                .example = progress.misses > 1 ? std::optional(node->moves.front().examples.front())
                                               : std::nullopt};
    }
    for (const auto& goal : move->reaches) reach(progress, goal);
    const auto& next = *scenario.find_node(move->next);
    progress.node = next.id;
    progress.misses = 0;
    progress.ended = next.moves.empty();
    return {.text = next.text, .text_vi = next.text_vi};
}

std::optional<std::string> take_turn(const Scenario& scenario, Progress& progress,
                                     std::string_view turn) {
    ++progress.turns;
    const auto words = turn_words(turn);
    for (const auto& goal : scenario.goals) {
        if (any_matches(goal.patterns, words)) reach(progress, goal.id);
    }
    progress.ended =
        progress.reached.size() >= scenario.goals.size() || progress.turns >= scenario.max_turns;
    if (!progress.ended) return std::nullopt;
    return scenario.closing;
}

std::string instructions(const Scenario& scenario, const Progress& progress) {
    std::string text = std::format(
        "This is a role-play. You play {}; the learner plays {}. Situation: {} Speak only as {}, "
        "and do not say the learner's lines.",
        scenario.ai_role, scenario.learner_role, scenario.situation, scenario.ai_role);
    const auto open = std::ranges::find_if(scenario.goals, [&](const Goal& goal) {
        return !std::ranges::contains(progress.reached, goal.id);
    });
    if (open != scenario.goals.end()) {
        text += " Give the learner a reason to do this next: " + open->description;
    }
    return text;
}

}  // namespace lexi::roleplay
