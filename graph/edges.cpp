#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "graph/assemble.hpp"
#include "graph/evidence.hpp"
#include "graph/investors.hpp"
#include "graph/period_text.hpp"

namespace zonekg {
namespace {

// How much a statement claims: that it is so counts for more than that it is intended.
std::size_t strength(const std::string& modality) {
  constexpr std::array<std::string_view, 4> weakest_first = {"target", "expected", "", "actual"};
  const auto place = std::find(weakest_first.begin(), weakest_first.end(), modality);
  return place == weakest_first.end() ? 0 : static_cast<std::size_t>(place - weakest_first.begin()) + 1;
}

class EdgeDrafts {
 public:
  void add(std::uint32_t source, std::uint32_t target, Edge edge) {
    if (source == no_entity || target == no_entity || source == target) return;
    const auto [place, is_new] = drafts_.try_emplace({source, target, edge.type}, std::move(edge));
    if (!is_new) merge(place->second, std::move(edge)); // try_emplace leaves its arguments alone when the key is there
  }

  Edges take() {
    Edges result;
    for (auto& [identity, edge] : drafts_) {
      settle_evidence(edge.evidence);
      result.ends.push_back({std::get<0>(identity), std::get<1>(identity)});
      result.edges.push_back(std::move(edge));
    }
    return result;
  }

 private:
  // Modality and period come from the strongest statement, of equals from the latest.
  static void merge(Edge& edge, Edge other) {
    const auto rank = [](const Edge& e) { return std::tuple(strength(e.modality), std::string_view(e.period)); };
    if (rank(other) > rank(edge)) {
      edge.modality = other.modality;
      edge.period = other.period;
    }
    edge.confidence = std::max(edge.confidence, other.confidence);
    std::move(other.evidence.begin(), other.evidence.end(), std::back_inserter(edge.evidence));
  }

  std::map<std::tuple<std::uint32_t, std::uint32_t, std::string>, Edge> drafts_;
};

} // namespace

Edges make_edges(const Linked& linked) {
  EdgeDrafts drafts;
  for (std::uint32_t d = 0; d < linked.documents.size(); ++d) {
    const Extraction& document = linked.documents[d];
    const auto add = [&](const Relation& relation) {
      drafts.add(
          linked.node_at(d, relation.head), linked.node_at(d, relation.tail),
          {relation.type, relation.confidence, relation.modality, period_text(relation.period), {relation.evidence}});
    };
    for (const Relation& relation : document.relations)
      if (relation.type != "same_as") add(relation);
    for (const Relation& relation : find_investors(document)) add(relation);
    for (const std::uint32_t indicator : untied_indicators(document)) {
      const Mention& mention = document.mentions[indicator];
      drafts.add(linked.node_at(d, indicator), linked.node_at(d, reporting_zone),
                 {"indicator_of", mention.confidence, {}, {}, {mention.evidence}});
    }
  }
  return drafts.take();
}

void lend_evidence(const Edges& edges, std::vector<Node>& nodes) {
  const auto wants = [](const Node& node) { return node.mentions.empty(); };
  std::map<std::uint32_t, std::vector<std::uint32_t>> edges_of;
  for (std::uint32_t e = 0; e < edges.edges.size(); ++e)
    for (const std::uint32_t end : {edges.ends[e].source, edges.ends[e].target})
      if (wants(nodes[end])) edges_of[end].push_back(e);
  for (const auto& [n, of_node] : edges_of) {
    for (const std::uint32_t e : of_node) {
      const Edge& edge = edges.edges[e];
      nodes[n].confidence = std::max(nodes[n].confidence, edge.confidence);
      nodes[n].mentions.insert(nodes[n].mentions.end(), edge.evidence.begin(), edge.evidence.end());
    }
    settle_evidence(nodes[n].mentions);
  }
}

} // namespace zonekg
