#include "core/host/siblings.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

namespace zonekg {
namespace {

// A numbered item may be a paragraph that goes on to name what other items name as well: what it is about stands in
// its first clause.
std::uint32_t end_of_subject(std::string_view text, const zkg_item& item) {
  if (item.marker.begin == item.marker.end) return item.span.end;
  const std::string_view words = text.substr(item.span.begin, item.span.end - item.span.begin);
  std::size_t end = words.size();
  for (const std::string_view mark : {"，", "。", "；", "：", ",", ";", ":"}) end = std::min(end, words.find(mark));
  return item.span.begin + static_cast<std::uint32_t>(end);
}

} // namespace

std::vector<std::vector<std::uint32_t>> find_siblings(std::string_view text, const std::vector<zkg_item>& items,
                                                      const std::vector<PlacedMention>& placed,
                                                      const std::vector<Mention>& mentions) {
  struct Set {
    std::vector<std::uint32_t> members;
    std::set<std::string_view> names;
  };
  std::map<std::tuple<std::uint32_t, std::uint32_t, std::string_view>, Set> sets; // enumeration, column, type
  for (const zkg_item& item : items) {
    std::map<std::string_view, PlacedMention> longest; // by type
    auto at =
        std::ranges::lower_bound(placed, item.span.begin, {}, [](const PlacedMention& p) { return p.span.begin; });
    const std::uint32_t end = end_of_subject(text, item);
    for (; at != placed.end() && at->span.begin < end; ++at) {
      if (at->span.end > item.span.end) continue;
      const auto [held, first] = longest.try_emplace(mentions[at->mention].type, *at);
      const auto length = [](const PlacedMention& p) { return p.span.end - p.span.begin; };
      if (!first && length(*at) > length(held->second)) held->second = *at;
    }
    for (const auto& [type, member] : longest) {
      Set& set = sets[{item.enumeration, item.column, type}];
      if (set.names.insert(mentions[member.mention].name).second) set.members.push_back(member.mention);
    }
  }
  std::vector<std::vector<std::uint32_t>> siblings;
  for (auto& [key, set] : sets)
    if (set.members.size() > 1) siblings.push_back(std::move(set.members));
  std::ranges::sort(siblings);
  return siblings;
}

} // namespace zonekg
