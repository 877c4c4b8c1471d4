#pragma once
// What the tutor remembers of a learner: one document of `learner_memory` a note. All of these
// block; they run inside a job of Mongo::run.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "chat/memory.hpp"
#include "core/mongo.hpp"

namespace lexi::chat {

struct NoteDocument {
    core::ObjectId _id;
    std::string userId;
    std::string kind;
    std::string key;
    std::string text;
    std::int64_t count = 0;  // how often it was noticed
    core::StoredTime createdAt;
    core::StoredTime updatedAt;
};

namespace store {

/// Of a kind; beyond it the one not noticed for longest is forgotten.
inline constexpr std::int64_t kMostNotes = 50;

/// Counts it once more where it is known; its text, which the learner may have edited, stays.
void remember(core::Connection& db, const std::string& user, const Notice& notice,
              core::StoredTime at);
/// Newest first.
std::vector<NoteDocument> notes(core::Connection& db, const std::string& user);
std::optional<NoteDocument> find_note(core::Connection& db, const std::string& user,
                                      const core::ObjectId& id);
bool change_note(core::Connection& db, const std::string& user, const core::ObjectId& id,
                 const std::string& text, core::StoredTime at);
bool forget_note(core::Connection& db, const std::string& user, const core::ObjectId& id);
void forget_all(core::Connection& db, const std::string& user);

}  // namespace store

/// A note's id follows from whose and what it is, so that the same one is never there twice.
core::ObjectId note_id(const std::string& user, const Notice& notice);

}  // namespace lexi::chat
