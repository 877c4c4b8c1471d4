#pragma once
// The Backend's configuration: the specification's environment variables (section 7), read once. A
// process with a wrong one does not start, and says everything that is wrong.
#include <cstdint>
#include <expected>
#include <string>
#include <vector>

#include "app/core/tokens.hpp"
#include "kit/env.hpp"

namespace lexi {

struct Config {
    std::string app_name;
    std::string app_env;  // development, test, staging, production
    std::string api_prefix;
    bool debug = false;
    std::uint16_t port = 8000;
    std::size_t threads = 2;
    int max_in_flight = 256;  // requests under way at once; 0: no limit
    std::string database_url;
    bool db_echo = false;
    std::size_t db_connections = 30;  // DB_POOL_SIZE + DB_MAX_OVERFLOW, over all event loops
    std::string redis_url;            // empty: revoked tokens are kept in PostgreSQL
    std::string secret_key;
    TokenLives token_lives;
    std::vector<std::string> allowed_origins;
    std::string web_dir;        // the web client's built files; empty: none is served
    std::string ai_public_url;  // where browsers reach the AI service; empty: nowhere
    std::string log_level;
    bool trust_proxy = false;
    std::uint32_t rate_standard = 120;  // requests a minute; 0: no limit
    std::uint32_t rate_sign_in = 10;
    std::chrono::seconds optimizer_pause{
        3600};  // between two sweeps of the scheduler's fits; 0: none
};

/// Every mistake in words, or a configuration that is complete.
std::expected<Config, std::vector<std::string>> load_config(const Env& env);

}  // namespace lexi
