#include "graph/statistics.hpp"

#include <algorithm>
#include <boost/pending/disjoint_sets.hpp>
#include <boost/range/iterator_range.hpp>
#include <map>
#include <tuple>

#include "graph/store.hpp"

namespace zonekg {
namespace {

using Counts = std::map<std::string, std::size_t>;

std::vector<std::pair<std::string, std::size_t>> to_list(const Counts& counts) {
  return {counts.begin(), counts.end()};
}

void count_types(const Graph& graph, Statistics& statistics) {
  Counts nodes, edge_types;
  for (const Node& node : graph.store().nodes) ++nodes[node.type];
  for (const Edge& edge : graph.store().edges) ++edge_types[edge.type];
  statistics.nodes_by_type = to_list(nodes);
  statistics.edges_by_type = to_list(edge_types);
}

void count_degrees(const BoostGraph& graph, Statistics::Degrees& degrees) {
  constexpr std::size_t hub_count = 10;
  std::vector<Statistics::Degrees::Hub> all;
  for (const auto vertex : boost::make_iterator_range(vertices(graph)))
    all.push_back({vertex, boost::in_degree(vertex, graph), boost::out_degree(vertex, graph)});
  if (all.empty()) return;
  const auto degree = [](const Statistics::Degrees::Hub& hub) { return hub.in + hub.out; };
  std::sort(all.begin(), all.end(), [&](const auto& a, const auto& b) {
    return std::tuple(degree(b), a.node) < std::tuple(degree(a), b.node);
  });
  degrees.maximum = degree(all.front());
  degrees.minimum = degree(all.back());
  degrees.mean = 2.0 * static_cast<double>(num_edges(graph)) / static_cast<double>(all.size());
  for (const auto& hub : all) degrees.isolated += degree(hub) == 0;
  all.resize(std::min(all.size(), hub_count));
  degrees.hubs = std::move(all);
}

// Boost's connected_components wants an undirected graph; its disjoint sets do without a copy.
void count_components(const BoostGraph& graph, Statistics& statistics) {
  const std::size_t size = num_vertices(graph);
  std::vector<std::uint32_t> rank(size), parent(size);
  boost::disjoint_sets<std::uint32_t*, std::uint32_t*> sets(rank.data(), parent.data());
  for (const auto vertex : boost::make_iterator_range(vertices(graph))) sets.make_set(vertex);
  for (const auto edge : boost::make_iterator_range(edges(graph)))
    sets.union_set(source(edge, graph), target(edge, graph));
  std::vector<std::size_t> sizes(size);
  for (const auto vertex : boost::make_iterator_range(vertices(graph))) ++sizes[sets.find_set(vertex)];
  for (const std::size_t members : sizes) {
    statistics.components += members > 0;
    statistics.largest_component = std::max(statistics.largest_component, members);
  }
}

} // namespace

Statistics graph_statistics(const Graph& graph) {
  const BoostGraph& boost_graph = graph.store().graph;
  Statistics statistics;
  statistics.documents = graph.header().documents.size();
  statistics.nodes = graph.node_count();
  statistics.edges = graph.edge_count();
  count_types(graph, statistics);
  count_degrees(boost_graph, statistics.degrees);
  count_components(boost_graph, statistics);
  return statistics;
}

} // namespace zonekg
