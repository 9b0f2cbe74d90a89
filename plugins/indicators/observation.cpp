#include "plugins/indicators/observation.hpp"

#include <algorithm>
#include <array>

#include "plugins/indicators/figure_words.hpp"
#include "plugins/indicators/table_figures.hpp"

namespace zonekg {
namespace {

using kit::Range;
using kit::Reading;

bool indicator_kind(const zkg_quantity& q) {
  switch (q.kind) {
  case ZKG_Q_MONEY: case ZKG_Q_COUNT: case ZKG_Q_AREA: case ZKG_Q_LENGTH: case ZKG_Q_PERCENT: case ZKG_Q_MASS:
  case ZKG_Q_VOLUME: case ZKG_Q_ENERGY: case ZKG_Q_RATE: case ZKG_Q_POWER: case ZKG_Q_OTHER: return true;
  default: return false;
  }
}

class Finder {
 public:
  explicit Finder(const Reading& reading) : reading_(reading) {}

  std::vector<Observation> find() {
    const auto& quantities = reading_.quantities();
    std::vector<char> taken(quantities.size(), 0);
    const std::vector<Observation> in_tables = find_table_figures(reading_, taken);
    for (std::size_t i = 0; i < quantities.size();) {
      const zkg_quantity& q = quantities[i];
      if (taken[i] || !indicator_kind(q) || (q.flags & ZKG_Q_REDACTED)) {
        ++i;
        continue;
      }
      const std::size_t run = run_from(i);
      if (run > 1 ? share_out(i, run) : is_shared(i)) {
        i += run;
        continue;
      }
      const Range range = reading_.range(q.span);
      if (q.kind != ZKG_Q_PERCENT || !(attach_growth(q, range) || attach_signed(q, range))) add_value(q, range);
      ++i;
    }
    found_.insert(found_.end(), in_tables.begin(), in_tables.end());
    return std::move(found_);
  }

 private:
  static constexpr std::size_t longest_run = 8;
  static constexpr std::uint32_t longest_gap = 8;

  // How many figures of one kind stand in a row from row `first` on, with nothing but list marks between: 5亿元、3亿元和2亿元.
  [[nodiscard]] std::size_t run_from(std::size_t first) const {
    const auto& quantities = reading_.quantities();
    std::size_t last = first;
    while (last + 1 < quantities.size() && last + 1 - first < longest_run && quantities[last + 1].kind == quantities[first].kind &&
           !(quantities[last + 1].flags & ZKG_Q_REDACTED) &&
           joins(reading_.text({reading_.range(quantities[last].span).end, reading_.range(quantities[last + 1].span).begin})))
      ++last;
    return last + 1 - first;
  }

  static bool joins(std::string_view between) {
    constexpr std::array<std::string_view, 7> marks = {"、", ",", "，", "和", "及", "以及", "与"};
    while (between.starts_with(' ')) between.remove_prefix(1);
    while (between.ends_with(' ')) between.remove_suffix(1);
    return std::find(marks.begin(), marks.end(), between) != marks.end();
  }

  // `产值、税收分别完成5亿元、1亿元，分别增长3%、4%`: each of a row of figures belongs to one of as many metrics.
  bool share_out(std::size_t first, std::size_t count) {
    const auto& quantities = reading_.quantities();
    const Range begin = reading_.range(quantities[first].span);
    const Growth growth = quantities[first].kind == ZKG_Q_PERCENT ? growth_before(reading_, begin.begin) : Growth{};
    const std::uint32_t end = growth.found ? growth.range.begin : begin.begin;
    const std::uint32_t each = each_before(end); // 分别
    if (growth.found && (each != kit::none || metric_before(reading_, end).size() < 2) && grow_last(first, count, growth)) return true;
    if (each == kit::none) return false;
    const std::vector<Range> metrics = names_before(each, count);
    for (std::size_t i = 0; i < metrics.size(); ++i) {
      const zkg_quantity& q = quantities[first + i];
      Observation o;
      o.metric = metrics[i];
      o.whole = o.metric; // those of one row do not overlap
      if (growth.found) set_growth(o, q, growth);
      else o.value = &q;
      found_.push_back(o);
    }
    return !metrics.empty();
  }

