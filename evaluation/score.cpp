#include "evaluation/score.hpp"

#include "evaluation/comparison.hpp"

namespace zonekg {

Comparison::Comparison(const GoldPassage& passage, const Graph& its_graph)
    : gold(passage), graph(its_graph), optional_node(its_graph.node_count()) {
  for (std::size_t i = 0; i < graph.node_count(); ++i) names.push_back(node_names(graph.node(i)));
}

void Comparison::right(std::string_view kind, std::string what, double confidence, const std::vector<Evidence>& evidence) {
  findings.things.push_back({std::string(kind), Outcome::right, std::move(what), confidence, evidence, {}, {}});
}

void Comparison::wrong(std::string_view kind, std::string what, double confidence, const std::vector<Evidence>& evidence) {
  findings.things.push_back({std::string(kind), Outcome::wrong, std::move(what), confidence, evidence, {}, {}});
}

void Comparison::missed(std::string_view kind, std::string what, std::vector<std::string> words, std::optional<double> figure) {
  findings.things.push_back({std::string(kind), Outcome::missed, std::move(what), 0, {}, std::move(words), figure});
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

Findings score(const GoldPassage& gold, const Graph& graph) {
  Comparison comparison(gold, graph);
  score_entities(comparison);
  score_statuses(comparison);
  score_investments(comparison);
  score_indicators(comparison);
  score_relations(comparison);
  score_residence(comparison);
  return std::move(comparison.findings);
}

} // namespace zonekg
