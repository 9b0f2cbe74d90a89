#include "cli/evaluation/score.hpp"

#include <algorithm>

#include "cli/evaluation/comparison.hpp"

namespace zonekg {

Comparison::Comparison(const GoldPassage& passage, const Graph& its_graph, const AnnotatedTypes& its_types)
    : gold(passage), graph(its_graph), own(its_types), optional_node(its_graph.node_count()) {
  for (std::size_t i = 0; i < graph.node_count(); ++i) names.push_back(node_names(graph.node(i)));
}

namespace {

bool is_entity(std::string_view type) {
  return std::find(entity_kinds.begin(), entity_kinds.end(), type) != entity_kinds.end();
}

Finding finding_of(Outcome outcome, std::string_view type, std::string what, const AnnotatedTypes& own) {
  Finding finding;
  finding.outcome = outcome;
  finding.what = std::move(what);
  const bool is_named = is_entity(type) || own.entities.contains(std::string(type));
  const bool is_mention = is_named || type == "investment" || type == "indicator";
  finding.claim = (is_mention ? "mention:" : type == "status" ? "fact:" : "relation:") + std::string(type);
  finding.kind = is_named || type == "status" ? type
                 : type == "investment"              ? "investments"
                 : type == "indicator"               ? "indicators"
                                                     : "relations";
  return finding;
}

} // namespace

void Comparison::found(Outcome outcome, std::string_view type, std::string what, double confidence,
                       const std::vector<Evidence>& evidence) {
  Finding finding = finding_of(outcome, type, std::move(what), own);
  finding.confidence = confidence;
  finding.evidence = evidence;
  findings.things.push_back(std::move(finding));
}

void Comparison::missed(std::string_view type, std::string what, std::vector<std::string> words,
                        std::optional<double> figure) {
  Finding finding = finding_of(Outcome::missed, type, std::move(what), own);
  finding.words = std::move(words);
  finding.figure = figure;
  findings.things.push_back(std::move(finding));
}

void Comparison::ask(std::string_view share, bool is_right) {
  Share& asked = findings.shares[std::string(share)];
  asked.right += is_right;
  ++asked.of;
}

std::string text_property(const Node& node, const char* key, std::string_view otherwise) {
  const PropertyValue* value = find_property(node, key);
  const std::string* text = value == nullptr ? nullptr : std::get_if<std::string>(value);
  return text == nullptr ? std::string(otherwise) : *text;
}

std::optional<double> number_property(const Node& node, const char* key) {
  const PropertyValue* value = find_property(node, key);
  const double* number = value == nullptr ? nullptr : std::get_if<double>(value);
  return number == nullptr ? std::nullopt : std::optional(*number);
}

bool is_implicit(const Node& node) {
  const PropertyValue* value = find_property(node, "implicit");
  const bool* flag = value == nullptr ? nullptr : std::get_if<bool>(value);
  return flag != nullptr && *flag;
}

AnnotatedTypes annotated_types(const std::vector<GoldPassage>& passages) {
  AnnotatedTypes own;
  for (const GoldPassage& passage : passages) {
    for (const GoldEntity& entity : passage.entities)
      if (!is_entity(entity.type) && entity.type != "investment" && entity.type != "indicator") own.entities.insert(entity.type);
    for (const GoldRelation& relation : passage.relations)
      if (!is_scored_relation(relation.relation)) own.relations.insert(relation.relation);
  }
  return own;
}

Findings score(const GoldPassage& gold, const Graph& graph, const AnnotatedTypes& own) {
  Comparison comparison(gold, graph, own);
  score_entities(comparison);
  score_statuses(comparison);
  score_investments(comparison);
  score_indicators(comparison);
  score_relations(comparison);
  score_residence(comparison);
  return std::move(comparison.findings);
}

} // namespace zonekg
