#include "core/text/calendar_parts.hpp"

namespace zonekg::calendar {

bool is_one_of(char32_t c, std::u32string_view set) { return c != 0 && set.find(c) != std::u32string_view::npos; }

// A whole number of at most four figures, Arabic, or Chinese up to 九十九.
std::optional<Small> read_small(std::string_view text, std::size_t at) {
  Small small;
  while (at < text.size() && small.digits < 5) {
    const CodePoint c = folded_at(text, at);
    if (!is_ascii_digit(c.value)) break;
    small.value = small.value * 10 + static_cast<int>(c.value - U'0');
    at += c.size;
    ++small.digits;
  }
  small.end = at;
  if (small.digits > 0) return small.digits < 5 ? std::optional(small) : std::nullopt;
  int tens = -1, ones = -1;
  for (int i = 0; i < 3 && at < text.size(); ++i) {
    const CodePoint c = code_point_at(text, at);
    if (const int digit = chinese_digit(c.value); digit > 0 && ones < 0)
      ones = digit;
    else if (c.value == U'十' && tens < 0) {
      tens = ones < 0 ? 1 : ones;
      ones = -1;
    } else
      break;
    at += c.size;
  }
  if (at == small.end) return std::nullopt;
  if (chinese_digit(code_point_or_zero(text, at)) >= 0 || chinese_factor(code_point_or_zero(text, at)) > 0)
    return std::nullopt;
  return Small{(tens < 0 ? 0 : tens * 10) + (ones < 0 ? 0 : ones), at, 0};
}

std::size_t skip_word(std::string_view text, std::size_t at, std::string_view word) {
  return starts_at(text, at, word) ? at + word.size() : at;
}

bool is_plausible_year(int year) { return year >= 1900 && year <= 2099; }

// 二〇二三, 两千零五.
std::optional<Small> read_chinese_year(std::string_view text, std::size_t at) {
  Small year{0, at, 0};
  while (year.end < text.size() && year.digits < 4) {
    const CodePoint c = code_point_at(text, year.end);
    const int digit = c.value == U'○' || c.value == U'O' ? 0 : chinese_digit(c.value);
    if (digit < 0) break;
    year.value = year.value * 10 + digit;
    year.end += c.size;
    ++year.digits;
  }
  if (year.digits == 4) return year;
  if (year.digits != 1) return std::nullopt;
  const auto numeral = parse_numeral(text, at);
  if (!numeral || !numeral->has_factor || numeral->redacted || !(numeral->value() >= 1900 && numeral->value() <= 2099))
    return std::nullopt;
  return Small{static_cast<int>(numeral->value()), numeral->end, 4};
}

namespace {
struct YearWord {
  std::string_view word;
  int offset;
  std::u32string_view not_after; // 说明年产, 目前年产: the word is cut wrongly
};
constexpr YearWord year_words[] = {
    {"今年", 0, U"至"},
    {"去年", -1, U"过失"},
    {"明年", 1, U"说证表声文透"},
    {"前年", -2, U"目之以此当日"},
    {"后年", 2, U"今以之然前此"},
    {"本年", 0, U"根基成"},
    {"上一年", -1, U"以加"},
    {"上年", -1, U"以加路"},
    {"下一年", 1, U"以"},
    {"下年", 1, U"以"},
    {"当年", 0, U""},
    {"次年", 1, U"层"},
    {"全年", 0, U"安健"},
    {"翌年", 1, U""},
    {"来年", 1, U"以近后"},
};
} // namespace

// 今年, 去年 …: the offset and the end.
std::optional<Small> read_year_word(std::string_view text, std::size_t at) {
  for (const YearWord& word : year_words) {
    if (!starts_at(text, at, word.word) || is_one_of(code_point_before(text, at), word.not_after)) continue;
    const std::size_t end = at + word.word.size();
    if (is_one_of(code_point_or_zero(text, end), U"产龄级")) return std::nullopt;
    return Small{word.offset, end, 0};
  }
  return std::nullopt;
}

} // namespace zonekg::calendar
