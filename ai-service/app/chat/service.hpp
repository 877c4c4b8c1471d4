#pragma once
#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <string>

#include "chat/prompt.hpp"
#include "chat/schema.hpp"
#include "chat/store.hpp"
#include "core/mongo.hpp"
#include "kit/http.hpp"
#include "ml/grammar/checker.hpp"
#include "ml/llm/llm.hpp"
#include "roleplay/scenario.hpp"

namespace lexi::chat {

/// What the slice works with; all of it outlives the service.
struct ChatParts {
    ml::Llm& llm;
    ml::grammar::Grammar& grammar;
    WorkerPool& workers;  // on which texts are checked
    core::Mongo& mongo;
    std::uint32_t max_tokens;  // the longest answer that may be asked for
    float temperature;
    std::string corrections;  // auto, on, off
    const roleplay::Scenarios& scenarios;
};

struct Turn;

/// What a turn says while it is made. On the engine's thread; must not block.
struct Listeners {
    std::function<bool(std::string_view)> token;  // false: nobody listens any more
    std::function<void(const Correction&)> correction;
};

/// Any event loop; MongoDB is asked on its workers, the model through its queue.
class ChatService {
public:
    explicit ChatService(ChatParts parts) : parts_(parts) {}

    /// The first half of a turn, with everything that can be refused: the learner's message is
    /// stored and may be answered. Under an Idempotency-Key a turn happens once: a retry gets the
    /// stored answer, conflict while the first is still under way here, invalid for another body.
    Task<Result<std::shared_ptr<Turn>>> open(http::Request request, ChatBody body);
    /// The second half. The answer is stored before this returns. A `client` that goes away ends
    /// the generation.
    Task<Result<ChatReply>> answer(std::shared_ptr<Turn> turn, Listeners listeners,
                                   drogon::HttpRequestPtr client);

    /// By level, then title.
    Task<Result<std::vector<ScenarioItem>>> scenarios(ScenarioFilter filter) const;

    Task<Result<http::Reply<std::vector<SessionItem>>>> sessions(Uuid user, PageFilter filter);
    Task<Result<http::Reply<SessionView>>> session(Uuid user, core::ObjectId id, PageFilter filter);
    Task<Result<SessionItem>> rename(Uuid user, core::ObjectId id, SessionChange change,
                                     Instant now);
    Task<Result<http::Empty>> remove(Uuid user, core::ObjectId id);

    // What the tutor remembers of a learner, newest first.
    Task<Result<std::vector<Note>>> notes(Uuid user);
    /// Said by the learner, not noticed; the same note again is the one that is there.
    Task<Result<Note>> add_note(Uuid user, NewNote note, Instant now);
    Task<Result<Note>> change_note(Uuid user, core::ObjectId id, NoteChange change, Instant now);
    Task<Result<http::Empty>> forget_note(Uuid user, core::ObjectId id);
    Task<Result<http::Empty>> forget_all(Uuid user);

private:
    Result<std::shared_ptr<Turn>> planned(const http::Request& request, ChatBody body);
    ml::LlmJob job_of(const Turn& turn) const;
    Task<Result<ChatReply>> spoken(std::shared_ptr<Turn> turn, Listeners listeners,
                                   drogon::HttpRequestPtr client, ChatReply reply);
    Task<std::string> simpler(std::string text, std::vector<std::string> beyond,
                              std::shared_ptr<Turn> turn, drogon::HttpRequestPtr client);
    Task<void> summarise(std::shared_ptr<Turn> turn, ChatReply reply);
    Task<std::vector<Correction>> checked(std::shared_ptr<Turn> turn, std::string rewrite);
    Task<std::vector<Correction>> rewritten(std::shared_ptr<Turn> turn,
                                            drogon::HttpRequestPtr client);
    bool wants_rewrite() const;

    ChatParts parts_;
    std::mutex mutex_;
    std::set<std::string> under_way_;  // ids of learners' messages being answered here
};

std::unexpected<Problem> no_session();

}  // namespace lexi::chat
