// The part of ChatService that lists, shows, renames and deletes conversations.
#include "chat/service.hpp"

namespace lexi::chat {
namespace {

SessionItem item_of(const SessionDocument& s) {
    return {.id = core::to_hex(s._id),
            .session_title = s.sessionTitle,
            .language = s.language,
            .created_at = to_rfc3339(core::loaded(s.createdAt)),
            .updated_at = to_rfc3339(core::loaded(s.updatedAt)),
            .context = {.current_topic = s.context.currentTopic.empty()
                                             ? std::nullopt
                                             : std::optional(s.context.currentTopic),
                        .user_level = s.context.userLevel,
                        .learning_goals = s.context.learningGoals,
                        .scenario_id = s.context.scenarioId.empty()
                                           ? std::nullopt
                                           : std::optional(s.context.scenarioId)}};
}

MessageView view_of(const MessageDocument& m) {
    MessageView view{.message_id = core::to_hex(m._id),
                     .role = m.role,
                     .content = m.content,
                     .timestamp = to_rfc3339(core::loaded(m.timestamp)),
                     .metadata = {}};
    if (m.role == "assistant") {
        view.metadata = {.model = m.metadata.model, .tokens = m.metadata.tokens};
    }
    return view;
}

struct Conversation {
    SessionDocument session;
    store::Page<MessageDocument> messages;
};

}  // namespace

std::unexpected<Problem> no_session() {
    return fail(Fault::not_found, "There is no such conversation.");
}

Task<Result<http::Reply<std::vector<SessionItem>>>> ChatService::sessions(Uuid user,
                                                                          PageFilter filter) {
    const auto page = filter.page.value_or(1);
    const auto size = filter.page_size.value_or(20);
    const auto found = co_await parts_.mongo.run(
        [user, page, size](core::Connection& db) -> Result<store::Page<SessionDocument>> {
            return store::list_sessions(db, user.str(), (page - 1) * size, size);
        });
    if (!found) co_return std::unexpected(found.error());
    std::vector<SessionItem> items;
    for (const auto& s : found->items) items.push_back(item_of(s));
    http::Reply<std::vector<SessionItem>> reply(std::move(items));
    reply.paged(http::pagination(page, size, found->total));
    co_return reply;
}

Task<Result<http::Reply<SessionView>>> ChatService::session(Uuid user, core::ObjectId id,
                                                            PageFilter filter) {
    const auto page = filter.page.value_or(1);
    const auto size = filter.page_size.value_or(100);
    const auto found = co_await parts_.mongo.run(
        [user, id, page, size](core::Connection& db) -> Result<Conversation> {
            auto session = store::find_session(db, user.str(), id);
            if (!session) return no_session();
            return Conversation{std::move(*session), store::list_messages(db, core::to_hex(id),
                                                                          (page - 1) * size, size)};
        });
    if (!found) co_return std::unexpected(found.error());
    auto item = item_of(found->session);
    SessionView view{.id = std::move(item.id),
                     .session_title = std::move(item.session_title),
                     .language = std::move(item.language),
                     .created_at = std::move(item.created_at),
                     .updated_at = std::move(item.updated_at),
                     .context = std::move(item.context),
                     .messages = {}};
    for (const auto& m : found->messages.items) view.messages.push_back(view_of(m));
    http::Reply<SessionView> reply(std::move(view));
    reply.paged(http::pagination(page, size, found->messages.total));
    co_return reply;
}

Task<Result<SessionItem>> ChatService::rename(Uuid user, core::ObjectId id, SessionChange change,
                                              Instant now) {
    auto item = co_await parts_.mongo.run(
        [user, id, change, now](core::Connection& db) -> Result<SessionItem> {
            store::rename_session(db, user.str(), id, change.session_title, core::stored(now));
            const auto session = store::find_session(db, user.str(), id);
            if (!session) return no_session();
            return item_of(*session);
        });
    co_return item;
}

Task<Result<http::Empty>> ChatService::remove(Uuid user, core::ObjectId id) {
    auto done = co_await parts_.mongo.run([user, id](core::Connection& db) -> Result<http::Empty> {
        if (!store::remove_session(db, user.str(), id)) return no_session();
        return http::Empty{};
    });
    co_return done;
}

}  // namespace lexi::chat
