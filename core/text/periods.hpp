// The grammar of calendar words, before they are resolved against a document's date.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "core/abi/plugin.h"

namespace zonekg {

// One end of a period as the words give it: a year, a part of it, days of it.
struct CalendarPoint {
  enum Year { no_year, absolute, relative };                         // 2023年; 去年 is relative -1
  enum Month { no_month, months, relative_month, relative_quarter }; // 上月 is relative_month -1

  std::size_t end = 0;
  Year year_kind = no_year;
  int year = 0, last_year = 0; // last_year differs in 2021-2023年
  Month month_kind = no_month;
  int month = 0, last_month = 0; // 1..12, or the offset of a relative month or quarter
  int day = 0, last_day = 0;     // 0 none; last_day 31 stands for the end of the month
  int grain = ZKG_GRAIN_YEAR;
  bool same_period = false; // 去年同期: the document's own period in that year
  bool valid = true;        // false for 2月30日
};

struct CalendarWords {
  enum Kind {
    point,
    range,
    since,
    until,
    deadline,
    recent_years,
    coming_years,
    past_years,
    within_days,
    so_far,
    five_year_plan
  };
  std::size_t end = 0;
  Kind kind = point;
  CalendarPoint from, to; // `to` in ranges only
  int count = 0;          // years, days; first year of a five-year plan
};

// The words at `at`; nothing when they are none. Constant time.
std::optional<CalendarWords> parse_calendar(std::string_view text, std::size_t at);
bool may_begin_calendar(char32_t c);

// The end of the explicit date or period at `at` (2023年1-10月, 三季度, 15日, 2019.9.6); `at` when there is none.
std::size_t match_calendar(std::string_view text, std::size_t at);

// A date with its year in figures: 2024-03-11, 2013年12月, 18.11.2014. Packed, day 00 when unknown; 0 when none.
// `end` is set past it.
int parse_full_date(std::string_view text, std::size_t at, std::size_t& end);

} // namespace zonekg
