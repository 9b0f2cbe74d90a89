#include "core/kit/relations.hpp"

#include <algorithm>
#include <utility>

#include "core/kit/lattice.hpp"

namespace zonekg::kit {
namespace {

constexpr std::uint32_t pair_base = 1000, zone_base = 1200;

std::string relation_model(std::string_view type) { return "relation:" + std::string(type); }

std::uint32_t mention_mark_at(const Reading& reading, const End& end) {
  return reading.begins(end.range.begin) & ~(mark_first_mention - 1);
}

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
    if (view(m.type) == type) result.push_back({reading_.range(m.span), m.id, static_cast<float>(m.confidence)});
  return result;
}

const Model* Relater::model(std::string_view name) const {
  const auto model = models_.find(name);
  return model == models_.end() ? nullptr : &model->second;
}

float Relater::score(std::string_view name, const Features& features) const {
  const Model* const weights = model(name);
  return weights ? weights->score(features) : no_score;
}

bool Relater::weighs(std::string_view name, std::string_view first) const { return model(name) || (training_ && model(first)); }

float Relater::judge(std::string_view name, const Features& features) const { return probability(score(name, features)); }

void Relater::propose(std::string_view type, const End& head, std::uint32_t tail, zkg_span evidence, float score, const Features& features) {
  const float p = probability(score);
  if (!worth(p)) return;
  RelationCandidate candidate{type, head.id, tail};
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
  std::vector<const Model*> models;
  for (const std::string_view type : types) models.push_back(model(relation_model(type)));
  PairSums sums(reading_, std::move(models), pair_base, heads, tails);
  Features between, features;
  for (std::size_t h = 0; h < heads.size(); ++h) {
    const End& head = heads[h];
    const auto [first, last] = around(head, tails, options.nearest);
    for (auto t = first; t < last; ++t) {
      const End& tail = tails[t];
      if (tail.id == head.id) continue;
      if (!options.ordered && (tail.range.begin < head.range.begin || overlaps(head.range, tail.range))) continue;
      const Nearness near = nearness(reading_, head.range, tail.range, options.farthest);
      if (near == Nearness::far || near > options.farthest) continue;
      between.clear();
      between_features_of(head, tail, near, between);
      if (training_) features_of_pair(head, tail, near, features);
      for (std::size_t m = 0; m < types.size(); ++m)
        propose(types[m], head, tail.id, reading_.span(shown_by(head.range, tail.range)), sums.score(m, h, t, between), features);
    }
  }
}

void Relater::between_features_of(const End& head, const End& tail, Nearness near, Features& features) const {
  between_features(reading_, head.range, tail.range, near, mention_mark_at(reading_, tail), pair_base, features);
  names_of_pair(head, tail, near, features);
}

void Relater::features_of_pair(const End& head, const End& tail, Nearness near, Features& features) const {
  features.clear();
  pair_features(reading_, head.range, tail.range, mention_mark_at(reading_, tail), pair_base, features);
  names_of_pair(head, tail, near, features);
}

void Relater::names_of_pair(const End& head, const End& tail, Nearness near, Features& features) const {
  features.push_back(feature(pair_base + 90, reading_.text_hash(head.range), reading_.text_hash(tail.range)));
  features.push_back(feature(pair_base + 91, mention_mark_at(reading_, head), mention_mark_at(reading_, tail), static_cast<std::uint64_t>(near)));
}

void Relater::features_of_reporting(const End& mention, Features& features) const {
  place_features(reading_, mention.range, zone_base, features);
  features.push_back(feature(zone_base + 50, reading_.text_hash(mention.range)));
  for (std::uint32_t i = mention.range.begin; i < mention.range.end; ++i)
    if (i == mention.range.begin || reading_.word_at(i) != reading_.word_at(i - 1))
      features.push_back(feature(zone_base + 51, reading_.word_hash(reading_.word_at(i))));
}

void Relater::to_reporting_zone(std::string_view type, const std::vector<End>& heads) {
  const std::string name = relation_model(type);
  Features features;
  for (const End& head : heads) {
    features.clear();
    features_of_reporting(head, features);
    propose(type, head, ZKG_REPORTING_ZONE, reading_.span(head.range), score(name, features), features);
  }
}

Relater::Option Relater::option_of_reporting(const End& chooser, std::size_t others, const Model* model) const {
  Option option{ZKG_REPORTING_ZONE, reading_.span(chooser.range), no_score, {}};
  features_of_reporting(chooser, option.features);
  option.features.push_back(feature(zone_base + 52, std::min<std::size_t>(others + 1, 4)));
  if (model) option.score = model->score(option.features);
  return option;
}

std::vector<Relater::Option> Relater::options_of(const Choosing& choosing, std::size_t chooser, PairSums& sums) const {
  std::vector<Option> options;
  Features between;
  const End& own = (choosing.chooser_is_head ? sums.heads() : sums.tails())[chooser];
  const std::vector<End>& others = choosing.chooser_is_head ? sums.tails() : sums.heads();
  const auto [first, last] = around(own, others, choosing.nearest);
  for (auto i = first; i < last; ++i) {
    if (others[i].id == own.id) continue;
    const Nearness near = nearness(reading_, own.range, others[i].range, choosing.farthest);
    if (near == Nearness::far || near > choosing.farthest) continue;
    const std::size_t h = choosing.chooser_is_head ? chooser : i, t = choosing.chooser_is_head ? i : chooser;
    between.clear();
    between_features_of(sums.heads()[h], sums.tails()[t], near, between);
    Option& option = options.emplace_back(
        Option{others[i].id, reading_.span(shown_by(own.range, others[i].range)), sums.score(0, h, t, between), {}});
    if (training_) features_of_pair(sums.heads()[h], sums.tails()[t], near, option.features);
  }
  return options;
}

void Relater::choose(const Choosing& choosing, const std::vector<End>& choosers, const std::vector<End>& others) {
  const Model* const weights = model(relation_model(choosing.type));
  PairSums sums(reading_, {weights}, pair_base, choosing.chooser_is_head ? choosers : others, choosing.chooser_is_head ? others : choosers);
  std::vector<float> probabilities;
  for (std::size_t c = 0; c < choosers.size(); ++c) {
    std::vector<Option> options = options_of(choosing, c, sums);
    if (choosing.reporting_zone) options.push_back(option_of_reporting(choosers[c], options.size(), weights));
    probabilities.clear();
    for (const Option& option : options) probabilities.push_back(option.score);
    settle_choice(probabilities);
    const std::uint32_t group = new_group();
    for (std::size_t i = 0; i < options.size(); ++i) {
      if (!worth(probabilities[i])) continue;
      RelationCandidate candidate{choosing.type, choosers[c].id, options[i].id};
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
