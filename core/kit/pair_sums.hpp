// Scores of pairs of mentions by several models at once, where what each place says by itself is summed only once.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "core/kit/pairs.hpp"
#include "core/kit/weights.hpp"

namespace zonekg::kit {

// A mention that may be an end: a decided one, or an own candidate of at least 0.5.
struct End {
  Range range;
  std::uint32_t id;
  float confidence = 0;
};

// Of mentions in text order that do not overlap each other, one that overlaps the range; the end when there is none.
inline std::vector<End>::const_iterator overlapping(const std::vector<End>& mentions, Range range) {
  const auto at = std::partition_point(mentions.begin(), mentions.end(), [&](const End& e) { return e.range.end <= range.begin; });
  return at != mentions.end() && overlaps(at->range, range) ? at : mentions.end();
}

// Of places in a list: the sums of their place_features, one for each model, made when first asked for.
class PlaceSums {
 public:
  // `models` may hold null: their sums say nothing. All must outlive the sums.
  PlaceSums(const Reading& reading, std::uint32_t base, const std::vector<const Model*>& models, std::size_t places)
      : reading_(reading), base_(base), models_(models), sums_(places * models.size()), known_(places, false) {}

  // Sums of the place in that row; valid until the next call.
  const Evidence* of(std::size_t row, Range place);

 private:
  const Reading& reading_;
  std::uint32_t base_;
  const std::vector<const Model*>& models_;
  std::vector<Evidence> sums_;
  std::vector<bool> known_;
  Features ids_;
};

constexpr float no_score = -50; // of a model that is not there

class PairSums {
 public:
  // Both lists and the models must outlive it. `base`: as for pair_features.
  PairSums(const Reading& reading, std::vector<const Model*> models, std::uint32_t base, const std::vector<End>& heads,
           const std::vector<End>& tails)
      : models_(std::move(models)), heads_(heads), tails_(tails),
        head_sums_(reading, base + first_place, models_, heads.size()), tail_sums_(reading, base + second_place, models_, tails.size()) {}

  [[nodiscard]] const std::vector<End>& heads() const { return heads_; }
  [[nodiscard]] const std::vector<End>& tails() const { return tails_; }

  // By the model in that row, of the pair with the features `between` that are not of one place alone.
  float score(std::size_t model, std::size_t head, std::size_t tail, const Features& between);

 private:
  const std::vector<const Model*> models_;
  const std::vector<End>&heads_, &tails_;
  PlaceSums head_sums_, tail_sums_;
};

} // namespace zonekg::kit
