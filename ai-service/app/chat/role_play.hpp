#pragma once
// What a role-play (roleplay/scenario.hpp) adds to a turn of the chat. Pure.
#include <optional>
#include <string>

#include "chat/schema.hpp"
#include "chat/store.hpp"
#include "kit/result.hpp"
#include "roleplay/scenario.hpp"

namespace lexi::chat {

/// Said to have made a line that an author wrote.
inline constexpr const char* kAuthored = "scripted";

/// What a body says of the role-play that a new session begins. Errors name the field.
Result<void> begin_role_play(const ChatBody& body, const roleplay::Scenarios& scenarios,
                             StoredContext& context);
/// A session's role-play is chosen once.
Result<void> check_role_play(const ChatBody& body, const StoredContext& context);

/// A turn of a session in its role-play; of a session without one, nothing.
class RolePlayTurn {
public:
    /// `last_reply` is the session's last stored reply (JSON), or empty. Refuses a turn after the
    /// end (conflict) and a scenario that is there no longer (not_found).
    static Result<RolePlayTurn> take(const StoredContext& context,
                                     const roleplay::Scenarios& scenarios,
                                     const std::string& last_reply, const std::string& message);

    const roleplay::Scenario* scenario() const { return scenario_; }
    /// What is said without asking a model.
    const std::optional<std::string>& line() const { return line_; }
    /// For the model's prompt; empty without a role-play.
    std::string instructions() const;
    std::optional<RolePlay> view() const;

private:
    void play(const std::string& message);

    const roleplay::Scenario* scenario_ = nullptr;
    roleplay::Progress progress_;
    std::optional<std::string> line_;
    std::optional<std::string> line_vi_;
    std::optional<std::string> hint_vi_;
    std::optional<std::string> example_;
};

ScenarioItem item_of(const roleplay::Scenario& scenario);

}  // namespace lexi::chat
