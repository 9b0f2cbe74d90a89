// When a figure that was read is the annotated one: what learning and scoring both go by.
#pragma once

#include <string_view>

namespace zonekg {

// Equal but for rounding: to one millionth of the larger, at least of 1.
bool same_number(double a, double b);

// Keys of two metrics: one holds the other, or they share half of the characters of the one with fewer.
bool same_metric(std::string_view a, std::string_view b);

} // namespace zonekg
