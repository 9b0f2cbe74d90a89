// States told without a status word of the lexicon (摆上了桌面, 往前推): every word around a project is weighed for each state.
#pragma once

#include <vector>

#include "plugins/projects/state_claim.hpp"

namespace zonekg {

// `projects`: all of the document, in text order.
void propose_told(const std::vector<kit::End>& projects, kit::Relater& relater, Claims& claims);

} // namespace zonekg
