#include "core/text/quantities_context.hpp"

#include <algorithm>
#include <iterator>

namespace zonekg {
namespace {

template <std::size_t size> bool ends_with_any(std::string_view text, const std::string_view (&words)[size]) {
  return std::any_of(std::begin(words), std::end(words), [&](std::string_view word) {
    return !text.empty() && text.back() == word.back() && text.ends_with(word);
  });
}
template <std::size_t size> bool starts_with_any(std::string_view text, const std::string_view (&words)[size]) {
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::string_view word) { return starts_at(text, 0, word); });
}

template <std::size_t size> std::size_t longest_ending(std::string_view text, const std::string_view (&words)[size]) {
  std::size_t longest = 0;
  for (const std::string_view word : words)
    if (word.size() > longest && text.ends_with(word)) longest = word.size();
  return longest;
}

bool is_one_of(char32_t c, std::u32string_view set) { return c != 0 && set.find(c) != std::u32string_view::npos; }

// The words before `end`, back to the last punctuation and at most `limit` code points.
std::string_view clause_before(std::string_view text, std::size_t end, int limit) {
  std::size_t begin = end;
  for (int i = 0; i < limit && begin > 0; ++i) {
    const std::size_t previous = previous_code_point(text, begin);
    const char32_t c = folded(code_point_at(text, previous).value);
    if (is_one_of(c, U",。;:、!?\n\t()")) break;
    begin = previous;
  }
  return text.substr(begin, end - begin);
}

constexpr std::string_view at_least[] = {"超过", "超出", "突破", "逾",   "不低于", "不少于", "不小于", "高于",
                                         "大于", "多于", "至少", "最少", "最低",   "超",     "≥",      ">"};
constexpr std::string_view at_most[] = {"不超过", "不突破", "不高于", "不多于", "不大于", "不超", "低于", "小于",
                                        "少于",   "不足",   "不到",   "最多",   "至多",   "≤",    "<"};
constexpr std::string_view about[] = {"约", "约为", "大概", "大致", "约达"};

std::uint32_t bounds_before(std::string_view before, bool factors_only) {
  while (before.ends_with("了") || before.ends_with("有") || before.ends_with(" "))
    before.remove_suffix(before.ends_with(" ") ? 1 : 3);
  // The longer word decides: 不低于 ends with 低于.
  const std::size_t least = longest_ending(before, at_least), most = longest_ending(before, at_most);
  if (least != most) return least > most ? ZKG_Q_AT_LEAST : ZKG_Q_AT_MOST;
  if (ends_with_any(before, about)) {
    // 签约, 合约 are no bounds.
    const bool word =
        before.ends_with("约") && is_one_of(code_point_before(before, before.size() - 3), U"签合违预节公契条特集履");
    return word ? 0u : std::uint32_t{ZKG_Q_APPROXIMATE};
  }
  if (before.ends_with("近")) {
    const char32_t other = code_point_before(before, before.size() - 3);
    return is_one_of(other, U"附最靠邻临相就远新") ? 0u : std::uint32_t{ZKG_Q_AT_MOST} | ZKG_Q_APPROXIMATE;
  }
  if (factors_only && (before.ends_with("上") || before.ends_with("过"))) return ZKG_Q_AT_LEAST;
  return 0;
}

std::uint32_t bounds_after(std::string_view after) {
  constexpr std::string_view more[] = {"以上", "及以上", "(含)以上"};
  constexpr std::string_view less[] = {"以下", "以内", "之内", "及以下", "(含)以下"};
  constexpr std::string_view around[] = {"左右", "上下"};
  if (starts_with_any(after, more)) return ZKG_Q_AT_LEAST;
  if (starts_with_any(after, less)) return ZKG_Q_AT_MOST;
  if (starts_with_any(after, around)) return ZKG_Q_APPROXIMATE;
  return 0;
}

// Past the spaces before `at`, at most two.
std::size_t before_spaces(std::string_view text, std::size_t at) {
  for (int i = 0; i < 2 && at > 0 && text[at - 1] == ' '; ++i) --at;
  return at;
}

bool starts_line(std::string_view text, std::size_t at) {
  while (at > 0) {
    const char32_t c = folded_before(text, at);
    if (c == U'\n') return true;
    if (c != U' ' && c != 0xA0) return false;
    at = previous_code_point(text, at);
  }
  return true;
}

