// What is kept of the claims that a project has a state.
#include <gtest/gtest.h>

#include "plugins/projects/state_claim.hpp"

namespace zonekg {
namespace {

constexpr std::size_t started = 4, completed = 6;

kit::Range shown_at(std::uint32_t begin) { return {begin, begin + 2}; }

TEST(ClaimsOfStates, OfEachWayTheStrongestIsKeptWithItsWords) {
  Claims claims;
  claims.add({7, Way::by_word, started, {0.5F, -1}, false, 1}, [](std::size_t) { return shown_at(10); });
  claims.add({7, Way::by_word, started, {2, -2}, true, 3}, [](std::size_t) { return shown_at(20); });
  claims.add({7, Way::told, started, {1, 4}, false, 0}, [](std::size_t) { return shown_at(30); });
  const Claims::Ways* const ways = claims.of(7);
  ASSERT_NE(ways, nullptr);
  const auto& by_word = (*ways)[static_cast<std::size_t>(Way::by_word)][started];
  EXPECT_EQ(by_word[0].score, 2);
  EXPECT_EQ(by_word[0].shown.begin, 20U);
  EXPECT_TRUE(by_word[0].by_note);
  EXPECT_EQ(by_word[0].where, 3);
  EXPECT_EQ(by_word[1].score, -1) << "each modality for itself";
  EXPECT_EQ(by_word[1].shown.begin, 10U);
  EXPECT_EQ((*ways)[static_cast<std::size_t>(Way::told)][started][1].score, 4);
}

TEST(ClaimsOfStates, WhatHardlyAnythingSpeaksForIsNoClaim) {
  Claims claims;
  claims.add({7, Way::told, completed, {-6, kit::no_score}, false, 0}, [](std::size_t) { return shown_at(10); });
  EXPECT_EQ(claims.of(7), nullptr);
  EXPECT_EQ(claims.of(8), nullptr);
}

} // namespace
} // namespace zonekg
