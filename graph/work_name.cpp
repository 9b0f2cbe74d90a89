#include "graph/work_name.hpp"

#include <algorithm>
#include <array>

#include "graph/code_points.hpp"

namespace zonekg {
namespace {

constexpr std::u32string_view digits = U"0123456789.";
constexpr std::u32string_view numerals = U"0123456789零〇一二三四五六七八九十百";
constexpr std::array<std::u32string_view, 24> units = {
    U"万平方米", U"亿平方米", U"万立方米", U"平方公里", U"平方米", U"立方米", U"万千瓦", U"万千伏安", U"千瓦", U"兆瓦时", U"兆瓦", U"千伏",
    U"万吨",     U"亿片",     U"万套",     U"万台",     U"万辆",   U"万件",   U"亿支",   U"公里",     U"吨",   U"gwh",    U"gw",   U"mw"};
constexpr std::array<std::u32string_view, 5> leads = {U"年产", U"日产", U"年处理", U"日处理", U"年加工"};
constexpr std::array<std::u32string_view, 4> rates = {U"/年", U"/日", U"/a", U"/d"};
constexpr std::array<std::u32string_view, 9> class_words = {U"生产基地", U"产业园", U"产业链", U"生产线", U"基地",
                                                            U"工厂",     U"装置",   U"生产",   U"园"};
constexpr std::array<std::u32string_view, 26> facilities = {
    U"污水处理厂", U"自来水厂", U"变电站", U"变电所", U"热电厂",   U"标准厂房", U"标准化厂房", U"厂房",     U"消防站",
    U"供水厂",     U"净水厂",   U"泵站",   U"停车场", U"人才公寓", U"公寓",     U"管网",       U"供热管网", U"公共管廊",
    U"管廊",       U"道路",     U"码头",   U"垃圾焚烧厂", U"污水管网", U"铁路专用线", U"服务中心", U"展示中心"};

template <typename Words> std::size_t starting_word(const Words& words, std::u32string_view text) {
  for (const std::u32string_view word : words)
    if (text.starts_with(word)) return word.size();
  return 0;
}

// A figure with a unit at the head of `text`: its length, and the figure and unit alone.
std::size_t leading_amount(std::u32string_view text, std::u32string& amount) {
  const std::size_t lead = starting_word(leads, text);
  std::u32string_view rest = text.substr(lead);
  const std::size_t size = std::min(rest.find_first_not_of(digits), rest.size());
  if (size == 0) return 0;
  const std::size_t unit = starting_word(units, rest.substr(size));
  if (unit == 0) return 0;
  amount = rest.substr(0, size + unit);
  return lead + size + unit + starting_word(rates, rest.substr(size + unit));
}

// 一期, (一期), 第二期, 一、二期: length of the phase at the head of `text`.
std::size_t leading_phase(std::u32string_view text) {
  const bool open = text.starts_with(U"(");
  std::size_t size = open;
  if (text.substr(size).starts_with(U'第')) ++size;
  const std::size_t first = size;
  while (size < text.size() && (numerals.find(text[size]) != numerals.npos || text[size] == U'、')) ++size;
  if (size == first || size >= text.size() || text[size] != U'期') return 0;
  ++size;
  if (!open) return size;
  return size < text.size() && text[size] == U')' ? size + 1 : 0;
}

std::u32string_view without_class_word(std::u32string_view text) {
  for (const std::u32string_view word : class_words)
    if (text.size() >= word.size() + 2 && text.ends_with(word)) return text.substr(0, text.size() - word.size());
  return text;
}

} // namespace

WorkName parse_work(const NameForm& form, std::size_t owner_size) {
  WorkName work;
  work.places = form.places;
  work.owner = form.core.substr(0, owner_size);
  std::u32string_view rest = std::u32string_view(form.core).substr(owner_size);
  while (!rest.empty()) {
    std::u32string amount;
    std::size_t size = leading_phase(rest);
    if (size == 0 && (size = leading_amount(rest, amount)) > 0) work.amounts.insert(std::move(amount));
    if (size == 0) {
      if (!(work.product.empty() && rest.front() == U'的')) work.product += rest.front();
      size = 1;
    }
    rest.remove_prefix(size);
  }
  work.product = without_class_word(work.product);
  return work;
}

bool is_generic_work(const NameForm& form) {
  const WorkName work = parse_work(form, 0);
  std::u32string_view rest = form.core;
  for (bool cut = true; cut;) {
    std::u32string amount;
    std::size_t size = leading_phase(rest);
    if (size == 0) size = leading_amount(rest, amount);
    if (size == 0 && rest.starts_with(U'第') && rest.size() > 2) size = 2;
    rest.remove_prefix(size);
    cut = size > 0;
  }
  return rest.empty() || std::find(facilities.begin(), facilities.end(), rest) != facilities.end() || work.product.empty();
}

std::string without_phase(std::string_view name) {
  std::u32string text = to_code_points(name);
  for (char32_t& c : text) { // the same length: both widths of parentheses
    if (c == U'（') c = U'(';
    if (c == U'）') c = U')';
  }
  const std::u32string original = to_code_points(name);
  if (const std::size_t size = leading_phase(text); size > 0 && size < text.size()) return to_utf8(original.substr(size));
  for (std::size_t i = text.size(); i-- > 1;)
    if (const std::size_t size = leading_phase(std::u32string_view(text).substr(i)); size > 0 && i + size == text.size()) {
      const bool inner = text[i - 1] == U'(' || text[i - 1] == U'第' || numerals.find(text[i - 1]) != numerals.npos;
      if (!inner) return to_utf8(original.substr(0, i));
    }
  return {};
}

} // namespace zonekg
