#include <algorithm>
#include <cmath>
#include <iterator>

#include "core/text/calendar_parts.hpp"
#include "core/text/character_set.hpp"

namespace zonekg {

using namespace calendar;

namespace {

// “十四五”, 十三五期间, 十二五末.
std::optional<CalendarWords> parse_plan(std::string_view text, std::size_t at) {
  if (!starts_at(text, at, "十")) return std::nullopt;
  const std::size_t digit_at = at + 3;
  const int digit = digit_at < text.size() ? chinese_digit(code_point_at(text, digit_at).value) : -1;
  if (digit < 1 || digit > 9 || !starts_at(text, digit_at + 3, "五")) return std::nullopt;
  CalendarWords words;
  words.kind = CalendarWords::five_year_plan;
  words.count = 2001 + digit * 5;
  words.end = digit_at + 6;
  std::size_t tail = words.end;
  for (const std::string_view quote : {std::string_view("”"), std::string_view("\"")})
    tail = skip_word(text, tail, quote);
  for (const std::string_view word : {std::string_view("期间"), std::string_view("时期")})
    if (starts_at(text, tail, word)) words.end = tail + word.size();
  for (const std::string_view word : {std::string_view("末"), std::string_view("期末")})
    if (starts_at(text, tail, word)) {
      words.end = tail + word.size();
      words.from.year_kind = CalendarPoint::absolute;
      words.from.year = words.from.last_year = words.count + 4;
      words.kind = CalendarWords::point;
    }
  return words;
}

// 近三年, 过去五年, 今后三年, 今明两年, 前两年.
std::optional<CalendarWords> parse_years_window(std::string_view text, std::size_t at) {
  struct Opening {
    std::string_view word;
    CalendarWords::Kind kind;
  };
  constexpr Opening openings[] = {{"近", CalendarWords::recent_years},   {"最近", CalendarWords::recent_years},
                                  {"过去", CalendarWords::recent_years}, {"今后", CalendarWords::coming_years},
                                  {"未来", CalendarWords::coming_years}, {"前", CalendarWords::past_years}};
  CalendarWords words;
  if (starts_at(text, at, "今明两年") || starts_at(text, at, "今明2年")) {
    words.end = at + (starts_at(text, at, "今明两年") ? 12 : 10);
    words.from.year_kind = CalendarPoint::relative;
    words.from.last_year = 1;
    words.from.grain = ZKG_GRAIN_YEARS;
    return words;
  }
  for (const Opening& opening : openings) {
    if (!starts_at(text, at, opening.word)) continue;
    const auto count = read_small(text, at + opening.word.size());
    if (!count || count->digits > 2 || count->value < 2 || count->value > 50) continue;
    const std::size_t word = skip_spaces(text, count->end, 1);
    if (!starts_at(text, word, "年") || is_one_of(code_point_before(text, at), U"附靠临目以之")) continue;
    words.kind = opening.kind;
    words.count = count->value;
    words.end = skip_word(text, word + 3, "来");
    return words;
  }
  return std::nullopt;
}

// 60日内, 30天内.
std::optional<CalendarWords> parse_days_window(std::string_view text, std::size_t at) {
  const auto count = read_small(text, at);
  if (!count || count->value < 1 || (!starts_at(text, count->end, "日内") && !starts_at(text, count->end, "天内")))
    return std::nullopt;
  CalendarWords words;
  words.kind = CalendarWords::within_days;
  words.count = count->value;
  words.end = count->end + 6;
  return words;
}

void parse_range_end(std::string_view text, CalendarWords& words) {
  const std::size_t next = skip_range_sign(text, words.end);
  if (next == words.end || next >= text.size()) return;
  auto to = parse_point(text, next);
  // 1月3至2月10: the later end leaves out 日 as the earlier one did.
  if (to && to->day == 0 && words.from.day != 0 && to->month_kind == CalendarPoint::months &&
      to->month == to->last_month) {
    const auto day = read_small(text, to->end);
    if (!day || day->digits > 2 || day->value > 31) return;
    to->day = to->last_day = day->value;
    to->end = day->end;
  }
  const bool bare = to && to->year_kind == CalendarPoint::no_year && to->month_kind == CalendarPoint::no_month;
  if (!to || (bare && words.from.day == 0) || (to->day != 0) != (words.from.day != 0)) return;
  words.to = *to;
  words.kind = CalendarWords::range;
  words.end = to->end;
}

void parse_suffix(std::string_view text, CalendarWords& words) {
  if (starts_at(text, words.end, "以来")) {
    words.kind = CalendarWords::since;
    words.end += 6;
    return;
  }
  for (const std::string_view word : {std::string_view("左右"), std::string_view("期间"), std::string_view("前后")})
    if (starts_at(text, words.end, word)) {
      words.end += word.size();
      return;
    }
  for (const std::string_view word : {std::string_view("之前"), std::string_view("以前"), std::string_view("前")}) {
    if (!starts_at(text, words.end, word)) continue;
    const char32_t next = code_point_or_zero(text, words.end + word.size());
    if (is_one_of(next, U"期往来后列三五几半十十端景沿任") || is_ascii_digit(folded(next))) return;
    words.end += word.size();
    words.kind = CalendarWords::deadline;
    return;
  }
}

std::optional<CalendarWords> parse_until(std::string_view text, std::size_t at) {
  if (!starts_at(text, at, "截")) return std::nullopt;
  std::size_t next = at + 3;
  if (starts_at(text, next, "至") || starts_at(text, next, "止"))
    next += 3;
  else
    return std::nullopt;
  next = skip_spaces(text, skip_word(text, skip_word(text, next, "到"), "至"), 1);
  CalendarWords words;
  for (const std::string_view now : {std::string_view("目前"), std::string_view("当前"), std::string_view("现在")})
    if (starts_at(text, next, now)) {
      words.kind = CalendarWords::so_far;
      words.end = next + now.size();
      return words;
    }
  if (next >= text.size()) return std::nullopt;
  const auto to = parse_point(text, next);
  if (!to) return std::nullopt;
  words.kind = CalendarWords::until;
  words.from = *to;
  words.end = to->end;
  return words;
}

} // namespace

int parse_full_date(std::string_view text, std::size_t at, std::size_t& end) {
  const auto first = read_small(text, at);
  if (!first || first->digits == 0) {
    std::size_t digits = at;
    int packed = 0;
    for (int i = 0; i < 8; ++i, digits += 1) {
      if (digits >= text.size() || !is_digit(text[digits])) return 0;
      packed = packed * 10 + (text[digits] - '0');
    }
    const Date date = unpack(packed);
    if (is_digit(digits < text.size() ? text[digits] : ' ') || !is_plausible_year(date.year) ||
        !is_date(date.year, date.month, date.day))
      return 0;
    end = digits;
    return packed;
  }
  const CodePoint sign = first->end < text.size() ? folded_at(text, first->end) : CodePoint{0, 1};
  if (!is_one_of(sign.value, U"-/.")) return 0;
  const auto second = read_small(text, first->end + sign.size);
  if (!second || second->digits == 0 || second->digits > 2) return 0;
  const bool more = folded_or_zero(text, second->end) == sign.value;
  const Small third = more ? read_small(text, second->end + sign.size).value_or(Small{}) : Small{};
  const bool third_fits = third.digits > 0;
  const char32_t next = folded_or_zero(text, third_fits ? third.end : second->end);
  if (is_ascii_digit(next) ||
      (third_fits && (next == U'.' || next == U'-') && is_ascii_digit(folded_or_zero(text, third.end + 1))))
    return 0;
  if (first->digits == 4 && third_fits && third.digits <= 2 && is_plausible_year(first->value)) {
    end = third.end;
    return is_date(first->value, second->value, third.value) ? pack(first->value, second->value, third.value) : 0;
  }
  if (first->digits <= 2 && third_fits && third.digits == 4 && is_plausible_year(third.value)) {
    end = third.end;
    return is_date(third.value, second->value, first->value) ? pack(third.value, second->value, first->value) : 0;
  }
  // 2008/08, 2021-08; 2024.12 is a number.
  if (third_fits || more || first->digits != 4 || !is_plausible_year(first->value) || second->digits != 2 ||
      sign.value == U'.' || second->value < 1 || second->value > 12 || starts_at(text, second->end, "年"))
    return 0;
  end = second->end;
  return pack(first->value, second->value, 0);
}

bool may_begin_calendar(char32_t c) {
  static constexpr CharacterSet openings(U"0123456789零〇一壹二两贰三叁四肆五伍六陆七柒八捌九玖十"
                                         U"今去明前后本上下当次全年翌来近最过未首头第截岁");
  return openings.contains(folded(c));
}

std::optional<CalendarWords> parse_calendar(std::string_view text, std::size_t at) {
  if (auto plan = parse_plan(text, at)) return plan;
  if (auto window = parse_years_window(text, at)) return window;
  if (auto window = parse_days_window(text, at)) return window;
  if (auto until = parse_until(text, at)) return until;
  const auto point = parse_point(text, at);
  if (!point) return std::nullopt;
  CalendarWords words;
  words.from = *point;
  words.end = point->end;
  parse_range_end(text, words);
  parse_suffix(text, words);
  return words;
}

std::size_t match_calendar(std::string_view text, std::size_t at) {
  const char32_t first = folded_at(text, at).value;
  if (!is_ascii_digit(first) && chinese_digit(first) < 0 && first != U'十') return at;
  if (const auto plan = parse_plan(text, at)) return plan->end;
  const auto point = parse_point(text, at);
  if (!point) return at;
  CalendarWords words;
  words.from = *point;
  words.end = point->end;
  parse_range_end(text, words);
  return words.end;
}

} // namespace zonekg
