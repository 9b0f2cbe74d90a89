// Reads what the JSON export writes.
#pragma once

#include <string>

#include "graph/graph.hpp"

namespace zonekg {

// `json`: node-link JSON of graph_format. Everything is checked: shapes, ids, ends of edges, documents of evidence.
// Moved in, it is not copied.
// Throws InputError that begins with `where` (a file name) and says at which node or byte.
Graph read_json(std::string json, const std::string& where);

} // namespace zonekg
