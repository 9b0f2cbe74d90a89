// The words that name a figure, and the words of its growth.
#pragma once

#include <cstdint>

#include "core/kit/reading.hpp"

namespace zonekg {

constexpr std::uint32_t longest_metric = 24; // characters

// The words before `value` that name the figure, without those that only say that it is reached; past a colon, a note in brackets
// and a period that stand between.
kit::Range metric_before(const kit::Reading& reading, std::uint32_t value);

// [begin, end) without the words at its end, or at its begin, that say that a figure is reached, not what it is.
std::uint32_t strip_links(const kit::Reading& reading, std::uint32_t begin, std::uint32_t end); // the new end
std::uint32_t strip_left(const kit::Reading& reading, std::uint32_t begin, std::uint32_t end);  // the new begin
// The end of the last period in [begin, end), or begin.
std::uint32_t after_period(const kit::Reading& reading, std::uint32_t begin, std::uint32_t end);

// Counts name what they count after the figure: the noun (签约39个项目), and all that is said (等46个亿元以上项目竣工投产).
kit::Range noun_after(const kit::Reading& reading, std::uint32_t position);
kit::Range said_after(const kit::Reading& reading, std::uint32_t position);

struct Growth {
  bool found = false;
  double sign = 1;
  std::uint64_t word = 0;
  kit::Range range{0, 0};
};

// A growth word that ends just before the percentage (增长约6.7%).
Growth growth_before(const kit::Reading& reading, std::uint32_t percent);

} // namespace zonekg
