#include <algorithm>
#include <iterator>

#include "core/text/calendar_parts.hpp"

namespace zonekg::calendar {
namespace {

class PointParser {
 public:
  PointParser(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  std::optional<CalendarPoint> parse() {
    const bool year = begins_number() ? numeric_date() || years() : year_word();
    if (point_.day != 0 || (year && point_.month_kind != CalendarPoint::no_month)) return done();
    const std::size_t next = year ? skip_spaces(text_, at_) : at_;
    const std::size_t before = at_;
    at_ = next;
    if (begins_number() ? quarter() || month() || (!year && bare_day())
                        : part(year) || (point_.year_kind != CalendarPoint::absolute && relative_month()))
      return done();
    at_ = before;
    if (!year) return std::nullopt;
    return done();
  }

 private:
  bool begins_number() const {
    const char32_t c = folded_or_zero(text_, at_);
    return is_ascii_digit(c) || chinese_digit(c) >= 0 || c == U'十';
  }
  std::optional<CalendarPoint> done() {
    point_.end = at_;
    check();
    return point_;
  }
  void check() {
    if (point_.day == 0 || point_.month_kind != CalendarPoint::months) return;
    const int year =
        point_.year_kind == CalendarPoint::absolute ? point_.year : 2000; // a leap year: 2月29日 may be right
    if (!is_date(year, point_.month, point_.day)) point_.valid = false;
  }
  void set_year(CalendarPoint::Year kind, int from, int to) {
    point_.year_kind = kind;
    point_.year = from;
    point_.last_year = to;
    point_.grain = from == to ? ZKG_GRAIN_YEAR : ZKG_GRAIN_YEARS;
  }
  void set_months(int from, int to, int grain) {
    point_.month_kind = CalendarPoint::months;
    point_.month = from;
    point_.last_month = to;
    point_.grain = grain;
  }
  void set_days(int from, int to) {
    point_.day = from;
    point_.last_day = to;
    point_.grain = from == to ? ZKG_GRAIN_DAY : ZKG_GRAIN_OTHER;
  }

  // 2019-04-19, 2019/4/19, 2019.9.6, 2008/08, 20240307.
  bool numeric_date() {
    if (!is_ascii_digit(folded_or_zero(text_, at_))) return false;
    std::size_t end = at_;
    const int packed = parse_full_date(text_, at_, end);
    if (packed == 0 || end == at_ || text_.substr(at_, end - at_).find("年") != std::string_view::npos) return false;
    const Date date = unpack(packed);
    set_year(CalendarPoint::absolute, date.year, date.year);
    set_months(date.month, date.month, ZKG_GRAIN_MONTH);
    if (date.day != 0) set_days(date.day, date.day);
    at_ = end;
    return true;
  }

  // 2023年, 2021-2023年, 二〇二三年, 03年2月.
  bool years() {
    auto first = read_year();
    if (!first) return false;
    if (const auto last = read_last_year(first->end)) {
      if (last->value <= first->value) return false;
      at_ = last->end;
      set_year(CalendarPoint::absolute, first->value, last->value);
      return true;
    }
    const std::size_t word = skip_spaces(text_, first->end);
    if (!starts_at(text_, word, "年") || starts_at(text_, word, "年级") || starts_at(text_, word, "年代")) return false;
    at_ = skip_word(text_, word + 3, "度");
    set_year(CalendarPoint::absolute, first->value, first->value);
    return true;
  }
  std::optional<Small> read_year() const {
    auto year = read_chinese_year(text_, at_);
    if (!year) year = read_small(text_, at_);
    if (!year) return std::nullopt;
    if (year->digits == 4) return is_plausible_year(year->value) ? year : std::nullopt;
    return year->digits == 2 && is_short_year(*year)
               ? std::optional<Small>({year->value + (year->value > 50 ? 1900 : 2000), year->end, 2})
               : std::nullopt;
  }
  // 03年, 18年6月: two figures are a year when they begin with 0 or a month follows.
  bool is_short_year(const Small& year) const {
    if (!starts_at(text_, year.end, "年")) return false;
    if (year.value < 10) return true;
    const auto next = read_small(text_, year.end + 3);
    return next && next->value >= 1 && next->value <= 12 && starts_at(text_, next->end, "月");
  }
  // The later year of a span: 2021-2023年, 2021年至2023年 where no month stands between.
  std::optional<Small> read_last_year(std::size_t at) const {
    const std::size_t first_end = skip_word(text_, at, "年");
    const std::size_t next = skip_range_sign(text_, first_end);
    if (next == first_end) return std::nullopt;
    const auto last = read_small(text_, next);
    if (!last || last->digits != 4 || !is_plausible_year(last->value)) return std::nullopt;
    const std::size_t word = skip_spaces(text_, last->end, 1);
    if (!starts_at(text_, word, "年")) return std::nullopt;
    const auto month = read_small(text_, word + 3);
    if (month && starts_at(text_, month->end, "月")) return std::nullopt;
    return Small{last->value, skip_word(text_, word + 3, "度"), 4};
  }
  bool year_word() {
    const auto word = read_year_word(text_, at_);
    if (!word) return false;
    at_ = skip_word(text_, word->end, "度");
    set_year(CalendarPoint::relative, word->value, word->value);
    return true;
  }

  // 上半年, 年底, 前三季度, 前5个月, 首月, 同期.
  bool part(bool after_year) {
    struct Part {
      std::string_view word;
      int from, to, grain;
    };
    constexpr Part parts[] = {{"上半年", 1, 6, ZKG_GRAIN_HALF},    {"下半年", 7, 12, ZKG_GRAIN_HALF},
                              {"前半年", 1, 6, ZKG_GRAIN_HALF},    {"后半年", 7, 12, ZKG_GRAIN_HALF},
                              {"首季度", 1, 3, ZKG_GRAIN_QUARTER}, {"首季", 1, 3, ZKG_GRAIN_QUARTER}};
    constexpr Part edges[] = {{"年底", 12, 12, ZKG_GRAIN_MONTH},
                              {"年末", 12, 12, ZKG_GRAIN_MONTH},
                              {"年初", 1, 1, ZKG_GRAIN_MONTH},
                              {"年中", 6, 6, ZKG_GRAIN_MONTH},
                              {"岁末", 12, 12, ZKG_GRAIN_MONTH}};
    constexpr Part year_edges[] = {{"底", 12, 12, ZKG_GRAIN_MONTH},
                                   {"末", 12, 12, ZKG_GRAIN_MONTH},
                                   {"初", 1, 1, ZKG_GRAIN_MONTH},
                                   {"首月", 1, 1, ZKG_GRAIN_MONTH},
                                   {"年底", 12, 12, ZKG_GRAIN_MONTH}};
    const auto take = [&](const auto& list) {
      for (const Part& part : list) {
        if (!starts_at(text_, at_, part.word)) continue;
        at_ += part.word.size();
        set_months(part.from, part.to, part.grain);
        return true;
      }
      return false;
    };
    if (after_year && starts_at(text_, at_, "同期")) {
      at_ += 6;
      point_.same_period = true;
      return true;
    }
    if (take(parts) || (after_year && take(year_edges)) ||
        (!after_year && !follows_figure() && !starts_at(text_, at_, "年中国") && take(edges)))
      return true;
    return first_parts();
  }
  bool follows_figure() const {
    const char32_t before = folded_before(text_, at_);
    return is_ascii_digit(before) || chinese_digit(before) >= 0 || chinese_factor(before) > 0 ||
           is_one_of(before, U"几多半往周历逐当成青少壮老");
  }
  // 前三季度, 前5个月, 前八月, 头两个月, 第九个月, 第一季度.
  bool first_parts() {
    const bool ordinal = starts_at(text_, at_, "第");
    if (!ordinal && !starts_at(text_, at_, "前") && !starts_at(text_, at_, "头")) return false;
    const auto count = read_small(text_, skip_spaces(text_, at_ + 3, 1));
    if (!count || count->digits > 2) return false;
    const std::size_t word = skip_spaces(text_, count->end, 1);
    const std::size_t noun = skip_word(text_, word, "个");
    if (starts_at(text_, noun, "季度") && count->value >= 1 && count->value <= 4) {
      at_ = noun + 6;
      set_months(ordinal ? count->value * 3 - 2 : 1, count->value * 3, ordinal ? ZKG_GRAIN_QUARTER : ZKG_GRAIN_OTHER);
      return true;
    }
    if (!starts_at(text_, noun, "月") || count->value < 1 || count->value > 12 || (ordinal && noun == word))
      return false;
    at_ = skip_word(text_, noun + 3, "份");
    set_months(ordinal ? count->value : 1, count->value, ordinal ? ZKG_GRAIN_MONTH : ZKG_GRAIN_OTHER);
    return true;
  }
  bool quarter() {
    const auto first = read_small(text_, at_);
    if (!first || first->digits > 1 || first->value < 1 || first->value > 4) return false;
    const std::size_t sign = skip_range_sign(text_, first->end);
    const auto last = sign != first->end ? read_small(text_, sign) : first;
    if (!last || last->value < first->value || last->value > 4 || !starts_at(text_, last->end, "季度")) return false;
    at_ = last->end + 6;
    set_months(first->value * 3 - 2, last->value * 3,
               first->value == last->value ? ZKG_GRAIN_QUARTER : ZKG_GRAIN_OTHER);
    return true;
  }

  // 4月, 1-10月份, 1月至5月, 6月底, 3月15日, 3月15-18日, 上旬.
  bool month() {
    const auto first = read_small(text_, at_);
    if (!first || !is_month(*first)) return false;
    const std::size_t word = skip_spaces(text_, first->end);
    const bool named = starts_at(text_, word, "月");
    const std::size_t first_end = named ? skip_word(text_, word + 3, "份") : first->end;
    if (const auto last = last_month(first_end)) {
      if (last->value <= first->value) return named && single_month(*first, first_end);
      at_ = last->end;
      set_months(first->value, last->value, ZKG_GRAIN_OTHER);
      take_edge();
      return true;
    }
    return named && single_month(*first, first_end);
  }
  static bool is_month(const Small& small) { return small.digits <= 2 && small.value >= 1 && small.value <= 12; }
  std::optional<Small> last_month(std::size_t at) const {
    const std::size_t next = skip_range_sign(text_, at);
    if (next == at) return std::nullopt;
    const auto last = read_small(text_, next);
    if (!last || !is_month(*last)) return std::nullopt;
    const std::size_t word = skip_spaces(text_, last->end);
    if (!starts_at(text_, word, "月")) return std::nullopt;
    const auto day = read_small(text_, skip_spaces(text_, word + 3, 1));
    if (day && is_day_word(day->end)) return std::nullopt; // 1月3日至2月10日: the ends are dates
    return Small{last->value, skip_word(text_, word + 3, "份"), 0};
  }
  bool is_day_word(std::size_t at) const { return starts_at(text_, at, "日") || starts_at(text_, at, "号"); }
  bool single_month(const Small& month, std::size_t end) {
    at_ = end;
    set_months(month.value, month.value, ZKG_GRAIN_MONTH);
    take_day();
    return true;
  }
  void take_day() {
    const std::size_t digits = skip_spaces(text_, at_);
    const auto day = read_small(text_, digits);
    if (!day || day->digits > 2 || day->value < 1 || day->value > 31) return take_edge();
    const std::size_t word = skip_spaces(text_, day->end);
    const bool named = is_day_word(word);
    const std::size_t day_end = named ? word + 3 : day->end;
    const std::size_t next = skip_range_sign(text_, day_end);
    const auto last = next != day_end ? read_small(text_, next) : std::nullopt;
    if (last && last->value > day->value && last->value <= 31 && is_day_word(skip_spaces(text_, last->end))) {
      at_ = skip_spaces(text_, last->end) + 3;
      set_days(day->value, last->value);
    } else if (named || (last && is_month(*last) && starts_at(text_, last->end, "月"))) {
      at_ = day_end;
      set_days(day->value, day->value);
    }
  }
  // 6月底, 9月上旬.
  void take_edge() {
    struct Edge {
      std::string_view word;
      int from, to;
    };
    constexpr Edge edges[] = {{"上旬", 1, 10}, {"中旬", 11, 20}, {"下旬", 21, 31},
                              {"底", 31, 31},  {"末", 31, 31},   {"初", 1, 10}};
    for (const Edge& edge : edges) {
      if (!starts_at(text_, at_, edge.word)) continue;
      at_ += edge.word.size();
      if (edge.from != 31) {
        point_.day = edge.from;
        point_.last_day = edge.to;
        point_.grain = ZKG_GRAIN_OTHER;
      }
      return;
    }
  }
  bool bare_day() {
    const auto day = read_small(text_, at_);
    if (!day || day->digits == 0 || day->digits > 2 || day->value < 1 || day->value > 31 ||
        !starts_at(text_, day->end, "日"))
      return false;
    at_ = day->end + 3;
    if (is_one_of(code_point_or_zero(text_, at_), U"内产处供均")) return false;
    set_days(day->value, day->value);
    return true;
  }
  bool relative_month() {
    struct Word {
      std::string_view word;
      int offset;
      CalendarPoint::Month kind;
    };
    constexpr Word words[] = {
        {"本月", 0, CalendarPoint::relative_month},      {"当月", 0, CalendarPoint::relative_month},
        {"上个月", -1, CalendarPoint::relative_month},   {"上月", -1, CalendarPoint::relative_month},
        {"下个月", 1, CalendarPoint::relative_month},    {"下月", 1, CalendarPoint::relative_month},
        {"本季度", 0, CalendarPoint::relative_quarter},  {"上个季度", -1, CalendarPoint::relative_quarter},
        {"上季度", -1, CalendarPoint::relative_quarter}, {"下个季度", 1, CalendarPoint::relative_quarter},
        {"下季度", 1, CalendarPoint::relative_quarter}};
    for (const Word& word : words) {
      if (!starts_at(text_, at_, word.word) || is_one_of(code_point_before(text_, at_), U"以根基")) continue;
      at_ += word.word.size();
      point_.month_kind = word.kind;
      point_.month = point_.last_month = word.offset;
      point_.grain = word.kind == CalendarPoint::relative_month ? ZKG_GRAIN_MONTH : ZKG_GRAIN_QUARTER;
      if (word.kind == CalendarPoint::relative_month) take_day();
      return true;
    }
    if (!starts_at(text_, at_, "本日") && !starts_at(text_, at_, "今天")) return false;
    if (is_one_of(code_point_before(text_, at_), U"日")) return false;
    at_ += 6;
    point_.grain = ZKG_GRAIN_DAY;
    point_.month_kind = CalendarPoint::relative_month;
    point_.day = point_.last_day = -1; // the document's own day
    return true;
  }

  std::string_view text_;
  std::size_t at_;
  CalendarPoint point_;
};

} // namespace

std::optional<CalendarPoint> parse_point(std::string_view text, std::size_t at) {
  return PointParser(text, at).parse();
}

} // namespace zonekg::calendar
