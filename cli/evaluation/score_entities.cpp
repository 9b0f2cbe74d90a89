#include <algorithm>

#include "cli/evaluation/comparison.hpp"

namespace zonekg {
namespace {

using Nodes = std::vector<std::uint32_t>; // ascending, that is by id within a type

Nodes claims(const Graph& graph, std::string_view type) {
  Nodes nodes;
  for (std::uint32_t i = 0; i < graph.node_count(); ++i)
    if (graph.node(i).type == type && !is_implicit(graph.node(i))) nodes.push_back(i);
  return nodes;
}

// Takes the nodes that carry one of the names out of `free`.
Nodes take_named(const Comparison& c, const NameKeys& wanted, Nodes& free) {
  const auto first_hit = std::stable_partition(free.begin(), free.end(),
                                               [&](std::uint32_t i) { return !share_a_name(c.names[i], wanted); });
  Nodes hits(first_hit, free.end());
  free.erase(first_hit, free.end());
  return hits;
}

void judge(Comparison& c, const GoldEntity& entity, const Nodes& hits) {
  for (const std::uint32_t i : hits) c.optional_node[i] = entity.optional;
  if (!hits.empty() && entity.type == "company") c.company[entity.texts.front()] = hits.front();
  if (entity.optional) return;
  if (hits.empty()) return c.missed(entity.type, entity.texts.front(), entity.texts);
  for (const std::uint32_t i : hits) {
    const Node& node = c.graph.node(i);
    if (i == hits.front())
      c.found(Outcome::right, entity.type, entity.texts.front(), node.confidence, node.mentions);
    else
      c.found(Outcome::wrong, entity.type, node.name + " (split)", node.confidence, node.mentions);
  }
}

} // namespace

void score_entities(Comparison& c) {
  std::vector<std::string_view> types(entity_kinds.begin(), entity_kinds.end());
  types.insert(types.end(), c.own.entities.begin(), c.own.entities.end());
  for (const std::string_view type : types) {
    Nodes free = claims(c.graph, type);
    for (const bool optional : {false, true})
      for (const GoldEntity& entity : c.gold.entities)
        if (entity.type == type && entity.optional == optional)
          judge(c, entity, take_named(c, entity_names(entity), free));
    for (const std::uint32_t i : free)
      c.found(Outcome::wrong, type, c.graph.node(i).name, c.graph.node(i).confidence, c.graph.node(i).mentions);
  }
}

void score_residence(Comparison& c) {
  std::vector<bool> located(c.graph.node_count());
  for (std::size_t e = 0; e < c.graph.edge_count(); ++e)
    if (const EdgeView view = c.graph.edge(e); view.edge.type == "located_in") located[view.source] = true;
  for (const GoldEntity& entity : c.gold.entities) {
    if (entity.type != "company" || !entity.resident || entity.optional) continue;
    if (const auto found = c.company.find(entity.texts.front()); found != c.company.end())
      c.ask("resident", located[found->second] == *entity.resident);
  }
}

} // namespace zonekg
