#include "graph/name_form.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "core/text/places.hpp"
#include "graph/name_key.hpp"

namespace zonekg {
namespace {

struct ClassWord {
  std::u32string_view spelled, kind;
};

// Longer ones before those they end in.
constexpr ClassWord zone_words[] = {{U"经济技术开发区", U"经开区"},
                                    {U"经济开发区", U"经开区"},
                                    {U"经开区", U"经开区"},
                                    {U"高新技术产业开发区", U"高新区"},
                                    {U"高新技术开发区", U"高新区"},
                                    {U"高新技术产业园区", U"高新区"},
                                    {U"高新区", U"高新区"},
                                    {U"开发区", U"开发区"},
                                    {U"综合保税区", U"综保区"},
                                    {U"综保区", U"综保区"},
                                    {U"边境经济合作区", U"边合区"},
                                    {U"边合区", U"边合区"},
                                    {U"农业高新技术产业示范区", U"农高区"},
                                    {U"农高区", U"农高区"},
                                    {U"园区", U"园"},
                                    {U"园", U"园"},
                                    {U"产业基地", U"基地"},
                                    {U"基地", U"基地"}};
constexpr ClassWord company_words[] = {{U"(集团)股份有限公司", U"有限公司"},
                                       {U"(集团)有限责任公司", U"有限公司"},
                                       {U"(集团)有限公司", U"有限公司"},
                                       {U"股份有限公司", U"有限公司"},
                                       {U"有限责任公司", U"有限公司"},
                                       {U"有限公司", U"有限公司"},
                                       {U"股份公司", U"公司"},
                                       {U"总公司", U"公司"},
                                       {U"分公司", U"公司"},
                                       {U"公司", U"公司"}};
constexpr ClassWord work_words[] = {
    {U"建设工程", U""}, {U"建设项目", U""}, {U"工程", U""}, {U"项目", U""}, {U"建设", U""}};
constexpr std::u32string_view ranks[] = {U"国家级", U"国家", U"省级", U"中国"};
constexpr std::u32string_view numerals = U"0123456789零〇一二三四五六七八九十百";
constexpr std::u32string_view counted = U"期号区厂标段路线阶座栋批";

template <std::size_t N> void split_class(NameForm& form, std::u32string_view& rest, const ClassWord (&words)[N]) {
  for (const auto& [spelled, kind] : words) {
    if (rest.size() <= spelled.size() || !rest.ends_with(spelled)) continue;
    rest.remove_suffix(spelled.size());
    form.spelled = spelled;
    form.kind = kind;
    return;
  }
}

std::size_t leading_rank(std::u32string_view text) {
  for (const std::u32string_view rank : ranks)
    if (text.starts_with(rank)) return rank.size();
  return 0;
}

// A place that no list holds: 荆江市朗润生物有限公司. Only in front of a name in full, where a brand has to follow.
std::size_t unlisted_place(const NameForm& form, std::u32string_view rest) {
  constexpr std::size_t shortest_name = 4;
  if (form.kind != U"有限公司") return 0;
  for (std::size_t size = 3; size <= 4 && size + shortest_name <= rest.size(); ++size)
    if (rest[size - 1] == U'市' || rest[size - 1] == U'县') return size;
  return 0;
}

// Where a name is nothing but class word without its last place (苏州工业园区), that place belongs to the core.
void split_places(NameForm& form, std::u32string_view rest) {
  const std::u32string_view whole = rest;
  std::u32string_view last; // what followed the place before
  for (;;) {
    std::size_t size = leading_rank(rest);
    if (size == 0) size = leading_place(rest);
    if (size == 0) size = unlisted_place(form, rest);
    if (size == 0 || size == rest.size()) break;
    last = rest;
    rest.remove_prefix(size);
  }
  const bool is_named_by_place = is_class_word(form.type, std::u32string(rest) + form.spelled) && !last.empty();
  if (is_named_by_place) rest = last;
  form.places = whole.substr(0, whole.size() - rest.size());
  form.core = is_named_by_place || leading_place(rest) == rest.size() ? bare_places(rest) : std::u32string(rest);
}

bool is_numeral(char32_t c) { return numerals.find(c) != numerals.npos; }
bool is_latin(char32_t c) { return c >= U'a' && c <= U'z'; }

} // namespace

NameForm parse_name(std::string_view type, std::u32string key) {
  NameForm form;
  form.type = type;
  std::u32string_view rest = key;
  if (const auto second = second_name(type, key); !second.empty()) rest.remove_suffix(second.size() + 2);
  if (type == "zone") split_class(form, rest, zone_words);
  if (type == "company") split_class(form, rest, company_words);
  if (type == "project" || type == "infrastructure") split_class(form, rest, work_words);
  split_places(form, rest);
  form.key = std::move(key);
  return form;
}

bool is_legal_name(const NameForm& form) { return form.type == "company" && form.kind == U"有限公司"; }

bool is_bare_phase(const NameForm& project) {
  std::u32string_view number = project.core;
  if (project.type != "project" || !project.places.empty() || !number.ends_with(U'期')) return false;
  number.remove_suffix(1);
  if (number == U"首") return true;
  if (number.starts_with(U'第')) number.remove_prefix(1);
  return !number.empty() && std::all_of(number.begin(), number.end(), is_numeral);
}

Fullness fullness(const NameForm& form) {
  return {form.places.size() + form.core.size() + form.kind.size(), form.key.size(), form.key};
}

bool is_fuller(const NameForm& a, const NameForm& b) { return fullness(a) > fullness(b); }

std::u32string_view second_name(std::string_view type, std::u32string_view key) {
  const std::size_t open = key.rfind(U'(');
  if (type != "zone" || open == key.npos || open == 0 || key.back() != U')') return {};
  const std::u32string_view inside = key.substr(open + 1, key.size() - open - 2);
  constexpr std::size_t longest_phase = 4; // 一期, 第二期
  return inside.size() <= longest_phase && !ordinals(inside).empty() ? std::u32string_view() : inside;
}

std::u32string without_parentheses(std::u32string_view text) {
  const std::size_t open = text.find(U'('), close = text.find(U')');
  if (open == text.npos || close == text.npos || close < open) return std::u32string(text);
  return std::u32string(text.substr(0, open)).append(text.substr(close + 1));
}

bool is_cut_inside_word(std::u32string_view before, std::u32string_view after) {
  const auto is_of_word = [](char32_t c) { return is_latin(c) || (c >= U'0' && c <= U'9'); };
  return is_of_word(before.back()) && is_of_word(after.front());
}

std::u32string ordinals(std::u32string_view key) {
  std::u32string result;
  for (std::size_t i = 0; i < key.size();) {
    std::size_t end = i;
    const bool latin = is_latin(key[i]);
    while (end < key.size() && (is_numeral(key[end]) || (latin && is_latin(key[end])))) ++end;
    if (end == i) {
      ++i;
      continue;
    }
    const bool numbered = (i > 0 && key[i - 1] == U'第') ||
                          (end < key.size() && counted.find(key[end]) != counted.npos) ||
                          (latin && end - i > 1 && is_numeral(key[end - 1]));
    if (numbered) (result += key.substr(i, end - i)) += U' ';
    i = end;
  }
  return result;
}

} // namespace zonekg
