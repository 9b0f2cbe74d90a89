#include "graph/graph_stream.hpp"

#include <algorithm>

#include "graph/store.hpp"

namespace zonekg {

void MemoryStream::each_node(NodeRange nodes, const std::function<bool(const Node&)>& take) const {
  for (std::uint32_t i = nodes.begin; i < nodes.end && take(graph_.node(i)); ++i) {}
}

void MemoryStream::each_edge(NodeRange sources, const std::function<bool(const EdgeView&)>& take) const {
  const std::size_t end = first_edge(sources.end);
  for (std::size_t i = first_edge(sources.begin); i < end && take(graph_.edge(i)); ++i) {}
}

std::size_t MemoryStream::first_edge(std::uint32_t source) const {
  const std::vector<std::uint32_t>& sources = graph_.store().sources;
  return static_cast<std::size_t>(std::ranges::lower_bound(sources, source) - sources.begin());
}

} // namespace zonekg
