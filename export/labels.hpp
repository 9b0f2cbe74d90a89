// Type names as Neo4j and RDF write them.
#pragma once

#include <string>
#include <string_view>

namespace zonekg {

std::string node_label(std::string_view type);        // zone → Zone; Unknown when empty
std::string relationship_type(std::string_view type); // located_in → LOCATED_IN; UNKNOWN when empty

} // namespace zonekg