// 统一, 唯一, 第一: the numeral is the end of a word.
bool ends_word(char32_t before, const Numeral& numeral) {
  if (numeral.tokens == 1 && numeral.mantissa == 1 && is_one_of(before, U"上下")) return true;
  return numeral.tokens == 1 && is_one_of(before, U"统唯专单同逐之第进某任另划归初双周百万");
}

// A Chinese numeral without unit: 一百二十, 千亿.
bool counts_alone(std::string_view text, const Numeral& numeral, bool factors_only) {
  const char32_t before = code_point_before(text, numeral.begin), after = code_point_or_zero(text, numeral.end);
  // 百亿企业, 千亿级园区; 亿纬 and 万亿星 are names.
  if (factors_only) return numeral.scale >= 1e8 && numeral.tokens > 1 && is_one_of(after, U"级园产企规集目工板大”\"以");
  return numeral.has_factor && (numeral.tokens > 1 || numeral.approximate) && !is_one_of(before, U"双廿") &&
         !is_one_of(after, U"大强届里佳面中多");
}

// 千万元, 百亿元 are amounts; (万元), 百家, 千年 only with a bound word: 亿元以上, 近百家.
bool counts_by_factor(std::string_view text, const Numeral& numeral, const Unit& unit) {
  if (find_bounds(text, numeral.begin, numeral.end + unit.text.size(), true) != 0) return true;
  const bool counted = unit.kind == ZKG_Q_COUNT || unit.kind == ZKG_Q_OTHER || unit.kind == ZKG_Q_DURATION;
  return !counted && numeral.tokens > 1;
}

} // namespace

std::uint32_t find_bounds(std::string_view text, std::size_t begin, std::size_t end, bool factors_only) {
  const std::string_view before = text.substr(begin < 24 ? 0 : begin - 24, std::min<std::size_t>(begin, 24));
  return bounds_before(before, factors_only) | bounds_after(text.substr(end, 16));
}

bool is_list_number(std::string_view text, std::size_t begin, std::size_t end) {
  if (end - begin > 8) return false;
  const char32_t before = folded_before(text, begin), after = folded_or_zero(text, end);
  if (is_one_of(before, U"([〔【〈") && is_one_of(after, U")]〕】〉")) return end - begin <= 6;
  const bool starts = starts_line(text, begin) || is_one_of(before, U"。;:!?,)") || before == U' ' || before == U'\t';
  if (!starts) return false;
  const std::size_t next = end < text.size() ? end + code_point_at(text, end).size : end;
  if (after == U'、' || after == U')' || after == U'．') return true;
  if (after == U'.' || after == U',')
    return is_cjk(folded_or_zero(text, skip_spaces(text, next))) && (after == U'.' || starts_line(text, begin));
  if (!starts_line(text, begin)) return false;
  const std::size_t word = skip_spaces(text, end, 8);
  return word != end && (is_cjk(code_point_or_zero(text, word)) || is_one_of(code_point_or_zero(text, word), U"“《【"));
}

bool leads_to_identifier(std::string_view text, std::size_t end) {
  for (int i = 0; i < 8 && end < text.size(); ++i) {
    const CodePoint sign = folded_at(text, end);
    std::size_t next = end + sign.size;
    if (!is_one_of(sign.value, U"、至到-—~和,") || !is_ascii_digit(folded_or_zero(text, next))) return false;
    const std::size_t begin = next;
    while (next - begin < 4 && is_ascii_digit(folded_or_zero(text, next))) next += code_point_at(text, next).size;
    if (is_identifier(text, begin, next)) return true;
    end = next;
  }
  return false;
}

bool is_bare_year(std::string_view text, std::size_t begin, std::size_t end) {
  const std::string_view digits = text.substr(begin, end - begin);
  if (digits.size() != 4 || (!digits.starts_with("19") && !digits.starts_with("20"))) return false;
  const char32_t after = folded_or_zero(text, end);
  return is_cjk(after) || after == U'-' || after == U'/';
}

