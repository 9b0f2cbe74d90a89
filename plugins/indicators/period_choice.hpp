// Which period a figure is of: one that the words before it name, one that stands over it, or the document's own.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/kit/reading.hpp"
#include "core/kit/relations.hpp"
#include "plugins/indicators/observation.hpp"

namespace zonekg {

struct PeriodOption {
  zkg_interval interval{0, 0}; // {0, 0}: no period is told
  float score = 0;             // log-odds beside the other options
  kit::Features features;      // in training
};

// By what tells them, nearest words first, with the scores of the first model. Never empty. `modality`: how the figure is likely
// meant.
std::vector<PeriodOption> period_options(const Observation& observation, std::size_t modality, const kit::Relater& relater);

// By the probability of all options that say the same months; {0, 0} when no period is told.
zkg_interval likeliest_period(const std::vector<PeriodOption>& options);

// In training: the options as a group of facts of the figure.
void teach_period(const std::vector<PeriodOption>& options, zkg_span evidence, std::uint32_t figure, kit::Relater& relater);

bool is_told(zkg_interval interval);
std::uint64_t months_in(zkg_interval interval); // 13: more than a year; 0: not told
// How a period stands to another, as a number for features.
std::uint64_t against(zkg_interval interval, zkg_interval other);
std::string interval_text(zkg_interval interval); // YYYY-MM/YYYY-MM; empty when open or unknown

} // namespace zonekg
