#include "chat/turn.hpp"

#include <algorithm>

#include "chat/memory_store.hpp"
#include "chat/service.hpp"
#include "core/error_names.hpp"
#include "core/lexicon/forms.hpp"

namespace lexi::chat {
namespace {

constexpr std::int64_t kHistoryMessages = 40;
constexpr std::size_t kTitleLetters = 60;
constexpr std::size_t kNotesInPrompt = 5;
constexpr std::int64_t kOften = 3;  // an error that is the learner's habit

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

// What a turn says of the lesson holds from then on.
void apply(const ChatBody& body, SessionDocument& session) {
    if (body.target_language) session.language = *body.target_language;
    if (body.native_language) session.nativeLanguage = *body.native_language;
    if (body.topic) session.context.currentTopic = *body.topic;
    if (body.user_level) session.context.userLevel = level_of(*body.user_level);
    if (body.learning_goals) session.context.learningGoals = *body.learning_goals;
}

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
        for (const auto& note : store::notes(db, turn.user)) {
            if (turn.session.context.remembered.size() == kNotesInPrompt) break;
            if (note.kind == "error" && note.count < kOften) continue;
            turn.session.context.remembered.push_back(core::to_hex(note._id));
        }
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

// The notes that the session began with, as they are now: an edited one says what the learner made
// of it, a deleted one nothing.
void recall_memory(core::Connection& db, Turn& turn) {
    for (const auto& id : turn.session.context.remembered) {
        const auto note_id = core::parse_object_id(id);
        if (!note_id) continue;
        if (const auto note = store::find_note(db, turn.user, *note_id)) {
            turn.memory.push_back(note->text);
        }
    }
}

// What was said before, and what this turn does in a role-play.
Result<void> recall(core::Connection& db, Turn& turn, const roleplay::Scenarios& scenarios) {
    recall_memory(db, turn);
    std::string last_reply;
    for (auto& m : store::last_messages(db, core::to_hex(turn.session_id),
                                        turn.session.summarisedUntil, kHistoryMessages)) {
        if (m._id == turn.message) continue;
        if (!m.reply.empty()) last_reply = std::move(m.reply);
        if (m.metadata.model == kRedirected) {  // nor does it stand in the history of a prompt
            if (!turn.history.empty() && turn.history.back().role == "user") {
                turn.history.pop_back();
                turn.times.pop_back();
            }
            continue;
        }
        turn.times.push_back(m.timestamp);
        turn.history.push_back({m.role, std::move(m.content)});
    }
    auto role_play =
        RolePlayTurn::take(turn.session.context, scenarios, last_reply, turn.body.message);
    if (!role_play) return std::unexpected(role_play.error());
    turn.role_play = std::move(*role_play);
    if (turn.history.empty() && turn.role_play.scenario() != nullptr) {
        turn.history.push_back({"assistant", turn.role_play.scenario()->script.front().text});
        turn.times.push_back(core::stored(turn.at) - std::chrono::milliseconds(1));
    }
    return {};
}

// What the learner said of themselves, and what they got wrong.
void remember(core::Connection& db, const Turn& turn, core::StoredTime now) {
    for (const auto& notice : noticed(turn.body.message)) {
        store::remember(db, turn.user, notice, now);
    }
    if (!turn.errors) return;
    core::add_writing(db,
                      {._id = turn.message,
                       .userId = turn.user,
                       .source = "chat",
                       .words = static_cast<std::int64_t>(core::words_of(turn.body.message).size()),
                       .errors = *turn.errors,
                       .createdAt = now});
    for (const auto& error : *turn.errors) {
        const auto name = core::category_names(error.category).english;
        store::remember(db, turn.user,
                        {.kind = "error",
                         .key = error.category,
                         .text = "makes mistakes with " + std::string(name)},
                        now);
    }
}

}  // namespace

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
    remember(db, turn, now);
    return reply;
}

Lesson lesson_of(const Turn& turn) {
    const auto& session = turn.session;
    return {.level = level_of(session.context.userLevel),
            .target_language = session.language,
            .native_language = session.nativeLanguage,
            .topic = session.context.currentTopic,
            .goals = session.context.learningGoals,
            .role_play = turn.role_play.instructions(),
            .memory = turn.memory,
            .summary = session.summary};
}

}  // namespace lexi::chat
