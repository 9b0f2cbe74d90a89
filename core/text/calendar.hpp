// Dates as yyyymmdd and the arithmetic that periods need. Gregorian, years 1 to 9999.
#pragma once

#include "core/abi/plugin.h"

namespace zonekg {

struct Date {
  int year = 0, month = 0, day = 0;
};

constexpr bool is_leap_year(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }
constexpr int days_in_month(int year, int month) {
  return month == 2                                                ? (is_leap_year(year) ? 29 : 28)
         : (month == 4 || month == 6 || month == 9 || month == 11) ? 30
                                                                   : 31;
}
constexpr bool is_date(int year, int month, int day) {
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= days_in_month(year, month);
}
constexpr int pack(int year, int month, int day) { return year * 10000 + month * 100 + day; }
constexpr Date unpack(int packed) { return {packed / 10000, packed / 100 % 100, packed % 100}; }

// First day of month `from` to last day of month `to`.
constexpr zkg_interval whole_months(int from_year, int from, int to_year, int to) {
  return {pack(from_year, from, 1), pack(to_year, to, days_in_month(to_year, to))};
}
constexpr zkg_interval whole_years(int from, int to) { return whole_months(from, 1, to, 12); }
constexpr bool empty(zkg_interval interval) { return interval.start == 0 && interval.end == 0; }

// The same date a number of years on; the last day of February stays the last.
constexpr int shift_years(int packed, int by) {
  const Date date = unpack(packed);
  if (date.month == 0 || date.day < days_in_month(date.year, date.month)) return packed + by * 10000;
  return pack(date.year + by, date.month, days_in_month(date.year + by, date.month));
}
constexpr int shift_days(int packed, int by) {
  Date date = unpack(packed);
  date.day += by;
  while (date.day > days_in_month(date.year, date.month)) {
    date.day -= days_in_month(date.year, date.month);
    if (++date.month > 12) date = {date.year + 1, 1, date.day};
  }
  return pack(date.year, date.month, date.day);
}

} // namespace zonekg
