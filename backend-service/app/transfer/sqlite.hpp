#pragma once
// A SQLite database in memory: one that came in a file from outside, or one on its way out.
// Blocking. A file from outside cannot call functions from its schema, and a statement on it cannot
// run on for ever (its steps have a bound).
#include <sqlite3.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "kit/result.hpp"

namespace lexi::transfer {

/// One row of an answer, valid during the call that it is handed to.
class SqliteRow {
public:
    explicit SqliteRow(sqlite3_stmt* statement) : statement_(statement) {}
    std::int64_t integer(int column) const { return sqlite3_column_int64(statement_, column); }
    double real(int column) const { return sqlite3_column_double(statement_, column); }
    std::string text(int column) const;

private:
    sqlite3_stmt* statement_;
};

using SqliteValue = std::variant<std::int64_t, double, std::string>;

class Sqlite {
public:
    /// An empty database.
    static Result<Sqlite> fresh();
    /// The database whose file these bytes are. Reading only.
    static Result<Sqlite> open(std::string bytes);

    /// Calls `take` with each row; false from it ends the reading.
    Result<void> each(const std::string& sql, const std::function<bool(const SqliteRow&)>& take);
    Result<bool> has_table(const std::string& name);
    /// Statements without parameters.
    Result<void> run(const std::string& sql);
    /// One statement for each row of parameters.
    Result<void> run(const std::string& sql, const std::vector<std::vector<SqliteValue>>& rows);
    /// The bytes of its file.
    Result<std::string> file();

private:
    struct Close {
        void operator()(sqlite3* db) const noexcept { sqlite3_close_v2(db); }
    };
    struct Finalize {
        void operator()(sqlite3_stmt* s) const noexcept { sqlite3_finalize(s); }
    };
    using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

    explicit Sqlite(sqlite3* db) : db_(db) {}
    Result<Statement> prepared(const std::string& sql);
    std::unexpected<Problem> problem() const;

    std::unique_ptr<sqlite3, Close> db_;
    bool foreign_ = false;
};

}  // namespace lexi::transfer
