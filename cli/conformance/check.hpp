// The conformance kit: is a plugin fit to be loaded by others, and does it find what it says?
//
// Nothing of the plugin runs in the calling process: every check loads it in a child process of its own, so that a crash,
// an exit or a hang is a finding about that check, and the others go on.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/host/installation.hpp"

namespace zonekg {

enum class CheckOutcome { passed, warned, failed, skipped };
std::string_view word(CheckOutcome outcome); // passed, warning, failed, skipped

struct CheckResult {
  std::string name; // `symbol`, `entry`, …
  CheckOutcome outcome = CheckOutcome::passed;
  std::string detail;                // one line: what was seen
  std::vector<std::string> findings; // what is wrong, one by one; for warnings and failures
  bool operator==(const CheckResult&) const = default;
};

struct CheckOptions {
  std::filesystem::path file; // the plugin's library, or its rule pack
  Installation place;         // for the plugins that it requires, the dictionary, shared data
  std::vector<std::filesystem::path> folders = {}; // more plugins that it may require
  std::filesystem::path golden = {};               // sentences with marks; empty: `golden.txt` beside the plugin, if there
  std::vector<std::filesystem::path> gold = {};    // folders of annotated passages
  std::optional<double> least_f1 = {};
  bool quick = false;                 // a tenth of the instances and of the size of hostile documents
  std::chrono::seconds time{120};     // for each check
};

// In the order in which they ran; what cannot be loaded or started is not tried further. Throws InputError when the file, the golden sentences or
// the passages are not there. Forks: call it while no other thread runs.
std::vector<CheckResult> check_plugin(const CheckOptions& options);

} // namespace zonekg
