// Linking across documents, its last step: a project that is called by what it builds alone, and told to be a firm's.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "graph/areas.hpp"
#include "graph/cluster.hpp"
#include "graph/items.hpp"

namespace zonekg {

// 高端铝箔 that 廷砾铝业有限公司 undertakes is 廷砾铝业高端铝箔, where one area knows both names and only one project fits.
// `clusters`: firms and projects that their names make one are one.
void join_owned_works(const Items& items, const Areas& areas, Clusters& clusters);

// What a work's name may begin with when the firm of that key undertakes it: the key; of a name in full, its short forms too.
std::set<std::u32string> owner_names(const std::u32string& firm);

// 廷砾铝业(的)|高端铝箔.
bool is_owner_and_work(std::u32string_view whole, std::u32string_view owner, std::u32string_view work);

} // namespace zonekg
