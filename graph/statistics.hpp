// Figures about a graph.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "graph/graph.hpp"

namespace zonekg {

struct Statistics {
  std::size_t documents = 0, nodes = 0, edges = 0;
  std::vector<std::pair<std::string, std::size_t>> nodes_by_type; // by type
  std::vector<std::pair<std::string, std::size_t>> edges_by_type; // by type

  struct Degrees {
    std::size_t minimum = 0, maximum = 0, isolated = 0; // in and out together; isolated: nodes of degree 0
    double mean = 0;
    struct Hub {
      std::uint32_t node;
      std::size_t in, out;
    };
    std::vector<Hub> hubs; // the ten of greatest degree, in falling order, then by node
  } degrees;

  std::size_t components = 0;        // connected, directions ignored
  std::size_t largest_component = 0; // nodes
};

Statistics graph_statistics(const Graph& graph);

} // namespace zonekg
