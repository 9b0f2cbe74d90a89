#include "graph/spilled_graph.hpp"

#include <algorithm>
#include <cassert>
#include <tuple>
#include <utility>

#include "graph/attributes.hpp"
#include "graph/evidence.hpp"
#include "graph/packed_graph.hpp"

namespace zonekg {
namespace {

void add_alias(Node& node, const std::string& name) {
  const auto place = std::ranges::lower_bound(node.aliases, name);
  if (name != node.name && (place == node.aliases.end() || *place != name)) node.aliases.insert(place, name);
}

} // namespace

DocumentHeader SpilledGraph::whole_document(std::size_t document) const {
  return whole_header(header_.documents[document], claims_, document);
}

std::string_view SpilledGraph::id_of(std::uint32_t number) const {
  return number < made_count() ? ids_[number] : std::string_view(header_.documents[number - made_count()].id);
}

Node SpilledGraph::named_node(std::uint32_t number) const {
  std::string bytes;
  nodes_.read(number, bytes);
  Unpacker way(bytes);
  Node node;
  pass(way, node);
  assert(way.whole());
  const auto [begin, end] = names_without_phase_.equal_range(number);
  for (auto name = begin; name != end; ++name) add_alias(node, name->second);
  return node;
}

Node SpilledGraph::node_at(std::uint32_t number) const {
  if (number >= made_count()) return make_document(header_.documents[number - made_count()], first_words_[number - made_count()]);
  Node node = named_node(number);
  node.id = ids_[number];
  if (const auto family = families_.find(number); family != families_.end()) set_property(node.properties, "family", family->second);
  if (const auto park = parks_.find(number); park != parks_.end()) set_property(node.properties, "park", park->second);
  rename_node(decisions_, node);
  if (const auto rows = lent_to_.find(number); rows != lent_to_.end()) {
    std::string bytes;
    for (const std::size_t row : rows->second) {
      lent_.read(row, bytes);
      Unpacker way(bytes);
      Edge edge;
      pass(way, edge);
      node.confidence = std::max(node.confidence, edge.confidence);
      std::ranges::move(edge.evidence, std::back_inserter(node.mentions));
    }
    settle_evidence(node.mentions);
  }
  return node;
}

std::vector<OutEdge> SpilledGraph::edges_from(std::uint32_t number) const {
  std::vector<OutEdge> edges;
  std::string bytes;
  edges_.read(number, bytes);
  for (Unpacker way(bytes); way.left() > 0;) {
    OutEdge& edge = edges.emplace_back();
    way.number(edge.target);
    pass(way, edge.edge);
  }
  if (const auto more = name_edges_.find(number); more != name_edges_.end()) edges.push_back(more->second);
  if (rejected_ && rejected_->any())
    std::erase_if(edges, [&](const OutEdge& e) { return rejected_->contain(number, e.target, e.edge); });
  return edges;
}

std::vector<OutEdge> SpilledGraph::all_edges_from(std::uint32_t number) const {
  if (number >= made_count()) return {}; // from documents no edge begins
  std::vector<OutEdge> edges = edges_from(number);
  if (!first_words_.empty()) add_mentioned_in(node_at(number), made_count(), edges);
  return edges;
}

void SpilledGraph::each_node(NodeRange nodes, const std::function<bool(const Node&)>& take) const {
  for (std::uint32_t position = nodes.begin; position < nodes.end && take(node_at(order_[position])); ++position) {}
}

void SpilledGraph::each_edge(NodeRange sources, const std::function<bool(const EdgeView&)>& take) const {
  for (std::uint32_t source = sources.begin; source < sources.end; ++source) {
    std::vector<OutEdge> edges = all_edges_from(order_[source]);
    for (OutEdge& edge : edges) edge.target = position_[edge.target];
    std::ranges::stable_sort(edges, {}, [](const OutEdge& e) {
      return std::tuple(e.target, std::string_view(e.edge.type), std::string_view(e.edge.modality), std::string_view(e.edge.period));
    });
    for (const OutEdge& edge : edges)
      if (!take({source, edge.target, edge.edge})) return;
  }
}

Graph SpilledGraph::load() const {
  GraphHeader header = header_;
  for (std::size_t d = 0; d < header.documents.size(); ++d) header.documents[d] = whole_document(d);
  SharedTexts texts;
  const auto share = [&](std::vector<Evidence>& evidence) {
    for (Evidence& words : evidence)
      for (SharedText* text : {&words.text, &words.plugin, &words.rule, &words.place}) *text = texts.share(*text);
  };
  std::vector<Node> nodes;
  std::vector<EdgeEnds> ends;
  std::vector<Edge> edges;
  each_node(all(), [&](const Node& node) {
    nodes.push_back(node);
    share(nodes.back().mentions);
    for (History& history : nodes.back().histories)
      for (HistoryEntry& entry : history.entries) share(entry.evidence);
    return true;
  });
  each_edge(all(), [&](const EdgeView& view) {
    ends.push_back({view.source, view.target});
    edges.push_back(view.edge);
    share(edges.back().evidence);
    return true;
  });
  return Graph(std::move(header), std::move(nodes), std::move(ends), std::move(edges));
}

} // namespace zonekg
