#pragma once
#include <atomic>

#include "app/core/revocation.hpp"
#include "app/users/export.hpp"
#include "app/users/schema.hpp"

namespace lexi::users {

/// Accounts as their owners (and administrators) see and change them. Any event loop.
class UserService {
public:
    /// `writers` write exports into `scratch_dir`.
    UserService(Database& db, Revocation& revocation, WorkerPool& writers, std::string scratch_dir)
        : db_(db),
          revocation_(revocation),
          writers_(writers),
          scratch_dir_(std::move(scratch_dir)) {}

    Task<Result<UserView>> show(Uuid user, Instant now);
    Task<Result<UserView>> change(Uuid user, ProfileChange change, Instant now);
    /// Erases the user and everything that belongs to the user; tokens in circulation are refused.
    Task<Result<http::Empty>> erase(Uuid user, Instant now);
    /// The whole reply, envelope and all.
    Task<Result<Export>> export_all(Uuid user, std::string request_id, Instant now);

private:
    Database& db_;
    Revocation& revocation_;
    WorkerPool& writers_;
    std::string scratch_dir_;
    std::atomic<int> exports_ = 0;
};

}  // namespace lexi::users
