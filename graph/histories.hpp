// Dated facts of one node: status and its history.
#pragma once

#include <string>
#include <vector>

#include "core/model/extraction.hpp"
#include "graph/graph.hpp"

namespace zonekg {

struct DatedFact {
  const Fact* fact;
  DocumentDate date; // of its document: stands in for a period that the text does not give
};

// One history for each key, oldest first; facts of the same value, modality and period are one entry.
// `facts` by document, then as extracted.
std::vector<History> make_histories(const std::vector<DatedFact>& facts);

// The latest value that is so; empty when nothing is more than intended.
std::string latest_actual(const std::vector<DatedFact>& facts, const std::string& key);

} // namespace zonekg
