// Where things are spoken of: two documents' 第二污水处理厂 are one only in one area.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "graph/cluster.hpp"
#include "graph/items.hpp"
#include "graph/name_form.hpp"

namespace zonekg {

// An area is a zone with the parks inside it and the zones named after the same place. A document whose zone is not
// known is an area of its own: number of the items + its index.
struct Areas {
  std::vector<std::uint32_t> begin, areas;     // of item `i`: areas[begin[i]] to areas[begin[i + 1]]
  std::vector<std::u32string> places;          // that zones' names hold; sorted
  std::vector<std::vector<std::uint32_t>> homes; // of each document: those of its zone's name, sorted

  // Sorted; empty only where the item is bound to its document.
  [[nodiscard]] std::span<const std::uint32_t> of_item(std::uint32_t item) const {
    return std::span(areas).subspan(begin[item], begin[item + 1] - begin[item]);
  }
};

// `clusters`: zones of equal names are already one.
Areas find_areas(const Items& items, const Clusters& clusters);

// Places at the head of a zone's name, without class words, and the place that it is named by: 四川, 射洪.
std::vector<std::u32string> places_of(const NameForm& zone);

} // namespace zonekg
