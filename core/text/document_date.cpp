// When a document was written and what period it reports about: from its title, its date line, its first periods.
#include <algorithm>
#include <array>
#include <optional>

#include "core/text/calendar.hpp"
#include "core/text/layers.hpp"
#include "core/text/periods.hpp"
#include "core/text/utf8.hpp"

namespace zonekg {
namespace {

constexpr std::size_t head_bytes = 1500, tail_bytes = 400, body_bytes = 60000;

std::string_view cut(std::string_view text, std::size_t begin, std::size_t end) {
  begin = std::min(begin, text.size());
  while (begin < text.size() && is_continuation(text[begin])) ++begin;
  end = std::min(end, text.size());
  while (end < text.size() && is_continuation(text[end])) ++end;
  return text.substr(begin, std::max(begin, end) - begin);
}

template <class Function>
void each_line(std::string_view text, Function&& function) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    function(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

// Of a line: the first date with its year, and whether the line is there to tell it.
struct LineDate {
  int date = 0;
  bool telling = false;
};

LineDate date_of(std::string_view line) {
  constexpr std::array<std::string_view, 12> cues = {"发布", "发表", "日期", "时间", "来源", "记者", "生成", "成文", "更新", "编辑", "作者", "供稿"};
  for (std::size_t at = 0; at < line.size(); at += code_point_at(line, at).size) {
    std::size_t end = at;
    const int date = may_begin_calendar(code_point_at(line, at).value) ? parse_full_date(line, at, end) : 0;
    if (!date) continue;
    const bool cued = std::any_of(cues.begin(), cues.end(), [&](std::string_view cue) { return line.find(cue) != std::string_view::npos; });
    return {date, (cued && line.size() < 300) || line.size() - (end - at) < 40};
  }
  return {};
}

int published_in(std::string_view text) {
  int telling = 0, any = 0;
  const auto look = [&](std::string_view line) {
    const LineDate found = date_of(line);
    if (!found.date) return;
    if (found.telling && !telling) telling = found.date;
    if (!any) any = found.date;
  };
  each_line(cut(text, 0, head_bytes), look);
  if (telling) return telling;
  if (text.size() > head_bytes) each_line(cut(text, text.size() - std::min(tail_bytes, text.size()), text.size()), look);
  return telling ? telling : any;
}

// A stretch of months or a year that a report may be about; year 0 when the words leave it open.
struct Span {
  int year = 0, last_year = 0, first = 1, last = 12;
  bool parted = false;   // narrower than a year
  bool so_far = false;   // 今年以来: ends with the month of writing
  bool relative = false; // 今年
};

std::optional<Span> span_of(const CalendarWords& words) {
  const CalendarPoint& from = words.from;
  if (!from.valid || from.day || from.same_period) return std::nullopt;
  Span span;
  if (from.year_kind == CalendarPoint::absolute) span.year = from.year, span.last_year = std::max(from.year, from.last_year);
  else if (from.year_kind == CalendarPoint::relative && from.year != 0) return std::nullopt;
  else span.relative = from.year_kind == CalendarPoint::relative;
  if (words.kind == CalendarWords::since) {
    span.so_far = from.month_kind == CalendarPoint::no_month;
    return span.so_far ? std::optional(span) : std::nullopt;
  }
  if (words.kind == CalendarWords::until && from.month_kind == CalendarPoint::months) {
    span.last = from.month;
    span.parted = true;
    return span;
  }
  if (words.kind != CalendarWords::point) return std::nullopt;
  if (from.month_kind == CalendarPoint::months) {
    span.first = from.month;
    span.last = from.last_month ? from.last_month : from.month;
    span.parted = true;
  } else if (from.month_kind != CalendarPoint::no_month) return std::nullopt;
  return span;
}

std::vector<Span> spans_in(std::string_view text) {
  std::vector<Span> spans;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    const auto words = may_begin_calendar(c.value) ? parse_calendar(text, at) : std::nullopt;
    if (!words || words->end <= at) {
      at += c.size;
      continue;
    }
    if (const auto span = span_of(*words)) spans.push_back(*span);
    at = words->end;
  }
  return spans;
}

zkg_interval interval_of(const Span& span, int year, int published) {
  if (span.year) year = span.year;
  if (year == 0) return {0, 0};
  if (span.so_far) {
    const int month = published / 10000 == year && published / 100 % 100 ? published / 100 % 100 : 12;
    return whole_months(year, 1, year, month);
  }
  const int last = span.last_year > year && span.last_year - year < 6 && !span.parted ? span.last_year : year;
  return whole_months(year, span.first, last, span.last);
}

// The span that the title is about: a part of a year before a whole one, else the first.
std::optional<Span> choose(const std::vector<Span>& spans) {
  const auto parted = std::find_if(spans.begin(), spans.end(), [](const Span& s) { return s.parted && s.last > s.first; });
  if (parted == spans.end()) return spans.empty() ? std::nullopt : std::optional(spans.front());
  Span chosen = *parted;
  if (!chosen.year)
    for (const Span& s : spans)
      if (s.year && !chosen.year) chosen.year = s.year;
  return chosen;
}

// From the text itself: the first stretch of several months, or 今年以来.
std::optional<Span> from_body(std::string_view text) {
  for (const Span& span : spans_in(cut(text, 0, body_bytes)))
    if ((span.parted && span.last > span.first && span.first == 1) || span.so_far) return span;
  return std::nullopt;
}

int first_year(std::string_view text) {
  for (const Span& span : spans_in(cut(text, 0, body_bytes)))
    if (span.year) return span.year;
  return 0;
}

} // namespace

DocumentDate find_document_date(std::string_view text, std::string_view title) {
  DocumentDate date;
  date.published = published_in(text);
  const int written = date.published / 10000;
  std::optional<Span> span = choose(spans_in(title));
  if (!span || (span->year && !span->parted)) {
    const auto body = from_body(text);
    if (body && (!span || body->year == 0 || body->year == span->year)) {
      const int year = span ? span->year : body->year;
      if (!span || !body->so_far) span = body;
      if (year) span->year = year;
    }
  }
  if (span) date.period = interval_of(*span, written ? written : first_year(text), date.published);
  return date;
}

} // namespace zonekg
