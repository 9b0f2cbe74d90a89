// One writer for each format. All stream, write nodes and edges in the graph's order and keep every character of a text
// that the format can hold: bidirectional marks stay, what is not UTF-8 becomes U+FFFD.
#pragma once

#include <ostream>

#include "graph/graph.hpp"

namespace zonekg {

void write_json(const Graph& graph, std::ostream& out);    // node-link, as networkx.node_link_graph reads it
void write_graphml(const Graph& graph, std::ostream& out); // Gephi, Cytoscape, igraph, networkx
void write_dot(const Graph& graph, std::ostream& out);     // Graphviz

} // namespace zonekg
