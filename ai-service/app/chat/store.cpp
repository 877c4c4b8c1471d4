#include "chat/store.hpp"

#include <algorithm>

namespace lexi::chat::store {
namespace filter {

struct Owned {
    core::ObjectId _id;
    std::string userId;
};
struct ByUser {
    std::string userId;
};
struct BySession {
    std::string sessionId;
};
struct After {
    std::string sessionId;
    core::Above<core::StoredTime> timestamp;
};
struct Unsummarised {
    core::ObjectId _id;
    core::StoredTime summarisedUntil;
};
struct Summary {
    std::string summary;
    core::StoredTime summarisedUntil;
};
struct Touch {
    std::string language;
    std::string nativeLanguage;
    StoredContext context;
    core::StoredTime updatedAt;
};
struct Rename {
    std::string sessionTitle;
    core::StoredTime updatedAt;
};

}  // namespace filter

namespace {

constexpr const char* kSessions = "chat_sessions";
constexpr const char* kMessages = "chat_messages";

}  // namespace

std::optional<SessionDocument> find_session(core::Connection& db, const std::string& user,
                                            const core::ObjectId& id) {
    return db[kSessions].find_one<SessionDocument>(filter::Owned{id, user});
}

std::optional<MessageDocument> find_message(core::Connection& db, const std::string& user,
                                            const core::ObjectId& id) {
    return db[kMessages].find_one<MessageDocument>(filter::Owned{id, user});
}

bool add_session(core::Connection& db, const SessionDocument& session) {
    return db[kSessions].insert(session);
}

bool add_message(core::Connection& db, const MessageDocument& message) {
    return db[kMessages].insert(message);
}

void touch_session(core::Connection& db, const SessionDocument& session, core::StoredTime at) {
    const filter::Touch now{session.language, session.nativeLanguage, session.context, at};
    db[kSessions].update(core::ById{session._id}, core::Set<filter::Touch>{now});
}

bool rename_session(core::Connection& db, const std::string& user, const core::ObjectId& id,
                    const std::string& title, core::StoredTime at) {
    return db[kSessions].update(filter::Owned{id, user}, core::Set<filter::Rename>{{title, at}}) >
           0;
}

bool remove_session(core::Connection& db, const std::string& user, const core::ObjectId& id) {
    if (!find_session(db, user, id)) return false;
    db[kMessages].remove(filter::BySession{core::to_hex(id)});
    return db[kSessions].remove(filter::Owned{id, user}) > 0;
}

bool summarise(core::Connection& db, const SessionDocument& session, const std::string& summary,
               core::StoredTime until) {
    return db[kSessions].update(filter::Unsummarised{session._id, session.summarisedUntil},
                                core::Set<filter::Summary>{{summary, until}}) > 0;
}

std::vector<MessageDocument> last_messages(core::Connection& db, const std::string& session,
                                           core::StoredTime after, std::int64_t limit) {
    auto found = db[kMessages].find<MessageDocument>(
        filter::After{session, {after}}, {.sort = {{"timestamp", -1}}, .skip = 0, .limit = limit});
    std::ranges::reverse(found);
    return found;
}

Page<SessionDocument> list_sessions(core::Connection& db, const std::string& user,
                                    std::int64_t skip, std::int64_t limit) {
    auto sessions = db[kSessions];
    return {.items = sessions.find<SessionDocument>(
                filter::ByUser{user}, {.sort = {{"updatedAt", -1}}, .skip = skip, .limit = limit}),
            .total = sessions.count(filter::ByUser{user})};
}

Page<MessageDocument> list_messages(core::Connection& db, const std::string& session,
                                    std::int64_t skip, std::int64_t limit) {
    auto messages = db[kMessages];
    return {
        .items = messages.find<MessageDocument>(
            filter::BySession{session}, {.sort = {{"timestamp", 1}}, .skip = skip, .limit = limit}),
        .total = messages.count(filter::BySession{session})};
}

}  // namespace lexi::chat::store
