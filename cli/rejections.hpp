// Candidates that were not taken, as JSON lines: one object a line with doc, kind, type, confidence, reason, begin,
// end, text, plugin, rule.
#pragma once

#include <ostream>

#include "graph/extraction_store.hpp"

namespace zonekg::cli {

void write_rejections(const ExtractionStore& extractions, std::ostream& out);

} // namespace zonekg::cli
