#include "graph/algorithms.hpp"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/page_rank.hpp>
#include <boost/property_map/property_map.hpp>
#include <boost/range/iterator_range.hpp>
#include <limits>
#include <map>
#include <utility>

#include "graph/store.hpp"

namespace zonekg {
namespace {

// Boost's centralities and components want an undirected graph of their own.
using Undirected = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property,
                                         boost::property<boost::edge_index_t, std::uint32_t>>;

bool counts(const Edge& edge) { return edge.type != "mentioned_in"; }

Undirected undirected(const Graph& graph) {
  Undirected result(graph.node_count());
  for (std::uint32_t e = 0; e < graph.edge_count(); ++e)
    if (const EdgeView view = graph.edge(e); counts(view.edge)) boost::add_edge(view.source, view.target, e, result);
  return result;
}

constexpr std::uint32_t unreached = std::numeric_limits<std::uint32_t>::max();

// The node at the other end of an edge that leads from one thing to another.
std::uint32_t other_end(const EdgeView& view, std::uint32_t node) { return view.source == node ? view.target : view.source; }

// How far it is from a place, row by row.
struct Spread {
  std::vector<std::uint32_t> distances, row;
  std::uint32_t far = 0; // distance of the row

  Spread(std::size_t nodes, std::uint32_t place) : distances(nodes, unreached), row{place} { distances[place] = 0; }
};

// The nodes of ways between two places: from both ends to the middle.
class WaysBetween {
 public:
  WaysBetween(const Graph& graph, std::uint32_t from, std::uint32_t to)
      : store_(graph.store()), documents_(graph.nodes_of_type("document")), from_(graph.node_count(), from),
        to_(graph.node_count(), to), middle_(from == to ? std::vector{from} : std::vector<std::uint32_t>()) {}

  // Edges to the target, of every node on a shortest way; of others unreached, or where no way of at most `longest` is,
  // or right as well.
  std::vector<std::uint32_t> distances(std::size_t longest) && {
    while (middle_.empty() && !from_.row.empty() && !to_.row.empty() && from_.far + to_.far < longest)
      from_.row.size() < to_.row.size() ? extend(from_, to_) : extend(to_, from_);
    lead_back();
    return std::move(to_.distances);
  }

 private:
  // Only `mentioned_in` leads to documents without counting.
  [[nodiscard]] bool counts(std::uint32_t edge, std::uint32_t target) const {
    return target < documents_.begin || target >= documents_.end || zonekg::counts(store_.edges[edge]);
  }

  template <typename Take> void each_neighbour(std::uint32_t node, Take take) const {
    const BoostGraph& graph = store_.graph;
    for (const auto edge : boost::make_iterator_range(out_edges(node, graph)))
      if (const std::uint32_t other = target(edge, graph); counts(get(boost::edge_index, graph, edge), other)) take(other);
    for (const auto edge : boost::make_iterator_range(in_edges(node, graph)))
      if (counts(get(boost::edge_index, graph, edge), node)) take(source(edge, graph));
  }

  void extend(Spread& spread, const Spread& other) {
    std::vector<std::uint32_t> next;
    ++spread.far;
    for (const std::uint32_t node : spread.row)
      each_neighbour(node, [&](std::uint32_t neighbour) {
        if (spread.distances[neighbour] != unreached) return;
        spread.distances[neighbour] = spread.far;
        next.push_back(neighbour);
        if (other.distances[neighbour] != unreached) middle_.push_back(neighbour);
      });
    spread.row = std::move(next);
  }

  // From the middle to the start: how far it is to the target.
  void lead_back() {
    for (std::vector<std::uint32_t> next; !middle_.empty(); middle_.swap(next), next.clear())
      for (const std::uint32_t node : middle_)
        each_neighbour(node, [&](std::uint32_t neighbour) {
          const std::uint32_t before = from_.distances[neighbour];
          if (before == unreached || before + 1 != from_.distances[node] || to_.distances[neighbour] != unreached) return;
          to_.distances[neighbour] = to_.distances[node] + 1;
          next.push_back(neighbour);
        });
  }

