// When a document was written and what period it reports about: from its headline, its date line, its first periods.
// The rules were measured on annotated reports; a news item mostly reports about no period.
#include <algorithm>
#include <array>
#include <optional>

#include "core/text/calendar.hpp"
#include "core/text/each_period.hpp"
#include "core/text/holds_any.hpp"
#include "core/text/layers.hpp"
#include "core/text/numbers.hpp"
#include "core/text/spoken_year.hpp"

namespace zonekg {
namespace {

constexpr std::size_t head_bytes = 1500, tail_bytes = 500, body_bytes = 60000;

std::string_view cut(std::string_view text, std::size_t begin, std::size_t end) {
  begin = std::min(begin, text.size());
  while (begin < text.size() && is_continuation(text[begin])) ++begin;
  end = std::min(end, text.size());
  while (end < text.size() && is_continuation(text[end])) ++end;
  return text.substr(begin, std::max(begin, end) - begin);
}

template <class Function> void each_line(std::string_view text, const Function& function) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    function(trim(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

// ---- written when --------------------------------------------------------------------------------------------

struct LineDate {
  int date = 0;
  bool telling = false; // the line is there to tell the date
};

std::size_t letters(std::string_view line) {
  return line.size() - static_cast<std::size_t>(std::count(line.begin(), line.end(), ' '));
}

LineDate date_of(std::string_view line) {
  constexpr std::array<std::string_view, 14> cues = {"发布", "发表", "日期", "时间", "来源", "记者", "生成",
                                                     "成文", "更新", "编辑", "作者", "供稿", "公开", "填报"};
  LineDate found;
  each_period(line, [&](const CalendarWords& words, std::size_t at) {
    const CalendarPoint& point = words.kind == CalendarWords::range ? words.to : words.from;
    const bool dated = point.valid && point.year_kind == CalendarPoint::absolute &&
                       point.month_kind == CalendarPoint::months && point.month == point.last_month;
    if (!dated || (words.kind != CalendarWords::point && words.kind != CalendarWords::until)) return true;
    found.date = pack(point.year, point.month, point.day);
    const char32_t before = folded_before(line, at), after = folded_or_zero(line, words.end);
    const bool bracketed = (before == U'(' || words.kind == CalendarWords::until) && (after == U')' || after == 0);
    found.telling = (holds_any(line, cues) && line.size() < 300) ||
                    letters(line) - (words.end - at) < (point.day ? 60u : 36u) || (bracketed && line.size() < 150) ||
                    (line.starts_with("—") && line.size() < 150);
    return false;
  });
  return found;
}

int published_in(std::string_view text) {
  int first = 0, last = 0;
  each_line(cut(text, 0, head_bytes), [&](std::string_view line) {
    const LineDate found = date_of(line);
    if (found.telling && !first) first = found.date;
  });
  if (first || text.size() <= head_bytes) return first;
  each_line(cut(text, text.size() - std::min(tail_bytes, text.size()), text.size()), [&](std::string_view line) {
    const LineDate found = date_of(line);
    if (found.telling) last = found.date;
  });
  return last;
}

// ---- about what ----------------------------------------------------------------------------------------------

// A stretch of months or a year that a report may be about.
struct Stretch {
  int year = 0, last_year = 0; // 0 where the words leave it open
  int first = 1, last = 12;
  std::size_t at = 0;  // where it stands
  bool parted = false; // narrower than a year
  bool so_far = false; // 今年以来: ends with the month of writing
  bool several() const { return parted && last > first; }
};

std::optional<Stretch> stretch_of(const CalendarWords& words) {
  const CalendarPoint& from = words.from;
  if (!from.valid || from.same_period) return std::nullopt;
  const bool until = words.kind == CalendarWords::until && from.month_kind == CalendarPoint::months;
  if (from.day && !until) return std::nullopt;
  Stretch stretch;
  if (from.year_kind == CalendarPoint::absolute)
    stretch.year = from.year, stretch.last_year = std::max(from.year, from.last_year);
  else if (from.year_kind == CalendarPoint::relative && (from.year != 0 || from.last_year != 0))
    return std::nullopt;
  if (words.kind == CalendarWords::since) {
    stretch.so_far = from.month_kind == CalendarPoint::no_month && from.year_kind == CalendarPoint::relative;
    return stretch.so_far ? std::optional(stretch) : std::nullopt;
  }
  if (until) {
    stretch.last = from.month;
    stretch.parted = true;
    return stretch;
  }
  if (words.kind != CalendarWords::point) return std::nullopt;
  if (from.month_kind == CalendarPoint::months) {
    stretch.first = from.month;
    stretch.last = from.last_month ? from.last_month : from.month;
    stretch.parted = true;
  } else if (from.month_kind != CalendarPoint::no_month)
    return std::nullopt;
  return stretch;
}

std::vector<Stretch> stretches_in(std::string_view text, bool monthly = false) {
  std::vector<Stretch> stretches;
  each_period(text, [&](const CalendarWords& words, std::size_t at) {
    const char32_t before = folded_before(text, at), after = folded_or_zero(text, words.end);
    // 比2019年, (2019年3月): another year to compare with, the date of writing.
    const bool compared = before == U'比' || before == U'较' || before == U'到';
    const bool bracketed = !monthly && before == U'(' && after == U')' && words.kind == CalendarWords::point &&
                           words.from.month == words.from.last_month;
    if (const auto stretch = stretch_of(words); stretch && !compared && !bracketed) {
      stretches.push_back(*stretch);
      stretches.back().at = at;
    }
    return true;
  });
  return stretches;
}

zkg_interval interval_of(const Stretch& stretch, int year, int published) {
  if (stretch.year) year = stretch.year;
  if (year == 0) return {0, 0};
  if (stretch.so_far) {
    const int month = published / 10000 == year ? published / 100 % 100 : 0;
    return month ? whole_months(year, 1, year, month) : zkg_interval{0, 0};
  }
  const int last =
      stretch.last_year > year && stretch.last_year - year < 6 && !stretch.parted ? stretch.last_year : year;
  return whole_months(year, stretch.first, last, stretch.last);
}

// The stretch that a headline is about: a part of a year before a whole one, else the first.
std::optional<Stretch> choose(const std::vector<Stretch>& stretches) {
  const auto parted = std::find_if(stretches.begin(), stretches.end(), [](const Stretch& s) { return s.several(); });
  if (parted == stretches.end()) return stretches.empty() ? std::nullopt : std::optional(stretches.front());
  Stretch chosen = *parted;
  for (const Stretch& s : stretches)
    if (s.year && !chosen.year) chosen.year = s.year;
  return chosen;
}

// What a title calls a report of what was done.
constexpr std::array<std::string_view, 5> done = {"总结", "情况", "回顾", "汇报", "小结"};

// 工作总结及2023年工作安排, 工作情况及四季度打算: a stretch that stands behind what was done and before what is planned.
bool is_planned(std::string_view title, const Stretch& stretch) {
  constexpr std::array<std::string_view, 8> plans = {"安排", "计划", "打算", "思路", "谋划", "部署", "要点", "设想"};
  constexpr std::size_t reach = 48; // bytes
  return holds_any(title.substr(0, stretch.at), done) && holds_any(cut(title, stretch.at, stretch.at + reach), plans);
}

// The title and the subtitle under it. A single month with its year in the subtitle is when it was written.
struct Headline {
  std::string title, subtitle;
  [[nodiscard]] std::string whole() const { return title + "\n" + subtitle; }
  [[nodiscard]] std::vector<Stretch> stretches() const {
    constexpr std::array<std::string_view, 4> monthlies = {"运行", "分析", "简报", "月报"};
    std::vector<Stretch> found;
    for (Stretch s : stretches_in(title, holds_any(title, monthlies))) {
      if (is_planned(title, s)) {
        if (s.parted || s.year == 0) continue;
        s.year = s.last_year = s.year - 1; // what is planned next is told of a year's end
      }
      found.push_back(s);
    }
    for (const Stretch& s : stretches_in(subtitle))
      if (!s.parted || s.several() || s.year == 0) found.push_back(s);
    return found;
  }
};

Headline headline_of(std::string_view text, std::string_view title) {
  Headline headline{std::string(title), {}};
  const std::size_t at = title.empty() ? std::string_view::npos : cut(text, 0, 4 * head_bytes).find(title);
  if (at == std::string_view::npos) return headline;
  int lines = 0;
  each_line(cut(text, at + title.size(), at + title.size() + 300), [&](std::string_view line) {
    if (line.empty() || lines++ > 0) return;
    if (line.size() < 120 && (line.starts_with("—") || line.starts_with("(") || line.starts_with("-")))
      headline.subtitle = line;
  });
  return headline;
}

// From the text: the stretch of months from January on that comes first, or 今年以来.
std::optional<Stretch> from_body(const std::vector<Stretch>& stretches, int published, bool report) {
  const auto fits = [&](const Stretch& s) {
    const bool future = published && (s.year == 0 || s.year == published / 10000) && published / 100 % 100 &&
                        s.last > published / 100 % 100;
    return s.several() && s.first == 1 && !future;
  };
  const auto several = std::find_if(stretches.begin(), stretches.end(), fits);
  if (several != stretches.end()) return *several;
  const auto so_far = std::find_if(stretches.begin(), stretches.end(), [](const Stretch& s) { return s.so_far; });
  return report && so_far != stretches.end() ? std::optional(*so_far) : std::nullopt;
}

// 2021-04-02 over 上半年工作总结: what is told of as done, and is not over yet, was the year before.
bool tells_of_year_before(const Stretch& stretch, std::string_view title, int published) {
  constexpr int months_early = 1; // 上半年 is told of in June, and in the last days of May
  const int month = published / 100 % 100;
  return stretch.several() && stretch.year == 0 && month != 0 && stretch.last > month + months_early && holds_any(title, done);
}

// What is said at a year's first meetings, a government's report among it, looks back on the year before.
bool looks_back(std::string_view headline) {
  constexpr std::array<std::string_view, 2> occasions = {"政府工作报告", "工作会议"};
  constexpr std::array<std::string_view, 5> plans = {"安排", "计划", "要点", "任务", "部署"};
  return holds_any(headline, occasions) && !holds_any(headline, plans);
}

bool is_report(std::string_view headline) {
  constexpr std::array<std::string_view, 16> genres = {"总结", "汇报", "情况", "报告", "简报", "运行", "分析", "进展",
                                                       "通报", "小结", "调度", "推进", "工作", "周报", "回眸", "回顾"};
  return holds_any(headline, genres);
}

std::optional<Stretch> whole_year(int year) {
  Stretch stretch;
  stretch.year = stretch.last_year = year;
  return stretch;
}

std::optional<Stretch> reported_stretch(const Headline& headline, const std::vector<Stretch>& body, int published) {
  const std::string words = headline.whole();
  const auto stretch = choose(headline.stretches());
  if (looks_back(words)) {
    const int written = published / 10000, month = published / 100 % 100;
    if (stretch && stretch->year && !stretch->parted) return whole_year(stretch->year - 1);
    if (!stretch && written) return whole_year(month > 9 ? written : written - 1);
  }
  if (stretch && (stretch->parted || !stretch->year)) return stretch;
  const auto found = from_body(body, published, is_report(words));
  if (found && (!stretch || (!found->so_far && found->year == stretch->year))) return found;
  return stretch;
}

} // namespace

DocumentDate find_document_date(std::string_view text, std::string_view title, int published) {
  DocumentDate date;
  date.published = published_in(text);
  if (date.published == 0) date.published = published;
  date.year = date.published ? date.published / 10000 : spoken_year(text.substr(0, body_bytes), title);
  const std::vector<Stretch> body = stretches_in(cut(text, 0, body_bytes));
  const auto stretch = reported_stretch(headline_of(text, title), body, date.published);
  if (stretch && tells_of_year_before(*stretch, title, date.published)) --date.year;
  if (stretch) date.period = interval_of(*stretch, date.year, date.published);
  return date;
}

} // namespace zonekg