  // `新开工、竣工项目各30个`, `产值、税收均增长10%以上`: each of the metrics has the figure.
  bool is_shared(std::size_t row) {
    const zkg_quantity& q = reading_.quantities()[row];
    const Range range = reading_.range(q.span);
    const Growth growth = q.kind == ZKG_Q_PERCENT ? growth_before(reading_, range.begin) : Growth{};
    const std::uint32_t end = growth.found ? growth.range.begin : range.begin;
    const std::uint32_t all = all_before(end);
    if (all == kit::none) return false;
    std::vector<Range> metrics;
    for (std::size_t count = longest_run; count > 1 && metrics.empty(); --count) metrics = names_before(all, count);
    for (const Range metric : metrics) {
      Observation o;
      o.metric = o.whole = metric; // the figure is shared
      if (growth.found) set_growth(o, q, growth);
      else o.value = &q;
      found_.push_back(o);
    }
    return !metrics.empty();
  }

  // The begin of 各 just before `end`, or of 均 or 都 a few characters before it.
  [[nodiscard]] std::uint32_t all_before(std::uint32_t end) const {
    constexpr std::uint32_t reach = 6;
    for (std::uint32_t i = end; i > 0 && i + reach > end && !kit::breaks_name(reading_.at(std::int64_t{i} - 1)); --i) {
      const char32_t c = reading_.at(std::int64_t{i} - 1);
      if ((c == U'各' && i == end) || c == U'均' || (c == U'都' && reading_.word_at(std::int64_t{i} - 1) != reading_.word_at(std::int64_t{i} - 2))) return i - 1;
    }
    return kit::none;
  }

  // The begin of 分别 that stands a few characters before `end` in its clause.
  [[nodiscard]] std::uint32_t each_before(std::uint32_t end) const {
    constexpr std::uint32_t reach = 10;
    for (std::uint32_t i = end; i > 1 && i + reach > end && !kit::breaks_name(reading_.at(std::int64_t{i} - 1)); --i)
      if (reading_.at(std::int64_t{i} - 2) == U'分' && reading_.at(std::int64_t{i} - 1) == U'别') return i - 2;
    return kit::none;
  }

  // The growth of the last values of the sentence, as many as there are rates.
  bool grow_last(std::size_t first, std::size_t count, const Growth& growth) {
    if (found_.size() < count) return false;
    const auto& quantities = reading_.quantities();
    const std::uint32_t sentence = reading_.sentence_at(reading_.range(quantities[first].span).begin);
    for (std::size_t i = found_.size() - count; i < found_.size(); ++i)
      if (found_[i].growth || !found_[i].value || reading_.sentence_at(found_[i].whole.begin) != sentence) return false;
    for (std::size_t i = 0; i < count; ++i) set_growth(found_[found_.size() - count + i], quantities[first + i], growth);
    return true;
  }

  // The last `count` names of the list that ends at `end`; empty when there are fewer.
  [[nodiscard]] std::vector<Range> names_before(std::uint32_t end, std::size_t count) const {
    for (const std::u32string_view marks : {std::u32string_view(U"、"), std::u32string_view(U"、和及与"), std::u32string_view(U"、，,和及与")}) {
      std::vector<Range> names;
      for (std::uint32_t last = end; names.size() < count && last > 0;) {
        std::uint32_t begin = last;
        const auto parts = [&] { return marks.find(reading_.at(std::int64_t{begin} - 1)) != std::u32string_view::npos; };
        while (begin > 0 && last - begin <= longest_metric && !parts() && !kit::breaks_name(reading_.at(std::int64_t{begin} - 1))) --begin;
        const bool more = begin > 0 && parts();
        const std::uint32_t from = strip_left(reading_, after_period(reading_, begin, last), last);
        if (const Range name{from, strip_links(reading_, from, last)}; name.size() >= 2) names.push_back(name);
        if (!more) break;
        last = begin - 1;
      }
      if (names.size() == count) return {names.rbegin(), names.rend()};
    }
    return {};
  }

