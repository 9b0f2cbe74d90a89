// Which nodes of a large graph are shown.
#include <algorithm>
#include <boost/range/iterator_range.hpp>
#include <numeric>

#include "export/explorer_data.hpp"
#include "graph/store.hpp"

namespace zonekg {
namespace {

class MoreEdges {
 public:
  explicit MoreEdges(const Graph& graph) : graph_(graph) {}
  bool operator()(std::uint32_t a, std::uint32_t b) const {
    const std::size_t of_a = degree_of(graph_, a), of_b = degree_of(graph_, b);
    return of_a != of_b ? of_a > of_b : a < b;
  }

 private:
  const Graph& graph_;
};

} // namespace

std::size_t degree_of(const Graph& graph, std::uint32_t node) {
  const BoostGraph& store = graph.store().graph;
  return out_degree(node, store) + in_degree(node, store);
}

std::vector<std::uint32_t> neighbours_of(const Graph& graph, std::uint32_t node) {
  const BoostGraph& store = graph.store().graph;
  std::vector<std::uint32_t> result;
  for (const auto edge : boost::make_iterator_range(out_edges(node, store))) result.push_back(target(edge, store));
  for (const auto edge : boost::make_iterator_range(in_edges(node, store))) result.push_back(source(edge, store));
  std::sort(result.begin(), result.end());
  result.erase(std::unique(result.begin(), result.end()), result.end());
  std::erase(result, node);
  std::sort(result.begin(), result.end(), MoreEdges(graph));
  return result;
}

std::vector<std::uint32_t> outline(const Graph& graph, std::size_t count) {
  std::vector<std::uint32_t> all(graph.node_count());
  std::iota(all.begin(), all.end(), 0u);
  if (all.size() <= count) return all;
  constexpr std::size_t of_a_hub = 10;
  const auto hubs = static_cast<std::ptrdiff_t>(std::max<std::size_t>(count / of_a_hub, 1));
  std::partial_sort(all.begin(), all.begin() + hubs, all.end(), MoreEdges(graph));
  std::vector<bool> taken(all.size(), false);
  std::vector<std::uint32_t> result;
  const auto take = [&](std::uint32_t node) {
    if (taken[node] || result.size() == count) return false;
    taken[node] = true;
    result.push_back(node);
    return true;
  };
  std::vector<std::vector<std::uint32_t>> around;
  for (std::ptrdiff_t i = 0; i < hubs; ++i) take(all[static_cast<std::size_t>(i)]);
  for (std::ptrdiff_t i = 0; i < hubs; ++i) around.push_back(neighbours_of(graph, all[static_cast<std::size_t>(i)]));
  // Round by round one more neighbour of each hub, so that a giant one does not fill the page.
  for (std::size_t round = 0, added = 1; added > 0 && result.size() < count; ++round) {
    added = 0;
    for (const auto& neighbours : around)
      if (round < neighbours.size()) {
        take(neighbours[round]);
        ++added;
      }
  }
  std::sort(result.begin(), result.end());
  return result;
}

} // namespace zonekg
