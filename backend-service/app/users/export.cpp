#include "app/users/export.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <format>
#include <system_error>

#include "app/core/account.hpp"
#include "app/users/store.hpp"

namespace lexi::users {
namespace {

constexpr std::size_t kPiece = std::size_t{256} << 10;

[[noreturn]] void broken(const char* what) {
    throw std::system_error(errno, std::generic_category(), what);
}

struct Job {
    WorkerPool* writers;
    std::shared_ptr<Scratch> file;
    Uuid user;
    std::string request_id;
    Instant now;
};

Task<Result<http::Empty>> append(WorkerPool* writers, std::shared_ptr<Scratch> file,
                                 std::string text) {
    return offload(*writers, [file, text = std::move(text)] {
        file->append(text);
        return http::Empty{};
    });
}

// `"table":[row,row]`
Task<Result<http::Empty>> table_written(UnitOfWork& work, Job job, std::string table) {
    co_await open_export(work, job.user, table);
    std::string piece = "\"" + table + "\":[";
    bool first = true;
    for (;;) {
        const auto rows = co_await fetch_export(work);
        if (rows.empty()) break;
        for (const auto row : rows) {
            piece += first ? "" : ",";
            piece += column::text(row, "line");
            first = false;
        }
        if (piece.size() < kPiece) continue;
        auto kept = co_await append(job.writers, job.file, std::exchange(piece, {}));
        if (!kept) co_return kept;
    }
    co_await close_export(work);
    auto kept = co_await append(job.writers, job.file, piece + "]");
    co_return kept;
}

Task<Result<Export>> written(UnitOfWork& work, Job job) {
    co_await hold_still(work);
    const auto user = co_await load_user(work, job.user, job.now);
    if (!user) co_return std::unexpected(user.error());
    const auto at = to_rfc3339(job.now);
    auto kept = co_await append(
        job.writers, job.file,
        std::format(R"({{"success":true,"data":{{"exported_at":"{}","tables":{{)", at));
    if (!kept) co_return std::unexpected(kept.error());
    const auto tables = co_await list_tables(work);
    for (std::size_t i = 0; i < tables.size(); ++i) {
        if (i > 0) kept = co_await append(job.writers, job.file, ",");
        if (kept) kept = co_await table_written(work, job, tables[i]);
        if (!kept) co_return std::unexpected(kept.error());
    }
    kept = co_await append(
        job.writers, job.file,
        std::format(R"(}}}},"meta":{{"request_id":"{}","timestamp":"{}"}}}})", job.request_id, at));
    if (!kept) co_return std::unexpected(kept.error());
    co_return Export{job.file};
}

}  // namespace

Scratch::Scratch(const std::string& folder) {
    std::string name = folder + "/export-XXXXXX";
    file_ = mkostemp(name.data(), O_CLOEXEC);
    if (file_ < 0) broken("the export's file");
    unlink(name.c_str());
}

Scratch::~Scratch() { close(file_); }

void Scratch::append(std::string_view text) {
    while (!text.empty()) {
        const auto written = write(file_, text.data(), text.size());
        if (written < 0 && errno != EINTR) broken("writing the export");
        if (written < 0) continue;
        size_ += static_cast<std::size_t>(written);
        text.remove_prefix(static_cast<std::size_t>(written));
    }
}

std::size_t Scratch::read(std::size_t offset, char* to, std::size_t room) const {
    const auto got = pread(file_, to, room, static_cast<off_t>(offset));
    return got < 0 ? 0 : static_cast<std::size_t>(got);
}

Task<Result<Export>> write_export(Database& db, WorkerPool& writers, std::string folder, Uuid user,
                                  std::string request_id, Instant now) {
    const Job job{&writers, std::make_shared<Scratch>(folder), user, std::move(request_id), now};
    Effect<Export> effect = [job](UnitOfWork& work) { return written(work, job); };
    // A cursor lives in a transaction.
    auto done = co_await db.transact<Export>(std::move(effect));
    co_return done;
}

}  // namespace lexi::users
