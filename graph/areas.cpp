#include "graph/areas.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "core/text/places.hpp"
#include "graph/name_form.hpp"
#include "graph/settle.hpp"

namespace zonekg {
namespace {

bool is_known_zone(const Items& items, std::uint32_t item) { return !items.bound(item) && items.type(item) == "zone"; }

NameForm zone_form(const Items& items, std::uint32_t item) {
  return parse_name("zone", std::u32string(items.keys(item).front()));
}

// Union-find over the zones: an area's number is its root.
Clusters join_zones(const Items& items, const Clusters& clusters) {
  Clusters areas(items.size());
  std::map<std::u32string, std::uint32_t> by_place;
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    if (!is_known_zone(items, i)) continue;
    areas.join_stated(i, clusters.root(i));
    const auto places = places_of(zone_form(items, i));
    if (!places.empty()) areas.join_stated(i, by_place.try_emplace(places.back(), i).first->second);
  }
  for (const auto& [head, tail] : items.part_of())
    if (is_known_zone(items, head) && is_known_zone(items, tail)) areas.join_stated(head, tail);
  return areas;
}

// An item and an area that it is in.
using Place = std::pair<std::uint32_t, std::uint32_t>;

Areas by_item(std::vector<Place> places, std::uint32_t items) {
  settle(places);
  Areas areas;
  areas.areas.reserve(places.size());
  areas.begin.reserve(items + 1);
  for (const auto& [item, area] : places) {
    areas.begin.resize(item + 1, static_cast<std::uint32_t>(areas.areas.size()));
    areas.areas.push_back(area);
  }
  areas.begin.resize(items + 1, static_cast<std::uint32_t>(areas.areas.size()));
  return areas;
}

} // namespace

std::vector<std::u32string> places_of(const NameForm& zone) {
  std::vector<std::u32string> places;
  for (const std::u32string_view part : {std::u32string_view(zone.places), std::u32string_view(zone.core)}) {
    std::u32string_view rest = part;
    while (const std::size_t size = leading_place(rest)) {
      if (part.data() == zone.core.data() && size != part.size()) break;
      places.push_back(bare_places(rest.substr(0, size)));
      rest.remove_prefix(size);
    }
  }
  return places;
}

Areas find_areas(const Items& items, const Clusters& clusters) {
  const Clusters zones = join_zones(items, clusters);
  std::vector<Place> places;
  std::map<std::u32string, std::vector<std::uint32_t>> at_home; // documents of each place
  for (std::uint32_t d = 0; d < items.document_count(); ++d) {
    const std::uint32_t reporting = items.reporting(d);
    const bool known = reporting != no_entity && is_known_zone(items, reporting);
    const std::uint32_t own = known ? zones.root(reporting) : items.size() + d;
    for (std::uint32_t i = items.first(d); i < items.end(d); ++i) {
      if (items.bound(i)) continue;
      places.emplace_back(i, own);
      if (is_known_zone(items, i)) places.emplace_back(i, zones.root(i));
    }
    if (known)
      for (std::u32string& place : places_of(zone_form(items, reporting))) at_home[std::move(place)].push_back(d);
  }
  for (const auto& [head, tail] : items.located_in())
    if (!items.bound(head) && is_known_zone(items, tail)) places.emplace_back(head, zones.root(tail));
  Areas areas = by_item(std::move(places), items.size());
  areas.homes.resize(items.document_count());
  for (const auto& [place, documents] : at_home) {
    for (const std::uint32_t d : documents)
      if (areas.homes[d].empty() || areas.homes[d].back() != areas.places.size()) areas.homes[d].push_back(static_cast<std::uint32_t>(areas.places.size()));
    areas.places.push_back(place);
  }
  return areas;
}

} // namespace zonekg
