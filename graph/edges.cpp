#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "graph/assemble.hpp"
#include "graph/evidence.hpp"

namespace zonekg {
namespace {

// How much a statement claims: that it is so counts for more than that it is intended.
std::size_t strength(const std::string& modality) {
  constexpr std::array<std::string_view, 4> weakest_first = {"target", "expected", "", "actual"};
  const auto place = std::find(weakest_first.begin(), weakest_first.end(), modality);
  return place == weakest_first.end() ? 0 : static_cast<std::size_t>(place - weakest_first.begin()) + 1;
}

// Modality and period come from the strongest statement, of equals from the latest.
void merge(Edge& edge, Edge other) {
  const auto rank = [](const Edge& e) { return std::tuple(strength(e.modality), std::string_view(e.period)); };
  if (rank(other) > rank(edge)) {
    edge.modality = other.modality;
    edge.period = other.period;
  }
  edge.confidence = std::max(edge.confidence, other.confidence);
  std::move(other.evidence.begin(), other.evidence.end(), std::back_inserter(edge.evidence));
}

} // namespace

std::vector<std::pair<std::uint32_t, OutEdge>> make_edges(std::vector<EdgeDraft> drafts) {
  const auto identity = [](const EdgeDraft& d) { return std::tuple(d.source, d.target, std::string_view(d.edge.type)); };
  std::ranges::stable_sort(drafts, {}, identity);
  std::vector<std::pair<std::uint32_t, OutEdge>> edges;
  for (EdgeDraft& draft : drafts) {
    const bool is_new = edges.empty() || edges.back().first != draft.source || edges.back().second.target != draft.target ||
                        edges.back().second.edge.type != draft.edge.type;
    if (is_new) edges.push_back({draft.source, {draft.target, std::move(draft.edge)}});
    else merge(edges.back().second.edge, std::move(draft.edge));
  }
  for (auto& [source, edge] : edges) settle_evidence(edge.edge.evidence);
  return edges;
}

} // namespace zonekg
