// Which zone's cluster each node is drawn in.
#pragma once

#include <cstdint>
#include <vector>

#include "graph/graph.hpp"

namespace zonekg {

constexpr std::uint32_t no_cluster = 0xFFFFFFFFu;

// For each node the zone whose cluster holds it, or no_cluster. A zone that holds anything is drawn in its own cluster
// and lies in its parent's. Free of cycles; nesting is at most `deepest_cluster`.
std::vector<std::uint32_t> find_clusters(const Graph& graph);

constexpr std::size_t deepest_cluster = 8;

} // namespace zonekg
