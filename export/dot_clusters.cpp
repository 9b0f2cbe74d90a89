#include "export/dot_clusters.hpp"

#include <string>

namespace zonekg {
namespace {

// Does an edge say that its source belongs to the zone that it leads to?
bool says_where(const std::string& type) {
  return type == "located_in" || type == "part_of" || type == "indicator_of" || type == "invested_in";
}

bool is_zone(const Graph& graph, std::uint32_t node) { return graph.node(node).type == "zone"; }

// The most confident edge to a zone, of equals the first.
std::vector<std::uint32_t> direct_zones(const Graph& graph) {
  std::vector<std::uint32_t> zones(graph.node_count(), no_cluster);
  std::vector<double> confidence(graph.node_count(), -1);
  for (std::size_t i = 0; i < graph.edge_count(); ++i) {
    const auto [source, target, edge] = graph.edge(i);
    if (!says_where(edge.type) || !is_zone(graph, target) || edge.confidence <= confidence[source]) continue;
    if (is_zone(graph, source) && edge.type != "part_of") continue;
    zones[source] = target;
    confidence[source] = edge.confidence;
  }
  return zones;
}

// Money and projects without a zone of their own go where their subject or undertaker is.
void follow_subjects(const Graph& graph, std::vector<std::uint32_t>& zones) {
  const std::vector<std::uint32_t> direct = zones;
  for (std::size_t i = 0; i < graph.edge_count(); ++i) {
    const auto [source, target, edge] = graph.edge(i);
    const bool is_money = edge.type == "invested_in", is_work = edge.type == "undertakes";
    const std::uint32_t follower = is_work ? target : source, leader = is_work ? source : target;
    if ((is_money || is_work) && zones[follower] == no_cluster && !is_zone(graph, follower))
      zones[follower] = direct[leader];
  }
}

// A zone that would come to lie in itself, or too deep, stands on its own.
void cut_cycles(const Graph& graph, std::vector<std::uint32_t>& zones) {
  for (std::uint32_t n = 0; n < graph.node_count(); ++n) {
    if (!is_zone(graph, n)) continue;
    std::size_t depth = 0;
    std::uint32_t up = zones[n];
    for (; up != no_cluster && up != n && depth < deepest_cluster; ++depth) up = zones[up];
    if (up != no_cluster) zones[n] = no_cluster;
  }
}

} // namespace

std::vector<std::uint32_t> find_clusters(const Graph& graph) {
  std::vector<std::uint32_t> zones = direct_zones(graph);
  follow_subjects(graph, zones);
  cut_cycles(graph, zones);
  return zones;
}

} // namespace zonekg
