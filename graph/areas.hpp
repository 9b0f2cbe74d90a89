// Where things are spoken of: two documents' 第二污水处理厂 are one only in one area.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "core/model/extraction.hpp"
#include "graph/cluster.hpp"
#include "graph/link_across.hpp"
#include "graph/name_form.hpp"

namespace zonekg {

// An area is a zone with the parks inside it and the zones named after the same place. A document whose zone is not
// known is an area of its own: number of the items + its index.
struct Areas {
  std::vector<std::vector<std::uint32_t>> of_item;    // sorted, never empty
  std::vector<std::set<std::u32string>> homes;        // of each document: places that its zone's name holds
};

// `clusters`: zones of equal names are already one.
Areas find_areas(const Items& items, const std::vector<Extraction>& extractions, const std::vector<LocalLinks>& links,
                 const Clusters& clusters);

// Places at the head of a zone's name, without class words, and the place that it is named by: 四川, 射洪.
std::vector<std::u32string> places_of(const NameForm& zone);

} // namespace zonekg
