#include "graph/mention_index.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "graph/local_links.hpp"

namespace zonekg {

MentionIndex::MentionIndex(const Graph& graph)
    : named_(graph.header().documents.size()), observations_(named_.size()), main_zones_(named_.size()) {
  std::vector<std::map<std::uint32_t, std::size_t>> zones(named_.size());
  for (std::uint32_t n = 0; n < graph.node_count(); ++n) {
    const Node& node = graph.node(n);
    for (const Evidence& e : node.mentions) {
      (is_observation(node.type) ? observations_ : named_)[e.document].push_back({e.begin, e.end, n});
      if (node.type == "zone") ++zones[e.document][n];
    }
  }
  // What figures are tied to is what a document is about, more than what it names.
  for (std::size_t e = 0; e < graph.edge_count(); ++e)
    if (const EdgeView view = graph.edge(e); view.edge.type == "indicator_of" && graph.node(view.target).type == "zone")
      for (const Evidence& words : view.edge.evidence) ++zones[words.document][view.target];
  for (auto* places : {&named_, &observations_})
    for (std::vector<Place>& of_document : *places)
      std::ranges::sort(of_document, {}, [](const Place& p) { return std::tuple(p.begin, p.end, p.node); });
  for (std::size_t d = 0; d < zones.size(); ++d) {
    const auto most = std::ranges::max_element(zones[d], {}, [](const auto& zone) { return zone.second; });
    if (most != zones[d].end()) main_zones_[d] = most->first;
  }
}

std::vector<MentionIndex::Place> MentionIndex::named_in(std::uint32_t document, std::uint32_t begin, std::uint32_t end) const {
  std::vector<Place> found;
  const std::vector<Place>& places = named_[document];
  for (auto at = std::ranges::lower_bound(places, begin, {}, &Place::begin); at != places.end() && at->begin < end; ++at)
    if (at->end <= end) found.push_back(*at);
  return found;
}

std::optional<std::uint32_t> MentionIndex::observation_at(std::uint32_t document, std::uint32_t begin,
                                                          std::uint32_t end) const {
  constexpr std::uint32_t longest = 200; // code points of an observation's words
  const std::vector<Place>& places = observations_[document];
  auto at = std::ranges::upper_bound(places, begin, {}, &Place::begin);
  while (at != places.begin()) {
    --at;
    if (at->end >= end) return at->node;
    if (begin - at->begin > longest) break;
  }
  return std::nullopt;
}

std::optional<std::uint32_t> MentionIndex::main_zone(std::uint32_t document) const { return main_zones_[document]; }

} // namespace zonekg
