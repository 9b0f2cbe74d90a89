#include "core/kit/relations.hpp"

#include <algorithm>
#include <utility>

#include "core/kit/lattice.hpp"

namespace zonekg::kit {
namespace {

constexpr std::uint32_t pair_base = 1000, zone_base = 1200;

} // namespace

Range shown_by(Range a, Range b) {
  constexpr std::uint32_t longest = 200;
  const Range both{std::min(a.begin, b.begin), std::max(a.end, b.end)};
  if (both.size() <= longest) return both;
  return a.begin > b.begin ? a : b;
}

std::vector<End> Relater::decided(std::string_view type) const {
  std::vector<End> result;
  for (const zkg_mention& m : reading_.mentions())
    if (view(m.type) == type) result.push_back({reading_.range(m.span), m.id});
  return result;
}

float Relater::score(std::string_view name, const Features& features) const {
  const auto model = models_.find(name);
  return model == models_.end() ? -50.0F : model->second.score(features);
}

float Relater::judge(std::string_view name, const Features& features) const { return probability(score(name, features)); }

void Relater::propose(std::string_view type, std::uint32_t head, std::uint32_t tail, zkg_span evidence, const Features& features) {
  const float p = judge("relation:" + std::string(type), features);
  if (!worth(p)) return;
  RelationCandidate candidate{type, head, tail};
  candidate.evidence = evidence;
  candidate.confidence = static_cast<double>(p);
  candidate.rule = "learned";
  if (training_) candidate.features = &features;
  sink_.add(candidate);
}

std::pair<std::size_t, std::size_t> Relater::around(const End& end, const std::vector<End>& others, std::uint32_t nearest) {
  const auto after = std::lower_bound(others.begin(), others.end(), end.range.begin,
                                      [](const End& e, std::uint32_t p) { return e.range.begin < p; });
  const auto at = static_cast<std::size_t>(after - others.begin());
  return {at - std::min<std::size_t>(at, nearest), std::min<std::size_t>(others.size(), at + nearest)};
}

void Relater::pairs(const Types& types, const std::vector<End>& heads, const std::vector<End>& tails, const PairOptions& options) {
  Features features;
  for (const End& head : heads) {
    const auto [first, last] = around(head, tails, options.nearest);
    for (auto i = first; i < last; ++i) {
      const End& tail = tails[i];
      if (tail.id == head.id) continue;
      if (!options.ordered && (tail.range.begin < head.range.begin || overlaps(head.range, tail.range))) continue;
      const Nearness near = nearness(reading_, head.range, tail.range);
      if (near == Nearness::far || near > options.farthest) continue;
      features.clear();
      features_of_pair(head, tail, near, features);
      for (const std::string_view type : types) propose(type, head.id, tail.id, reading_.span(shown_by(head.range, tail.range)), features);
    }
  }
}

void Relater::features_of_pair(const End& head, const End& tail, Nearness near, Features& features) const {
  const auto mark_of = [&](const End& end) { return reading_.begins(end.range.begin) & ~(mark_first_mention - 1); };
  pair_features(reading_, head.range, tail.range, mark_of(tail), pair_base, features);
  features.push_back(feature(pair_base + 90, reading_.text_hash(head.range), reading_.text_hash(tail.range)));
  features.push_back(feature(pair_base + 91, mark_of(head), mark_of(tail), static_cast<std::uint64_t>(near)));
}

void Relater::features_of_reporting(const End& mention, Features& features) const {
  place_features(reading_, mention.range, zone_base, features);
  features.push_back(feature(zone_base + 50, reading_.text_hash(mention.range)));
  for (std::uint32_t i = mention.range.begin; i < mention.range.end; ++i)
    if (i == mention.range.begin || reading_.word_at(i) != reading_.word_at(i - 1))
      features.push_back(feature(zone_base + 51, reading_.word_hash(reading_.word_at(i))));
}

void Relater::to_reporting_zone(std::string_view type, const std::vector<End>& heads) {
  Features features;
  for (const End& head : heads) {
    features.clear();
    features_of_reporting(head, features);
    propose(type, head.id, ZKG_REPORTING_ZONE, reading_.span(head.range), features);
  }
}

std::vector<Relater::Option> Relater::options_of(const Choosing& choosing, const End& chooser, const std::vector<End>& others) const {
  std::vector<Option> options;
  const auto [first, last] = around(chooser, others, choosing.nearest);
  for (auto i = first; i < last; ++i) {
    const End& other = others[i];
    if (other.id == chooser.id) continue;
    const Nearness near = nearness(reading_, chooser.range, other.range);
    if (near == Nearness::far || near > choosing.farthest) continue;
    Option& option = options.emplace_back(Option{other.id, reading_.span(shown_by(chooser.range, other.range)), {}});
    const auto &head = choosing.chooser_is_head ? chooser : other, &tail = choosing.chooser_is_head ? other : chooser;
    features_of_pair(head, tail, near, option.features);
  }
  if (choosing.reporting_zone) {
    Option& option = options.emplace_back(Option{ZKG_REPORTING_ZONE, reading_.span(chooser.range), {}});
    features_of_reporting(chooser, option.features);
    option.features.push_back(feature(zone_base + 52, std::min<std::size_t>(options.size(), 4)));
  }
  return options;
}

void Relater::choose(const Choosing& choosing, const std::vector<End>& choosers, const std::vector<End>& others) {
  const std::string model = "relation:" + std::string(choosing.type);
  for (const End& chooser : choosers) {
    const std::vector<Option> options = options_of(choosing, chooser, others);
    std::vector<LatticeSpan> lattice;
    for (const Option& option : options) lattice.push_back({0, 1, score(model, option.features)});
    const auto probabilities = marginals(lattice);
    const std::uint32_t group = new_group();
    for (std::size_t i = 0; i < options.size(); ++i) {
      if (!worth(probabilities[i])) continue;
      RelationCandidate candidate{choosing.type, chooser.id, options[i].id};
      if (!choosing.chooser_is_head) std::swap(candidate.head, candidate.tail);
      candidate.evidence = options[i].evidence;
      candidate.confidence = static_cast<double>(probabilities[i]);
      candidate.rule = "learned";
      candidate.group = group;
      if (training_) candidate.features = &options[i].features;
      sink_.add(candidate);
    }
  }
}

} // namespace zonekg::kit
