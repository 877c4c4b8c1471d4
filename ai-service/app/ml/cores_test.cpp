#include "ml/cores.hpp"

#include <gtest/gtest.h>

namespace lexi::ml {
namespace {

TEST(Cores, AllAreLeftOnAQuietMachine) { EXPECT_EQ(cores_left(4, 0.1, 0), 4U); }
TEST(Cores, OtherWorkTakesItsShare) { EXPECT_EQ(cores_left(4, 1.9, 0), 2U); }
TEST(Cores, OtherEnginesTakeTheirs) { EXPECT_EQ(cores_left(4, 0, 3), 1U); }
TEST(Cores, OneIsAlwaysLeft) { EXPECT_EQ(cores_left(2, 2.0, 5), 1U); }

TEST(Cores, ALeaseIsGivenBack) {
    const auto before = CoreLease::total();
    {
        const CoreLease lease(2);
        EXPECT_EQ(CoreLease::total(), before + 2);
    }
    EXPECT_EQ(CoreLease::total(), before);
}

TEST(Cores, TheWatchStaysWithinTheMachine) {
    CoreWatch watch;
    const auto free = watch.free_cores(0);
    EXPECT_GE(free, 1U);
    EXPECT_LE(free, usable_cores());
}

}  // namespace
}  // namespace lexi::ml
