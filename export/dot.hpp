// Graphviz DOT for a picture.
#pragma once

#include <ostream>
#include <string>

#include "graph/graph.hpp"

namespace zonekg {

struct DotOptions {
  bool legend = false;
  std::string note = {}; // above the legend
};

void write_dot(const Graph& graph, const DotOptions& options, std::ostream& out);

} // namespace zonekg
