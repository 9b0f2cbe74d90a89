#include "core/kit/features.hpp"
#include "core/kit/wide.hpp"

namespace zonekg::kit {
namespace {

// Hashing eight at once takes a third of the time.
#if ZONEKG_WIDE
[[gnu::target(ZONEKG_WIDE_TARGET)]] void hash_wide(std::uint32_t kind, const std::uint64_t* a, const std::uint64_t* b, const std::uint64_t* c,
                                                                std::size_t count, Feature* __restrict out) {
  std::size_t i = 0;
  for (; i + 8 <= count; i += 8) // most callers ask for eight: no loop around them
    for (std::size_t k = i; k < i + 8; ++k) out[k] = feature(kind, a[k], b[k], c[k]);
  for (; i < count; ++i) out[i] = feature(kind, a[i], b[i], c[i]);
}

[[gnu::target(ZONEKG_WIDE_TARGET)]] void hash_each_wide(const std::uint64_t* starts, std::uint64_t a, const std::uint64_t* b, const std::uint64_t* c, std::size_t count,
                                                        Feature* __restrict out) {
  for (std::size_t i = 0; i < count; ++i) out[i] = id_of(joined(joined(mix(starts[i] + a), b[i]), c[i]));
}

[[gnu::target(ZONEKG_WIDE_TARGET)]] void join_wide(const Feature* features, std::size_t count, std::uint32_t kind, std::uint64_t value, Feature* out) {
  for (std::size_t i = 0; i < count; ++i) out[i] = feature(kind, features[i], value);
}

#endif

} // namespace

void feature_each(std::uint32_t kind, const std::uint64_t* a, const std::uint64_t* b, const std::uint64_t* c, std::size_t count, Feature* out) {
#if ZONEKG_WIDE
  if (is_wide()) return hash_wide(kind, a, b, c, count, out);
#endif
  for (std::size_t i = 0; i < count; ++i) out[i] = feature(kind, a[i], b[i], c[i]);
}

void hash_each(const std::uint64_t* starts, std::uint64_t a, const std::uint64_t* b, const std::uint64_t* c, std::size_t count, Feature* out) {
#if ZONEKG_WIDE
  if (is_wide()) return hash_each_wide(starts, a, b, c, count, out);
#endif
  for (std::size_t i = 0; i < count; ++i) out[i] = id_of(joined(joined(mix(starts[i] + a), b[i]), c[i]));
}

void join_each(const Feature* features, std::size_t count, std::uint32_t kind, std::uint64_t value, Feature* out) {
#if ZONEKG_WIDE
  if (is_wide()) return join_wide(features, count, kind, value, out);
#endif
  for (std::size_t i = 0; i < count; ++i) out[i] = feature(kind, features[i], value);
}

} // namespace zonekg::kit
