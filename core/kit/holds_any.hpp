#pragma once

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace zonekg::kit {

// Whether one of the signs stands somewhere in the words.
inline bool holds_any(std::string_view words, std::initializer_list<std::string_view> signs) {
  return std::any_of(signs.begin(), signs.end(), [words](std::string_view sign) { return words.find(sign) != std::string_view::npos; });
}

} // namespace zonekg::kit
