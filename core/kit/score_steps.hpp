// Log-odds in steps, for the features of models that weigh the scores of others.
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

} // namespace zonekg::kit