bool is_identifier(std::string_view text, std::size_t begin, std::size_t end) {
  const char32_t before = folded_before(text, before_spaces(text, begin)), after = folded_or_zero(text, end);
  if (is_one_of(before, U"#№第表图")) return true;
  constexpr std::string_view names[] = {"强", "号", "期", "届", "版",   "章",   "代",   "级", "楼", "线", "路",  "页",
                                        "院", "#",  "时", "点", "热线", "平台", "电话", "日", "月", "后", "股份"};
  constexpr std::string_view lines[] = {"电话", "热线", "邮编", "传真", "手机"};
  if (is_ascii_letter(after) || starts_with_any(text.substr(end, 8), names) ||
      ends_with_any(text.substr(0, begin), lines))
    return true;
  const char32_t beyond = end < text.size() ? folded_or_zero(text, end + code_point_at(text, end).size) : 0;
  if (is_one_of(after, U"+:/&") && (is_ascii_digit(beyond) || is_ascii_letter(beyond))) return true;
  if (is_one_of(after, U"-_.") && (is_ascii_letter(beyond) || is_redaction(beyond))) return true;
  if (is_one_of(before, U"+:&/-._#№") && begin > 1) {
    const char32_t earlier = folded_before(text, previous_code_point(text, begin));
    if (is_ascii_digit(earlier) || is_ascii_letter(earlier)) return true;
  }
  return after == U'.' && is_ascii_digit(beyond);
}

bool counts_something(std::string_view text, const Numeral& numeral, const Unit* unit) {
  if (!numeral.chinese || numeral.redacted) return true;
  const char32_t before = code_point_before(text, numeral.begin);
  if (is_one_of(before, U"第初") || (numeral.tokens == 1 && numeral.mantissa == 0 && !numeral.approximate))
    return false;
  const bool factors_only = numeral.lone && numeral.mantissa != 10; // 百亿; 十 is a figure of its own
  if (!unit) return counts_alone(text, numeral, factors_only);
  if (factors_only) return counts_by_factor(text, numeral, *unit);
  if (ends_word(before, numeral)) return false;
  if (unit->text == "次" && is_one_of(before, U"届大")) return false; // 八届五次全会
  if (numeral.tokens > 1 || unit->text.size() > 3) return true;
  const char32_t word = code_point_at(unit->text, 0).value;
  if (numeral.mantissa == 1 && is_one_of(word, U"批起片段门类种层次顶场")) return false;
  return !is_one_of(word, U"面方角分道口班部本对单度首例把孔");
}

bool in_money_context(std::string_view text, std::size_t begin) {
  constexpr std::string_view words[] = {
      "投资", "资金", "产值", "收入", "税",   "利润",     "增加值", "贷款",     "融资", "授信", "债",   "基金",
      "营收", "销售", "金额", "总额", "GDP",  "进出口",   "出口",   "注册资本", "财政", "支出", "补助", "奖励",
      "款",   "外资", "内资", "引资", "资产", "工业总产", "交易额", "成交",     "货值", "市值"};
  const std::string_view clause = clause_before(text, begin, 14);
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::string_view word) { return clause.find(word) != std::string_view::npos; });
}

bool in_electricity_context(std::string_view text, std::size_t begin, std::size_t end) {
  return starts_at(text, end, "电") || clause_before(text, begin, 12).find("电") != std::string_view::npos;
}

std::string_view rate_context(std::string_view text, std::size_t begin) {
  constexpr std::string_view verbs[] = {"产",   "处理", "供",   "加工", "生产", "发电", "吞吐",
                                        "屠宰", "出栏", "消化", "利用", "输送", "中转"};
  const std::string_view clause = clause_before(text, begin, 10);
  for (const std::string_view time : {std::string_view("日"), std::string_view("年")}) {
    for (std::size_t at = clause.find(time); at != std::string_view::npos; at = clause.find(time, at + 3)) {
      const std::string_view rest = clause.substr(at + 3);
      // 年产值, 年产业: other words; a figure before 年 makes it a date.
      if (starts_with_any(rest, verbs) && !rest.starts_with("产值") && !rest.starts_with("产业") &&
          !is_ascii_digit(folded_before(clause, at)) && !is_one_of(code_point_before(clause, at), U"今去明前本半"))
        return time;
    }
  }
  return {};
}

bool in_rank_context(std::string_view text, std::size_t begin) {
  const std::string_view clause = clause_before(text, begin, 10);
  constexpr std::string_view words[] = {"排", "居", "列", "名次", "位次", "进位", "位"};
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::string_view word) { return clause.find(word) != std::string_view::npos; });
}

} // namespace zonekg
