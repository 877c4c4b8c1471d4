#include "chat/service.hpp"

#include <algorithm>

#include "chat/corrections.hpp"
#include "chat/generation.hpp"
#include "chat/role_play.hpp"

namespace lexi::chat {
namespace {

constexpr std::int64_t kHistoryMessages = 40;
constexpr std::uint32_t kReplyTokens = 256;  // where nobody asks for more
constexpr std::size_t kTitleLetters = 60;
constexpr std::uint32_t kSpareTokens = 32;  // of the context, for what the template adds

// An id that a retry under the same key finds again; without a key a new one.
core::ObjectId derived_id(const std::string& seed, std::string_view what) {
    if (seed.empty()) return core::new_object_id();
    return *core::parse_object_id(sha256_hex(seed + "|" + std::string(what)).substr(0, 24));
}

std::string title_of(std::string_view message) {
    std::string title;
    for (std::size_t letters = 0; !message.empty() && letters < kTitleLetters; ++letters) {
        std::size_t size = 1;
        while (size < message.size() &&
               (static_cast<unsigned char>(message[size]) & 0xC0) == 0x80) {
            ++size;
        }
        title += message.substr(0, size);
        message.remove_prefix(size);
    }
    std::ranges::replace(title, '\n', ' ');
    return title;
}

Lesson lesson_of(const SessionDocument& session, const RolePlayTurn& role_play) {
    return {.level = level_of(session.context.userLevel),
            .target_language = session.language,
            .native_language = session.nativeLanguage,
            .topic = session.context.currentTopic,
            .goals = session.context.learningGoals,
            .role_play = role_play.instructions()};
}

// What a turn says of the lesson holds from then on.
void apply(const ChatBody& body, SessionDocument& session) {
    if (body.target_language) session.language = *body.target_language;
    if (body.native_language) session.nativeLanguage = *body.native_language;
    if (body.topic) session.context.currentTopic = *body.topic;
    if (body.user_level) session.context.userLevel = level_of(*body.user_level);
    if (body.learning_goals) session.context.learningGoals = *body.learning_goals;
}

// Takes an id off the set when the turn is over, however it ends.
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

}  // namespace

struct ChatService::Turn {
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
    std::size_t budget = 0;  // tokens of the prompt
    std::unique_ptr<UnderWay> guard{};

