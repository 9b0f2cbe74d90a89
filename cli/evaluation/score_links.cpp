// States of projects, and relations.
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "cli/evaluation/comparison.hpp"

namespace zonekg {
namespace {

constexpr std::array<std::string_view, 11> scored_relations = {
    "part_of",  "located_in", "undertakes", "builds",          "acquires",        "merged_into",
    "supplies", "invests_in", "finances",   "cooperates_with", "leading_industry"};
// Something of the reporting zone: true without being annotated each time.
constexpr std::array<std::string_view, 3> of_the_zone = {"located_in", "part_of", "leading_industry"};

template <class Words> bool among(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

struct State {
  std::uint32_t node;
  std::string status, modality;
  std::vector<Evidence> evidence; // of all periods for which it is told
  bool used = false;
};

std::vector<State> states_of(const Graph& graph) {
  std::map<std::tuple<std::uint32_t, std::string, std::string>, std::vector<Evidence>> told;
  for (std::uint32_t i = 0; i < graph.node_count(); ++i) {
    if (graph.node(i).type != "project") continue;
    for (const History& history : graph.node(i).histories)
      if (history.key == "status")
        for (const HistoryEntry& entry : history.entries) {
          auto& evidence = told[{i, entry.value, entry.modality.empty() ? "actual" : entry.modality}];
          evidence.insert(evidence.end(), entry.evidence.begin(), entry.evidence.end());
        }
  }
  std::vector<State> states;
  for (const auto& [identity, evidence] : told)
    states.push_back({std::get<0>(identity), std::get<1>(identity), std::get<2>(identity), evidence});
  return states;
}

struct Link {
  EdgeView edge;
  bool used = false;
};

std::vector<Link> links_of(const Graph& graph, const AnnotatedTypes& own) {
  std::vector<Link> links;
  std::set<std::tuple<std::uint32_t, std::string, std::uint32_t>> known;
  for (std::size_t e = 0; e < graph.edge_count(); ++e) {
    const EdgeView view = graph.edge(e);
    if ((is_scored_relation(view.edge.type) || own.relations.contains(view.edge.type)) &&
        known.emplace(view.source, view.edge.type, view.target).second)
      links.push_back({view});
  }
  return links;
}

bool is_optional(const GoldPassage& gold, const GoldRelation& relation) {
  if (relation.optional) return true;
  for (const std::string& end : {relation.head_text, relation.tail_text})
    for (const GoldEntity* entity : entities_named(gold, end))
      if (entity->optional) return true;
  return false;
}

// Nothing that the annotation could deny.
bool is_granted(const Comparison& c, const EdgeView& edge, const NameKeys& reporting) {
  for (const std::uint32_t end : {edge.source, edge.target})
    if (c.optional_node[end] || is_implicit(c.graph.node(end))) return true;
  const std::uint32_t zone = edge.edge.type == "leading_industry" ? edge.source : edge.target;
  return among(of_the_zone, edge.edge.type) && share_a_name(c.names[zone], reporting);
}

} // namespace

bool is_scored_relation(std::string_view type) { return among(scored_relations, type); }

void score_statuses(Comparison& c) {
  std::vector<State> states = states_of(c.graph);
  for (const GoldStatus& gold : c.gold.statuses) {
    const NameKeys names = referred_names(c.gold, gold.project, gold.project_text);
    const auto hit = std::find_if(states.begin(), states.end(), [&](const State& s) {
      return !s.used && s.status == gold.status && s.modality == gold.modality && share_a_name(c.names[s.node], names);
    });
    if (hit != states.end()) hit->used = true;
    if (is_optional(c.gold, gold)) continue;
    std::string what = gold.project_text + " " + gold.status + " " + gold.modality;
    if (hit != states.end())
      c.found(Outcome::right, "status", std::move(what), 0, hit->evidence);
    else
      c.missed("status", std::move(what), {gold.project_text});
  }
  for (const State& s : states)
    if (!s.used && !c.optional_node[s.node])
      c.found(Outcome::wrong, "status", c.graph.node(s.node).name + " " + s.status + " " + s.modality, 0, s.evidence);
}

void score_relations(Comparison& c) {
  std::vector<Link> links = links_of(c.graph, c.own);
  for (const GoldRelation& gold : c.gold.relations) {
    const NameKeys heads = referred_names(c.gold, gold.head, gold.head_text),
                   tails = referred_names(c.gold, gold.tail, gold.tail_text);
    const auto hit = std::find_if(links.begin(), links.end(), [&](const Link& l) {
      return !l.used && l.edge.edge.type == gold.relation && share_a_name(c.names[l.edge.source], heads) &&
             share_a_name(c.names[l.edge.target], tails);
    });
    if (hit != links.end()) hit->used = true;
    if (is_optional(c.gold, gold)) continue;
    std::string what = gold.head_text + " " + gold.relation + " " + gold.tail_text;
    if (hit != links.end())
      c.found(Outcome::right, gold.relation, std::move(what), hit->edge.edge.confidence, hit->edge.edge.evidence);
    else
      c.missed(gold.relation, std::move(what), {gold.head_text, gold.tail_text});
  }
  const NameKeys reporting =
      c.gold.zone_text.empty() ? NameKeys{} : referred_names(c.gold, c.gold.zone, c.gold.zone_text);
  for (const Link& l : links) {
    if (l.used || is_granted(c, l.edge, reporting)) continue;
    c.found(Outcome::wrong, l.edge.edge.type,
            c.graph.node(l.edge.source).name + " " + l.edge.edge.type + " " + c.graph.node(l.edge.target).name,
            l.edge.edge.confidence, l.edge.edge.evidence);
  }
}

} // namespace zonekg
