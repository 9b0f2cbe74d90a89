#include "plugins/indicators/observation.hpp"

#include <algorithm>
#include <array>

#include "core/kit/features.hpp"
#include "plugins/indicators/table_figures.hpp"

namespace zonekg {
namespace {

using kit::Range;
using kit::Reading;

constexpr std::uint32_t longest_metric = 24;

// Words between a metric and its value: they say that it is reached, not what it is.
constexpr std::array<std::string_view, 40> linking_words = {
    "实现", "完成", "达到", "达", "突破", "超过", "超", "约", "近", "为", "共", "共计", "累计", "预计", "有望", "力争", "确保", "将",
    "分别", "合计", "已", "到", "是", "至", "有", "可", "同比", "总计", "接近", "不低于", "仅", "净", "较", "比", "均", "约为", "高达", "逾",
    "总量", "左右"};

bool ends_clause(char32_t c) { return kit::breaks_name(c) || c == U'、' || c == U'(' || c == U'（' || c == U')' || c == U'）'; }

// Moves `end` left over white space and linking words, never past `begin`.
std::uint32_t strip_links(const Reading& reading, std::uint32_t begin, std::uint32_t end) {
  for (bool moved = true; moved && end > begin;) {
    moved = false;
    if (reading.at(std::int64_t{end} - 1) == U' ') {
      --end;
      moved = true;
      continue;
    }
    const std::string_view text = reading.text({begin, end});
    for (const std::string_view word : linking_words) {
      if (text.size() < word.size() || text.substr(text.size() - word.size()) != word) continue;
      const auto size = static_cast<std::uint32_t>(word.size() / 3);
      end -= size;
      moved = true;
      break;
    }
  }
  return end;
}

// Past the number of an item: 1.固定资产投资.
std::uint32_t after_number(const Reading& reading, std::uint32_t begin, std::uint32_t end) {
  std::uint32_t i = begin;
  while (i < end && reading.at(i) >= U'0' && reading.at(i) <= U'9') ++i;
  const bool is_number = i > begin && i + 1 < end && (reading.at(i) == U'.' || reading.at(i) == U'．') && kit::is_cjk(reading.at(std::int64_t{i} + 1));
  return is_number ? i + 1 : begin;
}

std::uint32_t strip_left(const Reading& reading, std::uint32_t begin, std::uint32_t end) {
  begin = after_number(reading, begin, end);
  constexpr std::array<std::string_view, 31> openers = {
      "开发区", "经开区", "高新区", "我区", "我县", "我市", "我园", "其中", "全年", "实现", "完成", "预计", "力争", "确保", "累计", "今年",
      "共有", "现有", "已", "全区", "园区", "同时", "共", "拥有", "并", "全县", "全市", "年", "目前", "的", "占"};
  for (bool moved = true; moved && begin < end;) {
    moved = false;
    if (reading.at(begin) == U' ') {
      ++begin;
      moved = true;
      continue;
    }
    const std::string_view text = reading.text({begin, end});
    for (const std::string_view word : openers) {
      if (text.size() <= word.size() + 3 || text.substr(0, word.size()) != word) continue;
      if (word == "年" && !reading.begins_word(begin + 1)) continue; // 年度计划投资
      begin += static_cast<std::uint32_t>(word.size() / 3);
      moved = true;
      break;
    }
  }
  return begin;
}

// The end of the last period in [begin, end), or begin.
std::uint32_t after_period(const Reading& reading, std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t i = end; i > begin; --i)
    if (reading.ends(i) & kit::mark_period) return i;
  return begin;
}

// The begin of the last period in [begin, end), or `end`.
std::uint32_t before_period(const Reading& reading, std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t i = end; i > begin; --i)
    if (reading.begins(i - 1) & kit::mark_period) return i - 1;
  return end;
}

// Past white space and a colon that end at `end`, to the left.
std::uint32_t before_colon(const Reading& reading, std::uint32_t end) {
  const auto is_one = [](char32_t c) { return c == U':' || c == U'：' || c == U'\t' || c == U' '; };
  while (end > 0 && is_one(reading.at(std::int64_t{end} - 1))) --end;
  return end;
}

// 固定资产投资（不含农户）731.1亿元: past the note in brackets that ends at `end`.
std::uint32_t before_note(const Reading& reading, std::uint32_t end) {
  constexpr std::uint32_t longest_note = 16;
  const auto is_any = [&](std::uint32_t i, char32_t a, char32_t b) { return reading.at(i) == a || reading.at(i) == b; };
  if (end == 0 || !is_any(end - 1, U')', U'）')) return end;
  for (std::uint32_t i = end - 1; i > 0 && end - i < longest_note && reading.at(std::int64_t{i} - 1) != U'\n';)
    if (is_any(--i, U'(', U'（')) return i;
  return end;
}

