// Processors that work on eight 64-bit numbers at once run loops faster that are compiled for them as well.
#pragma once

#if defined(__x86_64__) && defined(__GNUC__)
#define ZONEKG_WIDE 1
#define ZONEKG_WIDE_TARGET "avx512f,avx512dq,avx512vl"
#else
#define ZONEKG_WIDE 0
#endif

namespace zonekg::kit {

#if ZONEKG_WIDE
inline bool is_wide() {
  static const bool wide = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
  return wide;
}
#endif

} // namespace zonekg::kit
