// Numerals as they stand in a text: Arabic, Chinese, mixed (5万4千), redacted (XX).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "core/text/characters.hpp"
#include "core/text/utf8.hpp"

namespace zonekg {

// U+FF01–FF5E as ASCII, U+3000 as space; everything else as it is.
inline char32_t folded(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFEE0;
  return c == 0x3000 ? U' ' : c;
}
inline CodePoint folded_at(std::string_view text, std::size_t at) {
  CodePoint c = code_point_at(text, at);
  c.value = folded(c.value);
  return c;
}
inline char32_t folded_or_zero(std::string_view text, std::size_t at) { return folded(code_point_or_zero(text, at)); }
inline char32_t folded_before(std::string_view text, std::size_t end) { return folded(code_point_before(text, end)); }

inline bool is_ascii_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
inline bool is_ascii_letter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }

// Past spaces and tabs, at most `limit` of them; full-width spaces count.
std::size_t skip_spaces(std::string_view text, std::size_t at, std::size_t limit = 2);

// Past `-`, `~`, 至, 到 between the ends of a range; `at` itself when there is none.
std::size_t skip_range_sign(std::string_view text, std::size_t at);

// 零〇 0, 一 … 九, 两, 壹 … 玖; -1 for every other character.
int chinese_digit(char32_t c);
// 十百千 (拾佰仟), 万亿 (萬億): the factor; 0 for every other character.
double chinese_factor(char32_t c);
// A character that a numeral may begin with: digit, Chinese numeral, 负, 数, 几, or the X, ×, * of a redacted figure.
bool may_begin_numeral(char32_t c);
bool is_redaction(char32_t c);

struct Numeral {
  std::size_t begin = 0, end = 0;             // bytes, sign and 余/多 included
  std::size_t scale_begin = 0, scale_end = 0; // the closing 万/亿 (千万 after digits); empty when there is none
  double mantissa = 0;                        // as written before the scale: 316.6 of 316.6亿, 3500 of 三千五百万
  double scale = 1;
  double spread = 0;   // 余, 多, 几 and 三四 may stand for up to so much more; in units of 1, scale included
  unsigned tokens = 0; // digits and factors of a Chinese numeral
  bool approximate = false;
  bool pair = false;       // 三四万: value is the lower figure
  bool chinese = false;    // no Arabic digit in it
  bool lone = false;       // factors only: 百亿
  bool has_factor = false; // 十 … 亿 or a decimal point: more than a string of digits
  bool redacted = false;   // mantissa is NaN
  double value() const { return mantissa * scale; }
};

// The longest numeral that starts at `at`; nothing when the run of numeral characters there is malformed (十四五).
std::optional<Numeral> parse_numeral(std::string_view text, std::size_t at);

// Past the run of numeral characters at `at`: where to go on after a malformed one.
std::size_t skip_numeral_run(std::string_view text, std::size_t at);

} // namespace zonekg
