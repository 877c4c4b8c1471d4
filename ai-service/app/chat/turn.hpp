#pragma once
// One turn of a conversation between the store and the tutor: what was said before, what is new.
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "chat/prompt.hpp"
#include "chat/role_play.hpp"
#include "chat/schema.hpp"
#include "chat/store.hpp"
#include "core/writing.hpp"
#include "ml/llm/llm.hpp"

namespace lexi::chat {

/// Takes an id off the set when the turn is over, however it ends.
struct UnderWay {
    std::mutex& mutex;
    std::set<std::string>& ids;
    std::string id;
    UnderWay(std::mutex& guards, std::set<std::string>& all, std::string one)
        : mutex(guards), ids(all), id(std::move(one)) {}
    ~UnderWay() {
        const std::lock_guard lock(mutex);
        ids.erase(id);
    }
    UnderWay(const UnderWay&) = delete;
    UnderWay& operator=(const UnderWay&) = delete;
};

struct Turn {
    std::string user;
    ChatBody body;
    bool keyed = false;                     // under an Idempotency-Key
    std::optional<core::ObjectId> known{};  // the session that the client named
    core::ObjectId session_id{};
    core::ObjectId message{};
    core::ObjectId answer{};
    core::ObjectId opening{};  // of a role-play
    std::string request_hash{};
    Instant at{};
    std::uint32_t max_tokens = 0;
    std::size_t budget = 0;     // tokens of the prompt
    bool gives_orders = false;  // see screen.hpp; such a message reaches no model
    std::unique_ptr<UnderWay> guard{};

    // From the store:
    SessionDocument session{};
    std::vector<ml::ChatMessage> history{};  // since the summary
    std::vector<core::StoredTime> times{};   // of the history's messages
    std::vector<std::string> memory{};       // notes about the learner
    RolePlayTurn role_play{};
    std::optional<ChatReply> replay{};

    // Of the grammar engine; nothing where it was not asked:
    std::optional<std::vector<core::WritingError>> errors{};
};

/// Said to have made the answer to a message that gives orders.
inline constexpr const char* kRedirected = "redirected";

/// May this be answered at all?
using Admit = std::function<Result<void>(const Turn&)>;

/// Finds or begins the session, recalls what was said, asks `admit`, and only then stores the
/// learner's message, so that no refusal leaves it behind. Blocks; a job of Mongo.
Result<bool> open_turn(core::Connection& db, Turn& turn, const Admit& admit,
                       const roleplay::Scenarios& scenarios);
/// Stores the answer, and gives the one that counts: another replica may have answered the same
/// retry first. Blocks; a job of Mongo.
Result<ChatReply> close_turn(core::Connection& db, const Turn& turn, ChatReply reply);

Lesson lesson_of(const Turn& turn);

}  // namespace lexi::chat
