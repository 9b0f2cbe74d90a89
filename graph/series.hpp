// One indicator of one zone through the years.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.hpp"

namespace zonekg {

// One reading of the figure. Of copies of one paragraph in several documents, and of one figure said again, there is one
// point with the evidence of all.
struct Point {
  std::uint32_t node = 0;       // the indicator
  std::string period, modality; // as on the node; modality never empty
  std::optional<double> value;  // in the unit's base: 亿元 → yuan
  std::optional<double> yoy;    // percent
  std::string unit;             // as printed
  double shown = 0;             // value as printed
  std::uint32_t document = 0;   // of the first evidence
  std::vector<std::uint32_t> documents; // all, ascending
};

struct Series {
  std::uint32_t zone = 0;
  std::string metric;
  std::string unit;          // base unit that the points share: 元, 美元, 家, …; empty where only growth is given
  std::vector<Point> points; // by period, then modality (actual first), then month of the document
};

// Of all zones or of one; by zone, then metric.
std::vector<Series> indicator_series(const Graph& graph, std::optional<std::uint32_t> zone = std::nullopt);

// Points that give one period two actual values: both sides stand in the series, the later document's last. Left out are
// those where the growth that is told leads from the one to the other: a report that means its own year.
std::vector<std::pair<const Point*, const Point*>> restated(const Graph& graph, const Series& series);

// 亿元 → 1e8 and 元.
double unit_scale(std::string_view unit);
std::string base_unit(std::string_view unit);

// Half of the last printed digit, in the base unit: 186.4亿元 → 5 million.
double rounding_of(const Point& point);
// Does the growth that `now` tells lead from the one value to the other, as far as printed digits tell?
bool growth_fits(const Point& before, const Point& now);

// The growth that two printed values allow, in percent. Both values are there and above 0.
struct GrowthRange {
  double least, value, most;
};
GrowthRange growth_between(const Point& before, const Point& now);

// Do two printed values say the same within their rounding?
bool agree(const Point& a, const Point& b);

} // namespace zonekg
