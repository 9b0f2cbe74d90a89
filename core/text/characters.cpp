#include "core/text/characters.hpp"

namespace zonekg {

int chinese_numeral(char32_t c) {
  constexpr std::u32string_view numerals = U"一二三四五六七八九十";
  const auto found = numerals.find(c);
  return found == std::u32string_view::npos ? 0 : static_cast<int>(found) + 1;
}

char32_t closing_of(char32_t c) {
  switch (c) {
  case U'(':
    return U')';
  case U'[':
    return U']';
  case U'“':
    return U'”';
  case U'‘':
    return U'’';
  case U'《':
    return U'》';
  case U'〈':
    return U'〉';
  case U'「':
    return U'」';
  case U'『':
    return U'』';
  case U'【':
    return U'】';
  case U'〔':
    return U'〕';
  default:
    return 0;
  }
}

bool is_closing(char32_t c) {
  constexpr std::u32string_view closers = U")]”’》〉」』】〕";
  return closers.find(c) != std::u32string_view::npos;
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

} // namespace zonekg
