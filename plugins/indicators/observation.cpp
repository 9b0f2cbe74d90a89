#include "plugins/indicators/observation.hpp"

#include <algorithm>
#include <array>

#include "core/kit/features.hpp"

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

std::uint32_t strip_left(const Reading& reading, std::uint32_t begin, std::uint32_t end) {
  constexpr std::array<std::string_view, 26> openers = {"开发区", "其中", "全年", "实现", "完成", "预计", "力争", "确保", "累计", "今年", "共有", "现有",
                                                        "已", "新", "全区", "园区", "同时", "共", "拥有", "并", "全县", "全市", "年", "目前", "的", "占"};
  for (bool moved = true; moved && begin < end;) {
    moved = false;
    if (reading.at(begin) == U' ') {
      ++begin;
      moved = true;
      continue;
    }
    const std::string_view text = reading.text({begin, end});
    for (const std::string_view word : openers) {
      if (word == "新" || text.size() <= word.size() + 3 || text.substr(0, word.size()) != word) continue;
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

// The words before `value` that name the figure; before an empty clause, those of the clause before it.
Range metric_before(const Reading& reading, std::uint32_t value) {
  std::uint32_t end = value;
  while (end > 0 && (reading.at(std::int64_t{end} - 1) == U':' || reading.at(std::int64_t{end} - 1) == U'：' || reading.at(std::int64_t{end} - 1) == U'\t' ||
                     reading.at(std::int64_t{end} - 1) == U' '))
    --end;
  std::uint32_t begin = end;
  while (begin > 0 && end - begin < longest_metric && !ends_clause(reading.at(std::int64_t{begin} - 1))) --begin;
  begin = after_period(reading, begin, end);
  for (std::uint32_t i = end; i > begin; --i)
    if (reading.ends(i) & kit::mark_quantity) {
      begin = i;
      break;
    }
  end = strip_links(reading, begin, end);
  begin = strip_left(reading, begin, end);
  return {begin, end};
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
    for (const zkg_quantity& q : reading_.quantities()) {
      if (!indicator_kind(q) || (q.flags & ZKG_Q_REDACTED)) continue;
      const Range range = reading_.range(q.span);
      if (q.kind == ZKG_Q_PERCENT && attach_growth(q, range)) continue;
      add_value(q, range);
    }
    return std::move(found_);
  }

 private:
  // A growth rate belongs to the value before it in its sentence when no other metric stands between; else it is its own.
  bool attach_growth(const zkg_quantity& q, Range range) {
    const Growth growth = growth_before(reading_, range.begin);
    if (!growth.found) return false;
    const Range own = metric_before(reading_, growth.range.begin);
    const bool bare = own.size() < 2;
    if (bare && !found_.empty()) {
      Observation& last = found_.back();
      const bool same_sentence = reading_.sentence_at(last.metric.begin) == reading_.sentence_at(range.begin);
      if (same_sentence && !last.growth && last.value && range.begin - last.whole.end < 20) {
        set_growth(last, q, growth, range);
        return true;
      }
    }
    if (bare) return true;
    Observation alone;
    alone.metric = own;
    alone.whole = own;
    set_growth(alone, q, growth, range);
    found_.push_back(alone);
    return true;
  }

  static void set_growth(Observation& o, const zkg_quantity& q, const Growth& growth, Range range) {
    o.growth = &q;
    o.yoy = q.value * growth.sign;
    o.growth_word = growth.word;
    o.whole.end = std::max(o.whole.end, range.end);
  }

  void add_value(const zkg_quantity& q, Range range) {
    Observation o;
    o.value = &q;
    o.metric = metric_before(reading_, range.begin);
    const Range after = noun_after(reading_, range.end);
    const bool counts = q.kind == ZKG_Q_COUNT || q.kind == ZKG_Q_AREA || o.metric.size() < 2;
    if (counts && after.size() >= 2 && o.metric.size() < 2) o.metric = after;
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
