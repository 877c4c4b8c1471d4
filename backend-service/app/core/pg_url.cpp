#include "app/core/pg_url.hpp"

#include <libpq-fe.h>

#include <charconv>
#include <memory>

namespace lexi {
namespace {

struct FreeOptions {
    void operator()(PQconninfoOption* p) const noexcept { PQconninfoFree(p); }
};

std::string quoted(const std::string& value) {
    std::string out = "'";
    for (const char c : value) {
        if (c == '\'' || c == '\\') out += '\\';
        out += c;
    }
    return out + "'";
}

void take(PgUrl& out, const PQconninfoOption& option) {
    const std::string name = option.keyword;
    const std::string value = option.val;
    out.keywords += (out.keywords.empty() ? "" : " ") + name + "=" + quoted(value);
    if (name == "host") out.host = value;
    if (name == "user") out.user = value;
    if (name == "password") out.password = value;
    if (name == "dbname") out.database = value;
    if (name == "port") {
        std::from_chars(value.data(), value.data() + value.size(), out.port);
    }
}

}  // namespace

std::expected<PgUrl, std::string> read_pg_url(const std::string& url) {
    const auto colon = url.find("://");
    const auto scheme = url.substr(0, colon == std::string::npos ? 0 : colon);
    if (scheme != "postgres" && scheme != "postgresql" && !scheme.starts_with("postgresql+")) {
        return std::unexpected("must begin with postgresql://");
    }
    PgUrl out;
    out.conninfo = "postgresql" + url.substr(colon);
    const std::unique_ptr<PQconninfoOption, FreeOptions> options(
        PQconninfoParse(out.conninfo.c_str(), nullptr));
    if (!options) return std::unexpected("cannot be read as a PostgreSQL URL");
    for (const auto* option = options.get(); option->keyword != nullptr; ++option) {
        if (option->val != nullptr) take(out, *option);
    }
    if (out.host.empty() || out.database.empty() || out.user.empty()) {
        return std::unexpected("must name a user, a host and a database");
    }
    if (out.port == 0) return std::unexpected("has a port that is no port");
    return out;
}

}  // namespace lexi
