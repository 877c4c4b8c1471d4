#pragma once
// What is worth remembering of what a learner says. Pure.
#include <string>
#include <string_view>
#include <vector>

namespace lexi::chat {

struct Notice {
    std::string kind;  // goal, interest, about, error
    std::string key;   // the same thing said again has the same key
    std::string text;  // a note of a few words: "likes green tea"
};

/// Interests, goals and facts of a message in English or Vietnamese, by how such things are said
/// ("I like …", "Tôi thích …"). Questions and denials say nothing.
std::vector<Notice> noticed(std::string_view message);

}  // namespace lexi::chat
