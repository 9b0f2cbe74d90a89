// Which of the claimed states a project has: from what both ways say of it, of its other states, and of the same state of its
// neighbours (stacked generalisation: Wolpert, Neural Networks 1992). Its model learns from what the models of the two ways
// say of passages that they have not seen.
#pragma once

#include <vector>

#include "core/kit/pair_sums.hpp"
#include "plugins/projects/state_claim.hpp"

namespace zonekg {

// Facts `status` of the projects, which stand in text order.
void decide_states(const std::vector<kit::End>& projects, const Claims& claims, kit::Relater& relater);

} // namespace zonekg
