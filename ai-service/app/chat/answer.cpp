// The part of ChatService that answers: the reply, its level, corrections, what may come next.
#include <cmath>

#include "chat/cards.hpp"
#include "chat/corrections.hpp"
#include "chat/guard.hpp"
#include "chat/level_check.hpp"
#include "chat/memory_store.hpp"
#include "chat/sentence_frames.hpp"
#include "chat/sentence_gate.hpp"
#include "chat/service.hpp"
#include "chat/summary.hpp"
#include "chat/turn.hpp"
#include "core/await_llm.hpp"
#include "kit/offload.hpp"
#include "kit/sse.hpp"
#include "ml/grammar/rewrite.hpp"

namespace lexi::chat {
namespace {

// Said to who gives orders, and where the model was brought to say what it must not.
constexpr const char* kBackToWork =
    "Let's go on with our English practice! What would you like to talk about?";

// Judges and shows a reply while it is made. On the engine's thread, then on the loop.
class Speech {
public:
    Speech(const Turn& turn, std::function<bool(std::string_view)> token)
        : token_(std::move(token)),
          instructions_(instructions(lesson_of(turn))),
          said_(said_by_learner(turn)),
          level_(core::parse_level(level_of(turn.session.context.userLevel)).value()),
          checks_level_(turn.session.language.starts_with("en") && level_ < core::Level::b2),
          known_(known_words(texts_known(turn))),
          gate_([this](std::string_view text) { return may_show(text); },
                checks_level_ ? SentenceGate::Unit::sentence : SentenceGate::Unit::word) {}

    bool push(std::string_view piece) { return show(gate_.push(piece)); }
    void finish() { show(gate_.finish()); }

    bool too_hard() const { return gate_.closed() && !forbidden_; }
    const std::string& held() const { return gate_.held(); }
    LevelReading read(std::string_view text) const {
        return read_level(core::Lexicon::built_in(), text, level_, known_);
    }
    bool checks_level() const { return checks_level_; }
    core::Level level() const { return level_; }
    const KnownWords& known() const { return known_; }
    bool allowed(std::string_view text) const {
        return !repeats(instructions_, text) && !gives_address(text, said_);
    }

    /// What stands in the place of what was held.
    void replace_held(const std::string& text) {
        replacement_ = text;
        show(text);
    }
    /// Ends the reply, where something that must not be said was held.
    void close() {
        if (forbidden_ && gate_.shown().empty()) replace_held(kBackToWork);
    }
    std::string text() const { return gate_.shown() + replacement_; }

private:
    static std::string said_by_learner(const Turn& turn) {
        std::string said = turn.body.message;
        for (const auto& message : turn.history) {
            if (message.role == "user") said += "\n" + message.content;
        }
        return said;
    }
    // Topic, role-play and what the learner says are what the conversation is about: their words
    // may be used whatever their level.
    static std::vector<std::string_view> texts_known(const Turn& turn) {
        std::vector<std::string_view> texts{turn.body.message, turn.session.context.currentTopic};
        if (const auto* scenario = turn.role_play.scenario()) {
            for (const auto& word : scenario->target_words) texts.emplace_back(word);
            for (const auto& name : scenario->names) texts.emplace_back(name);
        }
        return texts;
    }
    bool may_show(std::string_view text) {
        if (!allowed(text)) {
            forbidden_ = true;
            return false;
        }
        return !checks_level_ || !read(text).too_hard();
    }
    bool show(const std::string& text) { return text.empty() || !token_ || token_(text); }

