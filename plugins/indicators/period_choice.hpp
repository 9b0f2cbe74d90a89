// Which period a figure is of: one that the words before it name, one that stands over it, or the document's own.
#pragma once

#include <vector>

#include "core/kit/reading.hpp"
#include "core/kit/relations.hpp"
#include "plugins/indicators/observation.hpp"

namespace zonekg {

struct PeriodOption {
  zkg_interval interval{0, 0}; // {0, 0}: no period is told
  kit::Features features;
};

// By what tells them, nearest words first. Never empty.
std::vector<PeriodOption> period_options(const kit::Reading& reading, const Observation& observation);

// The interval that the learned weights prefer; {0, 0} when the words tell none.
zkg_interval choose_period(const Observation& observation, const kit::Relater& relater);

// In training: the options as a group of facts of the figure.
void teach_period(const Observation& observation, std::uint32_t figure, kit::Relater& relater);

std::string interval_text(zkg_interval interval); // YYYY-MM/YYYY-MM; empty when open or unknown

} // namespace zonekg
