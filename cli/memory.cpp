#include "cli/memory.hpp"

#include <malloc.h>

namespace zonekg::cli {

void keep_freed_memory() {
#ifdef __GLIBC__
  mallopt(M_TRIM_THRESHOLD, 64 << 20);
  mallopt(M_MMAP_THRESHOLD, 32 << 20); // no longer grows by itself when either is set
#endif
}

void give_back_freed_memory() {
#ifdef __GLIBC__
  mallopt(M_TRIM_THRESHOLD, 1 << 20);
  mallopt(M_MMAP_THRESHOLD, 1 << 18);
  malloc_trim(0);
#endif
}

} // namespace zonekg::cli
