#pragma once
// What the command-line tools and the tests with models share.
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <string>
#include <thread>

#include "kit/result.hpp"
#include "ml/engine.hpp"

namespace lexi::ml::tool {

/// `name` in the folder of models: LEXI_MODELS, else LEXI_HOME/models, else
/// ~/.cache/lexilingo/models.
inline std::string model(const std::string& name) {
    const auto from = [](const char* variable) -> std::string {
        const char* value = std::getenv(variable);
        return value == nullptr ? "" : value;
    };
    auto folder = from("LEXI_MODELS");
    if (folder.empty() && !from("LEXI_HOME").empty()) folder = from("LEXI_HOME") + "/models";
    if (folder.empty()) folder = from("HOME") + "/.cache/lexilingo/models";
    return folder + "/" + name;
}

/// Waits until `engine` has loaded; says on stderr why it has not.
inline bool ready(const Engine& engine) {
    for (;;) {
        const auto status = engine.status();
        if (status.state == "ready") return true;
        if (status.state == "failed") {
            std::cerr << status.kind << ": " << status.reason << '\n';
            return false;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
}

inline int refused(const Problem& problem) {
    std::cerr << problem.say << '\n';
    return 1;
}

}  // namespace lexi::ml::tool
