#pragma once
// Role-plays: authored files (content/README.md, "Scenario"), what a turn of the learner does in
// one, and what the model is told of it. Pure but for reading the files.
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lexi::roleplay {

struct Goal {
    std::string id;
    std::string description;
    std::string description_vi;
    std::string hint_vi;
    std::vector<std::string> patterns;
};

struct Move {
    std::vector<std::string> patterns;
    std::vector<std::string> examples;
    std::vector<std::string> reaches;  // goals
    std::string next;                  // a node further down
};

struct Fallback {
    std::string text;
    std::string text_vi;
    std::string hint_vi;
};

struct Node {
    std::string id;
    std::string text;
    std::string text_vi;
    std::vector<Move> moves;  // none: the scenario ends here
    std::optional<Fallback> fallback;
};

struct Scenario {
    std::string slug;
    std::string title;
    std::string title_vi;
    std::string level;
    std::string situation;
    std::string situation_vi;
    std::string ai_role;
    std::string ai_role_vi;
    std::string learner_role;
    std::string learner_role_vi;
    std::vector<std::string> target_words;
    std::vector<std::string> names;
    std::vector<Goal> goals;
    int max_turns = 0;  // of the learner
    std::string closing;
    std::string closing_vi;
    std::vector<Node> script;

    const Node* find_node(std::string_view id) const;
};

/// By slug. Throws std::runtime_error that names the file and what is wrong with it.
using Scenarios = std::map<std::string, Scenario, std::less<>>;
Scenarios read_scenarios(const std::filesystem::path& folder);

/// How far a learner is in a scenario. The last answer holds it, so that answer and progress are
/// one write.
struct Progress {
    bool scripted = false;             // the program plays the script, no model is asked
    std::string node;                  // scripted: the line that waits for an answer
    int misses = 0;                    // scripted: answers that this line did not understand
    int turns = 0;                     // of the learner
    std::vector<std::string> reached;  // goals
    bool ended = false;
};

/// Where a scenario begins: its first node's line has been said.
Progress beginning(const Scenario& scenario, bool scripted);

/// What the partner of a scripted scenario answers.
struct Line {
    std::string text;
    std::string text_vi;
    std::optional<std::string> hint_vi;  // after a turn that was not understood
    std::optional<std::string> example;  // and after a second one
};

/// Takes the learner's turn in the script and gives the partner's next line.
Line play(const Scenario& scenario, Progress& progress, std::string_view turn);

/// Takes the learner's turn where a model plays the partner. The closing, once the scenario is at
/// its end.
std::optional<std::string> take_turn(const Scenario& scenario, Progress& progress,
                                     std::string_view turn);

/// What the model is told: who it plays, where, and what the learner has still to do.
std::string instructions(const Scenario& scenario, const Progress& progress);

}  // namespace lexi::roleplay
