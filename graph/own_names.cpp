#include "graph/own_names.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <span>
#include <string_view>

#include "graph/code_points.hpp"

namespace zonekg {
namespace {

using Text = std::u32string_view;

constexpr std::size_t shortest_own = 4; // code points of what is left of a work's name

constexpr std::array<Text, 4> of_industries = {U"产业集群", U"产业链", U"产业", U"行业"};
constexpr std::array<Text, 4> of_projects = {U"建设工程", U"建设项目", U"建设", U"工程"};
constexpr std::array<Text, 15> of_zones = {U"产业园区", U"工业园区", U"科技园区", U"开发区", U"高新区", U"经开区", U"产业园", U"工业园",
                                           U"科技园",   U"集聚区",   U"示范区",   U"集中区", U"园区",   U"新区",   U"片区"};

bool ends_with_any(Text text, std::span<const Text> words) {
  return std::any_of(words.begin(), words.end(), [&](Text word) { return text.ends_with(word); });
}

// How much of the text's begin is one of the words; 0: none is. Longer words come first.
std::size_t leading(Text text, std::span<const Text> words) {
  const auto word = std::find_if(words.begin(), words.end(), [&](Text each) { return text.starts_with(each); });
  return word == words.end() ? 0 : word->size();
}

Text without_class_word(Text name, std::span<const Text> words, std::size_t shortest) {
  for (const Text word : words)
    if (name.size() >= word.size() + shortest && name.ends_with(word)) return name.substr(0, name.size() - word.size());
  return name;
}

Text without_joint(Text rest) {
  constexpr std::array<Text, 4> joints = {U"——", U"的", U"/", U"·"};
  rest.remove_prefix(leading(rest, joints));
  return rest;
}

// 年产3万吨锌材 of 某某科技有限公司年产3万吨锌材; empty when no firm stands in front.
Text after_firm(Text name) {
  constexpr Text firm = U"公司";
  const std::size_t at = name.find(firm);
  if (at == Text::npos || at < 2) return {};
  const Text rest = without_joint(name.substr(at + firm.size()));
  return rest.find(firm) == Text::npos ? rest : Text();
}

// 10万吨/年乙烯: a unit, not two things.
bool is_unit(Text after_slash) {
  constexpr Text units = U"年日天时月小户ahd";
  return !after_slash.empty() && units.find(after_slash.front()) != Text::npos;
}

// Behind the last 的, —— or slash.
Text after_joint(Text name) {
  for (std::size_t at = name.size(); at-- > 2;) {
    const bool dash = name[at] == U'—' && name[at - 1] == U'—';
    const bool slash = name[at] == U'/' && !is_unit(name.substr(at + 1));
    if (name[at] == U'的' || dash || slash) return name.substr(at + 1);
  }
  return {};
}

// A part of the zone, and no thing in it: 二期, A区, (南区).
bool is_part(Text rest) {
  constexpr Text ordinals = U"一二三四五六七八九", parts = U"东西南北";
  if (rest.size() < 2) return true;
  if (opens_parenthesis(rest[0])) return true;
  if (rest[1] == U'期') return ordinals.find(rest[0]) != Text::npos;
  return rest[1] == U'区' && (parts.find(rest[0]) != Text::npos || (rest[0] >= U'A' && rest[0] <= U'Z'));
}

// 智慧照明产业园 of 高邮市高新区智慧照明产业园: behind the first zone, at least `shortest` code points of what is no part of it.
Text after_zone(Text name, std::size_t shortest) {
  for (std::size_t at = 2; at + shortest < name.size(); ++at) {
    const std::size_t size = leading(name.substr(at), of_zones);
    if (size == 0 || at + size + shortest > name.size()) continue;
    Text rest = name.substr(at + size);
    if (rest.front() == U'的') rest.remove_prefix(1);
    return rest.size() >= shortest && !is_part(rest) ? rest : Text();
  }
  return {};
}

// 朝阳镇污水处理厂 of 日处理1万吨的朝阳镇污水处理厂.
Text after_capacity(Text name) {
  constexpr std::array<Text, 4> verbs = {U"日处理", U"日供水", U"日加氢", U"日产"};
  constexpr std::array<Text, 10> units = {U"立方米", U"平方米", U"千伏", U"吨", U"方", U"亩", U"座", U"个", U"条", U"栋"};
  constexpr std::array<Text, 2> rates = {U"/日", U"级"};
  const auto is_digit = [](char32_t c) { return (c >= U'0' && c <= U'9') || c == U'.'; };
  name.remove_prefix(leading(name, verbs));
  const auto digits = static_cast<std::size_t>(std::find_if_not(name.begin(), name.end(), is_digit) - name.begin());
  if (digits == 0) return {};
  name.remove_prefix(digits);
  if (name.starts_with(U'万')) name.remove_prefix(1);
  const std::size_t unit = leading(name, units);
  if (unit == 0) return {};
  name.remove_prefix(unit);
  name.remove_prefix(leading(name, rates));
  return without_joint(name);
}

void add_of_zone(Text name, std::vector<Text>& own) {
  constexpr std::size_t shortest_park = 3, shortest_inner = 5;
  if (const Text park = after_zone(name, shortest_park); ends_with_any(park, of_zones)) own.push_back(park);
  // 开阳经开区(工业园区), 南昌县(小蓝经开区)
  if (name.empty() || !closes_parenthesis(name.back())) return;
  const auto open = static_cast<std::size_t>(std::find_if(name.begin(), name.end(), opens_parenthesis) - name.begin());
  if (open >= name.size()) return;
  const Text outer = name.substr(0, open), inner = name.substr(open + 1, name.size() - open - 2);
  if (ends_with_any(outer, of_zones) && !is_part(inner)) own.push_back(outer);
  if (inner.size() >= shortest_inner && ends_with_any(inner, of_zones)) own.push_back(inner);
}

void add_of_work(const std::string& type, Text name, std::vector<Text>& own) {
  std::vector<Text> rests = {after_joint(name), after_zone(name, shortest_own)};
  rests.push_back(type == "project" ? after_firm(name) : after_capacity(name));
  std::copy_if(rests.begin(), rests.end(), std::back_inserter(own), [](Text rest) { return rest.size() >= shortest_own; });
}

} // namespace

std::vector<std::string> own_names(const std::string& type, const std::string& name) {
  const std::u32string whole = to_code_points(name);
  std::vector<Text> own;
  if (type == "industry") own.push_back(without_class_word(whole, of_industries, 2));
  if (type == "project") own.push_back(without_class_word(whole, of_projects, shortest_own));
  if (type == "project" || type == "infrastructure") add_of_work(type, whole, own);
  if (type == "zone") add_of_zone(whole, own);
  std::vector<std::string> result;
  for (const Text each : own) result.push_back(to_utf8(each));
  return result;
}

} // namespace zonekg
