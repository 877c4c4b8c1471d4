#pragma once
// DATABASE_URL taken apart, as libpq itself reads it.
#include <cstdint>
#include <expected>
#include <map>
#include <string>

namespace lexi {

struct PgUrl {
    std::string host;
    std::uint16_t port = 5432;
    std::string user;
    std::string password;
    std::string database;
    std::string conninfo;  // the URL in libpq's scheme, for code that uses libpq directly
    /// Everything else (sslmode, …) by the name of libpq's environment variable: Drogon's client has
    /// no place for it, but libpq underneath reads the environment.
    std::map<std::string, std::string> environment;
};

/// The error completes "DATABASE_URL …".
std::expected<PgUrl, std::string> read_pg_url(const std::string& url);

}  // namespace lexi
