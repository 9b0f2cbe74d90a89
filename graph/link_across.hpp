// Linking across documents: entities that carry the same key are one, unless the key fits two that differ; then short
// forms of one document join the full forms of another.
#pragma once

#include <string>
#include <vector>

#include "graph/cluster.hpp"
#include "graph/items.hpp"

namespace zonekg {

struct Areas;
struct Block;
struct Decision;

Clusters link_across(const Items& items, const std::vector<Decision>& decisions, const std::vector<Block>& blocks, unsigned jobs);

// Its second half: after entities of equal names are joined. Short forms join the one fuller entity that they fit: of zones
// first, then of companies, then of what firms build. `blocks` of every type.
void join_short_forms(const Items& items, const Areas& areas, const std::vector<Block>& blocks, unsigned jobs, Clusters& clusters);

} // namespace zonekg
