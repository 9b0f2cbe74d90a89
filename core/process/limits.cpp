#include "core/process/limits.hpp"

#include <array>
#include <csignal>
#include <cstdio>
#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "core/process/sanitizers.hpp"

namespace zonekg {
namespace {

void limit(__rlimit_resource what, rlim_t value) {
  rlimit both{};
  if (::getrlimit(what, &both) != 0) return;
  if (both.rlim_max != RLIM_INFINITY && both.rlim_max < value) value = both.rlim_max;
  both = {value, value};
  ::setrlimit(what, &both);
}

// Memory that RLIMIT_DATA counts: private and writable, shared mappings of files not.
std::size_t own_memory() {
  unsigned long size = 0, resident = 0, shared = 0, code = 0, library = 0, data = 0;
  if (std::FILE* const file = std::fopen("/proc/self/statm", "r")) {
    const int read = std::fscanf(file, "%lu %lu %lu %lu %lu %lu", &size, &resident, &shared, &code, &library, &data);
    std::fclose(file);
    if (read != 6) data = 0;
  }
  return data * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

} // namespace

void limit_resources(const ResourceLimits& limits) {
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_NOFILE, limits.open_files);
  limit(RLIMIT_FSIZE, limits.file_size);
  if (!limits.new_processes) limit(RLIMIT_NPROC, 0);
  // A sanitizer's shadow is terabytes of it.
  if (limits.memory > 0 && !sanitized) limit(RLIMIT_DATA, own_memory() + limits.memory);
}

bool drop_privileges() {
  __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
  std::array<__user_cap_data_struct, 2> none{};
  return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && ::syscall(SYS_capset, &header, none.data()) == 0;
}

bool die_with_parent() {
  const pid_t parent = ::getppid();
  return ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) == 0 && ::getppid() == parent && parent != 1;
}

} // namespace zonekg
