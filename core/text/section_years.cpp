#include "core/text/section_years.hpp"

#include <algorithm>

#include "core/text/calendar.hpp"
#include "core/text/each_period.hpp"

namespace zonekg {
namespace {

constexpr std::int32_t run_in_level = 5; // 一是…: a clause, no heading

// 0 when the heading names none, several, or one that is only looked to: 到2025年.
int year_of_heading(std::string_view heading) {
  int year = 0;
  bool one = true;
  each_period(heading, [&](const CalendarWords& words, std::size_t at) {
    if (words.from.year_kind != CalendarPoint::absolute) return true;
    const char32_t before = folded_before(heading, at);
    one = words.kind == CalendarWords::point && words.from.valid && words.from.last_year <= words.from.year &&
          before != U'到' && before != U'至' && (year == 0 || year == words.from.year);
    year = words.from.year;
    return one;
  });
  return one ? year : 0;
}

// 0 unless the report is about one whole year.
int whole_year_of(const DocumentDate& date) {
  const bool whole = date.period.start % 10000 == 101 && date.period.end % 10000 == 1231;
  return whole && date.period.start / 10000 == date.period.end / 10000 ? date.period.end / 10000 : 0;
}

} // namespace

std::vector<int> section_years(std::string_view text, const std::vector<zkg_section>& sections, const DocumentDate& date) {
  const bool is_plan = !sections.empty() && sections.front().role == ZKG_ROLE_PLAN; // of the document's own year
  const int whole_year = is_plan ? 0 : whole_year_of(date);
  std::vector<int> years;
  for (const zkg_section& section : sections) {
    const std::size_t row = years.size();
    const std::string_view heading = text.substr(section.heading.begin, section.heading.end - section.heading.begin);
    int year = section.level > 0 && section.level < run_in_level && section.role != ZKG_ROLE_TITLE ? year_of_heading(heading) : 0;
    if (year == 0 && section.parent < row) year = years[section.parent];
    if (year == 0 && whole_year > 0 && section.level == 1 && section.role == ZKG_ROLE_PLAN) year = whole_year + 1;
    years.push_back(year);
  }
  return years;
}

} // namespace zonekg