  const Graph::Store& store_;
  NodeRange documents_;
  Spread from_, to_;
  std::vector<std::uint32_t> middle_; // nodes on shortest ways, equally far from the start
};

struct PathSearch {
  const Graph& graph;
  const std::vector<std::uint32_t>& distances;
  std::size_t limit;
  std::vector<Path> found;

  void extend(Path& path) {
    const std::uint32_t at = path.nodes.back();
    if (distances[at] == 0) return found.push_back(path);
    std::map<std::uint32_t, std::uint32_t> next; // node to the first edge
    for (const std::uint32_t edge : graph.edges_of(at)) {
      const EdgeView view = graph.edge(edge);
      const std::uint32_t other = other_end(view, at);
      if (counts(view.edge) && distances[other] != unreached && distances[other] + 1 == distances[at])
        next.try_emplace(other, edge);
    }
    for (const auto& [node, edge] : next) {
      if (found.size() >= limit) return;
      path.nodes.push_back(node);
      path.edges.push_back(edge);
      extend(path);
      path.nodes.pop_back();
      path.edges.pop_back();
    }
  }
};

NodeSets sorted_sets(const std::vector<std::uint32_t>& set_of) {
  std::map<std::uint32_t, std::vector<std::uint32_t>> members;
  for (std::uint32_t n = 0; n < set_of.size(); ++n) members[set_of[n]].push_back(n);
  NodeSets sets;
  for (auto& [set, nodes] : members) sets.push_back(std::move(nodes));
  std::sort(sets.begin(), sets.end(), [](const auto& a, const auto& b) {
    return a.size() != b.size() ? a.size() > b.size() : a.front() < b.front();
  });
  return sets;
}

// A weighted graph of one level of Louvain: parallel edges added up.
struct Level {
  std::vector<std::map<std::uint32_t, double>> links; // of each node to others
  std::vector<double> loops;                          // weight inside a node, twice counted
  double total = 0;                                   // weight of all edges, twice counted

