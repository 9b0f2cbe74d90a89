// Calendar words of a text, resolved against the document's date.
#include "core/text/periods.hpp"

#include <algorithm>

#include "core/text/calendar.hpp"
#include "core/text/layers.hpp"
#include "core/text/numbers.hpp"
#include "core/text/section_years.hpp"

namespace zonekg {
namespace {

// What relative words count from: the year reported about, and the day of writing.
struct Reference {
  int year = 0;                 // 0 unknown
  int month = 0;                // of writing; 0 unknown
  int written = 0;              // the day of writing; 0 unknown
  zkg_interval period = {0, 0}; // reported about
  int section_year = 0;         // that bare months of this section belong to; 0 the year reported about
  int said_year = 0;            // the year that this sentence named last: bare months belong to it; 0 none
  int said_month = 0;           // likewise for bare days
};

Reference reference_of(const DocumentDate& date) {
  const int written = date.published % 100 ? date.published : 0;
  Reference reference{date.year ? date.year : date.published / 10000, date.published / 100 % 100, written, date.period};
  if (date.period.end) {
    const Date last = unpack(date.period.end);
    if (reference.year != last.year) reference.month = last.month;
    reference.year = last.year;
    if (reference.month == 0) reference.month = last.month;
  }
  return reference;
}

int year_of(const CalendarPoint& point, const Reference& reference) {
  if (point.year_kind == CalendarPoint::absolute) return point.year;
  if (point.year_kind == CalendarPoint::no_year && reference.said_year) return reference.said_year;
  const bool bare = point.year_kind == CalendarPoint::no_year && point.month_kind == CalendarPoint::months;
  if (bare && reference.section_year) return reference.section_year;
  if (reference.year == 0) return 0;
  return point.year_kind == CalendarPoint::relative ? reference.year + point.year : reference.year;
}

zkg_interval shifted_month(int year, int month, int by, int length) {
  const int first = year * 12 + month - 1 + by, last = first + length - 1;
  return whole_months(first / 12, first % 12 + 1, last / 12, last % 12 + 1);
}

// A day without month is a day of the month that was named last, else of the month of writing.
zkg_interval days_of(const CalendarPoint& point, int year, const Reference& reference) {
  const int bare_month = reference.said_month ? reference.said_month : reference.month;
  const int month = point.month_kind == CalendarPoint::months ? point.month : bare_month;
  if (month == 0 || !is_date(year, month, point.day)) return {0, 0};
  const int last_month = point.month_kind == CalendarPoint::months && point.last_month ? point.last_month : month;
  const int last = std::min(point.last_day ? point.last_day : point.day, days_in_month(year, last_month));
  return {pack(year, month, point.day), pack(year, last_month, last)};
}

// 上月, 本月十日.
zkg_interval relative_month(const CalendarPoint& point, int year, const Reference& reference) {
  if (reference.month == 0) return {0, 0};
  const zkg_interval whole = shifted_month(year, reference.month, point.month, 1);
  if (point.day == 0) return whole;
  const Date first = unpack(whole.start);
  if (!is_date(first.year, first.month, point.day)) return {0, 0};
  return {pack(first.year, first.month, point.day),
          pack(first.year, first.month, std::min(point.last_day, days_in_month(first.year, first.month)))};
}

zkg_interval resolve(const CalendarPoint& point, const Reference& reference) {
  if (point.same_period && reference.period.start && point.month_kind == CalendarPoint::no_month) {
    const int by = point.year_kind == CalendarPoint::absolute ? point.year - reference.year : point.year;
    return {shift_years(reference.period.start, by), shift_years(reference.period.end, by)};
  }
  if (!point.valid) return {0, 0};
  if (point.day < 0) return {reference.written, reference.written}; // 今日
  const int year = year_of(point, reference);
  if (year < 1 || year > 9998) return {0, 0};
  if (point.day && point.month_kind != CalendarPoint::relative_month) return days_of(point, year, reference);
  if (point.month_kind == CalendarPoint::months)
    return whole_months(year, point.month, year, point.last_month ? point.last_month : point.month);
  if (point.month_kind == CalendarPoint::relative_month) return relative_month(point, year, reference);
  if (point.month_kind == CalendarPoint::relative_quarter)
    return reference.month ? shifted_month(year, (reference.month - 1) / 3 * 3 + 1, point.month * 3, 3)
                           : zkg_interval{0, 0};
  return whole_years(year, year + std::max(0, point.last_year - point.year));
}

// The last day that the document can know of: of its period, or of the month of writing.
int known_until(const Reference& reference) {
  if (reference.period.end) return reference.period.end;
  if (reference.year == 0) return 0;
  const int month = reference.month ? reference.month : 12;
  return pack(reference.year, month, days_in_month(reference.year, month));
}

zkg_interval range_of(const CalendarWords& words, const Reference& reference) {
  CalendarPoint to = words.to;
  if (to.year_kind == CalendarPoint::no_year) {
    to.year_kind = words.from.year_kind;
    to.year = to.last_year = words.from.year;
  }
  const zkg_interval first = resolve(words.from, reference);
  zkg_interval last = resolve(to, reference);
  // 11月至3月 ends in the next year.
  if (words.to.year_kind == CalendarPoint::no_year && last.end && last.end < first.start)
    last.end = shift_years(last.end, 1);
  return first.start && last.end >= first.start ? zkg_interval{first.start, last.end} : zkg_interval{0, 0};
}

zkg_interval resolve(const CalendarWords& words, const Reference& reference) {
  const zkg_interval point = resolve(words.from, reference);
  switch (words.kind) {
  case CalendarWords::point:
  case CalendarWords::deadline:
    return point;
  case CalendarWords::range:
    return range_of(words, reference);
  case CalendarWords::since:
    return point.start && known_until(reference) >= point.start ? zkg_interval{point.start, known_until(reference)}
                                                                : point;
  case CalendarWords::until:
    return point.end ? zkg_interval{pack(unpack(point.end).year, 1, 1), point.end} : point;
  case CalendarWords::five_year_plan:
    return whole_years(words.count, words.count + 4);
  case CalendarWords::so_far:
    return {0, 0};
  case CalendarWords::within_days:
    return reference.written ? zkg_interval{reference.written, shift_days(reference.written, words.count)}
                             : zkg_interval{0, 0};
  default:
    break;
  }
  if (reference.year == 0 || words.count <= 0 || words.count > 100) return {0, 0};
  if (words.kind == CalendarWords::recent_years) return whole_years(reference.year - words.count + 1, reference.year);
  if (words.kind == CalendarWords::coming_years) return whole_years(reference.year + 1, reference.year + words.count);
  if (words.kind == CalendarWords::past_years) return whole_years(reference.year - words.count, reference.year - 1);
  return {0, 0};
}

bool is_relative(const CalendarWords& words) {
  return words.kind != CalendarWords::five_year_plan && words.from.year_kind != CalendarPoint::absolute;
}

int grain_of(const CalendarWords& words) {
  switch (words.kind) {
  case CalendarWords::point:
  case CalendarWords::deadline:
  case CalendarWords::until:
    return words.from.grain;
  case CalendarWords::five_year_plan:
  case CalendarWords::recent_years:
  case CalendarWords::coming_years:
  case CalendarWords::past_years:
    return ZKG_GRAIN_YEARS;
  default:
    return ZKG_GRAIN_OTHER;
  }
}

// 2.2023年, A2023: no date begins there.
bool is_inside_code(std::string_view text, std::size_t at) {
  const char32_t before = folded_before(text, at);
  return is_ascii_digit(folded_at(text, at).value) && (before == U'.' || before == U'_' || is_ascii_letter(before));
}
std::size_t skip_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && is_ascii_digit(folded_at(text, at).value)) at += code_point_at(text, at).size;
  return at;
}

