// From decided candidates to the extraction of a document: evidence in source code points, sorted, ids as indices.
#pragma once

#include "core/host/run.hpp"

namespace zonekg {

// Evidence::document stays 0: the index is known when all documents are.
Extraction assemble(const AnalysedDocument& document, PluginRun run, bool keep_rejections);

} // namespace zonekg
