#include "plugins/indicators/figure_words.hpp"

#include <array>
#include <string>
#include <string_view>

#include "core/kit/characters.hpp"
#include "core/kit/features.hpp"

namespace zonekg {

using kit::Range;
using kit::Reading;

namespace {

// Words between a metric and its value: they say that it is reached, not what it is.
constexpr std::array<std::string_view, 40> linking_words = {
    "实现", "完成", "达到", "达", "突破", "超过", "超", "约", "近", "为", "共", "共计", "累计", "预计", "有望", "力争", "确保", "将",
    "分别", "合计", "已", "到", "是", "至", "有", "可", "同比", "总计", "接近", "不低于", "仅", "净", "较", "比", "均", "约为", "高达", "逾",
    "总量", "左右"};

bool ends_clause(char32_t c) { return kit::breaks_name(c) || c == U'、' || kit::opens_parenthesis(c) || kit::closes_parenthesis(c); }

// Past the number of an item: 1.固定资产投资.
std::uint32_t after_number(const Reading& reading, std::uint32_t begin, std::uint32_t end) {
  std::uint32_t i = begin;
  while (i < end && reading.at(i) >= U'0' && reading.at(i) <= U'9') ++i;
  const bool is_number = i > begin && i + 1 < end && (reading.at(i) == U'.' || reading.at(i) == U'．') && kit::is_cjk(reading.at(std::int64_t{i} + 1));
  return is_number ? i + 1 : begin;
}

// Past 一是, 二是 … that count what is told.
std::uint32_t after_ordinal(const Reading& reading, std::uint32_t begin, std::uint32_t end) {
  constexpr std::u32string_view numerals = U"一二三四五六七八九十";
  const bool is_ordinal = end - begin > 2 && numerals.find(reading.at(begin)) != std::u32string_view::npos && reading.at(std::int64_t{begin} + 1) == U'是';
  return is_ordinal ? begin + 2 : begin;
}

// 宁东基地工业产值: past the zone that the figure is told of.
std::uint32_t after_zone(const Reading& reading, std::uint32_t begin, std::uint32_t end) {
  constexpr std::uint32_t shortest_rest = 2;
  const std::uint32_t zone = kit::mention_mark("zone");
  if (!(reading.begins(begin) & zone)) return begin;
  for (std::uint32_t i = begin + 1; i + shortest_rest <= end; ++i)
    if (reading.ends(i) & zone) return i;
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
  if (end == 0 || !kit::closes_parenthesis(reading.at(std::int64_t{end} - 1))) return end;
  for (std::uint32_t i = end - 1; i > 0 && end - i < longest_note && reading.at(std::int64_t{i} - 1) != U'\n';)
    if (kit::opens_parenthesis(reading.at(--i))) return i;
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

// Past 同比, 较上年 … that end at `end`, to the left.
std::uint32_t before_comparison(const Reading& reading, std::uint32_t end) {
  for (const std::string_view word : {"同比", "比上年", "较上年", "比去年", "较去年", "年均", "可比口径"}) {
    const auto size = static_cast<std::uint32_t>(word.size() / 3);
    if (end >= size && reading.text({end - size, end}) == word) end -= size;
  }
  return end;
}

} // namespace

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
  begin = after_ordinal(reading, after_number(reading, begin, end), end);
  constexpr std::array<std::string_view, 32> openers = {
      "开发区", "经开区", "高新区", "新区", "我区", "我县", "我市", "我园", "其中", "全年", "实现", "完成", "预计", "力争", "确保", "累计", "今年",
      "共有", "现有", "已", "全区", "园区", "同时", "共", "拥有", "并", "全县", "全市", "年", "目前", "的", "占"};
  for (bool moved = true; moved && begin < end;) {
    moved = false;
    if (reading.at(begin) == U' ') {
      ++begin;
      moved = true;
      continue;
    }
    if (const std::uint32_t rest = after_zone(reading, begin, end); rest != begin) {
      begin = rest;
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

std::uint32_t after_period(const Reading& reading, std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t i = end; i > begin; --i)
    if (reading.ends(i) & kit::mark_period) return i;
  return begin;
}

Range metric_before(const Reading& reading, std::uint32_t value) {
  return words_before(reading, before_note(reading, before_colon(reading, value)));
}

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

Range said_after(const Reading& reading, std::uint32_t position) {
  constexpr std::uint32_t longest = 12;
  std::uint32_t end = position;
  while (end < reading.size() && end - position < longest && !ends_clause(reading.at(end)) && reading.at(end) != U' ') ++end;
  return {position, end};
}

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

} // namespace zonekg