// The year and month that a sentence speaks of; 比去年 and 较2021年 only compare.
void remember(std::string_view text, std::size_t at, const CalendarWords& words, const zkg_interval& interval,
              Reference& reference) {
  const char32_t before = code_point_before(text, at);
  if (!interval.start || words.kind == CalendarWords::five_year_plan || before == U'比' || before == U'较' ||
      words.from.same_period)
    return;
  if (words.from.year_kind != CalendarPoint::no_year && words.from.year == words.from.last_year) {
    reference.said_year = unpack(interval.start).year;
    reference.said_month = 0;
  }
  if (words.from.month_kind == CalendarPoint::months) reference.said_month = unpack(interval.start).month;
}

// Walks through the sections in text order: the innermost one at a place.
class SectionYears {
 public:
  SectionYears(std::string_view text, const std::vector<zkg_section>& sections, const DocumentDate& date)
      : sections_(sections), years_(section_years(text, sections, date)) {}

  // `at` never decreases.
  int at(std::size_t at) {
    for (; next_ < sections_.size() && sections_[next_].span.begin <= at; ++next_) open_.push_back(next_);
    while (!open_.empty() && sections_[open_.back()].span.end <= at) open_.pop_back();
    return open_.empty() ? 0 : years_[open_.back()];
  }

 private:
  const std::vector<zkg_section>& sections_;
  std::vector<int> years_;
  std::size_t next_ = 0;
  std::vector<std::size_t> open_; // outermost first
};

} // namespace

std::vector<zkg_period> find_periods(std::string_view text, const DocumentDate& date, const std::vector<zkg_section>& sections) {
  Reference reference = reference_of(date);
  SectionYears years(text, sections, date);
  std::vector<zkg_period> periods;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = folded_at(text, at);
    if (c.value == U'。' || c.value == U'\n') reference.said_year = reference.said_month = 0;
    const auto words =
        may_begin_calendar(c.value) && !is_inside_code(text, at) ? parse_calendar(text, at) : std::nullopt;
    if (!words || words->end <= at) {
      at = is_ascii_digit(c.value) ? skip_digits(text, at) : at + c.size;
      continue;
    }
    reference.section_year = years.at(at);
    const zkg_interval interval = resolve(*words, reference);
    periods.push_back({{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(words->end)},
                       interval,
                       grain_of(*words),
                       is_relative(*words) ? 1 : 0});
    remember(text, at, *words, interval, reference);
    at = words->end;
  }
  return periods;
}

} // namespace zonekg