    // From the store:
    SessionDocument session{};
    std::vector<ml::ChatMessage> history{};
    RolePlayTurn role_play{};
    std::optional<ChatReply> replay{};
};

namespace {

using Turn = ChatService::Turn;
using Admit = std::function<Result<void>(const Turn&)>;  // may this be answered at all?

Result<void> find_or_begin_session(core::Connection& db, Turn& turn,
                                   const roleplay::Scenarios& scenarios) {
    auto session = store::find_session(db, turn.user, turn.session_id);
    if (!session && turn.known) return no_session();
    if (session) {
        turn.session = std::move(*session);
    } else {
        turn.session = {._id = turn.session_id,
                        .userId = turn.user,
                        .sessionTitle = title_of(turn.body.message),
                        .language = "en",
                        .nativeLanguage = "vi",
                        .createdAt = core::stored(turn.at),
                        .updatedAt = core::stored(turn.at),
                        .context = {.currentTopic = "", .userLevel = "A1", .learningGoals = {}}};
        if (auto ok = begin_role_play(turn.body, scenarios, turn.session.context); !ok) return ok;
    }
    if (auto ok = check_role_play(turn.body, turn.session.context); !ok) return ok;
    apply(turn.body, turn.session);
    return {};
}

// What is stored under the turn's key already.
Result<void> find_replay(core::Connection& db, Turn& turn) {
    const auto before = store::find_message(db, turn.user, turn.message);
    if (!before) return {};
    if (before->requestHash != turn.request_hash) {
        return fail_field("Idempotency-Key", "was used with another request before");
    }
    const auto answer = store::find_message(db, turn.user, turn.answer);
    if (!answer) return {};
    ChatReply reply;
    if (!glz::read_json(reply, answer->reply)) turn.replay = std::move(reply);
    return {};
}

MessageDocument learners_message(const Turn& turn) {
    return {._id = turn.message,
            .sessionId = core::to_hex(turn.session_id),
            .userId = turn.user,
            .role = "user",
            .content = turn.body.message,
            .timestamp = core::stored(turn.at),
            .metadata = {},
            .requestHash = turn.request_hash,
            .reply = ""};
}

// What the partner of a role-play says before the learner does.
MessageDocument opening(const Turn& turn) {
    return {._id = turn.opening,
            .sessionId = core::to_hex(turn.session_id),
            .userId = turn.user,
            .role = "assistant",
            .content = turn.role_play.scenario()->script.front().text,
            .timestamp = core::stored(turn.at) - std::chrono::milliseconds(1),
            .metadata = {.model = kAuthored, .tokens = 0},
            .requestHash = "",
            .reply = ""};
}

// What was said before, and what this turn does in a role-play.
Result<void> recall(core::Connection& db, Turn& turn, const roleplay::Scenarios& scenarios) {
    std::string last_reply;
    for (auto& m : store::last_messages(db, core::to_hex(turn.session_id), kHistoryMessages)) {
        if (m._id == turn.message) continue;
        if (!m.reply.empty()) last_reply = std::move(m.reply);
        turn.history.push_back({m.role, std::move(m.content)});
    }
    auto role_play =
        RolePlayTurn::take(turn.session.context, scenarios, last_reply, turn.body.message);
    if (!role_play) return std::unexpected(role_play.error());
    turn.role_play = std::move(*role_play);
    if (turn.history.empty() && turn.role_play.scenario() != nullptr) {
        turn.history.push_back({"assistant", turn.role_play.scenario()->script.front().text});
    }
    return {};
}

// The message is stored only when it can be answered, so that no refusal leaves it behind.
Result<bool> open_turn(core::Connection& db, Turn& turn, const Admit& admit,
                       const roleplay::Scenarios& scenarios) {
    if (auto ok = find_or_begin_session(db, turn, scenarios); !ok) {
        return std::unexpected(ok.error());
    }
    if (turn.keyed) {
        if (auto ok = find_replay(db, turn); !ok) return std::unexpected(ok.error());
        if (turn.replay) return true;
    }
    if (auto ok = recall(db, turn, scenarios); !ok) return std::unexpected(ok.error());
    if (auto ok = admit(turn); !ok) return std::unexpected(ok.error());
    if (!turn.known) {
        store::add_session(db, turn.session);
        if (turn.role_play.scenario() != nullptr) store::add_message(db, opening(turn));
    }
    if (!store::add_message(db,
                            learners_message(turn))) {  // by a retry, here or at another replica
        if (auto ok = find_replay(db, turn); !ok) return std::unexpected(ok.error());
    }
    return true;
}

Result<ChatReply> close_turn(core::Connection& db, const Turn& turn, ChatReply reply) {
    const auto now = core::stored(lexi::now());
    const bool added = store::add_message(
        db, {._id = turn.answer,
             .sessionId = reply.session_id,
             .userId = turn.user,
             .role = "assistant",
             .content = reply.reply,
             .timestamp = std::max(now, core::stored(turn.at) + std::chrono::milliseconds(1)),
             .metadata = {.model = reply.model, .tokens = reply.usage.completion_tokens},
             .requestHash = "",
             .reply = http::write_json(reply)});
    if (!added) {  // another replica answered the same retry first: its answer is the answer
        const auto answer = store::find_message(db, turn.user, turn.answer);
        if (answer && !glz::read_json(reply, answer->reply)) return reply;
    }
    store::touch_session(db, turn.session, now);
    return reply;
}

}  // namespace

Result<std::shared_ptr<Turn>> ChatService::planned(const http::Request& request, ChatBody body) {
    const auto user = request.who().id.str();
    if (body.user_id && Uuid::parse(*body.user_id) != request.who().id) {
        return fail(Fault::forbidden, "user_id is not the token's.");
    }
    if (body.max_tokens && *body.max_tokens > parts_.max_tokens) {
        return fail_field("max_tokens", "must be at most " + std::to_string(parts_.max_tokens));
    }
    const auto key = request.idempotency_key();
    const auto seed = key ? user + "|" + *key : std::string();
    const auto context = parts_.llm.context_tokens();
    auto turn = std::make_shared<Turn>();
    turn->user = user;
    turn->keyed = key.has_value();
    if (body.session_id) {
        turn->known = core::parse_object_id(*body.session_id);
        if (!turn->known) return no_session();
    }
    turn->session_id = turn->known ? *turn->known : derived_id(seed, "session");
    turn->message = derived_id(seed, "message");
    turn->answer = derived_id(seed, "answer");
    turn->opening = derived_id(seed, "opening");
    turn->request_hash = sha256_hex(http::write_json(body));
    turn->at = request.at;
    turn->max_tokens =
        std::min(body.max_tokens.value_or(std::min(kReplyTokens, parts_.max_tokens)), context / 2);
    turn->budget = context - turn->max_tokens - std::min(kSpareTokens, context / 8);
    turn->body = std::move(body);
    const auto id = core::to_hex(turn->message);
    {
        const std::lock_guard lock(mutex_);
        if (!under_way_.insert(id).second) {
            return fail(Fault::conflict, "This message is being answered already.");
        }
    }
    turn->guard = std::make_unique<UnderWay>(mutex_, under_way_, id);
    return turn;
}

Task<Result<std::shared_ptr<Turn>>> ChatService::open(http::Request request, ChatBody body) {
    auto turn = planned(request, std::move(body));
    if (!turn) co_return std::unexpected(turn.error());
    const Admit admit = [llm = &parts_.llm](const Turn& wanted) -> Result<void> {
        if (wanted.role_play.line()) return {};  // no model is asked
        const auto status = llm->status();
        if (llm->context_tokens() == 0 || wanted.max_tokens == 0) {
            const bool broken = status.state == ml::to_text(ml::EngineState::failed);
            return std::unexpected(ml::not_ready(
                broken ? ml::EngineState::failed : ml::EngineState::loading, "The tutor"));
        }
        const auto count = [llm](const std::string& text) { return llm->count_tokens(text); };
        const auto lesson = lesson_of(wanted.session, wanted.role_play);
        if (least_tokens(lesson, wanted.body.message, count) <= wanted.budget) return {};
        return fail_field("message",
                          "is, with its topic and goals, longer than the tutor can read");
    };
    const auto opened = co_await parts_.mongo.run(
        [turn = *turn, admit, scenarios = &parts_.scenarios](core::Connection& db) {
            return open_turn(db, *turn, admit, *scenarios);
        });
    if (!opened) co_return std::unexpected(opened.error());
    co_return *turn;
}

ml::LlmJob ChatService::job_of(const Turn& turn) const {
    const auto count = [llm = &parts_.llm](const std::string& text) {
        return llm->count_tokens(text);
    };
    const auto& heat = turn.body.temperature;
    return {.messages = tutor_messages(lesson_of(turn.session, turn.role_play), turn.history,
                                       turn.body.message, turn.budget, count),
            .session = core::to_hex(turn.session_id),
            .max_tokens = turn.max_tokens,
            .temperature = heat ? static_cast<float>(*heat) : parts_.temperature,
            .seed = turn.body.seed,
            .repeat_penalty = 1.1F,
            .owner = turn.user};
}

Task<Result<ChatReply>> ChatService::answer(std::shared_ptr<Turn> turn, Listeners listeners,
                                            drogon::HttpRequestPtr client) {
    if (turn->replay) {
        if (listeners.token) listeners.token(turn->replay->reply);
        co_return *turn->replay;
    }
    const auto began = std::chrono::steady_clock::now();
    ChatReply reply{.session_id = core::to_hex(turn->session_id),
                    .message_id = core::to_hex(turn->answer),
                    .role_play = turn->role_play.view(),
                    .model = kAuthored};
    if (const auto line = turn->role_play.line()) {
        reply.reply = *line;
        if (listeners.token) listeners.token(*line);
    } else {
        auto outcome = co_await generate(&parts_.llm, job_of(*turn), listeners.token, client);
        if (!outcome) co_return std::unexpected(outcome.error());
        if (outcome->finish_reason == "cancelled") {
            co_return fail(Fault::unavailable, "The client went away.");
        }
        reply.reply = std::move(outcome->text);
        reply.usage = {.prompt_tokens = outcome->usage.prompt_tokens,
                       .completion_tokens = outcome->usage.completion_tokens,
                       .cached_tokens = outcome->usage.cached_tokens};
        reply.model = parts_.llm.status().name;
    }
    reply.corrections = co_await corrected(turn->body.message, turn->user, client);
    if (listeners.correction) {
        for (const auto& correction : reply.corrections) listeners.correction(correction);
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
    reply.duration = took.count();
    auto stored = co_await parts_.mongo.run(
        [turn, reply](core::Connection& db) { return close_turn(db, *turn, reply); });
    co_return stored;
}

// A small model rewrites badly; it is asked only where the configuration insists.
bool ChatService::wants_corrections() const {
    if (parts_.corrections != "auto") return parts_.corrections == "on";
    return !parts_.llm.status().name.starts_with("SmolLM");
}

Task<std::vector<Correction>> ChatService::corrected(std::string message, std::string user,
                                                     drogon::HttpRequestPtr client) {
    if (!wants_corrections()) co_return {};
    const auto tokens = parts_.llm.count_tokens(message);
    ml::LlmJob job{.messages = rewrite_messages(message),
                   .session = "rewrite",
                   .max_tokens = tokens + tokens / 2 + 16,
                   .temperature = 0,
                   .stop = {"\n\n"},
                   .owner = std::move(user)};
    // A correction that cannot be had (the queue is full, the message too long) is not worth
    // failing the turn for.
    const auto outcome = co_await generate(&parts_.llm, std::move(job), {}, std::move(client));
    if (!outcome || outcome->finish_reason != "stop") co_return {};
    co_return corrections(message, outcome->text);
}

}  // namespace lexi::chat
