#pragma once
// The levels of the CEFR, and the names that older clients use for them.
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

namespace lexi::core {

enum class Level : std::uint8_t { a1, a2, b1, b2, c1, c2 };

inline constexpr std::array kLevelNames{
    std::pair{"A1", "beginner"},     std::pair{"A2", "elementary"},
    std::pair{"B1", "intermediate"}, std::pair{"B2", "upper_intermediate"},
    std::pair{"C1", "advanced"},     std::pair{"C2", "proficient"}};

/// Either name, as a pattern of JSON Schema.
inline constexpr const char* kLevelPattern =
    "^(A1|A2|B1|B2|C1|C2|beginner|elementary|intermediate|upper_intermediate|advanced|proficient)$";

constexpr std::string_view to_text(Level level) {
    return kLevelNames[static_cast<std::size_t>(level)].first;
}

constexpr std::optional<Level> parse_level(std::string_view text) {
    for (std::size_t i = 0; i < kLevelNames.size(); ++i) {
        if (text == kLevelNames[i].first || text == kLevelNames[i].second) {
            return static_cast<Level>(i);
        }
    }
    return std::nullopt;
}

}  // namespace lexi::core
