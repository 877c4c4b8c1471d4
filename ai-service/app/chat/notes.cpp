// The part of ChatService that shows and changes what the tutor remembers.
#include "chat/memory_store.hpp"
#include "chat/service.hpp"
#include "core/lexicon/forms.hpp"

namespace lexi::chat {
namespace {

Note view_of(const NoteDocument& note) {
    return {.id = core::to_hex(note._id),
            .kind = note.kind,
            .text = note.text,
            .count = note.count,
            .created_at = to_rfc3339(core::loaded(note.createdAt)),
            .updated_at = to_rfc3339(core::loaded(note.updatedAt))};
}

std::unexpected<Problem> no_note() { return fail(Fault::not_found, "There is no such note."); }

}  // namespace

Task<Result<std::vector<Note>>> ChatService::notes(Uuid user) {
    auto found =
        co_await parts_.mongo.run([user](core::Connection& db) -> Result<std::vector<Note>> {
            std::vector<Note> notes;
            for (const auto& note : store::notes(db, user.str())) notes.push_back(view_of(note));
            return notes;
        });
    co_return found;
}

Task<Result<Note>> ChatService::add_note(Uuid user, NewNote note, Instant now) {
    const Notice notice{.kind = note.kind, .key = core::folded(note.text), .text = note.text};
    auto added =
        co_await parts_.mongo.run([user, notice, now](core::Connection& db) -> Result<Note> {
            store::remember(db, user.str(), notice, core::stored(now));
            const auto stored = store::find_note(db, user.str(), note_id(user.str(), notice));
            if (!stored) return no_note();
            return view_of(*stored);
        });
    co_return added;
}

Task<Result<Note>> ChatService::change_note(Uuid user, core::ObjectId id, NoteChange change,
                                            Instant now) {
    auto changed =
        co_await parts_.mongo.run([user, id, change, now](core::Connection& db) -> Result<Note> {
            store::change_note(db, user.str(), id, change.text, core::stored(now));
            const auto stored = store::find_note(db, user.str(), id);
            if (!stored) return no_note();
            return view_of(*stored);
        });
    co_return changed;
}

Task<Result<http::Empty>> ChatService::forget_note(Uuid user, core::ObjectId id) {
    auto done = co_await parts_.mongo.run([user, id](core::Connection& db) -> Result<http::Empty> {
        if (!store::forget_note(db, user.str(), id)) return no_note();
        return http::Empty{};
    });
    co_return done;
}

Task<Result<http::Empty>> ChatService::forget_all(Uuid user) {
    auto done = co_await parts_.mongo.run([user](core::Connection& db) -> Result<http::Empty> {
        store::forget_all(db, user.str());
        return http::Empty{};
    });
    co_return done;
}

}  // namespace lexi::chat
