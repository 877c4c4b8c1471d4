#include "core/config.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lexi::core {
namespace {

using testing::Contains;
using testing::HasSubstr;

const Env kLeast{{"SECRET_KEY", "a-secret-of-this-test-that-is-long-enough"}};

TEST(AiConfig, HasTheDefaultsOfTheSpecification) {
    const auto config = load_config(kLeast).value();
    EXPECT_EQ(config.port, 8001);
    EXPECT_EQ(config.mongodb_url, "mongodb://localhost:27017");
    EXPECT_EQ(config.mongodb_database, "lexilingo_ai");
    EXPECT_EQ(config.redis_cache_ttl_s, 3600U);
    EXPECT_EQ(config.qwen_model_path, "./models/qwen2.5-1.5b");
    EXPECT_EQ(config.max_tokens, 2048U);
    EXPECT_EQ(config.llm_slots, 8U);
    EXPECT_EQ(config.max_audio_bytes, std::size_t{10} << 20);
    EXPECT_EQ(config.audio_retention_days, 7U);
    EXPECT_TRUE(config.gpu);
}

TEST(AiConfig, NamesEveryMistakeAtOnce) {
    const auto config = load_config({{"PORT", "no"},
                                     {"TEMPERATURE", "9"},
                                     {"MONGODB_URL", "postgres://x"},
                                     {"API_V1_PREFIX", "api/"},
                                     {"LLM_REMOTE_URLS", "ftp://x/v1"},
                                     {"LLM_REMOTE_TASKS", "chat,song"}});
    ASSERT_FALSE(config);
    for (const auto* name : {"PORT", "TEMPERATURE", "MONGODB_URL", "API_V1_PREFIX", "SECRET_KEY",
                             "LLM_REMOTE_URLS", "LLM_REMOTE_TASKS"}) {
        EXPECT_THAT(config.error(), Contains(HasSubstr(name)));
    }
}

TEST(AiConfig, RemoteAddressesLoseTheirLastSlash) {
    auto env = kLeast;
    env["LLM_REMOTE_URLS"] = "http://a:1/v1/, https://b/v1";
    EXPECT_EQ(load_config(env)->remote_urls,
              (std::vector<std::string>{"http://a:1/v1", "https://b/v1"}));
}

TEST(AiConfig, RefusesAWeakSecretOnlyInProduction) {
    EXPECT_TRUE(load_config({{"SECRET_KEY", "short"}}));
    EXPECT_FALSE(load_config({{"SECRET_KEY", "short"}, {"APP_ENV", "production"}}));
    EXPECT_FALSE(load_config({{"SECRET_KEY", "your-secret-key-here"}, {"APP_ENV", "production"}}));
}

}  // namespace
}  // namespace lexi::core
