#include "chat/memory_store.hpp"

#include "kit/ids.hpp"

namespace lexi::chat {
namespace filter {

struct OwnNote {
    core::ObjectId _id;
    std::string userId;
};
struct OfKind {
    std::string userId;
    std::string kind;
};
struct NewText {
    std::string text;
    core::StoredTime updatedAt;
};
struct Seen {
    core::StoredTime updatedAt;
};
struct Times {
    std::int64_t count = 1;
};
struct First {
    std::string userId;
    std::string kind;
    std::string key;
    std::string text;
    core::StoredTime createdAt;
};
struct Noticed {
    Seen set;
    Times inc;
    First first;
    struct glaze {
        static constexpr auto value = glz::object("$set", &Noticed::set, "$inc", &Noticed::inc,
                                                  "$setOnInsert", &Noticed::first);
    };
};

}  // namespace filter

namespace {

constexpr const char* kNotes = "learner_memory";

}  // namespace

core::ObjectId note_id(const std::string& user, const Notice& notice) {
    const auto digest = sha256_hex(user + "|" + notice.kind + "|" + notice.key);
    return *core::parse_object_id(digest.substr(0, 24));
}

namespace store {

void remember(core::Connection& db, const std::string& user, const Notice& notice,
              core::StoredTime at) {
    auto notes = db[kNotes];
    notes.update(
        core::ById{note_id(user, notice)},
        filter::Noticed{
            .set = {at}, .inc = {}, .first = {user, notice.kind, notice.key, notice.text, at}},
        true);
    const filter::OfKind same{user, notice.kind};
    const auto many = notes.count(same);
    if (many <= kMostNotes) return;
    for (const auto& old : notes.find<NoteDocument>(
             same, {.sort = {{"updatedAt", 1}}, .skip = 0, .limit = many - kMostNotes})) {
        notes.remove(filter::OwnNote{old._id, user});
    }
}

std::vector<NoteDocument> notes(core::Connection& db, const std::string& user) {
    return db[kNotes].find<NoteDocument>(core::OfUser{user}, {.sort = {{"updatedAt", -1}}});
}

std::optional<NoteDocument> find_note(core::Connection& db, const std::string& user,
                                      const core::ObjectId& id) {
    return db[kNotes].find_one<NoteDocument>(filter::OwnNote{id, user});
}

bool change_note(core::Connection& db, const std::string& user, const core::ObjectId& id,
                 const std::string& text, core::StoredTime at) {
    return db[kNotes].update(filter::OwnNote{id, user}, core::Set<filter::NewText>{{text, at}}) > 0;
}

bool forget_note(core::Connection& db, const std::string& user, const core::ObjectId& id) {
    return db[kNotes].remove(filter::OwnNote{id, user}) > 0;
}

void forget_all(core::Connection& db, const std::string& user) {
    db[kNotes].remove(core::OfUser{user});
}

}  // namespace store
}  // namespace lexi::chat
