#include "export/filter.hpp"

#include <algorithm>
#include <boost/range/iterator_range.hpp>
#include <numeric>
#include <set>

#include "graph/period_text.hpp"
#include "graph/store.hpp"

namespace zonekg {
namespace {

// The last day that an incomplete date may mean: 20230000 → 20231231.
int last_day(int date) {
  if (date / 100 % 100 == 0) return date / 10000 * 10000 + 1231;
  return date % 100 == 0 ? date + 31 : date;
}

// What is left of a graph, before it becomes one again.
struct Rest {
  std::vector<Node> nodes;
  std::vector<EdgeEnds> ends;
  std::vector<Edge> edges;
  std::vector<bool> keep; // nodes
};

Rest copy(const Graph& graph) {
  Rest rest;
  for (std::size_t i = 0; i < graph.node_count(); ++i) rest.nodes.push_back(graph.node(i));
  for (std::size_t i = 0; i < graph.edge_count(); ++i) {
    const EdgeView view = graph.edge(i);
    rest.ends.push_back({view.source, view.target});
    rest.edges.push_back(view.edge);
  }
  rest.keep.assign(rest.nodes.size(), true);
  return rest;
}

Graph build(const GraphHeader& header, Rest rest) {
  std::vector<std::uint32_t> position(rest.nodes.size());
  std::vector<Node> nodes;
  for (std::size_t i = 0; i < rest.nodes.size(); ++i) {
    position[i] = static_cast<std::uint32_t>(nodes.size());
    if (rest.keep[i]) nodes.push_back(std::move(rest.nodes[i]));
  }
  std::vector<EdgeEnds> ends;
  std::vector<Edge> edges;
  for (std::size_t i = 0; i < rest.edges.size(); ++i) {
    if (!rest.keep[rest.ends[i].source] || !rest.keep[rest.ends[i].target]) continue;
    ends.push_back({position[rest.ends[i].source], position[rest.ends[i].target]});
    edges.push_back(std::move(rest.edges[i]));
  }
  return Graph(header, std::move(nodes), std::move(ends), std::move(edges));
}

template <typename Drop> void drop_edges(Rest& rest, Drop drop) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < rest.edges.size(); ++i) {
    if (drop(rest.edges[i])) continue;
    if (kept != i) {
      rest.edges[kept] = std::move(rest.edges[i]);
      rest.ends[kept] = rest.ends[i];
    }
    ++kept;
  }
  rest.edges.resize(kept);
  rest.ends.resize(kept);
}

class AsOf {
 public:
  AsOf(const GraphHeader& header, int day) : header_(header), day_(last_day(day)) {
    for (const DocumentHeader& document : header.documents) known_.push_back(is_known(document.date));
  }

  void apply(Rest& rest) const {
    drop_edges(rest, [&](Edge& edge) { return loses_evidence(edge.evidence) || is_later(edge.period); });
    for (std::size_t i = 0; i < rest.nodes.size(); ++i) rest.keep[i] = restrict_node(rest.nodes[i]) && rest.keep[i];
  }

 private:
  [[nodiscard]] bool is_known(const DocumentDate& date) const {
    const int told = date.published > 0 ? date.published : date.period.end;
    // A document of "2023" may be of any day of it: it counts from the first on.
    return told <= day_;
  }

  [[nodiscard]] bool is_later(const std::string& period) const {
    const auto interval = parse_period(period);
    return interval && interval->start > day_;
  }

  // True when there was evidence and none is left.
  bool loses_evidence(std::vector<Evidence>& evidence) const {
    const bool had = !evidence.empty();
    std::erase_if(evidence, [&](const Evidence& e) { return !known_[e.document]; });
    return had && evidence.empty();
  }

  [[nodiscard]] bool is_of_unknown_document(const Node& node) const {
    for (std::size_t d = 0; d < known_.size(); ++d)
      if (!known_[d] && header_.documents[d].id == node.id) return true;
    return false;
  }

  bool restrict_node(Node& node) const {
    if (node.type == "document" && is_of_unknown_document(node)) return false;
    if (loses_evidence(node.mentions)) return false;
    const auto* period = find_property(node, "period");
    const auto* text = period ? std::get_if<std::string>(period) : nullptr;
    if (text && node.type != "document" && is_later(*text)) return false;
    for (History& history : node.histories) restrict_history(node, history);
    std::erase_if(node.histories, [](const History& history) { return history.entries.empty(); });
    return true;
  }

  void restrict_history(Node& node, History& history) const {
    const std::size_t before = history.entries.size();
    std::erase_if(history.entries,
                  [&](HistoryEntry& entry) { return loses_evidence(entry.evidence) || is_later(entry.period); });
    if (history.entries.size() == before) return;
    std::erase_if(node.properties, [&](const Property& property) { return property.key == history.key; });
    const auto last = std::find_if(history.entries.rbegin(), history.entries.rend(),
                                   [](const HistoryEntry& entry) { return entry.modality == "actual"; });
    if (last == history.entries.rend()) return;
    const auto at = std::lower_bound(node.properties.begin(), node.properties.end(), history.key,
                                     [](const Property& p, const std::string& key) { return p.key < key; });
    node.properties.insert(at, {history.key, last->value});
  }

