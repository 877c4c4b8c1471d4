#include "kit/env.hpp"

#include <gmock/gmock.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>

namespace lexi {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

TEST(Env, ReportsEveryMistakeAtOnce) {
    const Env env{{"PORT", "eighty"}, {"DEBUG", "perhaps"}, {"LEVEL", "LOUD"}, {"T", "9"}};
    std::vector<std::string> mistakes;
    const EnvReader reader(env, mistakes);
    EXPECT_EQ(reader.integer("PORT", 8000, 1, 65535), 8000);
    EXPECT_FALSE(reader.flag("DEBUG", false));
    reader.one_of("LEVEL", "INFO", {"INFO", "DEBUG"});
    reader.real("T", 0.7, 0, 2);
    reader.required("SECRET_KEY");
    EXPECT_THAT(mistakes, SizeIs(5));
    EXPECT_THAT(mistakes.front(), HasSubstr("PORT must be a whole number from 1 to 65535"));
    EXPECT_EQ(mistakes.back(), "SECRET_KEY is missing");
}

TEST(Env, TheEnvironmentWinsOverTheFile) {
    const std::string path = "/tmp/lexi-env-test-" + std::to_string(getpid());
    std::ofstream(path)
        << "# a comment\nexport A='from file' \nLEXI_ENV_TEST=file\nC=x # note\nbroken\n";
    setenv("LEXI_ENV_TEST", "process", 1);
    std::vector<std::string> mistakes;
    const auto env = read_env(path, mistakes);
    unlink(path.c_str());
    EXPECT_EQ(env.at("A"), "from file");
    EXPECT_EQ(env.at("LEXI_ENV_TEST"), "process");
    EXPECT_EQ(env.at("C"), "x");
    EXPECT_THAT(mistakes, ElementsAre(HasSubstr(":5: expected NAME=VALUE")));
}

TEST(Env, SplitsLists) {
    const Env env{{"ORIGINS", " a , b,, "}};
    std::vector<std::string> mistakes;
    EXPECT_THAT(EnvReader(env, mistakes).list("ORIGINS", ""), ElementsAre("a", "b"));
}

}  // namespace
}  // namespace lexi
