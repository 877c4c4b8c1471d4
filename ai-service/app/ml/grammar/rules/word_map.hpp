#pragma once
// Words and what stands for each of them.
#include <string_view>
#include <unordered_map>

namespace lexi::ml::grammar {

using Map = std::unordered_map<std::string_view, std::string_view>;

/// Empty where there is none.
inline std::string_view found_in(const Map& map, std::string_view word) {
    const auto found = map.find(word);
    return found == map.end() ? std::string_view() : found->second;
}

}  // namespace lexi::ml::grammar
