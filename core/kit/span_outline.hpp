// Where names may begin and end by characters and boundaries of words alone, whatever their type.
#pragma once

#include <cstdint>
#include <vector>

#include "core/kit/index.hpp"

namespace zonekg::kit {

// Of a position and the character behind it.
enum Outline : std::uint16_t {
  may_begin = 1U << 0,
  may_end = 1U << 1,
  boundary = 1U << 2, // without that of own words and mentions
  inside_number = 1U << 3,
  opens = 1U << 4,
  closes = 1U << 5,
  stops = 1U << 6, // no span holds the character
  list_mark = 1U << 7,
  behind_closing = 1U << 8,
};

struct SpanOutline {
  explicit SpanOutline(const Index& index);
  std::vector<std::uint16_t> at; // by position
};

} // namespace zonekg::kit
