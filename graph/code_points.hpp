// Names as code points: what linking cuts and compares.
#pragma once

#include <string>
#include <string_view>

namespace zonekg {

// Every byte that is not part of well-formed UTF-8 becomes U+FFFD. A no-op on valid text.
std::string clean_utf8(std::string_view bytes);

std::u32string to_code_points(std::string_view utf8); // ill-formed bytes as U+FFFD
std::string to_utf8(std::u32string_view text);

inline bool is_han(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x323AF);
}

inline bool opens_parenthesis(char32_t c) { return c == U'(' || c == U'（'; }
inline bool closes_parenthesis(char32_t c) { return c == U')' || c == U'）'; }

} // namespace zonekg
