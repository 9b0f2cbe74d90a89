#include "core/kit/learn.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

#include "core/kit/learn_factors.hpp"

namespace zonekg::kit {
namespace {

class Learner {
 public:
  // `paired`: which positions of the table have factors.
  Learner(const LearnOptions& options, std::vector<char> paired)
      : options_(options), mask_((1U << options.bits) - 1), weights_(mask_ + 1, 0), squares_(mask_ + 1, 1e-2F),
        sums_(mask_ + 1, 0), factors_(options.noise, std::move(paired)) {}

  // `turn`: a number of its own for each visit.
  void visit(const Example& example, bool choose, std::uint64_t turn) {
    turn_ = mix(turn);
    spans_.clear();
    labels_.clear();
    pairs_.assign(example.candidates.size(), {});
    for (const auto& c : example.candidates) {
      spans_.push_back({c.begin, c.end, score(example, c, pairs_[spans_.size()])});
      labels_.push_back(c.label);
    }
    const auto all = marginals(spans_);
    if (choose) choose_in_bags(example, all);
    const auto right = marginals(spans_, labels_);
    float bias_gradient = 0;
    for (std::size_t i = 0; i < spans_.size(); ++i) {
      const float gradient = all[i] - right[i];
      if (std::abs(gradient) < 1e-4F) continue;
      bias_gradient += gradient;
      step(example, example.candidates[i], gradient, pairs_[i]);
    }
    bias_squares_ += bias_gradient * bias_gradient;
    bias_ -= options_.rate * bias_gradient / std::sqrt(bias_squares_);
  }

  void remember() { // averaging over the last epochs steadies the result
    for (std::size_t i = 0; i < weights_.size(); ++i) sums_[i] += weights_[i];
    bias_sum_ += bias_;
    factors_.remember();
    ++remembered_;
  }

  [[nodiscard]] Model result() const {
    std::vector<float> mean(sums_.size());
    const auto n = static_cast<float>(std::max(1, remembered_));
    for (std::size_t i = 0; i < sums_.size(); ++i) mean[i] = std::abs(sums_[i] / n) < options_.drop ? 0 : sums_[i] / n;
    return quantise(mean, bias_sum_ / n, factors_.mean());
  }

 private:
  float score(const Example& example, const Example::Candidate& c, FactorLearner::Sums& pairs) const {
    float sum = 0;
    for (std::uint32_t i = 0; i < c.feature_count; ++i) {
      const Feature f = example.features[c.first_feature + i] & mask_;
      if (left_out(f)) continue;
      sum += weights_[f];
      factors_.add(f, pairs);
    }
    return bias_ + c.offset + sum / (1 - options_.noise) + factors_.score(pairs);
  }

  [[nodiscard]] bool left_out(Feature f) const { return static_cast<float>(mix(turn_ + f) >> 40) < options_.noise * 0x1p24F; }

  void step(const Example& example, const Example::Candidate& c, float gradient, const FactorLearner::Sums& pairs) {
    for (std::uint32_t i = 0; i < c.feature_count; ++i) {
      const Feature f = example.features[c.first_feature + i] & mask_;
      if (left_out(f)) continue;
      const float g = gradient + options_.penalty * weights_[f];
      squares_[f] += g * g;
      weights_[f] -= options_.rate * g / std::sqrt(squares_[f]);
      factors_.step(f, gradient, pairs);
    }
  }

  void choose_in_bags(const Example& example, const std::vector<float>& all) {
    std::vector<std::pair<std::uint32_t, std::size_t>> members;
    for (std::size_t i = 0; i < labels_.size(); ++i)
      if (labels_[i] == Label::required && example.candidates[i].bag != no_bag) members.emplace_back(example.candidates[i].bag, i);
    std::sort(members.begin(), members.end());
    for (std::size_t i = 0; i < members.size();) {
      std::size_t last = i, best = i;
      for (; last < members.size() && members[last].first == members[i].first; ++last)
        if (all[members[last].second] > all[members[best].second]) best = last;
      for (; i < last; ++i)
        if (i != best) labels_[members[i].second] = Label::free;
    }
  }

