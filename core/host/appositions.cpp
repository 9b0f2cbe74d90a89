#include "core/host/appositions.hpp"

#include <algorithm>
#include <array>

#include "core/text/utf8.hpp"

namespace zonekg {
namespace {

constexpr std::array<std::string_view, 2> opens = {"（", "("};
constexpr std::array<std::string_view, 4> ends = {"）", ")", "，", ","};

bool is_latin(std::string_view name) {
  return std::ranges::all_of(name, [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == ' ' || c == '&' || c == '.' || c == '-';
  });
}

bool is_shortened(std::string_view brief, std::string_view full) {
  for (std::size_t i = 0, at = 0; i < brief.size();) {
    const std::size_t size = code_point_at(brief, i).size;
    const std::size_t found = full.find(brief.substr(i, size), at);
    if (found == full.npos) return false;
    at = found + size;
    i += size;
  }
  return brief.size() < full.size();
}

} // namespace

std::vector<Apposition> find_appositions(std::string_view text, const std::vector<PlacedMention>& placed,
                                         const std::vector<Mention>& mentions) {
  std::vector<Apposition> result;
  for (const PlacedMention& first : placed) {
    const std::string_view after = text.substr(first.span.end);
    const auto open = std::ranges::find_if(opens, [&](std::string_view mark) { return after.starts_with(mark); });
    if (open == opens.end()) continue;
    const auto begin = static_cast<std::uint32_t>(first.span.end + open->size());
    auto at = std::ranges::lower_bound(placed, begin, {}, [](const PlacedMention& p) { return p.span.begin; });
    for (; at != placed.end() && at->span.begin == begin; ++at) {
      const Mention &a = mentions[first.mention], &b = mentions[at->mention];
      const std::string_view rest = text.substr(at->span.end);
      if (a.type != b.type || !std::ranges::any_of(ends, [&](std::string_view mark) { return rest.starts_with(mark); }))
        continue;
      if ((is_latin(b.name) && !is_latin(a.name)) || is_shortened(b.name, a.name))
        result.push_back({first.mention, at->mention, {first.span.begin, at->span.end}});
    }
  }
  return result;
}

} // namespace zonekg
