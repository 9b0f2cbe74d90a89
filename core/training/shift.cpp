#include "core/training/shift.hpp"

#include <algorithm>
#include <map>

namespace zonekg {
namespace {

using kit::Example;
using kit::Label;

constexpr float lowest = -0.6F, highest = 3.0F, step = 0.15F;

struct Count {
  std::size_t right = 0, wrong = 0, missed = 0;
  [[nodiscard]] double f1() const {
    const double twice = 2.0 * static_cast<double>(right);
    return twice > 0 ? twice / (twice + static_cast<double>(wrong + missed)) : 0;
  }
};

// Counted as graphs are scored: what is named five times is one node, right or wrong once. A passage counts as often as
// its weight says.
void count(const Example& example, const std::vector<kit::LatticeSpan>& spans, Count& all) {
  struct Thing {
    bool asked = false, found = false, wrong = false;
  };
  std::map<std::uint64_t, Thing> things;
  const auto probabilities = kit::marginals(spans);
  for (std::size_t i = 0; i < spans.size(); ++i) {
    const Example::Candidate& c = example.candidates[i];
    const bool taken = probabilities[i] >= 0.5F;
    Thing& thing = things[c.thing ? c.thing : c.bag != kit::no_bag ? c.bag : (std::uint64_t{1} << 63 | i)];
    thing.asked = thing.asked || c.label == Label::required;
    thing.found = thing.found || (c.label == Label::required && taken);
    thing.wrong = thing.wrong || (c.label == Label::negative && taken);
  }
  for (const auto& [key, thing] : things) {
    all.right += thing.found * example.weight;
    all.missed += (thing.asked && !thing.found) * example.weight;
    all.wrong += (thing.wrong && !thing.asked) * example.weight;
  }
  all.missed += example.unreached * example.weight;
}

} // namespace

float best_shift(const std::vector<Unseen>& examples) {
  std::vector<std::vector<kit::LatticeSpan>> lattices;
  for (const auto& [example, model] : examples) {
    auto& spans = lattices.emplace_back();
    for (const auto& c : example->candidates)
      spans.push_back({c.begin, c.end, model->score(example->features.data() + c.first_feature, c.feature_count) + c.offset + lowest});
  }
  float best = 0;
  double best_f1 = 0;
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
