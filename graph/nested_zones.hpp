// Parks whose name begins with their zone's: 四川射洪经开区|锂电高新产业园.
#pragma once

#include "core/model/extraction.hpp"

namespace zonekg {

// Adds for each such mention one of the zone, whose words stand at its head, and `part_of` between the two. Indices of
// what is there stay as they are.
void add_nested_zones(Extraction& document);

} // namespace zonekg
