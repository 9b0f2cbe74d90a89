// Linking, before its first step: a document's extraction made fit for it.
#pragma once

#include <cstdint>
#include <vector>

#include "core/model/extraction.hpp"
#include "graph/decisions.hpp"

namespace zonekg {

// Plugins are strangers: from here on every string is UTF-8 and evidence counts documents in the graph's order. Types
// are as people decided, and a park's name that begins with its zone's gives the zone too.
void prepare_document(Extraction& document, std::uint32_t index, const std::vector<Decision>& decisions);

} // namespace zonekg
