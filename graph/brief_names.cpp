#include "graph/brief_names.hpp"

#include <algorithm>
#include <initializer_list>

#include "core/text/places.hpp"
#include "graph/firm_words.hpp"
#include "graph/name_key.hpp"

namespace zonekg {
namespace {

using Text = std::u32string_view;
using Words = std::initializer_list<Text>;

constexpr std::size_t shortest_letters = 4; // code points of a brief name whose characters stand apart in the fuller name

bool holds(Text text, Text part) { return text.find(part) != Text::npos; }

// Before a name they tell a second one: 东部沿海工业园 is not 沿海工业园.
constexpr Words directions = {U"东", U"西", U"南", U"北", U"东部", U"西部", U"南部", U"北部", U"中部"};

bool ends_with_any(Text text, Words words) {
  return std::any_of(words.begin(), words.end(), [&](Text word) { return text.ends_with(word); });
}

// `part` ends the text, does not begin inside a word or figure, and what it leaves out does not tell a second one from it.
bool ends_with_whole(Text text, Text part) {
  if (!text.ends_with(part) || text.size() == part.size()) return false;
  const Text left_out = text.substr(0, text.size() - part.size());
  if (is_cut_inside_word(left_out, part)) return false;
  return !ends_with_any(left_out, directions) && !left_out.ends_with(U"国际");
}

// Inside of a name: 玉门东工业园 is not 玉门工业园.
bool tells_second_one(Text left_out) {
  const auto is_one_of = [&](Words words) { return std::find(words.begin(), words.end(), left_out) != words.end(); };
  return is_one_of(directions) || is_one_of({U"中", U"新", U"老"});
}

// Where the last name begins that a zone's name is made of: 九华片区 in 湖南湘江新区九华片区.
std::size_t last_name(Text zone) {
  std::size_t begin = 0;
  for (std::size_t at = 1; at + 2 < zone.size(); ++at)
    if ((zone[at] == U'区' || zone[at] == U'园') && zone[at + 1] != U'区' && zone[at + 1] != U')') begin = at + 1;
  return begin;
}

// The characters of `letters` stand in the zone's name, in their order, the last of them in its last part, and what is left out
// before, between and up to `rest` does not tell a second one from it.
bool is_drawn_from(Text letters, Text zone, Text rest = {}) {
  std::size_t left = letters.size(), end = zone.rfind(rest); // of what is left out
  for (std::size_t at = zone.size(); at-- > 0 && left > 0;) {
    if (zone[at] != letters[left - 1]) continue;
    if (left == letters.size() && at < last_name(zone)) return false;
    if (at < end && tells_second_one(zone.substr(at + 1, end - at - 1))) return false;
    end = at;
    --left;
  }
  return left == 0 && !ends_with_any(zone.substr(0, end), directions);
}

Text without_class_word(const NameForm& zone) {
  Text name = zone.key;
  if (name.ends_with(zone.spelled)) name.remove_suffix(zone.spelled.size());
  return name;
}

// 东盟经开区 of 广西—东盟经济技术开发区, 县经开区 of 鹤峰县经济开发区. 合肥经开区 is not 合肥巢湖经开区: the last place counts.
bool is_brief_statutory(const NameForm& shorter, const NameForm& fuller) {
  const Text name = without_class_word(shorter), whole = without_class_word(fuller);
  if (name.empty() || whole.empty() || is_redacted(name)) return false;
  return name.back() == whole.back() && is_drawn_from(name, whole);
}

// What a park's name says of parks at large: 工业 of 东升工业园.
Text park_word(Text name) {
  for (const Text word : {U"工业", U"产业", U"科技", U"物流", U"创业", U"示范", U"化工", U"合作"})
    if (name.ends_with(word)) return word;
  return {};
}

bool is_of_place(Text name) {
  return is_places(name) || ends_with_any(name, {U"省", U"市", U"县", U"区", U"镇", U"乡", U"旗", U"街道"});
}

// 万安园 of 万安生态产业园, 深哈产业园 of 深圳(哈尔滨)产业园区. A place's own park is not each park of the place, a trade's not each
// of the trade.
bool is_brief_park(const NameForm& shorter, Text fuller) {
  if (!ends_with_any(fuller, {U"园", U"园区", U"工业区"})) return false;
  Text own = shorter.key;
  own.remove_suffix(own.ends_with(U"园") ? 1 : 2);
  const Text word = park_word(own);
  own.remove_suffix(word.size());
  if (own.size() < shortest_brief || is_redacted(own) || is_trades(own)) return false;
  return (word.empty() || (holds(fuller, word) && !is_of_place(own))) && is_drawn_from(own, fuller, word);
}

// 长兴岛 of 大连长兴岛经济技术开发区; a port is not the zone beside it.
bool is_place_of(const NameForm& shorter, const NameForm& fuller) {
  const std::u32string whole = fuller.places + fuller.core;
  return shorter.kind.empty() && fuller.kind.ends_with(U"区") && whole.ends_with(shorter.key) && !is_places(shorter.key) &&
         !ends_with_any(shorter.key, {U"区", U"港"});
}

// 台商区 of 漳州台商投资区, 航天城 of 文昌国际航天城.
bool is_brief_zone(const NameForm& shorter, const NameForm& fuller) {
  const Text name = shorter.key, whole = fuller.key;
  if (is_class_word(shorter.type, name)) return false;
  if (is_place_of(shorter, fuller)) return true;
  if (shorter.kind.ends_with(U"区")) return shorter.kind == fuller.kind && is_brief_statutory(shorter, fuller);
  if (ends_with_any(name, {U"园", U"园区"})) return is_brief_park(shorter, whole);
  for (const Text word : {U"新区", U"片区", U"港区", U"区", U"城", U"港", U"谷", U"基地"}) {
    if (!name.ends_with(word)) continue;
    const Text own = name.substr(0, name.size() - word.size());
    if (!whole.ends_with(word) || ends_with_any(whole, {U"园区", U"高新区", U"创新区"})) return false;
    return own.size() >= shortest_brief && !is_redacted(own) && is_drawn_from(own, whole);
  }
  return false;
}

bool is_inside(Text text, Text part) { return !text.starts_with(part) && !text.ends_with(part); }

// 雨润 of 雨润控股集团, 爱能森 of 爱能森新能源(深圳)有限公司: a brand, with nothing but words of trade, a group's and the place's after it.
bool is_brand_of(Text name, const NameForm& fuller) {
  std::u32string core = without_parentheses(fuller.core);
  const bool in_place = core.size() < fuller.core.size() && name.size() > shortest_brief; // SK新能源(江苏)有限公司 is SK's, not SK
  const bool group = core.ends_with(U"集团");
  if (group) core.resize(core.size() - 2);
  if (!(in_place || group) || !core.starts_with(name) || is_redacted(name) || is_listed_firm(name)) return false;
  const Text rest = Text(core).substr(name.size());
  return rest.empty() || rest == U"控股" || is_trades(rest);
}

bool is_brief_firm(const NameForm& shorter, const NameForm& fuller) {
  const Text name = shorter.key, whole = fuller.key;
  if (is_legal_name(shorter) || is_places(name)) return false;
  if (is_brand_of(name, fuller)) return true;
  if (holds(whole, name)) return is_inside(whole, name) && !name.ends_with(U"集团"); // a group's firm is another one
  return name.size() >= shortest_letters && !is_redacted(name) && holds_letters(whole, name);
}

// The beginning of a work's name is mostly the firm's or the place's; a park or plant is more than what is built in it.
bool is_brief_work(const NameForm& shorter, Text fuller) {
  const Text name = shorter.key;
  if (fuller.starts_with(name)) return name.size() > shortest_brief && !ends_with_any(name, {U"园", U"园区", U"港", U"厂", U"城"});
  if (holds(fuller, name)) return name.size() > shortest_brief && is_inside(fuller, name);
  const bool ends = name.size() >= shortest_letters && holds(fuller, name.substr(name.size() - 2));
  return ends && !is_redacted(name) && holds_letters(fuller, name);
}

} // namespace

bool holds_letters(Text text, Text letters) {
  std::size_t found = 0;
  for (const char32_t c : text)
    if (found < letters.size() && letters[found] == c) ++found;
  return found == letters.size();
}

bool is_brief_name(const NameForm& shorter, const NameForm& fuller) {
  const bool class_word = is_class_word(shorter.type, shorter.key);
  if (shorter.type == "company" && class_word) return false;
  if (ends_with_whole(fuller.key, shorter.key) && shorter.type != "industry") return !is_places(shorter.key) || class_word;
  if (shorter.type == "zone") return is_brief_zone(shorter, fuller);
  if (shorter.type == "company") return is_brief_firm(shorter, fuller);
  return shorter.type == "project" && is_brief_work(shorter, fuller.key);
}

} // namespace zonekg
