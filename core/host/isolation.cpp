#include "core/host/isolation.hpp"

#include "core/process/landlock.hpp"
#include "core/process/system_calls.hpp"

namespace zonekg {

std::vector<std::string> missing_protections(const Isolation& isolation) {
  std::vector<std::string> missing;
  if (!isolation.restrict_files || landlock_version() == 0)
    missing.emplace_back("this kernel has no Landlock, or it is switched off: isolated plugins can read every file that "
                         "you can; they still cannot write one, use the network or start programs");
  if (!isolation.filter_calls || !can_filter_system_calls())
    missing.emplace_back("this kernel does not filter system calls: isolated plugins may use what Landlock leaves of the "
                         "network; they still have memory, time and files limited, and cannot take this program down");
  return missing;
}

} // namespace zonekg
