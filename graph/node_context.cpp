#include "graph/node_context.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "graph/areas.hpp"
#include "graph/cluster.hpp"
#include "graph/local_links.hpp"
#include "graph/name_key.hpp"

namespace zonekg {
namespace {

void settle(std::vector<std::uint32_t>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

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

// Keys of the text that is looked for, one for each type of node.
class TextKeys {
 public:
  explicit TextKeys(std::string_view text) : text_(text) {}
  const std::u32string& of_type(const std::string& type) {
    auto found = keys_.find(type);
    if (found == keys_.end()) found = keys_.emplace(type, name_key(type, text_)).first;
    return found->second;
  }

 private:
  std::string_view text_;
  std::map<std::string, std::u32string> keys_;
};

// Tells without making its key that a name has another one: a key begins with the name's own first character when that
// is a Chinese one that has no other form.
bool begins_otherwise(std::string_view name, const std::u32string& key) {
  if (name.size() < 3 || key.empty()) return false;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(name[i]); };
  if (byte(0) < 0xE4 || byte(0) > 0xE9) return false;
  const char32_t first = (byte(0) & 0xFu) << 12 | (byte(1) & 0x3Fu) << 6 | (byte(2) & 0x3Fu);
  return first >= 0x4E00 && first <= 0x9FFF && first != key.front();
}

using Candidates = std::vector<std::tuple<int, std::size_t, std::uint32_t>>; // distance, fewer mentions, node

// Nodes of which a name is nearer than `farthest`.
Candidates find_within(int farthest, const Graph& graph, TextKeys& keys, std::string_view type) {
  Candidates found;
  for (std::uint32_t n = 0; n < graph.node_count(); ++n) {
    const Node& node = graph.node(n);
    if (!type.empty() && node.type != type) continue;
    const std::u32string& key = keys.of_type(node.type);
    int best = farthest;
    const auto look_at = [&](const std::string& name) {
      if (farthest > 1 || !begins_otherwise(name, key)) best = std::min(best, distance(name_key(node.type, name), key));
    };
    look_at(node.name);
    for (const std::string& alias : node.aliases) look_at(alias);
    if (best < farthest) found.emplace_back(best, ~node.mentions.size(), n);
  }
  std::sort(found.begin(), found.end());
  return found;
}

} // namespace

std::vector<std::uint32_t> find_nodes(const Graph& graph, std::string_view text, std::string_view type) {
  for (std::uint32_t n = 0; n < graph.node_count(); ++n)
    if (graph.node(n).id == text) return {n};
  TextKeys keys(text);
  Candidates found = find_within(1, graph, keys, type);
  if (found.empty()) found = find_within(3, graph, keys, type);
  std::vector<std::uint32_t> nodes;
  for (const auto& [far, mentions, node] : found) nodes.push_back(node);
  return nodes;
}

} // namespace zonekg
