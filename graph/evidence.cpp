#include "graph/evidence.hpp"

#include <algorithm>
#include <tuple>

namespace zonekg {
namespace {

auto rank(const Evidence& e) { return std::tie(e.document, e.begin, e.end, e.plugin, e.rule, e.text); }

} // namespace

void settle_evidence(std::vector<Evidence>& evidence) {
  std::sort(evidence.begin(), evidence.end(), [](const Evidence& a, const Evidence& b) { return rank(a) < rank(b); });
  const auto same = [](const Evidence& a, const Evidence& b) { return rank(a) == rank(b); };
  evidence.erase(std::unique(evidence.begin(), evidence.end(), same), evidence.end());
}

} // namespace zonekg
