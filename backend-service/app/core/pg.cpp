#include "app/core/pg.hpp"

namespace lexi::pg {
namespace {

std::string trimmed(const char* message) {
    std::string text = message;
    while (text.ends_with('\n') || text.ends_with(' ')) text.pop_back();
    return text;
}

std::expected<Answer, std::string> checked(PGconn* connection, PGresult* result) {
    Answer answer(result);
    const auto status = PQresultStatus(result);
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) return answer;
    return std::unexpected(trimmed(PQerrorMessage(connection)));
}

}  // namespace

std::expected<Connection, std::string> connect(const std::string& conninfo) {
    Connection connection(PQconnectdb(conninfo.c_str()));
    if (PQstatus(connection.get()) != CONNECTION_OK) {
        return std::unexpected(trimmed(PQerrorMessage(connection.get())));
    }
    PQsetNoticeProcessor(connection.get(), [](void*, const char*) {}, nullptr);
    return connection;
}

std::expected<Answer, std::string> run(PGconn* connection, const std::string& sql) {
    return checked(connection, PQexec(connection, sql.c_str()));
}

std::expected<Answer, std::string> run(PGconn* connection, std::string_view sql,
                                       const std::vector<std::optional<std::string>>& params) {
    std::vector<const char*> values;
    for (const auto& param : params) values.push_back(param ? param->c_str() : nullptr);
    return checked(connection, PQexecParams(connection, std::string(sql).c_str(),
                                            static_cast<int>(values.size()), nullptr, values.data(),
                                            nullptr, nullptr, 0));
}

std::string value(const Answer& answer, int row, int column) {
    return PQgetvalue(answer.get(), row, column);
}

}  // namespace lexi::pg
