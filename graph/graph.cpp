#include "graph/graph.hpp"

#include <algorithm>
#include <boost/range/iterator_range.hpp>
#include <cassert>
#include <numeric>
#include <tuple>
#include <utility>

#include "graph/settle.hpp"
#include "graph/store.hpp"

namespace zonekg {
namespace {

template <typename Less> std::vector<std::uint32_t> sorted_order(std::size_t size, Less less) {
  std::vector<std::uint32_t> order(size);
  std::iota(order.begin(), order.end(), 0u);
  if (!std::is_sorted(order.begin(), order.end(), less)) std::sort(order.begin(), order.end(), less);
  return order;
}

std::vector<std::uint32_t> positions(const std::vector<std::uint32_t>& order) {
  std::vector<std::uint32_t> result(order.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) result[order[i]] = i;
  return result;
}

// Nothing is touched where all stand in order already, as in a file that was written in it.
template <typename Value> void put_in_order(std::vector<Value>& values, const std::vector<std::uint32_t>& order) {
  if (std::is_sorted(order.begin(), order.end())) return;
  std::vector<Value> sorted;
  sorted.reserve(values.size());
  for (const std::uint32_t i : order) sorted.push_back(std::move(values[i]));
  values = std::move(sorted);
}

std::vector<std::uint32_t> node_order(const std::vector<Node>& nodes) {
  return sorted_order(nodes.size(), [&](std::uint32_t a, std::uint32_t b) {
    return std::tie(nodes[a].type, nodes[a].id) < std::tie(nodes[b].type, nodes[b].id);
  });
}

std::vector<std::uint32_t> edge_order(const std::vector<EdgeEnds>& ends, const std::vector<Edge>& edges) {
  return sorted_order(edges.size(), [&](std::uint32_t a, std::uint32_t b) {
    return std::tie(ends[a].source, ends[a].target, edges[a].type, edges[a].modality, edges[a].period, a) <
           std::tie(ends[b].source, ends[b].target, edges[b].type, edges[b].modality, edges[b].period, b);
  });
}

} // namespace

Graph::Graph() : Graph(GraphHeader{}, {}, {}, {}) {}
Graph::~Graph() = default;
Graph::Graph(Graph&&) noexcept = default;
Graph& Graph::operator=(Graph&&) noexcept = default;

Graph::Graph(GraphHeader header, std::vector<Node> nodes, std::vector<EdgeEnds> ends, std::vector<Edge> edges)
    : store_(std::make_unique<Store>()) {
  store_->header = std::move(header);
  assert(ends.size() == edges.size());
  const auto by_node = node_order(nodes);
  const auto position = positions(by_node);
  for (EdgeEnds& end : ends) end = {position[end.source], position[end.target]};

  const auto by_edge = edge_order(ends, edges);
  put_in_order(nodes, by_node);
  put_in_order(edges, by_edge);
  put_in_order(ends, by_edge);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  pairs.reserve(ends.size());
  store_->sources.reserve(ends.size());
  for (const EdgeEnds& end : ends) {
    pairs.emplace_back(end.source, end.target);
    store_->sources.push_back(end.source);
  }
  store_->graph = BoostGraph(boost::edges_are_unsorted_multi_pass, pairs.begin(), pairs.end(),
                             static_cast<std::uint32_t>(nodes.size()));
  store_->nodes = std::move(nodes);
  store_->names = NameIndex(store_->nodes);
  store_->families = PropertyIndex(store_->nodes, "family");
  store_->parks = PropertyIndex(store_->nodes, "park");
  store_->edges = std::move(edges);
}

const GraphHeader& Graph::header() const { return store_->header; }
std::size_t Graph::node_count() const { return num_vertices(store_->graph); }
std::size_t Graph::edge_count() const { return store_->sources.size(); }
const Node& Graph::node(std::size_t index) const { return store_->nodes[index]; }

EdgeView Graph::edge(std::size_t index) const {
  const auto source = store_->sources[index];
  const BoostGraph::edge_descriptor descriptor(source, static_cast<std::uint32_t>(index));
  return {source, target(descriptor, store_->graph), store_->edges[index]};
}

NodeRange Graph::nodes_of_type(std::string_view type) const {
  const std::vector<Node>& nodes = store_->nodes;
  const auto first = std::lower_bound(nodes.begin(), nodes.end(), type, [](const Node& n, std::string_view t) { return n.type < t; });
  const auto last = std::upper_bound(first, nodes.end(), type, [](std::string_view t, const Node& n) { return t < n.type; });
  return {static_cast<std::uint32_t>(first - nodes.begin()), static_cast<std::uint32_t>(last - nodes.begin())};
}

const TypeLabel* find_type(const GraphHeader& header, std::string_view kind, std::string_view name) {
  const auto found = std::find_if(header.types.begin(), header.types.end(), [&](const TypeLabel& t) { return t.kind == kind && t.name == name; });
  return found == header.types.end() ? nullptr : &*found;
}

std::vector<std::uint32_t> Graph::edges_of(std::size_t node) const {
  const BoostGraph& graph = store_->graph;
  const auto index = static_cast<std::uint32_t>(node);
  std::vector<std::uint32_t> edges;
  for (const auto edge : boost::make_iterator_range(out_edges(index, graph))) edges.push_back(get(boost::edge_index, graph, edge));
  for (const auto edge : boost::make_iterator_range(in_edges(index, graph))) edges.push_back(get(boost::edge_index, graph, edge));
  settle(edges);
  return edges;
}

const PropertyValue* find_property(const Node& node, const std::string& key) {
  const auto found = std::lower_bound(node.properties.begin(), node.properties.end(), key,
                                      [](const Property& property, const std::string& k) { return property.key < k; });
  return found != node.properties.end() && found->key == key ? &found->value : nullptr;
}

} // namespace zonekg
