#include "core/kit/learn_factors.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace zonekg::kit {
namespace {

constexpr std::size_t rank = Evidence::rank;
constexpr float farthest_start = 0.05F, rate = 0.01F, penalty = 1e-3F;

// Where a factor starts: near 0 and unlike the others, or all would stay alike.
float start(std::size_t factor) { return farthest_start * (static_cast<float>(mix(factor) >> 40) * 0x1p-23F - 1); }

} // namespace

FactorLearner::FactorLearner(float noise, std::vector<char> common) : common_(std::move(common)), pairs_seen_((1 - noise) * (1 - noise)) {
  if (std::find(common_.begin(), common_.end(), 1) == common_.end()) {
    common_.clear();
    return;
  }
  factors_.assign(common_.size() * rank, 0);
  squares_.assign(factors_.size(), 1e-2F);
  totals_.assign(factors_.size(), 0);
  for (std::size_t i = 0; i < factors_.size(); ++i)
    if (common_[i / rank]) factors_[i] = start(i);
}

void FactorLearner::add(Feature position, Sums& sums) const {
  if (common_.empty() || !common_[position]) return;
  const float* const own = factors_.data() + std::size_t{position} * rank;
  for (std::size_t k = 0; k < rank; ++k) {
    sums.factors[k] += own[k];
    sums.squares += own[k] * own[k];
  }
}

float FactorLearner::score(const Sums& sums) const {
  float pairs = -sums.squares; // twice over
  for (const float sum : sums.factors) pairs += sum * sum;
  return pairs / 2 / pairs_seen_;
}

void FactorLearner::step(Feature position, float gradient, const Sums& sums) {
  if (common_.empty() || !common_[position]) return;
  for (std::size_t k = 0; k < rank; ++k) {
    float& factor = factors_[std::size_t{position} * rank + k];
    float& squares = squares_[std::size_t{position} * rank + k];
    const float g = gradient * (sums.factors[k] - factor) / pairs_seen_ + penalty * factor;
    squares += g * g;
    factor -= rate * g / std::sqrt(squares);
  }
}

void FactorLearner::remember() {
  for (std::size_t i = 0; i < factors_.size(); ++i) totals_[i] += factors_[i];
  ++remembered_;
}

std::vector<float> FactorLearner::mean() const {
  std::vector<float> result = totals_;
  for (float& factor : result) factor /= static_cast<float>(std::max(1, remembered_));
  return result;
}

} // namespace zonekg::kit
