// Notes that speak of the rows of a list by their numbers: 注：1—3号已开工，4、6号项目力争6月前开工.
#pragma once

#include <vector>

#include "core/kit/pair_sums.hpp"

namespace zonekg {

struct ReferredProject {
  kit::End place;  // the project's id, with the note's words for it
  kit::Range told; // what the note says of it: up to the next number or the end of the sentence
};

// Where a note names a project by the number of its row or item, in text order. `projects` in text order.
std::vector<ReferredProject> find_references(const kit::Reading& reading, const std::vector<kit::End>& projects);

} // namespace zonekg
