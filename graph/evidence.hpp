// Lists of evidence.
#pragma once

#include <vector>

#include "core/model/extraction.hpp"

namespace zonekg {

// Sorts by document, begin, end, plugin, rule and drops what is said twice.
void settle_evidence(std::vector<Evidence>& evidence);

} // namespace zonekg
