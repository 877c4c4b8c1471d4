#pragma once
// What the tutor is told. Pure.
#include <functional>
#include <string>
#include <vector>

#include "ml/llm/llm.hpp"

namespace lexi::chat {

struct Lesson {
    std::string level = "A1";  // A1 to C2
    std::string target_language = "en";
    std::string native_language = "vi";
    std::string topic;
    std::vector<std::string> goals;
    std::string role_play = "";         // whom the model plays, and where
    std::vector<std::string> memory{};  // what is known of the learner
    std::string summary = "";           // of what was said before the history
};

/// A1 to C2 from the same or from its name in words; A1 for anything else.
std::string level_of(const std::string& name);

/// How the tutor is to speak: what no reply may repeat.
std::string instructions(const Lesson& lesson);

/// The tutor's persona for a learner: who it is, the instructions, and what the lesson is about.
std::string persona(const Lesson& lesson);

using CountTokens = std::function<std::size_t(const std::string&)>;

/// What a prompt costs at least: the persona and the message, without any history.
std::size_t least_tokens(const Lesson& lesson, const std::string& message,
                         const CountTokens& count);

/// Persona, as much of the end of `history` (oldest first) as fits, and the new message. The budget
/// is in tokens as `count` counts them; the persona and the message are always there.
std::vector<ml::ChatMessage> tutor_messages(const Lesson& lesson,
                                            const std::vector<ml::ChatMessage>& history,
                                            const std::string& message, std::size_t budget,
                                            const CountTokens& count);

/// Asks for `text` again in words that a learner of `level` knows, without `beyond`.
std::vector<ml::ChatMessage> simpler_messages(const std::string& text, const std::string& level,
                                              const std::vector<std::string>& beyond);

}  // namespace lexi::chat
