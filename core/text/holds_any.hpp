#pragma once

#include <algorithm>
#include <string_view>

namespace zonekg {

// Whether one of the words stands somewhere in the text.
template <class Words>
bool holds_any(std::string_view text, const Words& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.find(word) != text.npos; });
}

} // namespace zonekg
