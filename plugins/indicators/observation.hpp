// One observation of one figure: the metric's words, the value, the growth that goes with it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/kit/reading.hpp"

namespace zonekg {

struct Observation {
  kit::Range metric;                   // the words that name the figure
  kit::Range whole;                    // metric, value and growth; the value alone where several figures share words
  kit::Range column{0, 0};             // the title of the table column that it stands in
  const zkg_quantity* value = nullptr; // null for a bare growth rate
  const zkg_quantity* growth = nullptr;
  double yoy = 0; // percent, negative when falling; only with growth
  std::uint64_t growth_word = 0;
};

// What is told of the figure, a value of which kind and a growth rate or not, as a number for features.
inline std::uint64_t kind_of(const Observation& o) {
  return (o.value ? static_cast<std::uint64_t>(o.value->kind) + 1 : 0) << 1 | (o.growth != nullptr);
}

// Every quantity that could be an indicator's, with its metric; money, counts, areas, percentages.
std::vector<Observation> find_observations(const kit::Reading& reading);

} // namespace zonekg
