#pragma once
#include "app/core/database.hpp"
#include "app/transfer/schema.hpp"
#include "kit/multipart.hpp"
#include "kit/offload.hpp"

namespace lexi::transfer {

/// Words in and out as files. Files are read and written on `pool`.
class TransferService {
public:
    TransferService(Database& db, WorkerPool& pool) : db_(db), pool_(pool) {}

    /// `form`: file, and dry_run and columns where given. All rows that can be taken, or none.
    Task<Result<ImportView>> import_file(Uuid user, http::Form form, Instant now);
    /// The bytes of the file.
    Task<Result<std::string>> export_file(Uuid user, FileFormat format, Instant now);

private:
    Database& db_;
    WorkerPool& pool_;
};

}  // namespace lexi::transfer
