// The states of projects: which status word speaks of which project, and whether it is so or intended.
#pragma once

#include <vector>

#include "core/kit/relations.hpp"

namespace zonekg {

// Proposes facts `status` for each project and each status word (lexicon classes `status_…`) near enough.
void propose_statuses(const std::vector<kit::End>& projects, kit::Relater& relater);

} // namespace zonekg
