// Whose money a project's whole sum is, where the words state it.
#pragma once

#include <vector>

#include "core/model/extraction.hpp"

namespace zonekg {

// `invested_by` relations from the whole sum of a project to the one company that is told to invest in it:
// 廷砾铝业有限公司投资的高端铝箔项目总投资28亿元. Building or undertaking a project does not say so. Linear.
std::vector<Relation> find_investors(const Extraction& document);

} // namespace zonekg