  const GraphHeader& header_;
  int day_;
  std::vector<bool> known_; // documents
};

void keep_types(Rest& rest, const std::vector<std::string>& types) {
  std::set<std::string> there;
  for (std::size_t i = 0; i < rest.nodes.size(); ++i) {
    there.insert(rest.nodes[i].type);
    rest.keep[i] = rest.keep[i] && std::find(types.begin(), types.end(), rest.nodes[i].type) != types.end();
  }
  for (const std::string& type : types)
    if (!there.contains(type)) {
      std::string names;
      for (const std::string& name : there) names += (names.empty() ? "" : ", ") + name;
      throw InputError("no node of the graph is of type '" + type + "'; there are " + (names.empty() ? "none" : names));
    }
}

bool is_called(const Node& node, const std::string& name) {
  return node.name == name || node.id == name || std::binary_search(node.aliases.begin(), node.aliases.end(), name);
}

// Breadth first, directions ignored, over what is still kept.
void keep_near(Rest& rest, const std::vector<std::string>& focus, unsigned hops) {
  std::vector<std::vector<std::uint32_t>> neighbours(rest.nodes.size());
  for (const EdgeEnds& end : rest.ends) {
    neighbours[end.source].push_back(end.target);
    neighbours[end.target].push_back(end.source);
  }
  std::vector<bool> reached(rest.nodes.size(), false);
  std::vector<std::uint32_t> ring;
  for (const std::string& name : focus) {
    const std::size_t before = ring.size();
    for (std::uint32_t i = 0; i < rest.nodes.size(); ++i)
      if (rest.keep[i] && !reached[i] && is_called(rest.nodes[i], name)) {
        reached[i] = true;
        ring.push_back(i);
      }
    const bool again = std::any_of(ring.begin(), ring.end(), [&](auto i) { return is_called(rest.nodes[i], name); });
    if (ring.size() == before && !again)
      throw InputError("nothing in the graph is called '" + name + "'; --focus takes a name, an alias or an id");
  }
  for (unsigned hop = 0; hop < hops && !ring.empty(); ++hop) {
    std::vector<std::uint32_t> next;
    for (const std::uint32_t i : ring)
      for (const std::uint32_t n : neighbours[i])
        if (rest.keep[n] && !reached[n]) {
          reached[n] = true;
          next.push_back(n);
        }
    ring = std::move(next);
  }
  for (std::size_t i = 0; i < rest.nodes.size(); ++i) rest.keep[i] = reached[i];
}

} // namespace

Graph filter_graph(const Graph& graph, const Filter& filter) {
  Rest rest = copy(graph);
  if (filter.as_of > 0) AsOf(graph.header(), filter.as_of).apply(rest);
  if (filter.min_confidence > 0) {
    drop_edges(rest, [&](const Edge& edge) { return edge.confidence < filter.min_confidence; });
    for (std::size_t i = 0; i < rest.nodes.size(); ++i)
      rest.keep[i] = rest.keep[i] && rest.nodes[i].confidence >= filter.min_confidence;
  }
  if (!filter.types.empty()) keep_types(rest, filter.types);
  if (!filter.focus.empty()) keep_near(rest, filter.focus, filter.hops);
  return build(graph.header(), std::move(rest));
}

Graph part_of(const Graph& graph, const std::vector<std::uint32_t>& nodes) {
  const BoostGraph& store = graph.store().graph;
  std::vector<Node> kept;
  std::vector<EdgeEnds> ends;
  std::vector<Edge> edges;
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    kept.push_back(graph.node(nodes[i]));
    for (const auto edge : boost::make_iterator_range(out_edges(nodes[i], store))) {
      const auto found = std::lower_bound(nodes.begin(), nodes.end(), target(edge, store));
      if (found == nodes.end() || *found != target(edge, store)) continue;
      ends.push_back({i, static_cast<std::uint32_t>(found - nodes.begin())});
      edges.push_back(graph.store().edges[get(boost::edge_index, store, edge)]);
    }
  }
  return Graph(graph.header(), std::move(kept), std::move(ends), std::move(edges));
}

Graph most_connected(const Graph& graph, std::size_t count) {
  Rest rest = copy(graph);
  std::vector<std::size_t> degree(rest.nodes.size(), 0);
  for (const EdgeEnds& end : rest.ends) {
    ++degree[end.source];
    ++degree[end.target];
  }
  std::vector<std::uint32_t> order(rest.nodes.size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return degree[a] > degree[b]; });
  for (std::size_t i = count; i < order.size(); ++i) rest.keep[order[i]] = false;
  return build(graph.header(), std::move(rest));
}

} // namespace zonekg
