#include "graph/decide.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <string>

#include "graph/compare.hpp"

namespace zonekg {
namespace {

std::set<std::u32string> zone_keys(const std::vector<NameForm>& forms) {
  std::set<std::u32string> keys;
  for (const NameForm& form : forms)
    if (form.type == "zone") keys.insert(form.key);
  return keys;
}

} // namespace

void decide(const std::vector<NameForm>& forms, const std::vector<CandidatePair>& pairs, Clusters& clusters) {
  const auto zones = zone_keys(forms);
  std::vector<std::vector<std::uint32_t>> fuller_of(forms.size());
  for (const auto& [shorter, fuller] : pairs)
    if (compare(forms[shorter], forms[fuller], zones).verdict == Verdict::same) fuller_of[shorter].push_back(fuller);

  // Fullest first: when a short form is looked at, the fuller ones are already one with each other or never will be.
  std::vector<std::uint32_t> order(forms.size());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return is_fuller(forms[a], forms[b]); });
  for (const std::uint32_t shorter : order) {
    const auto& fits = fuller_of[shorter];
    if (fits.empty()) continue;
    const bool unambiguous = std::all_of(fits.begin(), fits.end(), [&](std::uint32_t fuller) {
      return clusters.root(fuller) == clusters.root(fits.front());
    });
    if (unambiguous) clusters.join(shorter, fits.front());
  }
}

} // namespace zonekg
