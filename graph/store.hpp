// The Boost graph inside Graph, for the algorithms of this folder. Heavy: include it in .cpp files only.
#pragma once

#include <boost/graph/compressed_sparse_row_graph.hpp>

#include "graph/graph.hpp"
#include "graph/name_index.hpp"

namespace zonekg {

// Compressed rows: the graph is built once and then read, so rows cost a third of an adjacency_list's memory and
// walk in order of the sorted edges. What nodes and edges say stands beside it: Boost would copy every edge with its
// evidence while it sorts them.
using BoostGraph = boost::compressed_sparse_row_graph<boost::bidirectionalS, boost::no_property, boost::no_property,
                                                      boost::no_property, std::uint32_t, std::uint32_t>;

struct Graph::Store {
  GraphHeader header;
  BoostGraph graph;
  std::vector<Node> nodes;            // by vertex
  std::vector<Edge> edges;            // by edge index
  std::vector<std::uint32_t> sources; // of each edge, by edge index
  NameIndex names;
  PropertyIndex families, parks; // of the properties `family` and `park`
};

} // namespace zonekg
