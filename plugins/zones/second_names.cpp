#include "plugins/zones/second_names.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <set>
#include <string>
#include <string_view>

#include "core/kit/characters.hpp"

namespace zonekg {
namespace {

using kit::End;
using kit::Range;
using kit::Reading;

constexpr double sure = 0.9;
constexpr std::uint32_t longest = 120; // characters of a parenthesis with names

bool is_capital(char32_t c) { return c >= U'A' && c <= U'Z'; }
bool is_of_name(char32_t c) { return kit::is_latin_letter(c) || c == U' ' || c == U'-' || c == U'.' || c == U'\'' || c == U'&'; }
bool parts_names(char32_t c) { return c == U'，' || c == U',' || c == U'、' || c == U'；' || c == U';' || c == U'/'; }

// The names in the parenthesis that opens at `at`; none where anything but letters stands in it.
std::vector<Range> latin_names(const Reading& reading, std::uint32_t at) {
  std::vector<Range> names;
  if (!kit::opens_parenthesis(reading.at(at))) return names;
  std::uint32_t begin = ++at;
  for (const std::uint32_t limit = at + longest; at < limit; ++at) {
    const char32_t c = reading.at(at);
    const bool closes = kit::closes_parenthesis(c);
    if (!closes && !parts_names(c)) {
      if (!is_of_name(c)) return {};
      continue;
    }
    Range name{begin, at};
    while (name.begin < name.end && reading.at(name.begin) == U' ') ++name.begin;
    while (name.end > name.begin && reading.at(std::int64_t{name.end} - 1) == U' ') --name.end;
    if (name.size() >= 2) names.push_back(name);
    if (closes) return names;
    begin = at + 1;
  }
  return {};
}

// Several words, one of them what a zone is called in English.
bool is_english_zone(const Reading& reading, Range name) {
  constexpr std::array<std::string_view, 6> heads = {"zone", "park", "area", "base", "district", "hub"};
  std::string words;
  for (std::uint32_t i = name.begin; i < name.end; ++i) words += static_cast<char>(reading.folded(i));
  return words.find(' ') != words.npos &&
         std::any_of(heads.begin(), heads.end(), [&](std::string_view head) { return words.find(head) != words.npos; });
}

// Capitals that stand in the name in this order, the first of both the same.
bool abbreviates(const Reading& reading, Range brief, Range name) {
  if (brief.size() > 10 || reading.folded(brief.begin) != reading.folded(name.begin)) return false;
  std::uint32_t at = name.begin;
  for (std::uint32_t i = brief.begin; i < brief.end; ++i, ++at) {
    if (!is_capital(reading.at(i))) return false;
    while (at < name.end && reading.folded(at) != reading.folded(i)) ++at;
    if (at == name.end) return false;
  }
  return true;
}

void add_same(std::uint32_t first, std::uint32_t second, Range shown, const char* rule, kit::Relater& relater) {
  RelationCandidate same{"same_as", first, second};
  same.evidence = relater.reading().span(shown);
  same.confidence = sure;
  same.rule = rule;
  relater.sink().add(same);
}

void add_name(Range first, std::uint32_t first_id, Range name, const char* rule, const std::vector<End>& known, kit::Relater& relater) {
  const Reading& reading = relater.reading();
  const auto held = kit::overlapping(known, name);
  if (held != known.end() && (held->range.begin != name.begin || held->range.end != name.end)) return;
  const std::uint32_t id = held != known.end() ? held->id : relater.sink().add(MentionCandidate{"zone", reading.span(name), sure, rule});
  if (id == ZKG_NO_MENTION || id == first_id) return;
  add_same(first_id, id, name.begin >= first.end && name.begin - first.end <= longest ? Range{first.begin, name.end} : name, rule, relater);
}

// What stands in a zone's parenthesis may be a part of it or where it lies, too: 产业园(凤凰片区), 重组蛋白产业园(石家庄高新区).
bool may_be_second_name(std::string_view first, std::string_view second) {
  const auto ends_with_any = [](std::string_view name, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return name.ends_with(word); });
  };
  if (ends_with_any(second, {"片区", "分区", "核心区", "起步区", "组团", "东区", "西区", "南区", "北区"}) || second == "化工园区") return false;
  if (second.ends_with("园区") && !ends_with_any(second, {"工业园区", "产业园区", "科技园区", "化工园区"})) return false;
  return !ends_with_any(first, {"园", "园区", "城", "港", "谷", "基地", "社区"}) || !ends_with_any(second, {"开发区", "经开区", "高新区", "新区"});
}

// A sentence goes on behind its subject: 要, 将, 在, …
bool goes_on(char32_t c) {
  constexpr std::u32string_view verbs = U"要将已能正在是有不还也就从以把为稳强兴好";
  return verbs.find(c) != verbs.npos;
}

} // namespace

void propose_english_names(const std::vector<End>& zones, kit::Relater& relater) {
  const Reading& reading = relater.reading();
  for (const End& zone : zones) {
    const std::vector<Range> names = latin_names(reading, zone.range.end);
    const auto full = std::find_if(names.begin(), names.end(), [&](Range name) { return is_english_zone(reading, name); });
    if (full == names.end()) continue;
    for (const Range name : names)
      if (name.begin == full->begin || abbreviates(reading, name, *full))
        add_name(zone.range, zone.id, name, "english-name", zones, relater);
  }
}

void propose_parenthesised_names(const std::vector<End>& named, kit::Relater& relater) {
  const Reading& reading = relater.reading();
  for (std::size_t i = 0; i + 1 < named.size(); ++i) {
    const Range first = named[i].range, second = named[i + 1].range;
    if (second.begin != first.end + 1 || !kit::opens_parenthesis(reading.at(first.end)) || !kit::closes_parenthesis(reading.at(second.end))) continue;
    if (may_be_second_name(reading.text(first), reading.text(second)))
      add_same(named[i].id, named[i + 1].id, {first.begin, second.end + 1}, "parenthesis", relater);
  }
}

void propose_bare_names(const std::vector<End>& named, kit::Relater& relater) {
  constexpr std::u32string_view vague = U"部期个级高老"; // 东部新区, 老城新区: the beginning is no name
  constexpr std::size_t most = 20;                       // names of one document that are looked for
  const Reading& reading = relater.reading();
  const std::string_view text = reading.document().text();
  std::set<std::string_view> seen;
  for (const End& zone : named) {
    if (zone.range.size() != 4 || reading.at(zone.range.begin + 2) != U'新' || reading.at(zone.range.begin + 3) != U'区') continue;
    const Range place{zone.range.begin, zone.range.begin + 2};
    if (vague.find(reading.at(place.begin)) != vague.npos || vague.find(reading.at(place.begin + 1)) != vague.npos) continue;
    const std::string_view words = reading.text(place);
    if (seen.size() == most || !seen.insert(words).second) continue;
    for (std::size_t at = text.find(words); at != text.npos; at = text.find(words, at + words.size())) {
      const Range bare = reading.range({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())});
      const bool leads = !kit::is_cjk(reading.at(std::int64_t{bare.begin} - 1)) || (reading.begins(bare.begin) & kit::mark_sentence) != 0;
      if (leads && goes_on(reading.at(bare.end))) add_name(zone.range, zone.id, bare, "bare-name", named, relater);
    }
  }
}

} // namespace zonekg
