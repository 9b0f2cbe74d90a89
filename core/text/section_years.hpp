// The year that bare months of a section belong to.
#pragma once

#include <string_view>
#include <vector>

#include "core/text/layers.hpp"

namespace zonekg {

// Of each section, 0 where it is the document's own: the one year that its heading names (四、2024年工作计划), else its
// parent's; in the plans of a report about a whole year, the year after. Linear.
std::vector<int> section_years(std::string_view text, const std::vector<zkg_section>& sections, const DocumentDate& date);

} // namespace zonekg