    std::function<bool(std::string_view)> token_;
    std::string instructions_;
    std::string said_;
    core::Level level_;
    bool checks_level_;
    KnownWords known_;
    bool forbidden_ = false;
    SentenceGate gate_;
    std::string replacement_;
};

double rounded(double share) { return std::round(share * 1000) / 1000; }

}  // namespace

ml::LlmJob ChatService::job_of(const Turn& turn) const {
    const auto count = [llm = &parts_.llm](const std::string& text) {
        return llm->count_tokens(text);
    };
    const auto& heat = turn.body.temperature;
    return {.messages = tutor_messages(lesson_of(turn), turn.history, turn.body.message,
                                       turn.budget, count),
            .session = core::to_hex(turn.session_id),
            .max_tokens = turn.max_tokens,
            .temperature = heat ? static_cast<float>(*heat) : parts_.temperature,
            .seed = turn.body.seed,
            .repeat_penalty = 1.1F,
            .owner = turn.user};
}

// The held rest of a reply in easier words; the original where the model cannot put it so.
Task<std::string> ChatService::simpler(std::string text, std::vector<std::string> beyond,
                                       std::shared_ptr<Turn> turn, drogon::HttpRequestPtr client) {
    const auto tokens = parts_.llm.count_tokens(text);
    ml::LlmJob job{
        .messages = simpler_messages(text, level_of(turn->session.context.userLevel), beyond),
        .session = "simpler",
        .max_tokens = tokens + tokens / 2 + 16,
        .temperature = 0,
        .seed = turn->body.seed,
        .stop = {"\n\n"},
        .owner = turn->user};
    const auto outcome =
        co_await core::generate(&parts_.llm, std::move(job), {}, std::move(client));
    if (!outcome || outcome->finish_reason != "stop") co_return text;
    co_return outcome->text;
}

Task<Result<ChatReply>> ChatService::spoken(std::shared_ptr<Turn> turn, Listeners listeners,
                                            drogon::HttpRequestPtr client, ChatReply reply) {
    auto speech = std::make_shared<Speech>(*turn, std::move(listeners.token));
    auto outcome = co_await core::generate(
        &parts_.llm, job_of(*turn),
        [speech](std::string_view piece) { return speech->push(piece); }, client);
    if (!outcome) co_return std::unexpected(outcome.error());
    if (outcome->finish_reason == "cancelled") {
        co_return fail(Fault::unavailable, "The client went away.");
    }
    speech->finish();
    const auto before = speech->read(outcome->text);
    if (speech->too_hard()) {
        const auto held = speech->held();
        const auto beyond = speech->read(held).beyond;
        auto easier = co_await simpler(held, beyond, turn, client);
        const bool better =
            speech->allowed(easier) && speech->read(easier).share() < speech->read(held).share();
        speech->replace_held(better ? easier : held);
    }
    speech->close();
    reply.reply = speech->text();
    reply.usage = {.prompt_tokens = outcome->usage.prompt_tokens,
                   .completion_tokens = outcome->usage.completion_tokens,
                   .cached_tokens = outcome->usage.cached_tokens};
    reply.model = parts_.llm.status().name;
    if (!turn->session.language.starts_with("en")) co_return reply;
    const auto after = speech->read(reply.reply);
    reply.level_check = LevelCheck{.words = static_cast<std::int64_t>(after.words),
                                   .beyond = after.beyond,
                                   .share = rounded(after.share()),
                                   .share_before = rounded(before.share()),
                                   .simplified = speech->too_hard()};
    reply.suggestions = sentence_frames(reply.reply);
    reply.card_suggestions =
        cards(core::Lexicon::built_in(), reply.reply, speech->level(), speech->known());
    co_return reply;
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
    auto corrections = co_await checked(turn, "");  // a few milliseconds: before the reply
    const auto tell = [&listeners](const std::vector<Correction>& found) {
        if (!listeners.correction) return;
        for (const auto& correction : found) listeners.correction(correction);
    };
    tell(corrections);
    if (const auto line = turn->role_play.line()) {
        reply.reply = *line;
        if (listeners.token) listeners.token(*line);
    } else if (turn->gives_orders) {
        reply.reply = kBackToWork;
        reply.model = kRedirected;
        if (listeners.token) listeners.token(kBackToWork);
    } else {
        auto said = co_await spoken(turn, listeners, client, std::move(reply));
        if (!said) co_return std::unexpected(said.error());
        reply = std::move(*said);
    }
    if (corrections.empty() && !turn->gives_orders && wants_rewrite()) {
        corrections = co_await rewritten(turn, client);
        tell(corrections);
    }
    reply.corrections = std::move(corrections);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
    reply.duration = took.count();
    auto stored = co_await parts_.mongo.run(
        [turn, reply](core::Connection& db) { return close_turn(db, *turn, reply); });
    if (stored) http::detach(summarise(turn, *stored));
    co_return stored;
}

// Beside what the learner does next; a summary that cannot be had is tried again after the next
// turn.
Task<void> ChatService::summarise(std::shared_ptr<Turn> turn, ChatReply reply) {
    const auto count = [llm = &parts_.llm](const std::string& text) {
        return llm->count_tokens(text);
    };
    auto history = turn->history;
    history.push_back({"user", turn->body.message});
    history.push_back({"assistant", reply.reply});
    auto times = turn->times;
    times.push_back(core::stored(turn->at));
    times.push_back(core::stored(turn->at));  // kept in any case: see kKeptMessages
    const auto old = to_summarise(history, turn->budget, count);
    if (old == 0 || parts_.llm.context_tokens() == 0) co_return;
    history.resize(old);
    ml::LlmJob job{
        .messages = summary_messages(turn->session.summary, history,
                                     parts_.llm.context_tokens() - 2 * kSummaryTokens, count),
        .session = "summary",
        .max_tokens = kSummaryTokens,
        .temperature = 0,
        .stop = {"\n\n"},
        .owner = turn->user};
    const auto outcome = co_await core::generate(&parts_.llm, std::move(job), {}, nullptr);
    if (!outcome || outcome->finish_reason == "cancelled" || outcome->text.empty()) co_return;
    (void)co_await parts_.mongo.run([session = turn->session, text = outcome->text,
                                     until = times[old - 1]](core::Connection& db) -> Result<bool> {
        return store::summarise(db, session, text, until);
    });
}

// Where the engine cannot be had (it loads, its queue is full) the turn goes on without.
Task<std::vector<Correction>> ChatService::checked(std::shared_ptr<Turn> turn,
                                                   std::string rewrite) {
    if (parts_.corrections == "off" || !turn->session.language.starts_with("en")) co_return {};
    const auto report = co_await offload(
        parts_.workers,
        [grammar = &parts_.grammar, text = turn->body.message,
         options = ml::grammar::CheckOptions{.suggestions = false, .rewrite = std::move(rewrite)}] {
            return grammar->check(text, options);
        });
    if (!report) co_return {};
    turn->errors = core::writing_errors(turn->body.message, report->matches);
    co_return corrections(turn->body.message, report->matches);
}

// A small model rewrites badly; it is asked only where the configuration insists.
bool ChatService::wants_rewrite() const {
    if (parts_.corrections != "auto") return parts_.corrections == "on";
    return !parts_.llm.status().name.starts_with("SmolLM");
}

Task<std::vector<Correction>> ChatService::rewritten(std::shared_ptr<Turn> turn,
                                                     drogon::HttpRequestPtr client) {
    const auto& message = turn->body.message;
    auto job = ml::grammar::rewrite_job(message, parts_.llm.count_tokens(message), turn->user);
    // A correction that cannot be had (the queue is full, the message too long) is not worth
    // failing the turn for.
    const auto outcome =
        co_await core::generate(&parts_.llm, std::move(job), {}, std::move(client));
    if (!outcome || outcome->finish_reason != "stop") co_return {};
    auto found = co_await checked(turn, outcome->text);
    co_return found;
}

}  // namespace lexi::chat
