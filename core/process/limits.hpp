// What a process takes away from itself before it runs what it does not trust.
#pragma once

#include <cstddef>

namespace zonekg {

struct ResourceLimits {
  std::size_t memory = 0;       // bytes of its own, on top of what it has; 0: none
  std::size_t file_size = 0;    // bytes; a write beyond is SIGXFSZ
  unsigned open_files = 64;
  bool new_processes = true;    // false: none, threads neither; root is not bound by it
};

// Core dumps are off in any case.
void limit_resources(const ResourceLimits& limits);

// For good: running a program gives no rights, root's capabilities are gone. False when the kernel cannot.
[[nodiscard]] bool drop_privileges();

// Ends with the thread that started it. False when that has ended already.
[[nodiscard]] bool die_with_parent();

} // namespace zonekg
