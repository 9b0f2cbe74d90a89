// One check in a process of its own.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "cli/conformance/check.hpp"

namespace zonekg {

// What `check` returns; one failed result of the name `name` when the process crashes, exits, takes longer than `time`, or
// `check` throws. What it writes to standard output is thrown away. Forks.
std::vector<CheckResult> run_in_child(const std::string& name, std::chrono::seconds time,
                                      const std::function<std::vector<CheckResult>()>& check);

} // namespace zonekg
