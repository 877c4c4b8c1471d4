#pragma once
// What a learner wrote, as far as its errors go: one document of `writing_checks` a text. Chat and
// text analysis add to it, suggestions read it. All of this blocks: inside a job of Mongo::run.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/bson.hpp"
#include "core/mongo.hpp"
#include "ml/grammar/match.hpp"

namespace lexi::core {

struct WritingError {
    std::string category;  // articles, nouns, verbs …: a skill
    std::string rule;
    std::string original;
    std::string corrected;
    std::string sentence;  // with the error in it
};

struct WritingDocument {
    ObjectId _id;
    std::string userId;
    std::string source;  // chat, analysis
    std::int64_t words = 0;
    std::vector<WritingError> errors;  // at most kMostErrors
    StoredTime createdAt;
};

inline constexpr std::size_t kMostErrors = 20;

/// The errors among what the grammar engine found in `text`; suggestions are none.
std::vector<WritingError> writing_errors(std::string_view text,
                                         const std::vector<ml::grammar::Match>& matches);

/// What stands around text[from, to), from mark to mark, and not too long.
std::string sentence_around(std::string_view text, std::size_t from, std::size_t to);

/// Once under each id.
void add_writing(Connection& db, const WritingDocument& document);
/// Newest first.
std::vector<WritingDocument> last_writing(Connection& db, const std::string& user,
                                          std::int64_t limit);

}  // namespace lexi::core
