// Reads back what a document says about its own figures.
#pragma once

#include <vector>

#include "core/model/document.hpp"
#include "graph/json_fields.hpp"

namespace zonekg {

// Of a document of the graph's header; empty where it has none.
std::vector<ToldList> read_lists(const Json& document, const JsonPlace& place);
std::vector<ToldShare> read_shares(const Json& document, const JsonPlace& place);

} // namespace zonekg
