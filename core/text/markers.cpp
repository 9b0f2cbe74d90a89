#include "core/text/markers.hpp"

#include "core/text/characters.hpp"

namespace zonekg {

namespace {

struct Number {
  int value = 0;
  std::size_t size = 0;
};

Number read_arabic(std::string_view text, std::size_t at) {
  Number number;
  while (number.size < 3 && at + number.size < text.size() && is_digit(text[at + number.size])) {
    number.value = number.value * 10 + (text[at + number.size] - '0');
    ++number.size;
  }
  return number;
}

// 一 … 九十九.
Number read_chinese(std::string_view text, std::size_t at) {
  Number number;
  while (number.size < 9 && at + number.size + 3 <= text.size()) {
    const int digit = chinese_numeral(code_point_or_zero(text, at + number.size));
    if (digit == 0) break;
    if (digit == 10) number.value = number.value == 0 ? 10 : number.value * 10;
    else number.value += digit;
    number.size += 3;
  }
  return number;
}

Marker make(MarkerStyle style, std::size_t size, int ordinal, char32_t sign = 0) {
  return {style, static_cast<std::uint32_t>(size), ordinal, sign};
}

// 一、二期达产: the numeral belongs to the words; 四、二季度打算: it does not.
bool numeral_goes_on(std::string_view text, std::size_t at, int number) {
  const Number next = read_chinese(text, at);
  if (next.size == 0 || next.value != number + 1) return false;
  constexpr std::u32string_view units = U"、期产类批季号线级次所等步阶区级标";
  return units.find(code_point_or_zero(text, at + next.size)) != std::u32string_view::npos;
}

Marker read_chinese_marker(std::string_view text, std::size_t at) {
  const Number number = read_chinese(text, at);
  if (number.size == 0) return {};
  const std::size_t after = at + number.size;
  if (starts_at(text, after, "是")) return make(MarkerStyle::clause, number.size + 3, number.value);
  if (starts_at(text, after, "、") && !numeral_goes_on(text, after + 3, number.value))
    return make(MarkerStyle::chinese, number.size + 3, number.value);
  if (after < text.size() && (text[after] == '.' || text[after] == ','))
    return make(MarkerStyle::chinese, number.size + 1, number.value);
  return {};
}

Marker read_arabic_marker(std::string_view text, std::size_t at) {
  const Number number = read_arabic(text, at);
  if (number.size == 0 || number.size > 2 || number.value == 0) return {};
  const std::size_t after = at + number.size;
  if (after >= text.size()) return {};
  const bool digit_next = after + 1 < text.size() && is_digit(text[after + 1]);
  if (text[after] == '.' && !digit_next) return make(MarkerStyle::arabic, number.size + 1, number.value);
  if (text[after] == ')') return make(MarkerStyle::bracket_arabic, number.size + 1, number.value);
  const bool listed = starts_at(text, after, "、");
  // 1、2号厂房: two numbers of one list.
  const Number second = listed ? read_arabic(text, after + 3) : Number{};
  const bool pair = second.size > 0 && second.size < 3 && starts_at(text, after + 3 + second.size, "号");
  return listed && !pair ? make(MarkerStyle::arabic, number.size + 3, number.value) : Marker{};
}

Marker read_bracket_marker(std::string_view text, std::size_t at) {
  const Number chinese = read_chinese(text, at + 1);
  const Number number = chinese.size > 0 ? chinese : read_arabic(text, at + 1);
  const std::size_t close = at + 1 + number.size;
  if (number.size == 0 || number.value == 0 || close >= text.size() || text[close] != ')') return {};
  const std::size_t size = number.size + 2 + (starts_at(text, close + 1, "、") ? 3 : 0);
  return make(chinese.size > 0 ? MarkerStyle::bracket_chinese : MarkerStyle::bracket_arabic, size, number.value);
}

Marker read_part(std::string_view text, std::size_t at) {
  const Number number = read_chinese(text, at + 3);
  if (number.size == 0) return {};
  const std::size_t after = at + 3 + number.size;
  if (starts_at(text, after, "部分")) return make(MarkerStyle::part, number.size + 9, number.value);
  if (starts_at(text, after, "章")) return make(MarkerStyle::part, number.size + 6, number.value);
  return {};
}

Marker read_bullet(std::string_view text, std::size_t at, char32_t first) {
  if (starts_at(text, at, "——")) return make(MarkerStyle::bullet, 6, 0, U'—');
  constexpr std::u32string_view bullets = U"•·▶▷►▸▲△▼▽●○◎◉⊙■□◆◇◈❖★☆※▍▪➢➤☞✓√";
  if (bullets.find(first) != std::u32string_view::npos)
    return make(MarkerStyle::bullet, code_point_at(text, at).size, 0, first);
  const bool dash = (first == U'-' || first == U'*') && at + 1 < text.size() && text[at + 1] == ' ';
  return dash ? make(MarkerStyle::bullet, 1, 0, first) : Marker{};
}

} // namespace

Marker read_marker(std::string_view text, std::size_t at) {
  const char32_t first = code_point_or_zero(text, at);
  if (first < 0x80 && is_digit(static_cast<char>(first))) return read_arabic_marker(text, at);
  if (first == U'(') return read_bracket_marker(text, at);
  if (first >= U'①' && first <= U'⑳') return make(MarkerStyle::circled, 3, static_cast<int>(first - U'①') + 1);
  if (chinese_numeral(first) != 0) return read_chinese_marker(text, at);
  if (first == U'第') return read_part(text, at);
  return read_bullet(text, at, first);
}

int marker_level(MarkerStyle style) {
  switch (style) {
  case MarkerStyle::part:
  case MarkerStyle::chinese: return 1;
  case MarkerStyle::bracket_chinese: return 2;
  case MarkerStyle::arabic: return 3;
  case MarkerStyle::bracket_arabic:
  case MarkerStyle::circled: return 4;
  case MarkerStyle::clause: return 5;
  default: return 0;
  }
}

} // namespace zonekg
