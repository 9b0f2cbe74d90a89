#include "core/text/spoken_year.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "core/text/periods.hpp"
#include "core/text/each_period.hpp"
#include "core/text/holds_any.hpp"
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

std::string_view before(std::string_view text, std::size_t at, std::size_t bytes) { return text.substr(at - std::min(at, bytes), std::min(at, bytes)); }

// What stands before `at` since the last stop, at most 36 bytes of it.
std::string_view clause_before(std::string_view text, std::size_t at) {
  std::string_view clause = before(text, at, 36);
  while (!clause.empty() && is_continuation(clause.front())) clause.remove_prefix(1);
  for (const std::string_view stop : {"。", "；", ";", "，", ",", "、", "\n", "：", ":"})
    if (const std::size_t last = clause.rfind(stop); last != clause.npos) clause.remove_prefix(last + stop.size());
  return clause;
}

// 到2025年, 预计2024年5月, 2025年底前: what is not yet.
bool is_goal(std::string_view text, std::size_t at, std::size_t end) {
  constexpr std::array<std::string_view, 4> deadlines = {"前", "底前", "末前", "年前"};
  constexpr std::array<std::string_view, 14> expected = {"预计", "计划", "拟", "力争", "争取", "将于", "将在", "有望", "可望", "确保", "目标", "预期", "定于", "工期"};
  const char32_t last = folded_before(text, at);
  const std::string_view after = text.substr(end);
  const bool reached = last == U'到' && after.starts_with("的"); // 增加到2019年的172.94亿元
  return (last == U'到' && !reached) || last == U'至' || last == U'争' || begins_with_any(after, deadlines) ||
         holds_any(clause_before(text, at), expected);
}

// 比2019年同期增长, 较2020年: a year to compare with.
bool is_compared(std::string_view text, std::size_t at, const CalendarPoint& last) {
  const char32_t word = folded_before(text, at);
  return last.same_period || word == U'比' || word == U'较';
}

// 2024年工作打算, 2022年，我们将: what comes next. 2022年计划投资 is of the year that goes on.
bool announces_plans(std::string_view after) {
  constexpr std::array<std::string_view, 11> goes_on = {"计划投资", "计划完成", "计划总投资", "计划安排", "计划新开工", "计划实施",
                                                        "计划(", "计划（", "重点工作推进", "重点工作完成", "目标任务完成"};
  if (begins_with_any(after, goes_on)) return false;
  constexpr std::array<std::string_view, 24> plans = {"安排", "计划", "打算", "思路", "工作安排", "工作计划", "工作打算", "工作思路",
                                                      "要抓", "重点工作", "工作要点", "工作重点", "要", "将", "继续", "目标",
                                                      "接续", "考虑", "任务", "的任务", "的谱", "的盘子", "，我们将", ",我们将"};
  return begins_with_any(after, plans);
}

// 2019年交付, 2024年5月建成投产: done or to be done, which the other years decide.
bool is_delivery(std::string_view text, std::size_t at, std::string_view after) {
  constexpr std::array<std::string_view, 14> deliveries = {"建成", "投产", "竣工", "交付", "完工", "达产", "建完",
                                                           "投用", "试产", "全部建成", "全部完成", "投入", "整体竣工", "底"};
  return folded_before(text, at) != U'于' && begins_with_any(after, deliveries);
}

// 1—8月, 截至8月底: months of a year that need not be said.
bool is_months_gone(const CalendarWords& words) {
  const bool elapsed = words.kind == CalendarWords::range || words.kind == CalendarWords::until || words.from.last_month > words.from.month;
  return elapsed && words.from.year_kind == CalendarPoint::no_year && words.from.month_kind == CalendarPoint::months;
}

// 去年(2009年), 今年（2010年）: how far the year in brackets is from the one spoken from; nothing when no such words stand there.
std::optional<int> stated_distance(std::string_view text, std::size_t at) {
  const std::string_view clause = before(text, at, 9);
  for (const std::string_view open : {"(", "（"})
    if (clause.ends_with(open)) {
      const std::string_view said = clause.substr(0, clause.size() - open.size());
      if (said.ends_with("今年") || said.ends_with("本年")) return 0;
      if (said.ends_with("去年") || said.ends_with("上年")) return 1;
      if (said.ends_with("明年")) return -1;
    }
  return std::nullopt;
}

// The years that words name, by what they say of them.
struct Years {
  int told = 0;      // the latest of which something is told
  int delivered = 0; // in which something is or was to be ready
  int spanned = 0;   // 2011—2025年
  int compared = 0, planned = 0;
  int stated = 0;                  // 今年(2010年)
  bool months_after_plans = false; // 2024年安排项目476个。1—8月份完成投资…: the year that the plans are of goes on
};

Years years_in(std::string_view text) {
  Years years;
  each_period(text, [&](const CalendarWords& words, std::size_t at) {
    const CalendarPoint& last = words.kind == CalendarWords::range && words.to.year_kind == CalendarPoint::absolute ? words.to : words.from;
    if (years.planned - 1 > std::max(years.told, years.delivered) && is_months_gone(words)) years.months_after_plans = true;
    if (!last.valid || last.year_kind != CalendarPoint::absolute || words.kind == CalendarWords::five_year_plan) return true;
    const int year = std::max(last.year, last.last_year);
    if (!is_year(year) || words.kind == CalendarWords::deadline) return true;
    const std::string_view after = text.substr(words.end);
    if (const auto distance = stated_distance(text, at)) years.stated = year + *distance;
    const auto take = [&](int& kind) { kind = std::max(kind, year); };
    if (is_goal(text, at, words.end)) return true;
    if (is_compared(text, at, last)) years.compared = year;
    else if (announces_plans(after)) take(years.planned);
    else if (last.last_year > last.year) take(years.spanned);
    else if (is_delivery(text, at, after)) take(years.delivered);
    else take(years.told);
    return years.stated == 0;
  });
  return years;
}

// The year that the words speak from, 0 when they name none.
int told_by(const Years& years, std::string_view text) {
  if (years.stated) return years.stated;
  if (years.planned) return years.months_after_plans ? years.planned : years.planned - 1;
  if (years.told) return years.told;
  if (years.delivered) return years.delivered;
  if (years.spanned) return years.spanned;
  if (years.compared && text.find("两年平均") != std::string_view::npos) return years.compared + 2; // growth over two years since it
  return 0;
}

} // namespace

int spoken_year(std::string_view text, std::string_view title) {
  constexpr std::size_t head_bytes = 600;
  if (const int year = issue_year(text.substr(0, head_bytes))) return year;
  const Years headline = years_in(title);
  if (headline.told) return headline.told;
  const Years body = years_in(text);
  if (headline.planned && body.told != headline.planned - 1) return headline.planned;
  return told_by(body, text);
}

} // namespace zonekg
