#include "core/kit/pair_sums.hpp"

namespace zonekg::kit {

const Evidence* PlaceSums::of(std::size_t row, Range place) {
  Evidence* const sums = sums_.data() + row * models_.size();
  if (known_[row]) return sums;
  known_[row] = true;
  ids_.clear();
  place_features(reading_, place, base_, ids_);
  for (std::size_t m = 0; m < models_.size(); ++m)
    if (models_[m]) sums[m] = models_[m]->evidence(ids_);
  return sums;
}

float PairSums::score(std::size_t model, std::size_t head, std::size_t tail, const Features& between) {
  const Model* const weights = models_[model];
  if (!weights) return no_score;
  return weights->score_of(weights->evidence(between) + head_sums_.of(head, heads_[head].range)[model] +
                           tail_sums_.of(tail, tails_[tail].range)[model]);
}

} // namespace zonekg::kit