// 税收500万元以上企业: the quantity that ends at `position` belongs to the name.
bool is_bound(const Reading& reading, std::uint32_t position, std::uint32_t end) {
  const std::string_view rest = reading.text({position, end});
  return rest.starts_with("以上") || rest.starts_with("以下");
}

// The words that end at `end` and name a figure, in their clause. `periods`: how many may be stepped over.
Range words_before(const Reading& reading, std::uint32_t end, int periods = 3) {
  std::uint32_t begin = end;
  while (begin > 0 && end - begin < longest_metric && !ends_clause(reading.at(std::int64_t{begin} - 1))) --begin;
  const std::uint32_t clause = begin;
  begin = after_period(reading, begin, end);
  for (std::uint32_t i = end; i > begin; --i)
    if ((reading.ends(i) & kit::mark_quantity) && !is_bound(reading, i, end)) {
      begin = i;
      break;
    }
  const std::uint32_t last = strip_links(reading, begin, end);
  // 规上工业产值前三季度24.8亿元: the period stands between.
  if (periods > 0 && last == begin && begin > clause && (reading.ends(begin) & kit::mark_period))
    if (const std::uint32_t period = before_period(reading, clause, begin); period > clause && period < begin) return words_before(reading, period, periods - 1);
  return {strip_left(reading, begin, last), last};
}

// The words before `value` that name the figure; before an empty clause, those of the clause before it.
Range metric_before(const Reading& reading, std::uint32_t value) {
  return words_before(reading, before_note(reading, before_colon(reading, value)));
}

// Counts name what they count after the figure: 签约39个项目 has 项目; the metric is the verb and the noun.
Range noun_after(const Reading& reading, std::uint32_t position) {
  std::uint32_t end = position;
  while (end < reading.size() && end - position < 8 && !ends_clause(reading.at(end)) && reading.at(end) != U' ') {
    const std::uint32_t word = reading.word_at(end);
    const std::uint32_t tag = reading.word_tag(word);
    if (end > position && (tag == ZKG_TAG_VERB || tag == ZKG_TAG_FUNCTION || tag == ZKG_TAG_NUMBER || tag == ZKG_TAG_ADVERB)) break;
    end = word == kit::none ? end + 1 : reading.word_range(word).end;
  }
  return {position, end};
}

// All that is said after a count: 等46个亿元以上项目竣工投产.
Range said_after(const Reading& reading, std::uint32_t position) {
  constexpr std::uint32_t longest = 12;
  std::uint32_t end = position;
  while (end < reading.size() && end - position < longest && !ends_clause(reading.at(end)) && reading.at(end) != U' ') ++end;
  return {position, end};
}

struct Growth {
  bool found = false;
  double sign = 1;
  std::uint64_t word = 0;
  Range range{0, 0};
};

// Past 同比, 较上年 … that end at `end`, to the left.
std::uint32_t before_comparison(const Reading& reading, std::uint32_t end) {
  for (const std::string_view word : {"同比", "比上年", "较上年", "比去年", "较去年", "年均", "可比口径"}) {
    const auto size = static_cast<std::uint32_t>(word.size() / 3);
    if (end >= size && reading.text({end - size, end}) == word) end -= size;
  }
  return end;
}

// A growth word that ends just before the percentage (增长约6.7%).
Growth growth_before(const Reading& reading, std::uint32_t percent) {
  constexpr std::uint32_t reach = 6, longest_word = 8; // 增长约6.7%: a few characters may stand between
  for (std::uint32_t i = percent; i + reach > percent && i > 0; --i) {
    if (ends_clause(reading.at(std::int64_t{i} - 1)) && i < percent) break;
    for (auto [row, last] = reading.hits_in({i - std::min(i, longest_word), i}); row < last; ++row) { // longest first
      const std::string& name = reading.class_name(reading.hit(row));
      const Range word = reading.range(reading.hit(row).span);
      if (word.end != i || (name != "growth" && name != "decline")) continue;
      const std::uint32_t begin = before_comparison(reading, word.begin);
      return {true, name == "decline" ? -1.0 : 1.0, kit::hash_text(reading.text({begin, i})), {begin, i}};
    }
  }
  return {};
}

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
