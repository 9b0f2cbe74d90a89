// Dates and periods as the graph writes them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/abi/plugin.h"

namespace zonekg {

// YYYY-MM/YYYY-MM, both ends included; empty when either end is unknown.
std::string period_text(zkg_interval period);

// 20231231 → 2023-12-31, 20231200 → 2023-12, 20230000 → 2023, 0 → empty.
std::string date_text(int date);

// The inverse: first day of the first month to last day of the last one.
std::optional<zkg_interval> parse_period(std::string_view text);
std::optional<int> parse_date(std::string_view text);

} // namespace zonekg
