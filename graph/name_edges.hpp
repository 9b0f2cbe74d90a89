// What names state: a zone and the firm that runs it, a park and the project that builds it.
#pragma once

#include <vector>

#include "graph/assemble.hpp"

namespace zonekg {

// Adds, between nodes that share a document and are not joined yet by an edge of the type:
//   cooperates_with: company → zone, 岚溪经开区|建设投资有限公司; the contract has no edge of its own for running a zone
//   located_in: project → zone, 岚溪轴承产业园|一期
// The words behind the zone's name say what the firm is for: a firm of another trade is only in the zone.
// A project of a park's name, 岚溪轴承产业园(项目) or a phase of it, has the property `park`: the zone's name. That a park
// lies in itself is not said.
void add_name_edges(std::vector<Node>& nodes, Edges& edges);

} // namespace zonekg
