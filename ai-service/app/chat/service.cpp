#include "chat/service.hpp"

#include <algorithm>

#include "chat/screen.hpp"
#include "chat/turn.hpp"

namespace lexi::chat {
namespace {

constexpr std::uint32_t kReplyTokens = 256;  // where nobody asks for more
constexpr std::uint32_t kSpareTokens = 32;   // of the context, for what the template adds

// An id that a retry under the same key finds again; without a key a new one.
core::ObjectId derived_id(const std::string& seed, std::string_view what) {
    if (seed.empty()) return core::new_object_id();
    return *core::parse_object_id(sha256_hex(seed + "|" + std::string(what)).substr(0, 24));
}

// A topic or a goal names something; what tells the tutor how to behave is neither.
Result<void> check_lesson(const ChatBody& body) {
    constexpr const char* kNoOrders = "must say what it is about, not tell the tutor what to do";
    if (body.topic && gives_orders(*body.topic)) return fail_field("topic", kNoOrders);
    for (const auto& goal : body.learning_goals.value_or(std::vector<std::string>())) {
        if (gives_orders(goal)) return fail_field("learning_goals", kNoOrders);
    }
    return {};
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
    if (auto ok = check_lesson(body); !ok) return std::unexpected(ok.error());
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
    turn->gives_orders = gives_orders(body.message);
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
        if (wanted.role_play.line() || wanted.gives_orders) return {};  // no model is asked
        const auto status = llm->status();
        if (llm->context_tokens() == 0 || wanted.max_tokens == 0) {
            const bool broken = status.state == ml::to_text(ml::EngineState::failed);
            return std::unexpected(ml::not_ready(
                broken ? ml::EngineState::failed : ml::EngineState::loading, "The tutor"));
        }
        const auto count = [llm](const std::string& text) { return llm->count_tokens(text); };
        const auto lesson = lesson_of(wanted);
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

}  // namespace lexi::chat
