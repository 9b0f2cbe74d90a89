#include "core/text/spoken_year.hpp"

#include <algorithm>
#include <array>

#include "core/text/periods.hpp"
#include "core/text/each_period.hpp"
#include "core/text/numbers.hpp"

namespace zonekg {
namespace {

constexpr int no_earlier = 1978, no_later = 2099; // development zones are younger; a later figure is no year

bool is_year(int year) { return year >= no_earlier && year <= no_later; }

template <std::size_t size> bool begins_with_any(std::string_view text, const std::array<std::string_view, size>& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.starts_with(word); });
}

// 〔2023〕第42期, [2021]15号.
int issue_year(std::string_view text) {
  constexpr std::array<std::string_view, 5> brackets = {"〔", "[", "［", "【", "("};
  constexpr std::array<std::string_view, 5> closings = {"〕", "]", "］", "】", ")"};
  for (std::size_t b = 0; b < brackets.size(); ++b)
    for (std::size_t at = text.find(brackets[b]); at != std::string_view::npos; at = text.find(brackets[b], at + 1)) {
      const std::string_view rest = text.substr(at + brackets[b].size());
      const std::size_t digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
      if (digits != 4 || !rest.substr(4).starts_with(closings[b])) continue;
      const std::string_view number = rest.substr(4 + closings[b].size());
      const std::size_t after = std::min(number.find_first_not_of("第0123456789 "), number.size());
      if (after == 0 || !begins_with_any(number.substr(after), std::array<std::string_view, 2>{"期", "号"})) continue;
      const int year = (rest[0] - '0') * 1000 + (rest[1] - '0') * 100 + (rest[2] - '0') * 10 + (rest[3] - '0');
      if (is_year(year)) return year;
    }
  return 0;
}

bool is_goal(std::string_view text, std::size_t at, std::size_t end) {
  const char32_t before = folded_before(text, at);
  constexpr std::array<std::string_view, 4> deadlines = {"前", "底前", "末前", "年前"};
  return before == U'到' || before == U'至' || before == U'争' || begins_with_any(text.substr(end), deadlines);
}

// 比2019年同期增长, 较2020年: a year to compare with.
bool is_compared(std::string_view text, std::size_t at, const CalendarPoint& last) {
  const char32_t before = folded_before(text, at);
  return last.same_period || before == U'比' || before == U'较';
}

bool announces_plans(std::string_view after) {
  constexpr std::array<std::string_view, 9> plans = {"安排", "计划", "打算", "思路", "工作安排", "工作计划", "工作打算", "工作思路", "要抓"};
  return begins_with_any(after, plans);
}

// 1—8月, 截至8月底: months of a year that need not be said.
bool is_months_gone(const CalendarWords& words) {
  const bool elapsed = words.kind == CalendarWords::range || words.kind == CalendarWords::until || words.from.last_month > words.from.month;
  return elapsed && words.from.year_kind == CalendarPoint::no_year && words.from.month_kind == CalendarPoint::months;
}

} // namespace

int spoken_year(std::string_view text) {
  constexpr std::size_t head_bytes = 600;
  if (const int year = issue_year(text.substr(0, head_bytes))) return year;
  int before_plans = 0, latest = 0, compared = 0;
  bool plans_first = false; // 2024年安排项目476个。1—8月份完成投资…: the year that the plans are of goes on
  each_period(text, [&](const CalendarWords& words, std::size_t at) {
    const CalendarPoint& last = words.kind == CalendarWords::range && words.to.year_kind == CalendarPoint::absolute ? words.to : words.from;
    if (before_plans > latest && is_months_gone(words)) plans_first = true;
    if (!last.valid || last.year_kind != CalendarPoint::absolute || words.kind == CalendarWords::five_year_plan) return true;
    const int year = std::max(last.year, last.last_year);
    if (!is_year(year) || words.kind == CalendarWords::deadline) return true;
    if (is_goal(text, at, words.end)) return true;
    if (is_compared(text, at, last)) compared = year;
    else if (announces_plans(text.substr(words.end))) before_plans = std::max(before_plans, year - 1);
    else latest = std::max(latest, year);
    return true;
  });
  if (before_plans) return plans_first ? before_plans + 1 : before_plans;
  if (latest == 0 && compared && text.find("两年平均") != std::string_view::npos) return compared + 2; // growth over two years since it
  return latest;
}

} // namespace zonekg
