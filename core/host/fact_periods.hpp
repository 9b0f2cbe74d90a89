// When a fact is told to be so: the period in its own clause.
#pragma once

#include <string_view>

#include "core/text/layers.hpp"

namespace zonekg {

// `words`: those that tell the fact (投产). The one period inside them, where there is just one; else the last period before
// them in their clause, or behind a comma where nothing but the period stands before it: 6月底前投产; 2024年，建成通车.
// {0, 0} when there is none. For what is so already (`actual`) a time after the document's own is none.
zkg_interval fact_period(std::string_view text, const Layers& layers, zkg_span words, bool actual);

} // namespace zonekg
