// .env.example is what a person starts from: it must be readable, and say what the code does
// anyway.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "core/config.hpp"

namespace lexi::core {
namespace {

constexpr char kExample[] = {
#embed "../../.env.example"
};

// The file alone: whoever runs this test may have any variable set.
Env read_alone(const std::string& path, std::vector<std::string>& mistakes) {
    char* none[] = {nullptr};
    char** const kept = std::exchange(environ, none);
    Env env = read_env(path, mistakes);
    environ = kept;
    return env;
}

TEST(EnvExample, IsReadWithoutAMistakeAndNamesTheDefaults) {
    const auto path =
        std::filesystem::temp_directory_path() / ("lexi-env-example-" + std::to_string(getpid()));
    std::ofstream(path, std::ios::binary).write(kExample, sizeof(kExample));
    std::vector<std::string> mistakes;
    Env env = read_alone(path.string(), mistakes);
    std::filesystem::remove(path);
    EXPECT_TRUE(mistakes.empty());
    ASSERT_EQ(env["MONGODB_DATABASE"], "lexilingo_ai");
    const auto written = load_config(env);
    ASSERT_TRUE(written) << written.error().front();
    EXPECT_EQ(*written, load_config({{"SECRET_KEY", env["SECRET_KEY"]}}).value());
}

}  // namespace
}  // namespace lexi::core
