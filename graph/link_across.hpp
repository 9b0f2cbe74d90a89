// Linking across documents: entities that carry the same key are one, unless the key fits two that differ; then short
// forms of one document join the full forms of another.
#pragma once

#include <cstdint>
#include <vector>

#include "core/model/extraction.hpp"
#include "graph/cluster.hpp"
#include "graph/local_links.hpp"

namespace zonekg {

// One row of all documents' entities: entity `i` of document `d` is item first[d] + i.
struct Items {
  std::vector<const LocalEntity*> entities;
  std::vector<std::uint32_t> documents; // of each item
  std::vector<std::uint32_t> first;     // of each document
};

struct Areas;
struct Block;
struct Decision;

Items number_items(const std::vector<LocalLinks>& documents);
Clusters link_across(const Items& items, const std::vector<Extraction>& extractions,
                     const std::vector<LocalLinks>& links, const std::vector<Decision>& decisions,
                     const std::vector<Block>& blocks, unsigned jobs);

// Its second half: after entities of equal names are joined. Short forms join the one fuller entity that they fit: of zones
// first, then of companies, then of what firms build. `blocks` of every type.
void join_short_forms(const Items& items, const Areas& areas, const std::vector<Block>& blocks, unsigned jobs, Clusters& clusters);

} // namespace zonekg
