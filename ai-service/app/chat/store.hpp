#pragma once
// Chat in MongoDB: one document a session, one a message (an embedded array would grow past what a
// document may hold). No operation needs a transaction: ids are chosen before anything is written,
// and a retry under the same Idempotency-Key chooses the same ones.
#include <optional>
#include <string>
#include <vector>

#include "core/mongo.hpp"
#include "kit/result.hpp"

namespace lexi::chat {

struct StoredContext {
    std::string currentTopic;
    std::string userLevel;
    std::vector<std::string> learningGoals;
    std::string scenarioId;  // of a role-play
    bool scripted = false;
    std::vector<std::string> remembered;  // notes that the tutor was given when it began
};

/// A document of `chat_sessions`: the specification's fields.
struct SessionDocument {
    core::ObjectId _id;
    std::string userId;
    std::string sessionTitle;
    std::string language;
    std::string nativeLanguage;
    core::StoredTime createdAt;
    core::StoredTime updatedAt;
    StoredContext context;
    std::string summary{};  // of the messages up to summarisedUntil
    core::StoredTime summarisedUntil{};
};

struct StoredMetadata {
    std::string model;
    std::int64_t tokens = 0;
};

/// A document of `chat_messages`. An assistant's also holds the whole reply as it was sent, so that
/// a retry is answered with it.
struct MessageDocument {
    core::ObjectId _id;
    std::string sessionId;
    std::string userId;
    std::string role;
    std::string content;
    core::StoredTime timestamp;
    StoredMetadata metadata;
    std::string requestHash;  // of a learner's message: the body it came with
    std::string reply;        // of an assistant's: ChatReply as JSON
};

/// All of these block; they run inside a job of Mongo::run.
namespace store {

std::optional<SessionDocument> find_session(core::Connection& db, const std::string& user,
                                            const core::ObjectId& id);
std::optional<MessageDocument> find_message(core::Connection& db, const std::string& user,
                                            const core::ObjectId& id);
/// False where it is there already.
bool add_session(core::Connection& db, const SessionDocument& session);
bool add_message(core::Connection& db, const MessageDocument& message);
/// Writes when the session was last used, and what its lesson is about now.
void touch_session(core::Connection& db, const SessionDocument& session, core::StoredTime at);
bool rename_session(core::Connection& db, const std::string& user, const core::ObjectId& id,
                    const std::string& title, core::StoredTime at);
/// The messages first: a crash between the two leaves an empty session, not lost messages.
bool remove_session(core::Connection& db, const std::string& user, const core::ObjectId& id);

/// The newest `limit` messages of a session after `after`, oldest first.
std::vector<MessageDocument> last_messages(core::Connection& db, const std::string& session,
                                           core::StoredTime after, std::int64_t limit);
/// Only where nobody else has summarised it since `session` was read.
bool summarise(core::Connection& db, const SessionDocument& session, const std::string& summary,
               core::StoredTime until);

template <class T>
struct Page {
    std::vector<T> items;
    std::int64_t total = 0;
};
Page<SessionDocument> list_sessions(core::Connection& db, const std::string& user,
                                    std::int64_t skip, std::int64_t limit);
Page<MessageDocument> list_messages(core::Connection& db, const std::string& session,
                                    std::int64_t skip, std::int64_t limit);

}  // namespace store
}  // namespace lexi::chat
