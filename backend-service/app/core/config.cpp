#include "app/core/config.hpp"

#include "app/core/pg_url.hpp"
#include "kit/site.hpp"

namespace lexi {
namespace {

// What the specification's .env shows, and other values that people leave in place.
bool is_default_secret(const std::string& secret) {
    for (const char* known : {"your-secret-key-here", "changethis", "change-me", "secret"}) {
        if (secret == known) return true;
    }
    return false;
}

void check_secret(const Config& config, std::vector<std::string>& mistakes) {
    if (config.app_env != "production") return;
    if (is_default_secret(config.secret_key)) {
        mistakes.push_back("SECRET_KEY still has its example value; production needs its own");
    } else if (config.secret_key.size() < 32) {
        mistakes.push_back("SECRET_KEY must have at least 32 characters in production");
    }
}

void check_prefix(const Config& config, std::vector<std::string>& mistakes) {
    const auto& prefix = config.api_prefix;
    if (!prefix.empty() && (!prefix.starts_with('/') || prefix.ends_with('/'))) {
        mistakes.push_back("API_V1_PREFIX must begin with / and not end with it");
    }
}

}  // namespace

std::expected<Config, std::vector<std::string>> load_config(const Env& env) {
    std::vector<std::string> mistakes;
    const EnvReader read(env, mistakes);
    Config c;
    c.app_name = read.text("APP_NAME", "LexiLingo Backend");
    c.app_env =
        read.one_of("APP_ENV", "development", {"development", "test", "staging", "production"});
    c.api_prefix = read.text("API_V1_PREFIX", "/api/v1");
    c.debug = read.flag("DEBUG", false);
    c.port = static_cast<std::uint16_t>(read.integer("PORT", 8000, 1, 65535));
    c.threads = static_cast<std::size_t>(read.integer("HTTP_THREADS", 2, 1, 256));
    c.max_in_flight = static_cast<int>(read.integer("MAX_IN_FLIGHT", 256, 0, 1'000'000));
    c.database_url = read.required("DATABASE_URL");
    c.db_echo = read.flag("DB_ECHO", false);
    c.db_connections = static_cast<std::size_t>(read.integer("DB_POOL_SIZE", 20, 1, 10000) +
                                                read.integer("DB_MAX_OVERFLOW", 10, 0, 10000));
    c.redis_url = read.text("REDIS_URL", "");
    c.secret_key = read.required("SECRET_KEY");
    read.one_of("ALGORITHM", "HS256", {"HS256"});
    c.token_lives.access =
        std::chrono::minutes(read.integer("ACCESS_TOKEN_EXPIRE_MINUTES", 30, 1, 1440));
    c.token_lives.refresh = std::chrono::days(read.integer("REFRESH_TOKEN_EXPIRE_DAYS", 7, 1, 365));
    c.allowed_origins = read.list("ALLOWED_ORIGINS", "http://localhost:3000,http://localhost:8080");
    c.web_dir = read.text("WEB_DIR", "");
    c.ai_public_url = read.text("AI_PUBLIC_URL", "http://localhost:8001");
    c.log_level =
        read.one_of("LOG_LEVEL", "INFO", {"DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"});
    c.trust_proxy = read.flag("TRUST_PROXY", false);
    c.rate_standard =
        static_cast<std::uint32_t>(read.integer("RATE_LIMIT_PER_MINUTE", 120, 0, 1'000'000));
    c.rate_sign_in =
        static_cast<std::uint32_t>(read.integer("RATE_LIMIT_SIGN_IN", 10, 0, 1'000'000));
    c.optimizer_pause =
        std::chrono::seconds(read.integer("OPTIMIZER_INTERVAL_SECONDS", 3600, 0, 31'536'000));
    if (!c.database_url.empty()) {
        if (const auto parts = read_pg_url(c.database_url); !parts) {
            mistakes.push_back("DATABASE_URL " + parts.error());
        }
    }
    if (!c.ai_public_url.empty() && !http::is_origin(c.ai_public_url)) {
        mistakes.push_back("AI_PUBLIC_URL must be an origin such as https://ai.example.com");
    }
    check_secret(c, mistakes);
    check_prefix(c, mistakes);
    if (!mistakes.empty()) return std::unexpected(std::move(mistakes));
    return c;
}

}  // namespace lexi
