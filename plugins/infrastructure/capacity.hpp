// What kind of facility a name means, and how much it holds, carries or measures.
#pragma once

#include <vector>

#include "core/kit/entity_extractor.hpp"

namespace zonekg {

// Sets `kind`, the longest class word at the end of the name (污水处理厂; a phase or lot behind it does not count), and
// `capacity` with `capacity_unit`, the figure in the name (110千伏), right before it (16万平方米标准化厂房) or behind it in
// its clause before another facility is named (日处理规模3万吨). `heads`: the class of class words.
void describe_facilities(const kit::Reading& reading, kit::Classes heads, std::vector<kit::Proposal>& proposals);

} // namespace zonekg
