// Values that a report gives anew: 2023年规上工业总产值由186.4亿元调整为182.9亿元.
#pragma once

#include "core/kit/reading.hpp"

namespace zonekg {

// Proposes the value that holds from now on as an indicator of the period that stands before the metric; nothing where
// none does.
void propose_restatements(const kit::Reading& reading, Sink& sink);

} // namespace zonekg
