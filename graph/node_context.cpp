#include "graph/node_context.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "graph/areas.hpp"
#include "graph/cluster.hpp"
#include "graph/local_links.hpp"
#include "graph/name_key.hpp"
#include "graph/settle.hpp"
#include "graph/store.hpp"

namespace zonekg {
namespace {

// Zones in one another and zones of one place, as roots.
Clusters zone_groups(const Graph& graph) {
  Clusters groups(graph.node_count());
  std::map<std::u32string, std::uint32_t> by_place;
  for (std::uint32_t n = 0; n < graph.node_count(); ++n) {
    if (graph.node(n).type != "zone") continue;
    for (const NameForm& form : forms_of(graph.node(n)))
      if (const auto places = places_of(form); !places.empty())
        groups.join(n, by_place.try_emplace(places.back(), n).first->second);
  }
  for (std::size_t e = 0; e < graph.edge_count(); ++e)
    if (const EdgeView view = graph.edge(e); view.edge.type == "part_of") groups.join(view.source, view.target);
  return groups;
}

// The zone of each document: where most of its relations lead.
std::vector<std::uint32_t> main_zones(const Graph& graph) {
  std::vector<std::map<std::uint32_t, std::size_t>> counts(graph.header().documents.size());
  for (std::size_t e = 0; e < graph.edge_count(); ++e) {
    const EdgeView view = graph.edge(e);
    for (const std::uint32_t end : {view.source, view.target})
      if (graph.node(end).type == "zone")
        for (const Evidence& evidence : view.edge.evidence) ++counts[evidence.document][end];
  }
  std::vector<std::uint32_t> result;
  for (const auto& of_document : counts) {
    const auto most = std::max_element(of_document.begin(), of_document.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    result.push_back(most == of_document.end() ? no_entity : most->first);
  }
  return result;
}

// 0 equal, 1 the name holds the text, 2 its characters in their order, 3 neither.
int distance(const std::u32string& key, const std::u32string& text) {
  if (key == text) return 0;
  if (key.find(text) != key.npos) return 1;
  std::size_t at = 0;
  for (const char32_t c : key) at += at < text.size() && c == text[at];
  return at == text.size() && text.size() > 1 ? 2 : 3;
}

} // namespace

std::size_t count_shared(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  std::size_t count = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == *y) ++count;
    const bool first = *x <= *y, second = *y <= *x;
    x += first;
    y += second;
  }
  return count;
}

std::vector<NameForm> forms_of(const Node& node) {
  if (find_property(node, "implicit") != nullptr || is_observation(node.type)) return {};
  std::vector<std::u32string> keys = {name_key(node.type, node.name)};
  for (const std::string& alias : node.aliases) keys.push_back(name_key(node.type, alias));
  std::sort(keys.begin(), keys.end(), is_fuller_key);
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  std::vector<NameForm> forms;
  for (std::u32string& key : keys)
    if (!is_class_word(node.type, key)) forms.push_back(parse_name(node.type, std::move(key)));
  return forms;
}

NodeContext node_context(const Graph& graph) {
  NodeContext context;
  context.documents.resize(graph.node_count());
  context.areas.resize(graph.node_count());
  context.neighbours.resize(graph.node_count());
  const Clusters groups = zone_groups(graph);
  const std::vector<std::uint32_t> zones = main_zones(graph);
  for (std::size_t e = 0; e < graph.edge_count(); ++e) {
    const EdgeView view = graph.edge(e);
    context.neighbours[view.source].push_back(view.target);
    context.neighbours[view.target].push_back(view.source);
  }
  for (std::uint32_t n = 0; n < graph.node_count(); ++n) {
    for (const Evidence& evidence : graph.node(n).mentions) context.documents[n].push_back(evidence.document);
    settle(context.documents[n]);
    settle(context.neighbours[n]);
    for (const std::uint32_t document : context.documents[n])
      if (zones[document] != no_entity) context.areas[n].push_back(groups.root(zones[document]));
    if (graph.node(n).type == "zone") context.areas[n].push_back(groups.root(n));
    settle(context.areas[n]);
  }
  return context;
}

namespace {

using Candidates = std::vector<std::tuple<int, std::size_t, std::uint32_t>>; // distance, fewer mentions, node

// Of the nearest of its names, at most `farthest`.
int distance_of(const Node& node, const std::u32string& key, int farthest) {
  int best = std::min(farthest, distance(name_key(node.type, node.name), key));
  for (const std::string& alias : node.aliases)
    if (best > 0) best = std::min(best, distance(name_key(node.type, alias), key));
  return best;
}

Candidates equal_names(const Graph& graph, const std::u32string& key, NodeRange nodes) {
  Candidates found;
  for (const std::uint32_t n : graph.store().names.find(key, nodes))
    if (distance_of(graph.node(n), key, 1) == 0) found.emplace_back(0, ~graph.node(n).mentions.size(), n);
  return found;
}

Candidates similar_names(const Graph& graph, const std::u32string& key, NodeRange nodes) {
  constexpr int too_far = 3;
  Candidates found;
  for (std::uint32_t n = nodes.begin; n < nodes.end; ++n)
    if (const int far = distance_of(graph.node(n), key, too_far); far < too_far)
      found.emplace_back(far, ~graph.node(n).mentions.size(), n);
  return found;
}

// What one of the two finds among the nodes of each type.
template <typename Find> Candidates search(const Graph& graph, std::string_view text, std::string_view type, Find find) {
  Candidates found;
  const auto count = static_cast<std::uint32_t>(graph.node_count());
  for (NodeRange nodes; nodes.begin < count; nodes.begin = nodes.end) {
    const std::string& own = graph.node(nodes.begin).type;
    nodes.end = graph.nodes_of_type(own).end;
    if (!type.empty() && own != type) continue;
    const Candidates more = find(graph, name_key(own, text), nodes);
    found.insert(found.end(), more.begin(), more.end());
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::optional<std::uint32_t> node_of_id(const Graph& graph, std::string_view id) {
  const auto& nodes = graph.store().nodes;
  for (auto begin = nodes.begin(); begin != nodes.end();) {
    const auto end = nodes.begin() + graph.nodes_of_type(begin->type).end;
    const auto found = std::lower_bound(begin, end, id, [](const Node& node, std::string_view wanted) { return node.id < wanted; });
    if (found != end && found->id == id) return static_cast<std::uint32_t>(found - nodes.begin());
    begin = end;
  }
  return std::nullopt;
}

} // namespace

std::vector<std::uint32_t> find_nodes(const Graph& graph, std::string_view text, std::string_view type) {
  if (const auto node = node_of_id(graph, text)) return {*node};
  Candidates found = search(graph, text, type, equal_names);
  if (found.empty()) found = search(graph, text, type, similar_names);
  std::vector<std::uint32_t> nodes;
  for (const auto& [far, mentions, node] : found) nodes.push_back(node);
  return nodes;
}

} // namespace zonekg
