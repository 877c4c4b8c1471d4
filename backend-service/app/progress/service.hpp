#pragma once
#include "app/core/account.hpp"
#include "app/core/idempotency.hpp"
#include "app/progress/schema.hpp"

namespace lexi::progress {

inline constexpr int kActivityXpLimit = 10;  // one a minute, at most this many an activity

/// What was done beside lessons and words, and what came of it all. Any event loop.
class ProgressService {
public:
    explicit ProgressService(Database& db) : db_(db) {}

    Task<Result<http::Reply<ActivityView>>> record(http::Request request, ActivityBody body);
    Task<Result<ProgressView>> overview(Uuid user, Instant now);
    Task<Result<Stats>> stats(Uuid user, Range range, Instant now);

private:
    Database& db_;
};

}  // namespace lexi::progress
