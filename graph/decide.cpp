#include "graph/decide.hpp"

#include <algorithm>
#include <numeric>

namespace zonekg {
namespace {

// Does a candidate of another entity and this fit leave it open which one is meant?
bool is_rival(const std::string& type, Fit best, Fit other) {
  if (other == Fit::none) return best == Fit::brand || type == "zone";
  return other == best || best != Fit::whole;
}

} // namespace

std::uint32_t meant_entity(const std::string& type, const std::vector<Candidate>& candidates) {
  const auto rank = [](const Candidate& c) { return std::pair(c.fit, c.preferred); };
  const auto best = std::ranges::max_element(candidates, {}, rank);
  if (best == candidates.end() || best->fit == Fit::none) return no_candidate;
  for (const Candidate& other : candidates) {
    if (other.entity == best->entity) continue;
    if (best->preferred && !other.preferred) continue;
    if (is_rival(type, best->fit, other.fit)) return no_candidate;
  }
  return best->entity;
}

void decide(const std::vector<NameForm>& forms, const std::vector<CandidatePair>& pairs, Clusters& clusters) {
  Surroundings around;
  add_surroundings(forms, around);
  std::vector<std::vector<Candidate>> fits(forms.size());
  for (const auto& [shorter, fuller] : pairs) {
    const NameComparison comparison = compare(forms[shorter], forms[fuller], around);
    if (comparison.verdict != NameVerdict::different)
      fits[shorter].push_back({fuller, comparison.late ? Fit::none : comparison.fit});
  }

  // Fullest first: when a short form is looked at, the fuller ones are already one with each other or never will be.
  std::vector<std::uint32_t> order(forms.size());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return is_fuller(forms[a], forms[b]); });
  for (const std::uint32_t shorter : order) {
    for (Candidate& candidate : fits[shorter]) candidate.entity = clusters.root(candidate.entity);
    const std::uint32_t entity = meant_entity(forms[shorter].type, fits[shorter]);
    if (entity != no_candidate) clusters.join(shorter, entity);
  }
}

} // namespace zonekg
