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

struct Fits {
  std::vector<std::uint32_t> same, unsure;
};

} // namespace

void decide(const std::vector<NameForm>& forms, const std::vector<CandidatePair>& pairs, Clusters& clusters) {
  const auto zones = zone_keys(forms);
  std::vector<Fits> fits_of(forms.size());
  for (const auto& [shorter, fuller] : pairs) {
    const NameVerdict verdict = compare(forms[shorter], forms[fuller], zones).verdict;
    if (verdict == NameVerdict::same) fits_of[shorter].same.push_back(fuller);
    if (verdict == NameVerdict::unsure) fits_of[shorter].unsure.push_back(fuller);
  }

  // Fullest first: when a short form is looked at, the fuller ones are already one with each other or never will be.
  std::vector<std::uint32_t> order(forms.size());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return is_fuller(forms[a], forms[b]); });
  for (const std::uint32_t shorter : order) {
    const Fits& fits = fits_of[shorter];
    if (fits.same.empty()) continue;
    const std::uint32_t entity = clusters.root(fits.same.front());
    const auto is_it = [&](std::uint32_t fuller) { return clusters.root(fuller) == entity; };
    if (std::ranges::all_of(fits.same, is_it) && std::ranges::all_of(fits.unsure, is_it))
      clusters.join(shorter, entity);
  }
}

} // namespace zonekg
