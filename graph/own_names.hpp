// What a thing is called besides the whole of its name: by what is its own of it. 环保 of 环保产业, 环保节能设备 of
// 某某环保科技有限公司的环保节能设备, 污水处理厂 of 日处理1万吨的朝阳镇污水处理厂.
#pragma once

#include <string>
#include <vector>

namespace zonekg {

// `type`: of the node. May give a name twice.
std::vector<std::string> own_names(const std::string& type, const std::string& name);

} // namespace zonekg
