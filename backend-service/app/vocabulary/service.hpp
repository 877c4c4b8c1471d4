#pragma once
#include "app/core/idempotency.hpp"
#include "app/vocabulary/schema.hpp"

namespace lexi::vocabulary {

/// A learner's words and when they are asked. Any event loop.
class VocabularyService {
public:
    explicit VocabularyService(Database& db) : db_(db) {}

    Task<Result<http::Reply<std::vector<WordView>>>> list(Uuid user, WordFilter filter);
    /// already_exists where the learner has the word.
    Task<Result<http::Reply<WordView>>> add(http::Request request, AddWord body);
    Task<Result<QueueView>> queue(Uuid user, std::int64_t limit, Instant now);
    Task<Result<http::Reply<ReviewView>>> review(http::Request request, Uuid card, ReviewBody body);
    Task<Result<http::Reply<BatchView>>> review_batch(http::Request request, BatchBody body);
    Task<Result<http::Reply<UndoView>>> undo(http::Request request);
    Task<Result<VocabularyStats>> stats(Uuid user, int days, Instant now);
    /// already_exists where the learner has another word of this spelling and meaning; conflict
    /// where the text is the catalogue's.
    Task<Result<WordView>> edit(Uuid user, Uuid card, EditWord edit, Instant now);
    Task<Result<http::Empty>> remove(Uuid user, Uuid card);

private:
    Database& db_;
};

}  // namespace lexi::vocabulary
