#include "kit/clock.hpp"

#include <gtest/gtest.h>

namespace lexi {
namespace {

using namespace std::chrono;

TEST(Clock, WritesUtcToTheMillisecond) {
    const Instant at = sys_days{2026y / 11 / 24} + 10h + 123'999us;
    EXPECT_EQ(to_rfc3339(at), "2026-11-24T10:00:00.123Z");
}

TEST(Clock, ReadsWhatItWritesAndOffsets) {
    const Instant at = sys_days{2026y / 2 / 28} + 23h + 59min + 59s + 7ms;
    EXPECT_EQ(parse_rfc3339(to_rfc3339(at)), at);
    EXPECT_EQ(parse_rfc3339("2026-03-01T06:59:59.007+07:00"), at);
    EXPECT_EQ(parse_rfc3339("2026-02-28 23:59:59.007+00"), at);  // PostgreSQL's form
}

TEST(Clock, RefusesWhatIsNoTime) {
    for (const auto* text :
         {"", "2026-02-30T00:00:00Z", "2026-01-01", "2026-01-01T25:00:00Z", "2026-01-01T00:00:00",
          "2026-01-01T00:00:00.Z", "2026-01-01T00:00:00Zx", "-026-01-01T00:00:00Z"}) {
        EXPECT_FALSE(parse_rfc3339(text).has_value()) << text;
    }
}

}  // namespace
}  // namespace lexi