  // What a bare growth rate is of: the last value of the sentence that is no share itself (工业增加值21.5亿元,为计划的53.7%,增长11.3%).
  Observation* last_amount(std::uint32_t position) {
    constexpr std::uint32_t farthest = 20, past_shares = 45; // characters
    for (auto last = found_.rbegin(); last != found_.rend(); ++last) {
      if (!last->value || last->growth || reading_.sentence_at(last->metric.begin) != reading_.sentence_at(position)) return nullptr;
      if (position < last->whole.end || position - last->whole.end >= (last == found_.rbegin() ? farthest : past_shares)) return nullptr;
      if (last->value->kind != ZKG_Q_PERCENT) return &*last;
    }
    return nullptr;
  }

  // 17.73亿元 +13%: a sign says that it is the growth of the value before it.
  bool attach_signed(const zkg_quantity& q, Range range) {
    if (found_.empty() || range.begin == 0) return false;
    const bool inside = is_sign(reading_.at(range.begin));
    const std::uint32_t sign = inside ? range.begin : range.begin - 1;
    Observation& last = found_.back();
    if (!is_sign(reading_.at(sign)) || last.growth || !last.value || sign < last.whole.end || sign - last.whole.end > longest_gap) return false;
    constexpr std::u32string_view comparing = U"同比口径可名义"; // 同比, 同口径, 可比, 名义
    for (std::uint32_t i = last.whole.end; i < sign; ++i)
      if (reading_.at(i) == U'\n' || (kit::is_cjk(reading_.at(i)) && comparing.find(reading_.at(i)) == std::u32string_view::npos)) return false;
    Growth growth;
    growth.sign = reading_.at(sign) == U'+' || reading_.at(sign) == U'＋' || q.value < 0 ? 1 : -1;
    growth.word = kit::hash_text("+");
    set_growth(last, q, growth);
    last.whole.end = range.end;
    return true;
  }
  static bool is_sign(char32_t c) { return c == U'+' || c == U'＋' || c == U'-' || c == U'－' || c == U'−'; }

  // A growth rate belongs to the value before it in its sentence when no other metric stands between; else it is its own.
  bool attach_growth(const zkg_quantity& q, Range range) {
    const Growth growth = growth_before(reading_, range.begin);
    if (!growth.found) return false;
    const Range own = metric_before(reading_, growth.range.begin);
    const bool bare = own.size() < 2;
    if (bare)
      if (Observation* const grown = last_amount(range.begin)) {
        set_growth(*grown, q, growth);
        if (grown == &found_.back()) grown->whole.end = std::max(grown->whole.end, range.end);
        return true;
      }
    if (bare) return true;
    Observation alone;
    alone.metric = own;
    alone.whole = {own.begin, range.end};
    set_growth(alone, q, growth);
    found_.push_back(alone);
    return true;
  }

  static void set_growth(Observation& o, const zkg_quantity& q, const Growth& growth) {
    o.growth = &q;
    o.yoy = q.value * growth.sign;
    o.growth_word = growth.word;
  }

  void add_value(const zkg_quantity& q, Range range) {
    Observation o;
    o.value = &q;
    o.metric = metric_before(reading_, range.begin);
    const Range after = noun_after(reading_, range.end);
    const bool counts = q.kind == ZKG_Q_COUNT || q.kind == ZKG_Q_AREA || o.metric.size() < 2;
    if (counts && after.size() >= 2 && o.metric.size() < 2) o.metric = after;
    add_named(o, range);
    // What is counted may follow where something else stands before: the weights choose.
    const Range said = said_after(reading_, range.end);
    if (q.kind != ZKG_Q_COUNT || said.size() < 2 || o.metric.begin == said.begin) return;
    o.metric = said;
    add_named(o, range);
  }

  void add_named(Observation o, Range range) {
    if (o.metric.size() < 1) return;
    o.whole = {std::min(o.metric.begin, range.begin), std::max(range.end, o.metric.end)};
    found_.push_back(o);
  }

  const Reading& reading_;
  std::vector<Observation> found_;
};

} // namespace

std::vector<Observation> find_observations(const Reading& reading) { return Finder(reading).find(); }

} // namespace zonekg
