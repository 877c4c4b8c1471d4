#pragma once
// DATABASE_URL taken apart, as libpq itself reads it.
#include <cstdint>
#include <expected>
#include <string>

namespace lexi {

struct PgUrl {
    std::string host;
    std::uint16_t port = 5432;
    std::string user;
    std::string password;
    std::string database;
    std::string conninfo;  // the URL in libpq's scheme
    std::string
        keywords;  // the same as libpq's keyword = 'value' pairs, to which more can be added
};

/// The error completes "DATABASE_URL …".
std::expected<PgUrl, std::string> read_pg_url(const std::string& url);

}  // namespace lexi
