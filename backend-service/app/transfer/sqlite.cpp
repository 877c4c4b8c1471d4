#include "app/transfer/sqlite.hpp"

#include <cstring>

namespace lexi::transfer {
namespace {

constexpr int kStepsBetweenLooks = 1'000'000;
constexpr int kMostLooks = 500;  // some seconds

int count_down(void* looks) { return --*static_cast<int*>(looks) < 0 ? 1 : 0; }

// Anki's own collation; only its name is needed to read its tables.
int compare(void* /*unused*/, int left_size, const void* left, int right_size, const void* right) {
    return std::string_view(static_cast<const char*>(left), static_cast<std::size_t>(left_size))
        .compare({static_cast<const char*>(right), static_cast<std::size_t>(right_size)});
}

sqlite3* opened() {
    sqlite3* db = nullptr;
    sqlite3_open_v2(":memory:", &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
    return db;
}

}  // namespace

std::string SqliteRow::text(int column) const {
    const auto* text = sqlite3_column_text(statement_, column);
    if (text == nullptr) return {};
    return {reinterpret_cast<const char*>(text),
            static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::unexpected<Problem> Sqlite::problem() const {
    if (foreign_) return fail_field("file", "is not a deck that can be read");
    return fail(Fault::internal, sqlite3_errmsg(db_.get()));
}

Result<Sqlite> Sqlite::fresh() {
    Sqlite database(opened());
    if (database.db_ == nullptr) return fail(Fault::internal, "SQLite has no memory.");
    return database;
}

Result<Sqlite> Sqlite::open(std::string bytes) {
    Sqlite database(opened());
    if (database.db_ == nullptr) return fail(Fault::internal, "SQLite has no memory.");
    database.foreign_ = true;
    sqlite3* db = database.db_.get();
    // In memory there is no write-ahead log beside the file: say that there is none.
    if (bytes.size() > 20 && bytes[18] == 2) bytes[18] = bytes[19] = 1;
    auto* copy = static_cast<unsigned char*>(sqlite3_malloc64(bytes.size()));
    if (copy == nullptr) return database.problem();
    std::memcpy(copy, bytes.data(), bytes.size());
    const auto size = static_cast<sqlite3_int64>(bytes.size());
    if (sqlite3_deserialize(db, "main", copy, size, size,
                            SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY) !=
        SQLITE_OK) {
        return database.problem();
    }
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_create_collation(db, "unicase", SQLITE_UTF8, nullptr, compare);
    return database;
}

Result<Sqlite::Statement> Sqlite::prepared(const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(db_.get(), sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) {
        return problem();
    }
    return Statement(statement);
}

Result<void> Sqlite::each(const std::string& sql,
                          const std::function<bool(const SqliteRow&)>& take) {
    const auto statement = prepared(sql);
    if (!statement) return std::unexpected(statement.error());
    int looks = kMostLooks;
    sqlite3_progress_handler(db_.get(), kStepsBetweenLooks, count_down, &looks);
    int status = SQLITE_ROW;
    while ((status = sqlite3_step(statement->get())) == SQLITE_ROW) {
        if (!take(SqliteRow(statement->get()))) break;
    }
    sqlite3_progress_handler(db_.get(), 0, nullptr, nullptr);
    if (status != SQLITE_ROW && status != SQLITE_DONE) return problem();
    return {};
}

Result<bool> Sqlite::has_table(const std::string& name) {
    bool found = false;
    const auto read = each("SELECT name FROM sqlite_schema WHERE type = 'table'",
                           [&](const SqliteRow& row) { return !(found = row.text(0) == name); });
    if (!read) return std::unexpected(read.error());
    return found;
}

Result<void> Sqlite::run(const std::string& sql) {
    if (sqlite3_exec(db_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
        return problem();
    }
    return {};
}

Result<void> Sqlite::run(const std::string& sql,
                         const std::vector<std::vector<SqliteValue>>& rows) {
    const auto statement = prepared(sql);
    if (!statement) return std::unexpected(statement.error());
    auto* s = statement->get();
    for (const auto& row : rows) {
        for (int i = 0; i < static_cast<int>(row.size()); ++i) {
            const auto& value = row[static_cast<std::size_t>(i)];
            if (const auto* number = std::get_if<std::int64_t>(&value)) {
                sqlite3_bind_int64(s, i + 1, *number);
            } else if (const auto* real = std::get_if<double>(&value)) {
                sqlite3_bind_double(s, i + 1, *real);
            } else {
                const auto& text = std::get<std::string>(value);
                sqlite3_bind_text64(s, i + 1, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
            }
        }
        if (sqlite3_step(s) != SQLITE_DONE) return problem();
        sqlite3_reset(s);
    }
    return {};
}

Result<std::string> Sqlite::file() {
    sqlite3_int64 size = 0;
    struct Free {
        void operator()(unsigned char* p) const noexcept { sqlite3_free(p); }
    };
    const std::unique_ptr<unsigned char, Free> bytes(
        sqlite3_serialize(db_.get(), "main", &size, 0));
    if (!bytes) return problem();
    return std::string(reinterpret_cast<const char*>(bytes.get()), static_cast<std::size_t>(size));
}

}  // namespace lexi::transfer
