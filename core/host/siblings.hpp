// Mentions that stand in different items of one enumeration: two things, whatever their names look like.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/model/extraction.hpp"

namespace zonekg {

// A mention's place in the repaired text, with its index into `mentions`.
struct PlacedMention {
  zkg_span span;
  std::uint32_t mention;
};

// `text`: the repaired text that spans count in. `placed`: sorted by span.begin. Sets of at least two mentions of one
// type and, in a table, one column; one mention of each item (the longest; in a numbered item, of its first clause),
// one of each name: a table may name a firm in two rows.
std::vector<std::vector<std::uint32_t>> find_siblings(std::string_view text, const std::vector<zkg_item>& items,
                                                      const std::vector<PlacedMention>& placed,
                                                      const std::vector<Mention>& mentions);

} // namespace zonekg
