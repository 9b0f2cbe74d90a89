// Compiled without contraction of products and sums (CMakeLists.txt): every processor gives the same bits.
#include "core/kit/exponentials.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>

#include "core/kit/wide.hpp"

namespace zonekg::kit {
namespace {

constexpr double fits = 700; // of which the exponential, and its inverse, is a normal number

// e^x = 2^n e^r, n the whole number nearest to x / ln 2, so that |r| <= ln 2 / 2; e^r by its series.
[[gnu::always_inline]] inline double exponential(double x) {
  constexpr double per_ln2 = 0x1.71547652b82fep0, ln2_high = 0x1.62e42fefa0000p-1, ln2_low = 0x1.cf79abc9e3b3ap-40; // of fdlibm's kind: n ln2_high is exact
  constexpr double rounding = 0x1.8p52; // added, it leaves the whole part in the low bits
  const double clamped = std::min(std::max(x, -fits), fits);
  const double shifted = clamped * per_ln2 + rounding;
  const double n = shifted - rounding;
  const double r = (clamped - n * ln2_high) - n * ln2_low;
  double sum = 1.0 / 6227020800.0;
  sum = sum * r + 1.0 / 479001600.0;
  sum = sum * r + 1.0 / 39916800.0;
  sum = sum * r + 1.0 / 3628800.0;
  sum = sum * r + 1.0 / 362880.0;
  sum = sum * r + 1.0 / 40320.0;
  sum = sum * r + 1.0 / 5040.0;
  sum = sum * r + 1.0 / 720.0;
  sum = sum * r + 1.0 / 120.0;
  sum = sum * r + 1.0 / 24.0;
  sum = sum * r + 1.0 / 6.0;
  sum = sum * r + 0.5;
  sum = sum * r + 1.0;
  sum = sum * r + 1.0;
  return sum * std::bit_cast<double>((std::bit_cast<std::uint64_t>(shifted) + 1023) << 52);
}

[[gnu::always_inline]] inline bool exponentials_in_range(double* values, std::size_t count) {
  bool all_fit = true;
  for (std::size_t i = 0; i < count; ++i) all_fit &= std::abs(values[i]) <= fits;
  if (!all_fit) return false;
  for (std::size_t i = 0; i < count; ++i) values[i] = exponential(values[i]);
  return true;
}

#if ZONEKG_WIDE
[[gnu::target(ZONEKG_WIDE_TARGET)]] bool exponentials_wide(double* values, std::size_t count) { return exponentials_in_range(values, count); }
#endif

} // namespace

void exponentials(double* values, std::size_t count) {
#if ZONEKG_WIDE
  const bool done = is_wide() ? exponentials_wide(values, count) : exponentials_in_range(values, count);
#else
  const bool done = exponentials_in_range(values, count);
#endif
  if (!done)
    for (std::size_t i = 0; i < count; ++i) values[i] = std::exp(values[i]);
}

} // namespace zonekg::kit
