// Candidates that were not taken, as JSON lines: one object a line with doc, kind, type, confidence, reason, begin,
// end, text, plugin, rule.
#pragma once

#include <ostream>
#include <vector>

#include "core/model/extraction.hpp"

namespace zonekg::cli {

void write_rejections(const std::vector<Extraction>& extractions, std::ostream& out);

} // namespace zonekg::cli
