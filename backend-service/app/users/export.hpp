#pragma once
// Everything of a user as one JSON document. A heavy learner has hundreds of megabytes, so it goes
// by way of a file that has no name and vanishes with its last reader; memory holds one piece at a
// time.
#include <memory>
#include <string>

#include "app/core/database.hpp"
#include "kit/offload.hpp"

namespace lexi::users {

/// A file without a name. One thread at a time.
class Scratch {
public:
    /// In `folder`, which must be there. Throws std::system_error.
    explicit Scratch(const std::string& folder);
    ~Scratch();
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    void append(std::string_view text);
    std::size_t size() const { return size_; }
    /// The bytes from `offset` on, as many as fit; 0 at the end.
    std::size_t read(std::size_t offset, char* to, std::size_t room) const;

private:
    int file_ = -1;
    std::size_t size_ = 0;
};

struct Export {
    std::shared_ptr<Scratch> file;
};

/// Writes the user's rows of every table, as of one moment, on `writers`. not_found where there is
/// no such user.
Task<Result<Export>> write_export(Database& db, WorkerPool& writers, std::string folder, Uuid user,
                                  std::string request_id, Instant now);

}  // namespace lexi::users
