// Documents after linking inside each of them: what linking across needs stays in memory, all else waits in spills.
#pragma once

#include <vector>

#include "core/model/extraction.hpp"
#include "core/process/spill.hpp"
#include "graph/decisions.hpp"
#include "graph/extraction_store.hpp"
#include "graph/items.hpp"
#include "graph/local_links.hpp"

namespace zonekg {

struct LinkedDocument {
  Extraction extraction; // prepared; its header stands in LinkedDocuments
  LocalLinks links;
};

struct LinkedDocuments {
  std::vector<DocumentHeader> headers; // in the graph's order, without lists and shares
  Items items;
  SpilledRows documents; // LinkedDocument
  SpilledRows claims;    // lists and shares of the headers
};

LinkedDocuments link_inside(ExtractionStore extractions, const std::vector<Decision>& decisions, unsigned jobs);

LinkedDocument load_document(const LinkedDocuments& linked, std::size_t document);

// The header with its lists and shares.
DocumentHeader whole_header(const DocumentHeader& header, const SpilledRows& claims, std::size_t document);

} // namespace zonekg
