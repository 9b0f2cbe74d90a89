#include "graph/series.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <tuple>
#include <utility>

#include "graph/life_cycle.hpp"
#include "graph/name_key.hpp"
#include "graph/number_text.hpp"
#include "graph/settle.hpp"

namespace zonekg {
namespace {

struct Scale {
  std::string_view prefix;
  double factor;
};
constexpr std::array<Scale, 5> scales = {{{"万亿", 1e12}, {"千亿", 1e11}, {"亿", 1e8}, {"千万", 1e7}, {"万", 1e4}}};

std::string text_property(const Node& node, const char* key) {
  const PropertyValue* value = find_property(node, key);
  const auto* text = value == nullptr ? nullptr : std::get_if<std::string>(value);
  return text == nullptr ? std::string() : *text;
}

std::optional<double> number_property(const Node& node, const char* key) {
  const PropertyValue* value = find_property(node, key);
  const auto* number = value == nullptr ? nullptr : std::get_if<double>(value);
  return number == nullptr ? std::nullopt : std::optional(*number);
}

Point make_point(const Node& node, std::uint32_t index) {
  Point point;
  point.node = index;
  point.period = text_property(node, "period");
  point.modality = text_property(node, "modality");
  if (point.modality.empty()) point.modality = "actual";
  point.unit = text_property(node, "unit");
  point.yoy = number_property(node, "yoy");
  if (const auto value = number_property(node, "value")) {
    point.shown = *value;
    point.value = *value * unit_scale(point.unit);
  }
  for (const Evidence& evidence : node.mentions) point.documents.push_back(evidence.document);
  zonekg::settle(point.documents);
  if (!node.mentions.empty()) point.document = node.mentions.front().document;
  return point;
}

bool same_statement(const Point& a, const Point& b) {
  return a.period == b.period && a.modality == b.modality && a.value == b.value && a.yoy == b.yoy && a.unit == b.unit;
}

void settle(const Graph& graph, Series& series) {
  std::stable_sort(series.points.begin(), series.points.end(), [&](const Point& a, const Point& b) {
    const auto rank = [&](const Point& p) {
      return std::tuple(p.period, p.modality != "actual", month_of(graph.header().documents[p.document]), p.document, p.node);
    };
    return rank(a) < rank(b);
  });
  std::vector<Point> points;
  for (Point& point : series.points) {
    const auto known = std::find_if(points.begin(), points.end(), [&](const Point& p) { return same_statement(p, point); });
    if (known == points.end()) {
      points.push_back(std::move(point));
      continue;
    }
    known->documents.insert(known->documents.end(), point.documents.begin(), point.documents.end());
    zonekg::settle(known->documents);
  }
  series.points = std::move(points);
}

} // namespace

double unit_scale(std::string_view unit) {
  for (const Scale& scale : scales)
    if (unit.starts_with(scale.prefix) && unit.size() > scale.prefix.size()) return scale.factor;
  return 1;
}

std::string base_unit(std::string_view unit) {
  for (const Scale& scale : scales)
    if (unit.starts_with(scale.prefix) && unit.size() > scale.prefix.size())
      return std::string(unit.substr(scale.prefix.size()));
  return std::string(unit);
}

std::vector<Series> indicator_series(const Graph& graph, std::optional<std::uint32_t> zone) {
  std::map<std::tuple<std::uint32_t, std::u32string>, std::vector<std::pair<std::string, Point>>> found;
  std::vector<std::uint32_t> edges(zone ? 0 : graph.edge_count());
  std::iota(edges.begin(), edges.end(), 0u);
  if (zone) edges = graph.edges_of(*zone);
  for (const std::uint32_t e : edges) {
    const EdgeView view = graph.edge(e);
    if (view.edge.type != "indicator_of" || (zone && view.target != *zone)) continue;
    const Node& node = graph.node(view.source);
    const std::string metric = text_property(node, "metric");
    if (!metric.empty()) found[{view.target, name_key("", metric)}].emplace_back(metric, make_point(node, view.source));
  }
  std::vector<Series> result;
  for (auto& [key, points] : found) {
    std::map<std::string, Series> by_unit;
    for (auto& [metric, point] : points) {
      Series& series = by_unit[point.value ? base_unit(point.unit) : std::string()];
      if (series.metric.empty()) series.metric = metric;
      series.zone = std::get<0>(key);
      series.points.push_back(std::move(point));
    }
    // Bare growth rates belong to the figure, where there is one.
    if (const auto bare = by_unit.find(""); bare != by_unit.end() && by_unit.size() == 2) {
      Series& other = std::next(bare)->second;
      std::move(bare->second.points.begin(), bare->second.points.end(), std::back_inserter(other.points));
      by_unit.erase(bare);
    }
    for (auto& [unit, series] : by_unit) {
      series.unit = unit;
      settle(graph, series);
      result.push_back(std::move(series));
    }
  }
  return result;
}

std::vector<std::pair<const Point*, const Point*>> restated(const Graph& graph, const Series& series) {
  std::vector<std::pair<const Point*, const Point*>> result;
  for (std::size_t i = 0; i < series.points.size(); ++i)
    for (std::size_t j = i + 1; j < series.points.size(); ++j) {
      const Point &a = series.points[i], &b = series.points[j];
      if (a.period != b.period || a.period.empty() || a.modality != "actual" || b.modality != "actual") continue;
      if (!a.value || !b.value || agree(a, b) || growth_fits(a, b)) continue;
      const bool later = month_of(graph.header().documents[a.document]) < month_of(graph.header().documents[b.document]);
      if (later) result.emplace_back(&a, &b);
    }
  return result;
}

double rounding_of(const Point& point) {
  const std::string text = number_text(std::abs(point.shown));
  const std::size_t dot = text.find('.');
  const double digits = dot == text.npos ? 0 : static_cast<double>(text.size() - dot - 1);
  return 0.5 * std::pow(10, -digits) * unit_scale(point.unit);
}

GrowthRange growth_between(const Point& before, const Point& now) {
  const double r = rounding_of(before), s = rounding_of(now);
  return {((*now.value - s) / (*before.value + r) - 1) * 100, (*now.value / *before.value - 1) * 100,
          ((*now.value + s) / std::max(*before.value - r, r) - 1) * 100};
}

bool growth_fits(const Point& before, const Point& now) {
  constexpr double printed = 0.05; // half of the last digit of a rate
  if (!before.value || !now.value || !now.yoy || *before.value <= 0) return false;
  const GrowthRange g = growth_between(before, now);
  return *now.yoy >= g.least - printed && *now.yoy <= g.most + printed;
}

bool agree(const Point& a, const Point& b) {
  return a.value && b.value && std::abs(*a.value - *b.value) <= std::max(rounding_of(a), rounding_of(b)) * 1.0000001;
}

} // namespace zonekg
