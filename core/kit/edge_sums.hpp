// What spans get from their edges and characters.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "core/kit/spans.hpp"

namespace zonekg::kit {

// Of each set of features, its weights; summed when first asked for.
class SetSums {
 public:
  // `sets` may grow meanwhile. Both must outlive it.
  SetSums(const FeatureSets& sets, const Model& model) : sets_(sets), model_(model) {}
  std::int32_t of(std::uint32_t number) {
    if (number >= sums_.size()) sums_.resize(sets_.size(), unknown);
    std::int32_t& sum = sums_[number];
    if (sum == unknown) sum = model_.sum(sets_[number].data(), sets_[number].size());
    return sum;
  }

 private:
  static constexpr std::int32_t unknown = std::numeric_limits<std::int32_t>::min();
  const FeatureSets& sets_;
  const Model& model_;
  std::vector<std::int32_t> sums_;
};

// For a span, before(begin) + behind(end), each the sum of weights that depend on one position alone.
class EdgeSums {
 public:
  // Of `spans`, sorted by begin.
  EdgeSums(const Reading& reading, const SpanFeatures& features, const Model& model, const std::vector<Range>& spans);

  [[nodiscard]] std::int32_t of(Range range) const { return begin_[range.begin] + end_[range.end]; }

 private:
  void add_edges(const std::vector<Range>& spans);
  std::int32_t own_words(std::uint32_t position, Side side);
  void add_characters(Range stretch);

  const Reading& reading_;
  const Index& index_;
  const InnerIds& ids_;
  const SpanFeatures& features_;
  const Model& model_;
  std::vector<std::int32_t> begin_, end_; // by position
};

} // namespace zonekg::kit
