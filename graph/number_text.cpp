#include "graph/number_text.hpp"

#include <charconv>
#include <cmath>
#include <cstdint>

namespace zonekg {
namespace {

// Below `most_short` two decimals of six places are farther apart than doubles: one that reads back as the value is the
// only one, and without trailing zeros the shortest.
constexpr double most_short = 1e6, millionths = 1e6;

// The text of a value of at most six decimals, and its end; null for others.
char* write_short(double value, char* out) {
  const double size = std::abs(value);
  const auto whole = static_cast<std::uint64_t>(size * millionths + 0.5);
  if (static_cast<double>(whole) / millionths != size) return nullptr;
  if (value < 0) *out++ = '-';
  out = std::to_chars(out, out + 8, whole / 1'000'000).ptr;
  std::uint64_t rest = whole % 1'000'000;
  if (rest > 0) *out++ = '.';
  for (std::uint64_t place = 100'000; rest > 0; rest %= place, place /= 10) *out++ = static_cast<char>('0' + rest / place);
  return out;
}

} // namespace

std::string number_text(double value) {
  if (value == 0) return "0";
  char buffer[32];
  const double size = std::abs(value);
  const bool plain = size >= 1e-5 && size < 1e15;
  if (plain && size < most_short)
    if (char* short_end = write_short(value, buffer)) return std::string(buffer, short_end);
  const auto end = plain ? std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed)
                         : std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::scientific);
  return std::string(buffer, end.ptr);
}

} // namespace zonekg
