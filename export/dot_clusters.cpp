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

// Of zones that lie in each other in a circle one stands on its own.
void cut_cycles(std::vector<std::uint32_t>& zones) {
  std::vector<std::uint32_t> walked_from(zones.size(), no_cluster);
  for (std::uint32_t start = 0; start < zones.size(); ++start) {
    std::uint32_t n = start;
    while (walked_from[n] == no_cluster) {
      walked_from[n] = start;
      if (zones[n] == no_cluster) break;
      if (walked_from[zones[n]] == start)
        zones[n] = no_cluster;
      else
        n = zones[n];
    }
  }
}

// What would lie too deep stands on its own.
void cut_depth(std::vector<std::uint32_t>& zones) {
  for (std::uint32_t n = 0; n < zones.size(); ++n) {
    std::size_t depth = 0;
    for (std::uint32_t up = zones[n]; up != no_cluster && depth <= deepest_cluster; up = zones[up]) ++depth;
    if (depth > deepest_cluster) zones[n] = no_cluster;
  }
}

} // namespace

std::vector<std::uint32_t> find_clusters(const Graph& graph) {
  std::vector<std::uint32_t> zones = direct_zones(graph);
  follow_subjects(graph, zones);
  cut_cycles(zones);
  cut_depth(zones);
  return zones;
}

} // namespace zonekg
