// Lists that are filled first and searched afterwards.
#pragma once

#include <algorithm>
#include <vector>

namespace zonekg {

// In order, each value once.
template <typename Value> void settle(std::vector<Value>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

} // namespace zonekg
