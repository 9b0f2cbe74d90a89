// How a plugin is run in a process of its own.
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace zonekg {

// The worker is this program, started again with this one argument. See run_plugin_worker().
inline constexpr const char* plugin_worker_command = "--plugin-worker";

struct Isolation {
  std::filesystem::path program = "/proc/self/exe";
  std::chrono::milliseconds time{60'000}; // to extract, for each MB of text that is begun; no less to start
  std::size_t memory = std::size_t{2} << 30; // bytes, on top of what the worker has before it loads the plugin
  bool filter_calls = true, restrict_files = true; // off in tests only: as if the kernel could not
};

// What a call of a plugin on a document came to.
struct PluginOutcome {
  std::string failure;  // empty: done; else the end of a sentence about the plugin
  bool crashed = false; // its process went, or had to be ended
};

// Crashes of one plugin in one run, on different documents, after which it is switched off.
inline constexpr std::size_t most_crashes = 3;

// What this kernel cannot do for isolated plugins, in words, with what is left; empty when it can all.
std::vector<std::string> missing_protections(const Isolation& isolation);

} // namespace zonekg
