// Log-odds and shares in steps, for the features of models that weigh the scores of others.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace zonekg::kit {

// What nothing says stands in the lowest step.
inline std::uint64_t score_step(float score, float size) {
  constexpr float farthest = 6;
  return static_cast<std::uint64_t>(std::floor((std::clamp(score, -farthest, farthest) + farthest) / size));
}

// A share or a probability in so many steps.
inline std::uint64_t share_step(float share, int steps) {
  return static_cast<std::uint64_t>(std::clamp(share, 0.0F, 0.999F) * static_cast<float>(steps));
}

} // namespace zonekg::kit