  const LearnOptions& options_;
  std::uint32_t mask_;
  std::vector<float> weights_, squares_, sums_;
  FactorLearner factors_;
  float bias_ = options_.bias, bias_squares_ = 1, bias_sum_ = 0;
  int remembered_ = 0;
  std::uint64_t turn_ = 0;
  std::vector<LatticeSpan> spans_;
  std::vector<FactorLearner::Sums> pairs_;
  std::vector<Label> labels_;
};

// Features, as table positions, that at least `least` documents have.
std::vector<char> common_features(const std::vector<const Example*>& examples, std::uint32_t mask, int least) {
  std::vector<std::uint32_t> last_seen(mask + 1, 0);
  std::vector<std::uint16_t> counts(mask + 1, 0);
  std::uint32_t document = 0;
  for (std::size_t i = 0; i < examples.size(); ++i) {
    const bool variant = i > 0 && examples[i]->origin != 0 && examples[i]->origin == examples[i - 1]->origin;
    if (!variant) ++document;
    for (const Feature f : examples[i]->features) {
      if (last_seen[f & mask] == document) continue;
      last_seen[f & mask] = document;
      counts[f & mask] = static_cast<std::uint16_t>(std::min<std::uint32_t>(counts[f & mask] + examples[i]->weight, 0xFFFF));
    }
  }
  std::vector<char> common(mask + 1, 0);
  for (std::size_t f = 0; f <= mask; ++f) common[f] = counts[f] >= least;
  return common;
}

Example only_common(const Example& example, const std::vector<char>& common, std::uint32_t mask) {
  Example result;
  Features kept;
  for (const auto& c : example.candidates) {
    kept.clear();
    for (std::uint32_t i = 0; i < c.feature_count; ++i)
      if (const Feature f = example.features[c.first_feature + i]; common[f & mask]) kept.push_back(f);
    result.add(c.begin, c.end, c.label, c.bag, kept.data(), kept.size());
    result.candidates.back().offset = c.offset;
  }
  return result;
}

// Each example as often as it counts, in an order of the seed's own.
std::vector<std::size_t> shuffled(const std::vector<const Example*>& examples, std::uint64_t seed) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < examples.size(); ++i) order.insert(order.end(), examples[i]->weight, i);
  for (std::size_t i = order.size(); i > 1; --i) {
    seed = mix(seed + 0x9e3779b97f4a7c15ULL);
    std::swap(order[i - 1], order[seed % i]);
  }
  return order;
}

// The step that moves a score by `reach` at most, of candidates as they are on average.
float step_size(const std::vector<Example>& examples, const LearnOptions& options) {
  std::size_t candidates = 0, features = 0;
  for (const Example& example : examples) {
    candidates += example.candidates.size();
    features += example.features.size();
  }
  return std::min(options.rate, options.reach * static_cast<float>(candidates) / static_cast<float>(std::max<std::size_t>(features, 1)));
}

// The smallest table with room for four times the features: few of them share a weight.
int table_bits(const std::vector<const Example*>& examples, const LearnOptions& options) {
  const std::vector<char> common = common_features(examples, (1U << options.bits) - 1, options.documents);
  const auto count = static_cast<std::size_t>(std::count(common.begin(), common.end(), 1));
  return std::min(options.bits, static_cast<int>(std::bit_width(4 * count)));
}

} // namespace

Model learn(const std::vector<const Example*>& examples, const LearnOptions& given) {
  LearnOptions options = given;
  options.bits = table_bits(examples, given);
  const std::uint32_t mask = (1U << options.bits) - 1;
  const std::vector<char> common = common_features(examples, mask, options.documents);
  std::vector<Example> seen;
  for (const Example* example : examples) seen.push_back(only_common(*example, common, mask));
  options.rate = step_size(seen, options);
  Learner learner(options, options.factor_documents > 0 ? common_features(examples, mask, options.factor_documents) : std::vector<char>());
  std::uint64_t turn = 0;
  const int settled = std::max(1, options.epochs / 4);
  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    for (const std::size_t i : shuffled(examples, static_cast<std::uint64_t>(epoch)))
      learner.visit(seen[i], epoch >= settled, ++turn);
    if (epoch >= options.epochs / 2) learner.remember();
  }
  return learner.result();
}

} // namespace zonekg::kit
