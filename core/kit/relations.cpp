#include "core/kit/relations.hpp"

#include <algorithm>

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

void Relater::pairs(const Types& types, const std::vector<End>& heads, const std::vector<End>& tails, const PairOptions& options) {
  Features features;
  for (const End& head : heads) {
    const auto after = std::lower_bound(tails.begin(), tails.end(), head.range.begin,
                                        [](const End& e, std::uint32_t p) { return e.range.begin < p; });
    const auto at = after - tails.begin();
    const auto first = std::max<std::ptrdiff_t>(0, at - options.nearest);
    const auto last = std::min<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(tails.size()), at + options.nearest);
    for (auto i = first; i < last; ++i) {
      const End& tail = tails[static_cast<std::size_t>(i)];
      if (tail.id == head.id) continue;
      if (!options.ordered && (tail.range.begin < head.range.begin || overlaps(head.range, tail.range))) continue;
      const Nearness near = nearness(reading_, head.range, tail.range);
      if (near != Nearness::far && near <= options.farthest) propose_pair(types, head, tail, near, features);
    }
  }
}

void Relater::propose_pair(const Types& types, const End& head, const End& tail, Nearness near, Features& features) {
  const auto mark_of = [&](const End& end) { return reading_.begins(end.range.begin) & ~(mark_first_mention - 1); };
  features.clear();
  pair_features(reading_, head.range, tail.range, mark_of(tail), pair_base, features);
  features.push_back(feature(pair_base + 90, reading_.text_hash(head.range), reading_.text_hash(tail.range)));
  features.push_back(feature(pair_base + 91, mark_of(head), mark_of(tail), static_cast<std::uint64_t>(near)));
  for (const std::string_view type : types) propose(type, head.id, tail.id, reading_.span(shown_by(head.range, tail.range)), features);
}

void Relater::to_reporting_zone(std::string_view type, const std::vector<End>& mentions, bool flip) {
  Features features;
  for (const End& mention : mentions) {
    features.clear();
    place_features(reading_, mention.range, zone_base, features);
    features.push_back(feature(zone_base + 50, reading_.text_hash(mention.range)));
    for (std::uint32_t i = mention.range.begin; i < mention.range.end; ++i)
      if (i == mention.range.begin || reading_.word_at(i) != reading_.word_at(i - 1))
        features.push_back(feature(zone_base + 51, reading_.word_hash(reading_.word_at(i))));
    const std::uint32_t zone = ZKG_REPORTING_ZONE;
    propose(type, flip ? zone : mention.id, flip ? mention.id : zone, reading_.span(mention.range), features);
  }
}

} // namespace zonekg::kit
