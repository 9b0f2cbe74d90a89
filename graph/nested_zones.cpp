#include "graph/nested_zones.hpp"

#include <string>

#include "core/text/places.hpp"
#include "graph/attributes.hpp"
#include "graph/code_points.hpp"
#include "graph/name_form.hpp"
#include "graph/name_key.hpp"

namespace zonekg {
namespace {

constexpr std::u32string_view zone_ends[] = {U"经济技术开发区", U"经济开发区", U"高新技术产业开发区", U"经开区",
                                             U"高新区",         U"开发区",     U"工业园区"};
constexpr double nested_confidence = 0.9; // of the park's own

// Code points of the zone's name at the head of the park's; 0 when there is none. A zone that a park is in is named by
// its place: 国际物流园区智能仓储园 says no more than what kind of park it is in.
std::size_t nested_zone(std::u32string_view name) {
  constexpr std::size_t shortest_park = 3;
  for (const std::u32string_view end : zone_ends) {
    const std::size_t at = name.find(end);
    if (at == name.npos || at == 0 || at + end.size() + shortest_park > name.size()) continue;
    const std::u32string_view zone = name.substr(0, at + end.size()), park = name.substr(zone.size());
    if (opens_parenthesis(park.front()) || !is_places(name.substr(0, at)) || is_redacted(name_key("zone", to_utf8(zone)))) continue;
    return zone.size();
  }
  return 0;
}

} // namespace

void add_nested_zones(Extraction& document) {
  const std::size_t count = document.mentions.size();
  for (std::uint32_t i = 0; i < count; ++i) {
    if (document.mentions[i].type != "zone" || is_generic_zone(document.mentions[i])) continue;
    const std::u32string name = to_code_points(document.mentions[i].name);
    const std::size_t size = nested_zone(name);
    if (size == 0) continue;
    Mention zone;
    zone.type = "zone";
    zone.name = to_utf8(std::u32string_view(name).substr(0, size));
    const Evidence& whole = document.mentions[i].evidence;
    if (!whole.text.view().starts_with(zone.name)) continue; // repaired words: no part of them can be pointed at
    zone.confidence = document.mentions[i].confidence * nested_confidence;
    zone.evidence = whole;
    zone.evidence.end = whole.begin + static_cast<std::uint32_t>(size);
    zone.evidence.text = zone.name;
    zone.evidence.rule = "nested-name";
    Relation part{"part_of", i, static_cast<std::uint32_t>(document.mentions.size()), zone.confidence, {}, {0, 0}, whole};
    part.evidence.rule = "nested-name";
    document.mentions.push_back(std::move(zone));
    document.relations.push_back(std::move(part));
  }
}

} // namespace zonekg
