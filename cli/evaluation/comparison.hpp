// One passage beside its graph: what the parts of scoring share.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/evaluation/findings.hpp"
#include "cli/evaluation/names.hpp"
#include "cli/evaluation/score.hpp"

namespace zonekg {

struct Comparison {
  Comparison(const GoldPassage& passage, const Graph& its_graph, const AnnotatedTypes& its_types);

  const GoldPassage& gold;
  const Graph& graph;
  const AnnotatedTypes& own; // beyond the contract
  std::vector<NameKeys> names;                  // by node
  std::vector<bool> optional_node;              // stands for an entity that is not asked for
  std::map<std::string, std::uint32_t> company; // annotated name → the node that was found for it
  Findings findings;

  // `type`: of the node, the edge, or `status`.
  void found(Outcome outcome, std::string_view type, std::string what, double confidence,
             const std::vector<Evidence>& evidence);
  void missed(std::string_view type, std::string what, std::vector<std::string> words,
              std::optional<double> figure = {});
  void ask(std::string_view share, bool is_right);
};

void score_entities(Comparison& comparison); // first: the others need its matches
void score_statuses(Comparison& comparison);
void score_investments(Comparison& comparison);
void score_indicators(Comparison& comparison);
void score_relations(Comparison& comparison);
void score_residence(Comparison& comparison);

bool is_scored_relation(std::string_view type); // of the contract

std::string text_property(const Node& node, const char* key, std::string_view otherwise = {});
std::optional<double> number_property(const Node& node, const char* key);
bool is_implicit(const Node& node);

} // namespace zonekg
