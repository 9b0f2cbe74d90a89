// States told without a status word of the lexicon (摆上了桌面, 往前推): every word around a project is weighed for each state.
#pragma once

#include <vector>

#include "core/kit/relations.hpp"

namespace zonekg {

// `open`: the projects whose states are asked for; `projects`: all of the document.
void propose_told(const std::vector<kit::End>& open, const std::vector<kit::End>& projects, kit::Relater& relater);

} // namespace zonekg
