#include "app/core/config.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/core/pg_url.hpp"

namespace lexi {
namespace {

using testing::Contains;
using testing::HasSubstr;

Env good() {
    return {{"DATABASE_URL", "postgresql://lexi:pw@db:5432/lexilingo"},
            {"SECRET_KEY", "0123456789abcdef0123456789abcdef"}};
}

TEST(Config, TheSpecificationsDefaultsStand) {
    const auto config = load_config(good());
    ASSERT_TRUE(config.has_value());
    EXPECT_EQ(config->port, 8000);
    EXPECT_EQ(config->api_prefix, "/api/v1");
    EXPECT_EQ(config->db_connections, 30U);
    EXPECT_EQ(config->token_lives.access, std::chrono::minutes(30));
    EXPECT_EQ(config->token_lives.refresh, std::chrono::days(7));
    EXPECT_EQ(config->allowed_origins.size(), 2U);
}

TEST(Config, EveryMistakeIsNamedAtOnce) {
    const auto config = load_config({{"PORT", "eight"}, {"ALGORITHM", "none"}});
    ASSERT_FALSE(config.has_value());
    for (const char* name : {"DATABASE_URL", "SECRET_KEY", "PORT", "ALGORITHM"}) {
        EXPECT_THAT(config.error(), Contains(HasSubstr(name)));
    }
}

TEST(Config, ProductionRefusesTheExampleSecretAndAShortOne) {
    for (const char* secret : {"your-secret-key-here", "changethis", "short"}) {
        auto env = good();
        env["APP_ENV"] = "production";
        env["SECRET_KEY"] = secret;
        const auto config = load_config(env);
        ASSERT_FALSE(config.has_value()) << secret;
        EXPECT_THAT(config.error(), Contains(HasSubstr("SECRET_KEY")));
        env["APP_ENV"] = "development";
        EXPECT_TRUE(load_config(env).has_value()) << secret;
    }
}

TEST(Config, ADatabaseUrlThatCannotBeReadIsAMistake) {
    auto env = good();
    env["DATABASE_URL"] = "mysql://x/y";
    const auto config = load_config(env);
    ASSERT_FALSE(config.has_value());
    EXPECT_THAT(config.error(), Contains(HasSubstr("DATABASE_URL")));
}

TEST(PgUrl, IsTakenApart) {
    const auto url =
        read_pg_url("postgresql://le%40xi:p%20w@db.example:6543/words?sslmode=require");
    ASSERT_TRUE(url.has_value());
    EXPECT_EQ(url->host, "db.example");
    EXPECT_EQ(url->port, 6543);
    EXPECT_EQ(url->user, "le@xi");
    EXPECT_EQ(url->password, "p w");
    EXPECT_EQ(url->database, "words");
    EXPECT_THAT(url->keywords, HasSubstr("sslmode='require'"));
    EXPECT_THAT(url->keywords, HasSubstr("password='p w'"));
}

TEST(PgUrl, SqlalchemysSpellingIsTheSameServer) {
    const auto url = read_pg_url("postgresql+asyncpg://u:p@h/d");
    ASSERT_TRUE(url.has_value());
    EXPECT_EQ(url->host, "h");
    EXPECT_EQ(url->port, 5432);
}

}  // namespace
}  // namespace lexi
