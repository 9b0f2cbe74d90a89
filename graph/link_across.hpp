// Linking across documents: entities that carry the same key are one, unless the key fits two that differ.
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

Items number_items(const std::vector<LocalLinks>& documents);
Clusters link_across(const Items& items, const std::vector<Extraction>& extractions);

} // namespace zonekg
