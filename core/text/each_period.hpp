#pragma once

#include "core/text/numbers.hpp"
#include "core/text/periods.hpp"

namespace zonekg {

// Every calendar expression of the text with its place, in order, until `function` returns false.
template <class Function> void each_period(std::string_view text, const Function& function) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = folded_at(text, at);
    const auto words = may_begin_calendar(c.value) ? parse_calendar(text, at) : std::nullopt;
    if (!words || words->end <= at) {
      do at += code_point_at(text, at).size;
      while (is_ascii_digit(c.value) && is_ascii_digit(folded_or_zero(text, at)));
      continue;
    }
    if (!function(*words, at)) return;
    at = words->end;
  }
}

} // namespace zonekg
