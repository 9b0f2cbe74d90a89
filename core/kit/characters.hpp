// Classes of characters that names are made of, or end at.
#pragma once

namespace zonekg::kit {

// Characters that no name crosses: 。；！？，： line ends and the like.
constexpr bool breaks_name(char32_t c) {
  switch (c) {
  case U'。': case U'；': case U';': case U'！': case U'!': case U'？': case U'?': case U'，': case U',': case U'：': case U':':
  case U'\n': case U'\t': case U'|': case U'｜': case U'【': case U'】': case U'…': return true;
  default: return false;
  }
}
constexpr bool is_closing(char32_t c) {
  switch (c) {
  case U')': case U'）': case U']': case U'】': case U'」': case U'』': case U'”': case U'’': case U'》': case U'〉': case U'"': return true;
  default: return false;
  }
}
constexpr bool is_opening(char32_t c) {
  switch (c) {
  case U'(': case U'（': case U'[': case U'【': case U'「': case U'『': case U'“': case U'‘': case U'《': case U'〈': case U'"': return true;
  default: return false;
  }
}
constexpr bool opens_parenthesis(char32_t c) { return c == U'(' || c == U'（'; }
constexpr bool closes_parenthesis(char32_t c) { return c == U')' || c == U'）'; }
constexpr bool is_latin_letter(char32_t c) { return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z'); }
constexpr bool is_cjk(char32_t c) { return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c >= 0x20000; }
// X x ＊ * × □ ○ 某 as they stand in blacked-out names.
constexpr bool is_redaction(char32_t c) {
  switch (c) {
  case U'X': case U'x': case U'Ｘ': case U'ｘ': case U'*': case U'＊': case U'×': case U'□': case U'○': case U'某': return true;
  default: return false;
  }
}

} // namespace zonekg::kit
