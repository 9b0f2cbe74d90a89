#include "graph/number_text.hpp"

#include <charconv>
#include <cmath>

namespace zonekg {

std::string number_text(double value) {
  if (value == 0) return "0";
  char buffer[32];
  const double size = std::abs(value);
  const bool plain = size >= 1e-5 && size < 1e15;
  const auto end = plain ? std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed)
                         : std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::scientific);
  return std::string(buffer, end.ptr);
}

} // namespace zonekg
