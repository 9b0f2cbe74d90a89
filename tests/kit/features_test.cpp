#include "core/kit/features.hpp"

#include <gtest/gtest.h>

namespace zonekg::kit {
namespace {

// Weight files depend on these numbers.
TEST(Features, AreTheSameOnEveryMachine) {
  EXPECT_EQ(feature(1), 0x33fe8bd4U);
  EXPECT_EQ(feature(300, 7, 8, 9), id_of(joined(joined(begun(300, 7), 8), 9)));
}

TEST(Features, JoinedManyAtATime) {
  for (const std::size_t count : {0, 1, 7, 8, 9, 100}) {
    Features some;
    for (std::size_t i = 0; i < count; ++i) some.push_back(feature(5, i));
    Features all(count), each;
    join_each(some.data(), count, 2700, hash_text("total"), all.data());
    for (const Feature f : some) each.push_back(feature(2700, f, hash_text("total")));
    EXPECT_EQ(all, each) << count;
  }
}

} // namespace
} // namespace zonekg::kit