  [[nodiscard]] double degree(std::uint32_t n) const {
    double sum = loops[n];
    for (const auto& [other, weight] : links[n]) sum += weight;
    return sum;
  }
};

// Moves nodes in their order until none gains; false when none moved at all.
bool move_nodes(const Level& level, std::vector<std::uint32_t>& set_of) {
  std::vector<double> degree(level.links.size()), sums(level.links.size());
  for (std::uint32_t n = 0; n < level.links.size(); ++n) {
    degree[n] = level.degree(n);
    set_of[n] = n;
    sums[n] = degree[n];
  }
  constexpr int most_rounds = 32;
  constexpr double least_gain = 1e-9;
  bool moved_any = false, moved = true;
  for (int round = 0; moved && round < most_rounds; ++round) {
    moved = false;
    for (std::uint32_t n = 0; n < level.links.size(); ++n) {
      std::map<std::uint32_t, double> to_sets;
      for (const auto& [other, weight] : level.links[n]) to_sets[set_of[other]] += weight;
      const std::uint32_t own = set_of[n];
      sums[own] -= degree[n];
      const auto gain = [&](std::uint32_t set) {
        const auto found = to_sets.find(set);
        return (found == to_sets.end() ? 0 : found->second) - sums[set] * degree[n] / level.total;
      };
      std::uint32_t best = own;
      double best_gain = gain(own) + least_gain;
      for (const auto& [set, weight] : to_sets)
        if (const double value = gain(set); value > best_gain) {
          best = set;
          best_gain = value + least_gain;
        }
      sums[best] += degree[n];
      set_of[n] = best;
      moved = moved || best != own;
    }
    moved_any = moved_any || moved;
  }
  return moved_any;
}

Level contract(const Level& level, std::vector<std::uint32_t>& set_of) {
  std::map<std::uint32_t, std::uint32_t> numbers;
  for (std::uint32_t& set : set_of)
    set = numbers.try_emplace(set, static_cast<std::uint32_t>(numbers.size())).first->second;
  Level next;
  next.links.resize(numbers.size());
  next.loops.resize(numbers.size());
  next.total = level.total;
  for (std::uint32_t n = 0; n < level.links.size(); ++n) {
    next.loops[set_of[n]] += level.loops[n];
    for (const auto& [other, weight] : level.links[n]) {
      if (set_of[n] == set_of[other])
        next.loops[set_of[n]] += weight;
      else
        next.links[set_of[n]][set_of[other]] += weight;
    }
  }
  return next;
}

} // namespace

std::vector<Path> shortest_paths(const Graph& graph, std::uint32_t from, std::uint32_t to, std::size_t limit,
                                 std::size_t longest) {
  const auto distances = WaysBetween(graph, from, to).distances(longest);
  if (distances[from] == unreached || distances[from] > longest) return {};
  PathSearch search{graph, distances, limit, {}};
  Path start{{from}, {}};
  search.extend(start);
  return std::move(search.found);
}

std::vector<double> rank(const Graph& graph, Measure measure) {
  std::vector<double> values(graph.node_count());
  if (values.empty()) return values;
  if (measure == Measure::pagerank) {
    const auto map = boost::make_iterator_property_map(values.begin(), get(boost::vertex_index, graph.store().graph));
    boost::graph::page_rank(graph.store().graph, map, boost::graph::n_iterations(50));
    double sum = 0; // nodes without way out lose theirs
    for (const double value : values) sum += value;
    for (double& value : values) value /= sum;
    return values;
  }
  const Undirected view = undirected(graph);
  if (measure == Measure::degree) {
    for (std::uint32_t n = 0; n < values.size(); ++n) values[n] = static_cast<double>(out_degree(n, view));
    return values;
  }
  const auto map = boost::make_iterator_property_map(values.begin(), get(boost::vertex_index, view));
  boost::brandes_betweenness_centrality(view, map);
  boost::relative_betweenness_centrality(view, map);
  if (values.size() < 3) std::fill(values.begin(), values.end(), 0.0);
  return values;
}

NodeSets connected_parts(const Graph& graph) {
  std::vector<std::uint32_t> part_of(graph.node_count());
  if (part_of.empty()) return {};
  boost::connected_components(undirected(graph), part_of.data());
  return sorted_sets(part_of);
}

NodeSets communities(const Graph& graph) {
  Level level;
  level.links.resize(graph.node_count());
  level.loops.resize(graph.node_count());
  for (std::size_t e = 0; e < graph.edge_count(); ++e) {
    const EdgeView view = graph.edge(e);
    if (!counts(view.edge) || view.source == view.target) continue;
    level.links[view.source][view.target] += 1;
    level.links[view.target][view.source] += 1;
    level.total += 2;
  }
  std::vector<std::uint32_t> result(graph.node_count());
  for (std::uint32_t n = 0; n < result.size(); ++n) result[n] = n;
  while (level.total > 0) {
    std::vector<std::uint32_t> set_of(level.links.size());
    if (!move_nodes(level, set_of)) break;
    level = contract(level, set_of);
    for (std::uint32_t& set : result) set = set_of[set];
  }
  return sorted_sets(result);
}

double modularity(const Graph& graph, const NodeSets& sets) {
  std::vector<std::uint32_t> set_of(graph.node_count());
  for (std::uint32_t s = 0; s < sets.size(); ++s)
    for (const std::uint32_t node : sets[s]) set_of[node] = s;
  std::vector<double> inside(sets.size()), degrees(sets.size());
  double total = 0;
  for (std::size_t e = 0; e < graph.edge_count(); ++e) {
    const EdgeView view = graph.edge(e);
    if (!counts(view.edge) || view.source == view.target) continue;
    total += 1;
    degrees[set_of[view.source]] += 1;
    degrees[set_of[view.target]] += 1;
    inside[set_of[view.source]] += set_of[view.source] == set_of[view.target];
  }
  double result = 0;
  for (std::size_t s = 0; s < sets.size() && total > 0; ++s)
    result += inside[s] / total - (degrees[s] / (2 * total)) * (degrees[s] / (2 * total));
  return result;
}

} // namespace zonekg
