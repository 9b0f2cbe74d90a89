// Investments and indicators.
#include <algorithm>
#include <array>
#include <string>

#include "cli/evaluation/comparison.hpp"
#include "core/training/same.hpp"
#include "graph/number_text.hpp"

namespace zonekg {
namespace {

std::vector<std::uint32_t> nodes_of(const Graph& graph, std::string_view type) {
  std::vector<std::uint32_t> nodes;
  for (std::uint32_t i = 0; i < graph.node_count(); ++i)
    if (graph.node(i).type == type) nodes.push_back(i);
  return nodes;
}

bool agree(std::optional<double> a, std::optional<double> b) { return a && b && same_number(*a, *b); }

std::string shown(std::optional<double> number) { return number ? number_text(*number) : "-"; }

// The first node that `fits` and was not used before.
template <class Fits>
std::optional<std::uint32_t> take(const std::vector<std::uint32_t>& nodes, std::vector<bool>& used, Fits&& fits) {
  for (const std::uint32_t i : nodes)
    if (!used[i] && fits(i)) {
      used[i] = true;
      return i;
    }
  return std::nullopt;
}

using Subjects = std::vector<std::vector<std::uint32_t>>; // by investment

Subjects subjects_of(const Graph& graph) {
  Subjects subjects(graph.node_count());
  for (std::size_t e = 0; e < graph.edge_count(); ++e)
    if (const EdgeView view = graph.edge(e); view.edge.type == "invested_in")
      subjects[view.source].push_back(view.target);
  return subjects;
}

bool is_investment(const Comparison& c, const GoldInvestment& gold, const NameKeys& names, std::uint32_t i,
                   const std::vector<std::uint32_t>& subjects) {
  const Node& node = c.graph.node(i);
  if (text_property(node, "currency", "CNY") != gold.currency) return false;
  if (gold.kind != "other" && text_property(node, "kind") != gold.kind) return false;
  const bool same = gold.amount ? agree(number_property(node, "amount"), gold.amount)
                                : agree(number_property(node, "amount_min"), gold.amount_min) &&
                                      agree(number_property(node, "amount_max"), gold.amount_max);
  return same && std::any_of(subjects.begin(), subjects.end(),
                             [&](std::uint32_t s) { return share_a_name(c.names[s], names); });
}

std::string describe(const Comparison& c, const Node& node, const std::vector<std::uint32_t>& subjects) {
  std::string who;
  for (const std::uint32_t s : subjects) who += (who.empty() ? "" : "/") + c.graph.node(s).name;
  const auto amount = number_property(node, "amount");
  return who + " " + text_property(node, "kind") + " " + shown(amount ? amount : number_property(node, "amount_min"));
}

// A quantity in base units: amounts of money by currency, others by the word that stands behind 万 or 亿.
struct BaseQuantity {
  std::string unit;
  double value = 0;
};

BaseQuantity in_base_units(double value, const std::string& unit) {
  struct Scale {
    std::string_view unit;
    double factor;
    const char* currency;
  };
  constexpr std::array<Scale, 14> money = {{{"万亿元", 1e12, "CNY"},
                                            {"亿元", 1e8, "CNY"},
                                            {"千万元", 1e7, "CNY"},
                                            {"百万元", 1e6, "CNY"},
                                            {"万元", 1e4, "CNY"},
                                            {"元", 1, "CNY"},
                                            {"亿美元", 1e8, "USD"},
                                            {"万美元", 1e4, "USD"},
                                            {"美元", 1, "USD"},
                                            {"亿欧元", 1e8, "EUR"},
                                            {"万欧元", 1e4, "EUR"},
                                            {"亿港元", 1e8, "HKD"},
                                            {"亿", 1e8, "CNY"},
                                            {"万", 1e4, "CNY"}}};
  for (const Scale& scale : money)
    if (unit == scale.unit) return {std::string("money ") + scale.currency, value * scale.factor};
  for (const auto& [word, factor] : {std::pair<std::string_view, double>{"万", 1e4}, {"亿", 1e8}})
    if (unit.starts_with(word)) return {unit.substr(word.size()), value * factor};
  return {unit, value};
}

bool is_indicator(const Node& node, const GoldIndicator& gold) {
  if (!same_metric(name_key(text_property(node, "metric")), gold.metric)) return false;
  const auto value = number_property(node, "value");
  if (value.has_value() != gold.value.has_value()) return false;
  if (value) {
    const BaseQuantity have = in_base_units(*value, name_key(text_property(node, "unit"))),
                       want = in_base_units(*gold.value, gold.unit);
    if (have.unit != want.unit || !same_number(have.value, want.value)) return false;
  }
  return !gold.yoy || agree(number_property(node, "yoy"), gold.yoy);
}

void ask_about(Comparison& c, const Node& node, const GoldIndicator& gold) {
  if (!gold.period.empty()) c.ask("indicator period", text_property(node, "period") == gold.period);
  c.ask("indicator modality", text_property(node, "modality", "actual") == gold.modality);
}

std::string describe(const std::string& metric, std::optional<double> value, const std::string& unit,
                     std::optional<double> yoy) {
  return metric + " " + shown(value) + unit + " " + shown(yoy);
}

} // namespace

void score_investments(Comparison& c) {
  const auto nodes = nodes_of(c.graph, "investment");
  const Subjects subjects = subjects_of(c.graph);
  std::vector<bool> used(c.graph.node_count());
  for (const GoldInvestment& gold : c.gold.investments) {
    const NameKeys names = referred_names(c.gold, gold.subject, gold.subject_text);
    const auto hit = take(nodes, used, [&](std::uint32_t i) { return is_investment(c, gold, names, i, subjects[i]); });
    if (gold.optional) continue;
    const auto amount = gold.amount ? gold.amount : gold.amount_min;
    std::string what = gold.subject_text + " " + gold.kind + " " + shown(amount);
    if (hit)
      c.found(Outcome::right, "investment", std::move(what), c.graph.node(*hit).confidence,
              c.graph.node(*hit).mentions);
    else
      c.missed("investment", std::move(what), {gold.subject_text}, amount);
  }
  for (const std::uint32_t i : nodes) {
    const auto is_optional = [&](std::uint32_t s) { return c.optional_node[s]; };
    if (used[i] || std::any_of(subjects[i].begin(), subjects[i].end(), is_optional)) continue;
    const Node& node = c.graph.node(i);
    c.found(Outcome::wrong, "investment", describe(c, node, subjects[i]), node.confidence, node.mentions);
  }
}

void score_indicators(Comparison& c) {
  const auto nodes = nodes_of(c.graph, "indicator");
  std::vector<bool> used(c.graph.node_count());
  for (const GoldIndicator& gold : c.gold.indicators) {
    const auto hit = take(nodes, used, [&](std::uint32_t i) { return is_indicator(c.graph.node(i), gold); });
    if (gold.optional) continue;
    std::string what = describe(gold.metric_text, gold.value, gold.unit_text, gold.yoy);
    if (hit) {
      c.found(Outcome::right, "indicator", std::move(what), c.graph.node(*hit).confidence, c.graph.node(*hit).mentions);
      ask_about(c, c.graph.node(*hit), gold);
    } else {
      c.missed("indicator", std::move(what), {gold.metric_text}, gold.value ? gold.value : gold.yoy);
    }
  }
  for (const std::uint32_t i : nodes) {
    if (used[i]) continue;
    const Node& node = c.graph.node(i);
    c.found(Outcome::wrong, "indicator",
            describe(text_property(node, "metric"), number_property(node, "value"), text_property(node, "unit"),
                     number_property(node, "yoy")),
            node.confidence, node.mentions);
  }
}

} // namespace zonekg
