#include "graph/period_text.hpp"

#include <charconv>
#include <chrono>

namespace zonekg {
namespace {

std::string padded(int number, std::size_t width) {
  std::string digits = std::to_string(number);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

std::string month_text(int date) { return padded(date / 10000, 4) + '-' + padded(date / 100 % 100, 2); }

// Exactly `width` digits at `at`, or nothing.
std::optional<int> digits(std::string_view text, std::size_t at, std::size_t width) {
  if (text.size() < at + width) return std::nullopt;
  int value = 0;
  const char* begin = text.data() + at;
  const auto result = std::from_chars(begin, begin + width, value);
  if (result.ec != std::errc{} || result.ptr != begin + width || value < 0) return std::nullopt;
  return value;
}

int last_day(int year, int month) {
  const std::chrono::year_month_day_last end{
      std::chrono::year(year), std::chrono::month_day_last(std::chrono::month(static_cast<unsigned>(month)))};
  return static_cast<int>(static_cast<unsigned>(end.day()));
}

} // namespace

std::string period_text(zkg_interval period) {
  if (period.start <= 0 || period.end <= 0) return {};
  return month_text(period.start) + '/' + month_text(period.end);
}

std::string date_text(int date) {
  if (date <= 0) return {};
  if (date / 100 % 100 == 0) return padded(date / 10000, 4);
  return date % 100 == 0 ? month_text(date) : month_text(date) + '-' + padded(date % 100, 2);
}

std::optional<zkg_interval> parse_period(std::string_view text) {
  const auto slash = text.find('/');
  if (slash != 7 || text.size() != 15) return std::nullopt;
  const auto start = parse_date(text.substr(0, slash)), end = parse_date(text.substr(slash + 1));
  if (!start || !end) return std::nullopt;
  return zkg_interval{*start + 1, *end + last_day(*end / 10000, *end / 100 % 100)};
}

std::optional<int> parse_date(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
  const auto year = digits(text, 0, 4);
  if (!year) return std::nullopt;
  int date = *year * 10000;
  if (text.size() == 4) return date;
  const auto month = digits(text, 5, 2);
  if (text[4] != '-' || !month || *month < 1 || *month > 12) return std::nullopt;
  date += *month * 100;
  if (text.size() == 7) return date;
  const auto day = digits(text, 8, 2);
  if (text[7] != '-' || !day || *day < 1 || *day > 31) return std::nullopt;
  return date + *day;
}

} // namespace zonekg
