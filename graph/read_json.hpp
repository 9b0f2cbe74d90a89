// Reads what the JSON export writes.
#pragma once

#include <string>
#include <string_view>

#include "graph/graph.hpp"

namespace zonekg {

// `json`: node-link JSON of graph_format. Everything is checked: shapes, ids, ends of edges, documents of evidence.
// Throws InputError that begins with `where` (a file name) and says at which node or byte.
Graph read_json(std::string_view json, const std::string& where);

} // namespace zonekg
