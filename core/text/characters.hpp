// Classes of characters, after folding: what Chinese report text is made of.
#pragma once

#include <string_view>

#include "core/text/utf8.hpp"

namespace zonekg {

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_latin(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
inline bool is_space(char c) { return c == ' ' || c == '\t'; }

inline bool is_cjk(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == 0x3007 || (c >= 0x20000 && c <= 0x3FFFF);
}

// The value of 一 … 十; 0 for every other character.
int chinese_numeral(char32_t c);

inline bool starts_at(std::string_view text, std::size_t at, std::string_view word) {
  // The last byte tells Chinese words apart soonest.
  return at + word.size() <= text.size() && (word.empty() || text[at + word.size() - 1] == word.back()) &&
         text.compare(at, word.size(), word) == 0;
}

// The code point that ends at `end`; 0 at the start of the text.
inline char32_t code_point_before(std::string_view text, std::size_t end) {
  return end == 0 ? 0 : code_point_at(text, previous_code_point(text, end)).value;
}
inline char32_t code_point_or_zero(std::string_view text, std::size_t at) {
  return at < text.size() ? code_point_at(text, at).value : 0;
}

// 。！？ and ；: what ends a sentence.
inline bool ends_sentence(char32_t c) { return c == U'。' || c == U'!' || c == U'?' || c == U';'; }

// Closing quotes and brackets, U+0000 when `c` opens nothing.
char32_t closing_of(char32_t c);
bool is_closing(char32_t c);

// Spaces and tabs off both ends.
std::string_view trim(std::string_view text);

} // namespace zonekg
