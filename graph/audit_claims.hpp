// What documents say about their own figures, checked: how many a list stands for, sums, shares, completion rates.
#pragma once

#include <string_view>
#include <vector>

#include "graph/audit.hpp"
#include "graph/series.hpp"

namespace zonekg {

// A figure that a zone has one of.
bool is_headline(std::string_view metric);

// Adds findings of the rules `count`, `sum`, `share` and `target`, in order of documents and places.
void audit_claims(const Graph& graph, const std::vector<Series>& series, std::vector<AuditFinding>& findings);

} // namespace zonekg
