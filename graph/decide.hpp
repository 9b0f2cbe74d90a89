// Linking, step 4, decide: which short forms of a document are taken.
#pragma once

#include <vector>

#include "graph/block.hpp"
#include "graph/cluster.hpp"
#include "graph/name_form.hpp"

namespace zonekg {

// Joins every short form with the one entity that it fits. A short form that fits two is left alone: 亿纬动力 beside
// 湖北亿纬动力有限公司 and 荆门亿纬动力有限公司. `clusters` counts in forms and comes with what the text states.
void decide(const std::vector<NameForm>& forms, const std::vector<CandidatePair>& pairs, Clusters& clusters);

} // namespace zonekg
