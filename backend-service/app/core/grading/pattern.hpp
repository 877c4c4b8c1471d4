#pragma once
// The syntax of answer keys (content/README.md), taken apart. Pure; linear in the text.
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace lexi::grading {

/// Plain text, or branches to choose from.
struct Part {
    std::string text;
    std::vector<std::vector<Part>> branches;  // empty: plain text
    bool optional = false;                    // no branch at all is right too
};

/// The error says what is wrong with the key.
std::expected<std::vector<Part>, std::string> parse_key(std::string_view key);

}  // namespace lexi::grading
