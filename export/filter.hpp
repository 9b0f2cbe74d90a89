// A part of a graph, as a graph: every format can then write it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "graph/graph.hpp"

namespace zonekg {

struct Filter {
  std::vector<std::string> types; // node types that stay; empty: all
  double min_confidence = 0;      // of nodes and of edges
  int as_of = 0;                  // yyyymmdd, 00 for the whole month or year; 0: no limit
  std::vector<std::string> focus; // names, aliases or ids; empty: everything
  unsigned hops = 2;              // how far from the focus; directions ignored
};

// What of `graph` passes; edges go with their ends.
//
// `as_of` shows what could be known on that day: documents published later (undated ones: that report on a later
// period) are left out, and with them whatever only they say; of what is left, states, edges and figures of later
// periods go, and `status` becomes the last actual state that is left.
//
// Throws InputError when no node is called what `focus` says, or none is of a type in `types`.
Graph filter_graph(const Graph& graph, const Filter& filter);

// These nodes (ascending) and all edges between them. Costs what the part costs, not the whole.
Graph part_of(const Graph& graph, const std::vector<std::uint32_t>& nodes);

// The `count` nodes with most edges (ties by the graph's order), each with what joins them.
Graph most_connected(const Graph& graph, std::size_t count);

} // namespace zonekg
