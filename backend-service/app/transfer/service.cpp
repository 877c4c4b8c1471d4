#include "app/transfer/service.hpp"

#include <algorithm>

#include "app/core/account.hpp"
#include "app/core/rewards.hpp"
#include "app/transfer/apkg.hpp"
#include "app/transfer/store.hpp"
#include "app/transfer/takeover.hpp"
#include "kit/utf8.hpp"

namespace lexi::transfer {
namespace {

constexpr std::size_t kChunk = 500;  // words a statement
constexpr std::size_t kAnswersInChunk = 5000;

struct Options {
    bool dry_run = false;
    Columns columns;
};

// A file, read: what will become of each entry if the learner does not have it.
struct Incoming {
    FileFormat format = FileFormat::csv;
    std::vector<Entry> entries;
    std::vector<Uuid> cards;
    std::vector<std::optional<vocabulary::CardChange>> changes;
};

Result<Options> options_of(const http::Form& form) {
    Options options;
    const auto dry_run = form.choice("dry_run", {"true", "false"});
    if (!dry_run) return std::unexpected(dry_run.error());
    options.dry_run = *dry_run == "true";
    const auto columns = form.field("columns");
    if (!columns.empty() && glz::read_json(options.columns, columns)) {
        return fail_field("columns",
                          "must be a JSON object of texts, such as {\"word\": \"Front\"}");
    }
    return options;
}

FileFormat format_of(std::string_view bytes) {
    if (bytes.starts_with("PK\x03\x04")) return FileFormat::apkg;
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    const auto head = bytes.substr(0, bytes.find('\n'));
    return head.starts_with('#') || head.contains('\t') ? FileFormat::anki : FileFormat::csv;
}

Result<std::vector<Entry>> entries_of(FileFormat format, std::string_view bytes,
                                      const Columns& columns, Instant now) {
    switch (format) {
        case FileFormat::apkg:
            return read_apkg(bytes, columns, now);
        case FileFormat::anki:
            return read_anki_text(bytes, columns);
        case FileFormat::csv:
            return read_csv(bytes, columns);
    }
    std::unreachable();
}

Result<std::shared_ptr<const Incoming>> read_file(std::string_view bytes, const Columns& columns,
                                                  const Learner& learner, Instant now) {
    auto incoming = std::make_shared<Incoming>();
    incoming->format = format_of(bytes);
    auto entries = entries_of(incoming->format, bytes, columns, now);
    if (!entries) return std::unexpected(entries.error());
    incoming->entries = std::move(*entries);
    for (const auto& entry : incoming->entries) {
        incoming->cards.push_back(Uuid::random());
        incoming->changes.push_back(entry.refusal.empty()
                                        ? taken_over(learner, incoming->cards.back(), entry, now)
                                        : std::nullopt);
    }
    return incoming;
}

// The next entries that are not refused, as many as a statement takes well; `next` moves past them.
std::vector<std::size_t> chunk_from(const Incoming& incoming, std::size_t& next) {
    std::vector<std::size_t> chunk;
    std::size_t answers = 0;
    for (; next < incoming.entries.size() && chunk.size() < kChunk && answers < kAnswersInChunk;
         ++next) {
        if (!incoming.entries[next].refusal.empty()) continue;
        chunk.push_back(next);
        answers += incoming.entries[next].answers.size();
    }
    return chunk;
}

RowReport report_of(const Entry& entry) {
    RowReport row{.line = entry.line, .word = utf8::mended(entry.word.substr(0, 255))};
    if (!entry.refusal.empty()) {
        row.result = RowResult::refused;
        row.reason = entry.refusal;
    }
    return row;
}

// Imports one chunk and says in `rows` what became of it.
Task<std::size_t> import_chunk(UnitOfWork& work, Uuid user, const Incoming& incoming,
                               std::vector<std::size_t> chunk, std::vector<RowReport>& rows,
                               Instant now) {
    std::vector<NewWord> words;
    for (const auto i : chunk) words.push_back({&incoming.entries[i], incoming.cards[i]});
    const auto is_new = co_await import_words(work, user, std::move(words), now);
    std::vector<vocabulary::CardChange> changes;
    std::size_t answers = 0;
    for (std::size_t k = 0; k < chunk.size(); ++k) {
        const auto i = chunk[k];
        if (!is_new[k]) {
            rows[i].result = RowResult::duplicate;
            continue;
        }
        rows[i].id = incoming.cards[i].str();
        if (const auto& change = incoming.changes[i]) changes.push_back(*change);
        answers += incoming.entries[i].answers.size();
    }
    if (!changes.empty()) co_await vocabulary::save_reviews(work, user, std::move(changes));
    co_return answers;
}

ImportView view_of(const Incoming& incoming, std::vector<RowReport> rows, std::size_t answers) {
    const auto count = [&rows](RowResult result) {
        return std::ranges::count(rows, result, &RowReport::result);
    };
    return {.format = incoming.format,
            .imported = count(RowResult::imported),
            .duplicates = count(RowResult::duplicate),
            .refused = count(RowResult::refused),
            .reviews = static_cast<std::int64_t>(answers),
            .rows = std::move(rows)};
}

Task<Result<ImportView>> imported(UnitOfWork& work, Uuid user,
                                  std::shared_ptr<const Incoming> incoming, Instant now) {
    const auto learner = co_await lock_learner(work, user);
    if (!learner) co_return std::unexpected(learner.error());
    std::vector<RowReport> rows;
    for (const auto& entry : incoming->entries) rows.push_back(report_of(entry));
    std::size_t answers = 0;
    std::size_t next = 0;
    while (next < rows.size()) {
        auto chunk = chunk_from(*incoming, next);
        if (chunk.empty()) break;
        answers += co_await import_chunk(work, user, *incoming, std::move(chunk), rows, now);
    }
    auto view = view_of(*incoming, std::move(rows), answers);
    if (view.imported > 0) {
        Deed deed{.day = learner->day(now), .at = now, .prizes = {}};
        deed.tally.words_added = static_cast<int>(view.imported);
        co_await reward(work, user, std::move(deed));
    }
    co_return view;
}

// An import that is seen and then fails, which undoes it.
Task<Result<ImportView>> tried(UnitOfWork& work, Uuid user,
                               std::shared_ptr<const Incoming> incoming,
                               std::shared_ptr<std::optional<ImportView>> seen, Instant now) {
    auto view = co_await imported(work, user, std::move(incoming), now);
    if (!view) co_return view;
    *seen = std::move(*view);
    co_return fail(Fault::conflict, "This was a dry run.");
}

Task<Result<Learner>> find_learner(Database* db, Uuid user) {
    Effect<Learner> effect = [user](UnitOfWork& work) { return load_learner(work, user); };
    auto learner = co_await db->read<Learner>(std::move(effect));
    co_return learner;
}

Task<Result<std::vector<Entry>>> all_words(UnitOfWork& work, Uuid user, bool with_answers) {
    auto entries = co_await export_words(work, user, with_answers);
    co_return entries;
}

Result<std::string> written(FileFormat format, const std::vector<Entry>& entries, Instant now) {
    switch (format) {
        case FileFormat::apkg:
            return write_apkg(entries, now);
        case FileFormat::anki:
            return write_anki_text(entries);
        case FileFormat::csv:
            return write_csv(entries);
    }
    std::unreachable();
}

}  // namespace

Task<Result<ImportView>> TransferService::import_file(Uuid user, http::Form form, Instant now) {
    const auto options = options_of(form);
    if (!options) co_return std::unexpected(options.error());
    const auto learner = co_await find_learner(&db_, user);
    if (!learner) co_return std::unexpected(learner.error());
    const auto incoming = co_await offload(pool_, [&form, &options, &learner, now] {
        return read_file(form.files.at("file"), options->columns, *learner, now);
    });
    if (!incoming) co_return std::unexpected(incoming.error());
    const auto seen = std::make_shared<std::optional<ImportView>>();
    Effect<ImportView> effect = [user, incoming = *incoming, dry = options->dry_run, seen,
                                 now](UnitOfWork& work) {
        return dry ? tried(work, user, incoming, seen, now) : imported(work, user, incoming, now);
    };
    auto view = co_await db_.transact<ImportView>(std::move(effect));
    if (!*seen) co_return view;
    (*seen)->dry_run = true;
    co_return std::move(**seen);
}

Task<Result<std::string>> TransferService::export_file(Uuid user, FileFormat format, Instant now) {
    using Entries = std::vector<Entry>;
    const auto learner = co_await find_learner(&db_, user);
    if (!learner) co_return std::unexpected(learner.error());
    Effect<Entries> effect = [user, format](UnitOfWork& work) {
        return all_words(work, user, format == FileFormat::apkg);
    };
    auto entries = co_await db_.read<Entries>(std::move(effect));
    if (!entries) co_return std::unexpected(entries.error());
    auto file = co_await offload(
        pool_, [entries = &*entries, format, now] { return written(format, *entries, now); });
    co_return file;
}

}  // namespace lexi::transfer
