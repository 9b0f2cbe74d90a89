// Figures and names in columns.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace zonekg::cli {

std::string fixed(double number, int digits);
std::string right_aligned(std::string_view text, std::size_t width);
std::string left_aligned(std::string_view text, std::size_t width); // a wide character takes two columns

} // namespace zonekg::cli
