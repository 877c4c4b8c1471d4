#pragma once
// libpq, blocking, for the command-line verbs (migrate, import, create-admin).
#include <libpq-fe.h>

#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace lexi::pg {

struct CloseConnection {
    void operator()(PGconn* p) const noexcept { PQfinish(p); }
};
struct ClearResult {
    void operator()(PGresult* p) const noexcept { PQclear(p); }
};
using Connection = std::unique_ptr<PGconn, CloseConnection>;
using Answer = std::unique_ptr<PGresult, ClearResult>;

std::expected<Connection, std::string> connect(const std::string& conninfo);

/// One or more statements without parameters.
std::expected<Answer, std::string> run(PGconn* connection, const std::string& sql);

/// One statement with text parameters.
std::expected<Answer, std::string> run(PGconn* connection, std::string_view sql,
                                       const std::vector<std::optional<std::string>>& params);

std::string value(const Answer& answer, int row, int column);

}  // namespace lexi::pg
