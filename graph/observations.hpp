// Investments and indicators of one document: which mentions state the same figure of the same subject.
#pragma once

#include "core/model/extraction.hpp"
#include "graph/local_links.hpp"

namespace zonekg {

// Adds one entity for each observation. After entities and reporting zone: subjects are compared as entities.
void add_observations(const Extraction& document, LocalLinks& links);

} // namespace zonekg
