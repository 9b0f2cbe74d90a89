// Learning the factors of a Model: what pairs of features mean together (weights.hpp).
#pragma once

#include <array>
#include <vector>

#include "core/kit/weights.hpp"

namespace zonekg::kit {

class FactorLearner {
 public:
  // `noise`: the part of the features that a visit does without. `common`: which positions of the table have factors; none:
  // nothing is learned.
  FactorLearner(float noise, std::vector<char> common);

  // What the features of a candidate say together.
  struct Sums {
    std::array<float, Evidence::rank> factors{};
    float squares = 0;
  };
  void add(Feature position, Sums& sums) const;
  [[nodiscard]] float score(const Sums& sums) const;
  // Moves the factors of one of the features added to `sums` against the gradient of the candidate's score.
  void step(Feature position, float gradient, const Sums& sums);

  void remember();                               // for the mean
  [[nodiscard]] std::vector<float> mean() const; // Evidence::rank for each position; empty: none

 private:
  std::vector<char> common_;
  float pairs_seen_; // the part of all pairs that a visit sees
  std::vector<float> factors_, squares_, totals_;
  int remembered_ = 0;
};

} // namespace zonekg::kit
