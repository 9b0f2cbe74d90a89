// Where the nodes of a graph lie on paper: springs along the edges, repulsion between all nodes, zones as hubs of what
// belongs to them; the parts that nothing joins lie side by side.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "graph/graph.hpp"

namespace zonekg {

// Coordinates of each node, finite and rounded to hundredths; no two nodes at one place. Neighbours of a leaf are about
// 1 apart.
struct Layout {
  std::vector<double> x, y;
};

struct LayoutLink {
  std::uint32_t a = 0, b = 0; // below the number of nodes; loops and repetitions count as nothing
  double weight = 1;          // above 0
};

// The same on every machine: nothing but + - * / and square roots, in a fixed order, on one thread. Time grows with
// n log n; beyond a hundred thousand nodes the picture gets rougher rather than slower.
Layout lay_out(std::size_t nodes, std::span<const LayoutLink> links);

Layout lay_out(const Graph& graph);

} // namespace zonekg
