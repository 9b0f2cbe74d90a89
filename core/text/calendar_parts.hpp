// Parts of calendar words: small numbers, years, range signs. Shared by the grammar's files.
#pragma once

#include <optional>
#include <string_view>

#include "core/text/calendar.hpp"
#include "core/text/numbers.hpp"
#include "core/text/periods.hpp"

namespace zonekg::calendar {

struct Small {
  int value = 0;
  std::size_t end = 0;
  unsigned digits = 0;
};

bool is_one_of(char32_t c, std::u32string_view set);
// A whole number of at most four figures, Arabic, or Chinese up to 九十九.
std::optional<Small> read_small(std::string_view text, std::size_t at);
std::size_t skip_word(std::string_view text, std::size_t at, std::string_view word);
bool is_plausible_year(int year);
// 二〇二三, 两千零五.
std::optional<Small> read_chinese_year(std::string_view text, std::size_t at);
// 今年, 去年 …: the offset and the end.
std::optional<Small> read_year_word(std::string_view text, std::size_t at);

// A point of time as the words at `at` give it.
std::optional<CalendarPoint> parse_point(std::string_view text, std::size_t at);

} // namespace zonekg::calendar
