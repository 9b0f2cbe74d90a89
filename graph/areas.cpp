#include "graph/areas.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "core/text/places.hpp"
#include "graph/name_form.hpp"

namespace zonekg {
namespace {

bool is_known_zone(const LocalEntity& entity) { return entity.type == "zone" && !entity.bound; }

// Union-find over the zones: an area's number is its root.
Clusters join_zones(const Items& items, const std::vector<Extraction>& extractions,
                    const std::vector<LocalLinks>& links, const Clusters& clusters) {
  Clusters areas(items.entities.size());
  std::map<std::u32string, std::uint32_t> by_place;
  for (std::uint32_t i = 0; i < items.entities.size(); ++i) {
    if (!is_known_zone(*items.entities[i])) continue;
    areas.join_stated(i, clusters.root(i));
    const auto places = places_of(parse_name("zone", items.entities[i]->keys.front()));
    if (!places.empty()) areas.join_stated(i, by_place.try_emplace(places.back(), i).first->second);
  }
  for (std::uint32_t d = 0; d < extractions.size(); ++d) {
    for (const Relation& relation : extractions[d].relations) {
      if (relation.type != "part_of") continue;
      const std::uint32_t head = entity_at(links[d], relation.head), tail = entity_at(links[d], relation.tail);
      if (head == no_entity || tail == no_entity) continue;
      const std::uint32_t a = items.first[d] + head, b = items.first[d] + tail;
      if (is_known_zone(*items.entities[a]) && is_known_zone(*items.entities[b])) areas.join_stated(a, b);
    }
  }
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

Areas find_areas(const Items& items, const std::vector<Extraction>& extractions, const std::vector<LocalLinks>& links,
                 const Clusters& clusters) {
  const Clusters zones = join_zones(items, extractions, links, clusters);
  Areas areas;
  const auto count = static_cast<std::uint32_t>(items.entities.size());
  areas.of_item.resize(count);
  areas.homes.resize(extractions.size());
  for (std::uint32_t d = 0; d < extractions.size(); ++d) {
    const std::uint32_t end = items.first[d] + static_cast<std::uint32_t>(links[d].entities.size());
    const std::uint32_t reporting = links[d].reporting;
    const bool known = reporting != no_entity && is_known_zone(links[d].entities[reporting]);
    const std::uint32_t own = known ? zones.root(items.first[d] + reporting) : count + d;
    for (std::uint32_t i = items.first[d]; i < end; ++i) {
      areas.of_item[i].push_back(own);
      if (is_known_zone(*items.entities[i])) areas.of_item[i].push_back(zones.root(i));
    }
    if (known)
      for (std::u32string& place : places_of(parse_name("zone", links[d].entities[reporting].keys.front())))
        areas.homes[d].insert(std::move(place));
    for (const Relation& relation : extractions[d].relations) {
      if (relation.type != "located_in") continue;
      const std::uint32_t head = entity_at(links[d], relation.head), tail = entity_at(links[d], relation.tail);
      if (head == no_entity || tail == no_entity || !is_known_zone(links[d].entities[tail])) continue;
      areas.of_item[items.first[d] + head].push_back(zones.root(items.first[d] + tail));
    }
  }
  for (auto& of_item : areas.of_item) {
    std::sort(of_item.begin(), of_item.end());
    of_item.erase(std::unique(of_item.begin(), of_item.end()), of_item.end());
  }
  return areas;
}

} // namespace zonekg
