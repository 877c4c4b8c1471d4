#pragma once
#include <glaze/glaze.hpp>
#include <optional>
#include <string>
#include <vector>

namespace lexi::achievements {

/// One that is hidden and not unlocked yet shows neither its code nor what it asks for.
struct DefinitionView {
    std::string code;
    std::string title;
    std::string title_vi;
    std::string description;
    std::string description_vi;
    std::string icon;
    bool hidden = false;
    std::int64_t xp = 0;
    std::optional<std::string> metric;
    std::optional<std::int64_t> threshold;
};

struct ProgressView {
    DefinitionView achievement;
    std::optional<std::int64_t> progress;  // of the threshold, at most all of it
    std::optional<std::string> unlocked_at;
};

struct MineView {
    std::int64_t unlocked = 0;
    std::int64_t total = 0;
    std::vector<ProgressView> items;
};

}  // namespace lexi::achievements
