// What tells whether a figure was reached, is expected or is a target: words before it, in it and over it.
#pragma once

#include "core/kit/features.hpp"
#include "plugins/indicators/observation.hpp"

namespace zonekg {

void modality_features(const kit::Reading& reading, const Observation& observation, std::uint32_t base, kit::Features& out);

} // namespace zonekg
