#include "core/training/shift.hpp"

#include <set>

namespace zonekg {
namespace {

using kit::Example;
using kit::Label;

constexpr float lowest = -0.6F, highest = 3.0F, step = 0.3F;

struct Count {
  std::size_t right = 0, wrong = 0, missed = 0;
  [[nodiscard]] double f1() const {
    const double twice = 2.0 * static_cast<double>(right);
    return twice > 0 ? twice / (twice + static_cast<double>(wrong + missed)) : 0;
  }
};

// A bag counts once: found when one of its candidates is taken.
void count(const Example& example, const std::vector<kit::LatticeSpan>& spans, Count& total) {
  const auto probabilities = kit::marginals(spans);
  std::set<std::uint32_t> bags, found;
  for (std::size_t i = 0; i < spans.size(); ++i) {
    const Example::Candidate& c = example.candidates[i];
    const bool taken = probabilities[i] >= 0.5F;
    if (c.label == Label::negative) total.wrong += taken;
    if (c.label != Label::required) continue;
    if (c.bag == kit::no_bag) ++(taken ? total.right : total.missed);
    else {
      bags.insert(c.bag);
      if (taken) found.insert(c.bag);
    }
  }
  total.right += found.size();
  total.missed += bags.size() - found.size();
}

} // namespace

float best_shift(const std::vector<Unseen>& examples) {
  std::vector<std::vector<kit::LatticeSpan>> lattices;
  for (const auto& [example, model] : examples) {
    auto& spans = lattices.emplace_back();
    for (const auto& c : example->candidates)
      spans.push_back({c.begin, c.end, model->score(example->features.data() + c.first_feature, c.feature_count) + lowest});
  }
  float best = 0;
  double best_f1 = -1;
  for (float shift = lowest; shift <= highest + step / 2; shift += step) {
    Count total;
    for (std::size_t i = 0; i < examples.size(); ++i) {
      count(*examples[i].example, lattices[i], total);
      for (auto& span : lattices[i]) span.score += step;
    }
    if (total.f1() > best_f1) {
      best_f1 = total.f1();
      best = shift;
    }
  }
  return best;
}

} // namespace zonekg
