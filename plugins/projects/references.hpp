// Notes that speak of the rows of a list by their numbers: 注：1—3号已开工，4、6号项目力争6月前开工.
#pragma once

#include <vector>

#include "core/kit/pair_sums.hpp"

namespace zonekg {

// Where a note names a project by the number of its row or item, the project's id with the note's words, in text order.
// `projects` in text order.
std::vector<kit::End> find_references(const kit::Reading& reading, const std::vector<kit::End>& projects);

} // namespace zonekg
