// Figures in tables: what a cell counts stands in its row's label or its column's title, and its growth in another column.
#pragma once

#include <vector>

#include "plugins/indicators/observation.hpp"

namespace zonekg {

// `taken`: by row of the quantities layer, set where a figure is told here (or is the growth of one). In text order.
std::vector<Observation> find_table_figures(const kit::Reading& reading, std::vector<char>& taken);

} // namespace zonekg
