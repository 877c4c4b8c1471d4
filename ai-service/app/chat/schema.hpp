#pragma once
#include <glaze/glaze.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/lexicon/level.hpp"
#include "kit/body.hpp"

namespace lexi::chat {

/// A note goes into the tutor's prompt: one line, without what a prompt is marked up with.
inline constexpr const char* kNotePattern = R"(^[^\s<>{}|\[\]][^\x00-\x1f<>{}|\[\]]*$)";

struct ChatBody {
    std::string message;
    std::optional<std::string> session_id;
    std::optional<std::string> user_level;
    std::optional<std::string> target_language;
    std::optional<std::string> native_language;
    std::optional<std::string> topic;
    std::optional<std::vector<std::string>> learning_goals;
    std::optional<std::string> scenario_id;
    std::optional<bool> scripted;
    std::optional<bool> stream;
    std::optional<std::uint32_t> seed;
    std::optional<double> temperature;
    std::optional<std::uint32_t> max_tokens;
    std::optional<std::string>
        user_id;  // what the specification's client sends; must be the token's
};

/// UTF-16 units of the learner's message (as Dart and JavaScript count), end excluded.
struct Span {
    std::int64_t start = 0;
    std::int64_t end = 0;
};

struct Correction {
    std::string original;
    std::string corrected;
    std::string explanation;
    std::string explanation_vi;
    std::string hint;  // to be shown first: where to look, without the answer
    std::string hint_vi;
    std::string error_type;  // articles, tense, …
    Span span;
};

struct CardSuggestion {
    std::string word;
    std::string translation;
    std::string example;
};

struct Usage {
    std::int64_t prompt_tokens = 0;
    std::int64_t completion_tokens = 0;
    std::int64_t cached_tokens = 0;
};

// How far the learner is in a role-play; the goals' texts are in the list of scenarios.
struct RolePlay {
    std::string scenario_id;
    bool scripted = false;
    std::string node;                  // of the script: the line that waits for an answer
    int misses = 0;                    // answers that this line did not understand
    int turns = 0;                     // of the learner
    std::vector<std::string> reached;  // goals
    bool ended = false;
    std::optional<std::string> reply_vi;
    std::optional<std::string> hint_vi;
    std::optional<std::string> example;
};

// How far the reply is above the learner's level.
struct LevelCheck {
    std::int64_t words = 0;
    std::vector<std::string> beyond;  // words above the level
    double share = 0;                 // of the words, 0-1
    double share_before = 0;          // of what the model said first
    bool simplified = false;
};

// Something that the tutor remembers of the learner.
struct Note {
    std::string id;
    std::string kind;  // goal, interest, about, error
    std::string text;
    std::int64_t count = 0;  // how often it was noticed
    std::string created_at;
    std::string updated_at;
};

struct NewNote {
    std::string kind;
    std::string text;
};

struct NoteChange {
    std::string text;
};

struct ChatReply {
    std::string session_id;
    std::string message_id;
    std::string reply;
    std::optional<RolePlay> role_play;
    std::vector<Correction> corrections;
    std::vector<std::string> suggestions;
    std::vector<CardSuggestion> card_suggestions;
    std::optional<LevelCheck> level_check;
    Usage usage;
    std::string model;
    double duration = 0;  // seconds
};

struct ScenarioFilter {
    std::optional<std::string> level;
};

struct ScenarioGoal {
    std::string id;
    std::string description;
    std::string description_vi;
    std::string hint_vi;
};

struct ScenarioItem {
    std::string id;
    std::string title;
    std::string title_vi;
    std::string level;
    std::string situation;
    std::string situation_vi;
    std::string partner;
    std::string partner_vi;
    std::string you;
    std::string you_vi;
    std::vector<std::string> target_words;
    std::vector<ScenarioGoal> goals;
    std::string opening;  // what the partner says first
    std::string opening_vi;
    int max_turns = 0;
};

struct PageFilter {
    std::optional<std::int64_t> page;
    std::optional<std::int64_t> page_size;
};

struct Context {
    std::optional<std::string> current_topic;
    std::string user_level;
    std::vector<std::string> learning_goals;
    std::optional<std::string> scenario_id;
};

struct SessionItem {
    std::string id;
    std::string session_title;
    std::string language;
    std::string created_at;
    std::string updated_at;
    Context context;
};

struct MessageMetadata {
    std::optional<std::string> model;
    std::optional<std::int64_t> tokens;
};

struct MessageView {
    std::string message_id;
    std::string role;  // user, assistant
    std::string content;
    std::string timestamp;
    MessageMetadata metadata;
};

struct SessionView {
    std::string id;
    std::string session_title;
    std::string language;
    std::string created_at;
    std::string updated_at;
    Context context;
    std::vector<MessageView> messages;  // oldest first
};

struct SessionChange {
    std::string session_title;
};

// Events of the stream.
struct TokenEvent {
    std::string text;
};

}  // namespace lexi::chat

template <>
struct glz::json_schema<lexi::chat::ChatBody> {
    glz::schema message{.minLength = 1, .maxLength = 4000};
    glz::schema session_id{.description = "absent: a new session", .pattern = "^[0-9a-f]{24}$"};
    glz::schema user_level{.pattern = lexi::core::kLevelPattern};
    glz::schema target_language{.pattern = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"};
    glz::schema native_language{.pattern = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"};
    glz::schema topic{.minLength = 1, .maxLength = 200};
    glz::schema learning_goals{.maxItems = std::uint64_t{10}};
    glz::schema scenario_id{.description =
                                "begins a role-play of GET /ai/chat/scenarios; later turns "
                                "of its session need not name it",
                            .pattern = "^[a-z0-9-]{1,60}$"};
    glz::schema scripted{.description = "with scenario_id: the authored partner answers, no model"};
    glz::schema stream{.description = "true: server-sent events token, correction, done, error"};
    glz::schema seed{.description = "the same seed and session give the same text"};
    glz::schema temperature{.minimum = 0.0, .maximum = 2.0};
    glz::schema max_tokens{.minimum = std::int64_t{1}, .maximum = std::int64_t{8192}};
    glz::schema user_id{.format = glz::detail::defined_formats::uuid};
};
template <>
struct lexi::http::SchemaExtra<lexi::chat::ChatBody> {
    static std::string json() {
        return R"({"properties": {"message": {"pattern": "\\S"},
            "learning_goals": {"items": {"type": "string", "minLength": 1, "maxLength": 200}}}})";
    }
};
template <>
struct glz::json_schema<lexi::chat::NewNote> {
    glz::schema kind{.pattern = "^(goal|interest|about)$"};
    glz::schema text{.minLength = 1, .maxLength = 120, .pattern = lexi::chat::kNotePattern};
};
template <>
struct glz::json_schema<lexi::chat::NoteChange> {
    glz::schema text{.minLength = 1, .maxLength = 120, .pattern = lexi::chat::kNotePattern};
};
template <>
struct glz::json_schema<lexi::chat::ScenarioFilter> {
    glz::schema level{.pattern = "^(A1|A2|B1|B2|C1|C2)$"};
};
template <>
struct glz::json_schema<lexi::chat::PageFilter> {
    glz::schema page{.minimum = std::int64_t{1}, .maximum = std::int64_t{100000}};
    glz::schema page_size{.minimum = std::int64_t{1}, .maximum = std::int64_t{100}};
};
template <>
struct glz::json_schema<lexi::chat::SessionChange> {
    glz::schema session_title{.minLength = 1, .maxLength = 200};
};
