// Algorithms over a graph, without directions unless said otherwise. `mentioned_in` edges and documents do not count.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "graph/graph.hpp"

namespace zonekg {

// A way from one node to another: nodes.size() == edges.size() + 1.
struct Path {
  std::vector<std::uint32_t> nodes;
  std::vector<std::uint32_t> edges; // one of those that join two nodes that follow each other
};

// The shortest ways between two nodes, all of one length, in order of their nodes; at most `limit`. None when there is
// no way of at most `longest` edges.
std::vector<Path> shortest_paths(const Graph& graph, std::uint32_t from, std::uint32_t to, std::size_t limit,
                                 std::size_t longest);

// Of each node. degree: edges; pagerank: follows directions, sums to 1; betweenness: of all pairs of nodes, the part of
// shortest ways that lead over it, 0 to 1.
enum class Measure { degree, pagerank, betweenness };
std::vector<double> rank(const Graph& graph, Measure measure);

// Sets of nodes, larger ones first, then by smallest member; members ascending.
using NodeSets = std::vector<std::vector<std::uint32_t>>;
NodeSets connected_parts(const Graph& graph);

// Sets with more edges inside than chance would have (Louvain: greedy modularity, level by level, in node order).
NodeSets communities(const Graph& graph);
double modularity(const Graph& graph, const NodeSets& sets);

} // namespace zonekg
