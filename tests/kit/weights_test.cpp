#include "core/kit/weights.hpp"

#include <gtest/gtest.h>

namespace zonekg::kit {
namespace {

TEST(SumQueue, GivesTheSumsOfEachSet) {
  std::vector<std::int8_t> weights(1U << 12);
  for (std::size_t i = 0; i < weights.size(); ++i) weights[i] = static_cast<std::int8_t>(mix(i) % 255 - 127);
  const Model model(weights, 0.5F, 1.0F);
  std::vector<Features> sets;
  for (std::size_t i = 0; i < 200; ++i) {
    Features& set = sets.emplace_back(i == 100 ? 2000 : mix(i) % 20); // empty ones too, and more than are hashed at once
    for (std::size_t k = 0; k < set.size(); ++k) set[k] = feature(7, i, k);
  }
  std::vector<std::int32_t> sums(sets.size(), 3); // sums are added to what stands there
  SumQueue queue(model);
  for (std::size_t i = 0; i < sets.size(); ++i)
    queue.add(sums[i], [&](FeatureBatch& out) {
      for (std::size_t k = 0; k < sets[i].size(); ++k) out.add(7, i, k);
    });
  queue.flush();
  for (std::size_t i = 0; i < sets.size(); ++i) EXPECT_EQ(sums[i], 3 + model.sum(sets[i].data(), sets[i].size())) << i;
}

TEST(Model, SumOfJoinedFeatures) {
  std::vector<std::int8_t> weights(256);
  for (std::size_t i = 0; i < weights.size(); ++i) weights[i] = static_cast<std::int8_t>(i);
  const Model model(weights, 1, 0);
  Features features;
  std::int32_t sum = 0;
  for (std::uint32_t i = 0; i < 300; ++i) { // more than are hashed at once
    features.push_back(feature(7, i));
    sum += model.weight(feature(9, feature(7, i), 5));
  }
  EXPECT_EQ(model.evidence_joined(features, 9, 5).sum, sum);
}

} // namespace
} // namespace zonekg::kit
