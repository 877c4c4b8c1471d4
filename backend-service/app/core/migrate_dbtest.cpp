#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdlib>

#include "app/core/migrate.hpp"
#include "app/core/pg.hpp"
#include "app/core/pg_url.hpp"
#include "kit/ids.hpp"

namespace lexi {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string fresh_database() {
    const auto url = read_pg_url(std::getenv("LEXI_TEST_DATABASE_URL")).value();
    const auto name = "t_" + Uuid::random().str().substr(0, 8);
    pg::run(pg::connect(url.conninfo).value().get(), "CREATE DATABASE " + name).value();
    return url.keywords + " dbname=" + name;
}

bool has_table(const std::string& conninfo, const std::string& table) {
    const auto connection = pg::connect(conninfo).value();
    const auto rows =
        pg::run(connection.get(), "SELECT to_regclass($1) IS NOT NULL", {table}).value();
    return pg::value(rows, 0, 0) == "t";
}

constexpr Migration kFirst{"V001__a", "CREATE TABLE a (id int)"};
constexpr Migration kSecond{"V002__b", "CREATE TABLE b (id int); SELECT 1 / 0"};
constexpr Migration kMended{"V002__b", "CREATE TABLE b (id int)"};
constexpr Migration kChanged{"V001__a", "CREATE TABLE a (id bigint)"};

TEST(Migrate, AppliesEachFileOnce) {
    const auto db = fresh_database();
    const std::array files{kFirst, kMended};
    EXPECT_THAT(migrate(db, files)->applied, ElementsAre("V001__a", "V002__b"));
    EXPECT_THAT(migrate(db, files)->applied, ElementsAre());
    EXPECT_EQ(migrate(db, files)->already_there, 2U);
}

TEST(Migrate, AFileThatFailsLeavesNothingOfItselfAndAllBeforeIt) {
    const auto db = fresh_database();
    const auto report = migrate(db, std::array{kFirst, kSecond});
    ASSERT_FALSE(report.has_value());
    EXPECT_THAT(report.error(), HasSubstr("V002__b"));
    EXPECT_TRUE(has_table(db, "a"));
    EXPECT_FALSE(has_table(db, "b"));
    EXPECT_THAT(migrate(db, std::array{kFirst, kMended})->applied, ElementsAre("V002__b"));
}

TEST(Migrate, RefusesAFileThatWasChangedAndAnOlderProgram) {
    const auto db = fresh_database();
    ASSERT_TRUE(migrate(db, std::array{kFirst, kMended}).has_value());
    EXPECT_THAT(migrate(db, std::array{kChanged, kMended}).error(), HasSubstr("changed"));
    EXPECT_THAT(migrate(db, std::array{kFirst}).error(), HasSubstr("newer"));
}

}  // namespace
}  // namespace lexi
