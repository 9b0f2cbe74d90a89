// Values of the characters of Chinese numerals.
#include "core/text/numbers.hpp"

namespace zonekg {

int chinese_digit(char32_t c) {
  if (c < 0x3007) return -1;
  switch (c) {
  case U'零':
  case U'〇':
    return 0;
  case U'一':
  case U'壹':
    return 1;
  case U'二':
  case U'两':
  case U'贰':
    return 2;
  case U'三':
  case U'叁':
    return 3;
  case U'四':
  case U'肆':
    return 4;
  case U'五':
  case U'伍':
    return 5;
  case U'六':
  case U'陆':
    return 6;
  case U'七':
  case U'柒':
    return 7;
  case U'八':
  case U'捌':
    return 8;
  case U'九':
  case U'玖':
    return 9;
  default:
    return -1;
  }
}

double chinese_factor(char32_t c) {
  if (c < 0x4E00) return 0;
  switch (c) {
  case U'十':
  case U'拾':
    return 10;
  case U'百':
  case U'佰':
    return 100;
  case U'千':
  case U'仟':
    return 1000;
  case U'万':
  case U'萬':
    return 1e4;
  case U'亿':
  case U'億':
    return 1e8;
  default:
    return 0;
  }
}

bool is_redaction(char32_t c) { return c == U'X' || c == U'x' || c == U'×' || c == U'*' || c == U'╳'; }

} // namespace zonekg
