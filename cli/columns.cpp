#include "cli/columns.hpp"

#include <array>
#include <cstdio>

namespace zonekg::cli {
namespace {

std::size_t columns(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    count += byte < 0x80u ? 1 : byte >= 0xE0u ? 2 : byte >= 0xC0u ? 1 : 0;
  }
  return count;
}

std::string spaces(std::string_view text, std::size_t width) {
  const std::size_t taken = columns(text);
  return std::string(taken < width ? width - taken : 0, ' ');
}

} // namespace

std::string fixed(double number, int digits) {
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%.*f", digits, number);
  return text.data();
}

std::string right_aligned(std::string_view text, std::size_t width) { return spaces(text, width) + std::string(text); }
std::string left_aligned(std::string_view text, std::size_t width) { return std::string(text) + spaces(text, width); }

} // namespace zonekg::cli
