#include "core/kit/lattice.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/kit/exponentials.hpp"

namespace zonekg::kit {
namespace {

constexpr double impossible = -std::numeric_limits<double>::infinity();

double log_add(double a, double b) {
  if (a < b) std::swap(a, b);
  return b == impossible ? a : a + std::log1p(std::exp(b - a));
}

struct Edge {
  std::uint32_t from, to; // states
  std::uint32_t span;
};

// States are the distinct positions; edges are spans, sorted by `from`; gaps[i] says whether i → i+1 may stay empty.
struct Lattice {
  std::uint32_t states = 0;
  std::vector<Edge> edges;
  std::vector<char> gaps;
};

std::vector<std::uint32_t> positions(const std::vector<LatticeSpan>& spans) {
  std::vector<std::uint32_t> all;
  all.reserve(spans.size() * 2);
  for (const auto& s : spans) {
    all.push_back(s.begin);
    all.push_back(s.end);
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

Lattice build(const std::vector<LatticeSpan>& spans, const std::vector<Label>& labels) {
  const auto at = positions(spans);
  const auto state = [&](std::uint32_t p) {
    return static_cast<std::uint32_t>(std::lower_bound(at.begin(), at.end(), p) - at.begin());
  };
  Lattice lattice;
  lattice.states = static_cast<std::uint32_t>(at.size());
  lattice.gaps.assign(at.size(), 1);
  std::vector<char> taken(at.size(), 0);
  for (std::uint32_t i = 0; i < spans.size(); ++i) {
    const Edge edge{state(spans[i].begin), state(spans[i].end), i};
    if (labels.empty() || labels[i] != Label::negative) lattice.edges.push_back(edge);
    if (labels.empty() || labels[i] != Label::required) continue;
    for (auto s = edge.from; s < edge.to; ++s) lattice.gaps[s] = 0;
    for (auto s = edge.from; s < edge.to; ++s) taken[s] = 1;
  }
  std::erase_if(lattice.edges, [&](const Edge& e) {
    if (labels.empty() || labels[e.span] == Label::required) return false;
    return std::find(taken.begin() + e.from, taken.begin() + e.to, 1) != taken.begin() + e.to;
  });
  std::sort(lattice.edges.begin(), lattice.edges.end(), [](const Edge& a, const Edge& b) { return a.from < b.from; });
  return lattice;
}

} // namespace

std::vector<float> marginals(const std::vector<LatticeSpan>& spans, const std::vector<Label>& labels) {
  std::vector<float> result(spans.size(), 0);
  if (spans.empty()) return result;
  const Lattice lattice = build(spans, labels);
  std::vector<double> forward(lattice.states, impossible), backward(lattice.states, impossible);
  forward.front() = 0;
  backward.back() = 0;
  auto edge = lattice.edges.begin();
  for (std::uint32_t s = 0; s < lattice.states; ++s) {
    if (s > 0 && lattice.gaps[s - 1]) forward[s] = log_add(forward[s], forward[s - 1]);
    for (; edge != lattice.edges.end() && edge->from == s; ++edge)
      forward[edge->to] = log_add(forward[edge->to], forward[s] + static_cast<double>(spans[edge->span].score));
  }
  auto back = lattice.edges.rbegin();
  for (std::uint32_t s = lattice.states; s-- > 0;) {
    if (s + 1 < lattice.states && lattice.gaps[s]) backward[s] = log_add(backward[s], backward[s + 1]);
    for (; back != lattice.edges.rend() && back->from == s; ++back)
      backward[s] = log_add(backward[s], backward[back->to] + static_cast<double>(spans[back->span].score));
  }
  const double total = forward.back();
  for (const Edge& e : lattice.edges)
    result[e.span] = static_cast<float>(
        std::exp(forward[e.from] + static_cast<double>(spans[e.span].score) + backward[e.to] - total));
  return result;
}

namespace {

// Spans [first, last) of a list: a stretch of text that no span crosses the edges of.
struct Stretch {
  std::size_t first, last;
  std::uint32_t states; // positions from the begin of the first one to the last end
};

// Visits each stretch.
template <class Visit>
void each_stretch(const std::vector<LatticeSpan>& spans, Visit&& visit) {
  for (std::size_t first = 0; first < spans.size();) {
    std::size_t last = first;
    std::uint32_t reach = spans[first].end;
    for (; last < spans.size() && spans[last].begin < reach; ++last) reach = std::max(reach, spans[last].end);
    visit(Stretch{first, last, reach - spans[first].begin});
    first = last;
  }
}

// Forward and backward sums of one stretch after another; the arrays are kept between them. Exponentials are worked out for
// many stretches at once: most have few spans.
class Settling {
 public:
  // Probabilities go to `result`, some of them not before `flush`.
  Settling(const std::vector<LatticeSpan>& spans, std::vector<float>& result) : spans_(spans), result_(result) {}

  void add(const Stretch& stretch) {
    for (std::size_t i = stretch.first; i < stretch.last; ++i) weights_.push_back(static_cast<double>(spans_[i].score));
    waiting_.push_back(stretch);
    if (weights_.size() >= enough) flush();
  }
  void flush() {
    exponentials(weights_.data(), weights_.size());
    const double* weights = weights_.data();
    for (const Stretch& stretch : waiting_) {
      settle(stretch, weights);
      weights += stretch.last - stretch.first;
    }
    weights_.clear();
    waiting_.clear();
  }

 private:
  static constexpr std::size_t enough = 512; // their weights stay in the nearest cache

  void settle(const Stretch& stretch, const double* weights) {
    if (multiply(stretch, weights, result_.data() + stretch.first)) return;
    const auto begin = spans_.begin() + static_cast<std::ptrdiff_t>(stretch.first);
    const auto by_logarithms = marginals({begin, begin + static_cast<std::ptrdiff_t>(stretch.last - stretch.first)});
    std::copy(by_logarithms.begin(), by_logarithms.end(), result_.begin() + static_cast<std::ptrdiff_t>(stretch.first));
  }

  // False when the weights do not fit.
  bool multiply(const Stretch& stretch, const double* weights, float* result) {
    const LatticeSpan* const spans = spans_.data() + stretch.first;
    const std::size_t count = stretch.last - stretch.first;
    sum_forward(spans, weights, count, stretch.states);
    const double total = forward_[stretch.states];
    if (!std::isfinite(total)) return false;
    sum_backward(spans, weights, count, stretch.states);
    const std::uint32_t begin = spans[0].begin;
    for (std::size_t i = 0; i < count; ++i)
      result[i] = static_cast<float>(forward_[spans[i].begin - begin] * weights[i] * backward_[spans[i].end - begin] / total);
    return true;
  }

  void sum_forward(const LatticeSpan* spans, const double* weights, std::size_t count, std::uint32_t states) {
    forward_.assign(states + 1, 0);
    double* const forward = forward_.data();
    const std::uint32_t begin = spans[0].begin;
    double before = 1;
    std::size_t i = 0;
    for (std::uint32_t s = 0; s <= states; ++s) {
      const double here = forward[s] += before;
      for (; i < count && spans[i].begin - begin == s; ++i) forward[spans[i].end - begin] += here * weights[i];
      before = here;
    }
  }

  void sum_backward(const LatticeSpan* spans, const double* weights, std::size_t count, std::uint32_t states) {
    if (backward_.size() <= states) backward_.resize(states + 1);
    double* const backward = backward_.data();
    const std::uint32_t begin = spans[0].begin;
    backward[states] = 1;
    std::size_t i = count;
    for (std::uint32_t s = states; s-- > 0;) {
      double sum = backward[s + 1];
      for (; i > 0 && spans[i - 1].begin - begin == s; --i) sum += weights[i - 1] * backward[spans[i - 1].end - begin];
      backward[s] = sum;
    }
  }

  const std::vector<LatticeSpan>& spans_;
  std::vector<float>& result_;
  std::vector<Stretch> waiting_;
  std::vector<double> weights_; // of the spans that wait
  std::vector<double> forward_, backward_;
};

} // namespace

std::vector<float> marginals_of_text(const std::vector<LatticeSpan>& spans) {
  std::vector<float> result(spans.size(), 0);
  Settling settling(spans, result);
  each_stretch(spans, [&](const Stretch& stretch) { settling.add(stretch); });
  settling.flush();
  return result;
}

void settle_again(const std::vector<LatticeSpan>& spans, float least, std::vector<float>& probabilities) {
  Settling settling(spans, probabilities);
  each_stretch(spans, [&](const Stretch& stretch) {
    const float* const p = probabilities.data();
    if (std::any_of(p + stretch.first, p + stretch.last, [&](float each) { return each >= least; })) settling.add(stretch);
  });
  settling.flush();
}

void settle_choice(std::span<float> scores) {
  float highest = 0; // of the choice of none of them
  for (const float score : scores) highest = std::max(highest, score);
  const auto weight = [&](float score) { return std::exp(static_cast<double>(score) - static_cast<double>(highest)); };
  double total = weight(0);
  for (const float score : scores) total += weight(score);
  for (float& score : scores) score = static_cast<float>(weight(score) / total);
}

} // namespace zonekg::kit
