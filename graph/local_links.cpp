#include "graph/local_links.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "graph/abbreviations.hpp"
#include "graph/attributes.hpp"
#include "graph/block.hpp"
#include "graph/cluster.hpp"
#include "graph/code_points.hpp"
#include "graph/decide.hpp"
#include "graph/decisions.hpp"
#include "graph/name_form.hpp"
#include "graph/name_key.hpp"
#include "graph/observations.hpp"

namespace zonekg {
namespace {

// The distinct names of a document, and the name of each mention.
struct Names {
  std::vector<NameForm> forms;
  std::vector<std::uint32_t> form_of; // no_entity for observations and generic words
};

bool is_named(const Mention& mention) { return !is_observation(mention.type) && !is_generic_zone(mention); }

Names collect_names(const Extraction& document) {
  Names names;
  std::map<std::pair<std::string, std::u32string>, std::uint32_t> known;
  for (const Mention& mention : document.mentions) {
    std::uint32_t form = no_entity;
    if (is_named(mention)) {
      auto key = name_key(mention.type, mention.name);
      const auto [place, is_new] =
          known.try_emplace({mention.type, key}, static_cast<std::uint32_t>(names.forms.size()));
      if (is_new) names.forms.push_back(parse_name(mention.type, std::move(key)));
      form = place->second;
    }
    names.form_of.push_back(form);
  }
  return names;
}

void exclude_siblings(const Extraction& document, const Names& names, Clusters& clusters) {
  for (std::uint32_t group = 0; group < document.siblings.size(); ++group)
    for (const std::uint32_t mention : document.siblings[group])
      if (mention < names.form_of.size() && names.form_of[mention] != no_entity)
        clusters.exclude(names.form_of[mention], group);
}

void keep_apart(const std::vector<Decision>& decisions, const Names& names, Clusters& clusters) {
  for (std::uint32_t d = 0; d < decisions.size(); ++d) {
    if (decisions[d].kind != "different") continue;
    for (std::uint32_t n = 0; n < decisions[d].names.size(); ++n) {
      const auto key = name_key(decisions[d].type, decisions[d].names[n]);
      for (std::uint32_t form = 0; form < names.forms.size(); ++form)
        if (names.forms[form].type == decisions[d].type && names.forms[form].key == key)
          clusters.exclude_from_others(form, d, n);
    }
  }
}

void join_stated(const Extraction& document, const Names& names, Clusters& clusters) {
  for (const Relation& relation : document.relations) {
    if (relation.type != "same_as") continue;
    if (std::max(relation.head, relation.tail) >= names.form_of.size()) continue;
    const auto head = names.form_of[relation.head], tail = names.form_of[relation.tail];
    if (head == no_entity || tail == no_entity || names.forms[head].type != names.forms[tail].type) continue;
    clusters.join_stated(head, tail);
  }
}

// Roots of names that are nothing but 一期, 二期 and belong to no named project: nobody could tell what they are phases of.
std::set<std::uint32_t> nameless_phases(const Names& names, const Clusters& clusters) {
  std::set<std::uint32_t> nameless, named;
  for (std::uint32_t form = 0; form < names.forms.size(); ++form)
    (is_bare_phase(names.forms[form]) ? nameless : named).insert(clusters.root(form));
  std::erase_if(nameless, [&](std::uint32_t root) { return named.contains(root); });
  return nameless;
}

std::vector<LocalEntity> make_entities(const Names& names, const Clusters& clusters,
                                       std::vector<std::uint32_t>& entity_of) {
  std::vector<LocalEntity> entities;
  std::vector<std::uint32_t> entity_of_root(names.forms.size(), no_entity);
  const std::set<std::uint32_t> nameless = nameless_phases(names, clusters);
  for (std::uint32_t form = 0; form < names.forms.size(); ++form) {
    if (nameless.contains(clusters.root(form))) continue;
    std::uint32_t& entity = entity_of_root[clusters.root(form)];
    if (entity == no_entity) {
      entity = static_cast<std::uint32_t>(entities.size());
      entities.push_back({});
      entities.back().type = names.forms[form].type;
      const auto groups = clusters.groups(form);
      entities.back().siblings.assign(groups.begin(), groups.end());
    }
    entities[entity].keys.push_back(names.forms[form].key);
    entities[entity].bound = entities[entity].bound || is_redacted(names.forms[form].key);
  }
  for (std::uint32_t mention = 0; mention < names.form_of.size(); ++mention) {
    if (names.form_of[mention] == no_entity) continue;
    entity_of[mention] = entity_of_root[clusters.root(names.form_of[mention])];
    if (entity_of[mention] == no_entity) continue;
    entities[entity_of[mention]].mentions.push_back(mention);
  }
  for (LocalEntity& entity : entities) {
    std::sort(entity.keys.begin(), entity.keys.end(), is_fuller_key);
    entity.bound = entity.bound || is_class_word(entity.type, entity.keys.front());
  }
  return entities;
}

// How likely the document reports about the zone: what its names have together.
double reporting_score(const Extraction& document, const LocalEntity& zone) {
  std::map<std::string_view, double> by_name;
  for (const std::uint32_t mention : zone.mentions) {
    double& score = by_name[document.mentions[mention].name];
    score = std::max(score, reporting_score(document.mentions[mention]).value_or(0));
  }
  double sum = 0;
  for (const auto& [name, score] : by_name) sum += score;
  return sum;
}

// 园区（SKEDZ）: zones that a generic word is stated to be the same as. They are the reporting zone.
std::set<std::uint32_t> stated_as_reporting(const Extraction& document, const LocalLinks& links) {
  std::set<std::uint32_t> stated;
  for (const Relation& relation : document.relations) {
    if (relation.type != "same_as" || std::max(relation.head, relation.tail) >= document.mentions.size()) continue;
    std::uint32_t generic = relation.head, named = relation.tail;
    if (!is_generic_zone(document.mentions[generic])) std::swap(generic, named);
    if (!is_generic_zone(document.mentions[generic]) || document.mentions[named].type != "zone") continue;
    if (links.entity_of[named] != no_entity) stated.insert(links.entity_of[named]);
  }
  return stated;
}

// The zone with the best score, if it is likelier than all others and none together; at equal score the one named more
// often, then the one named first.
std::uint32_t find_reporting_zone(const Extraction& document, const LocalLinks& links) {
  constexpr double likely = 0.7; // a wrong one would tie every firm of the document to it
  std::uint32_t best = no_entity;
  std::tuple<double, std::size_t> best_rank{0, 0};
  for (std::uint32_t i = 0; i < links.entities.size(); ++i) {
    const LocalEntity& entity = links.entities[i];
    if (entity.type != "zone") continue;
    const std::tuple rank{reporting_score(document, entity), entity.mentions.size()};
    if (std::get<0>(rank) >= likely && (best == no_entity || rank > best_rank)) {
      best = i;
      best_rank = rank;
    }
  }
  return best;
}

// When no zone is likely the reporting one: the only zone that the document names, or, of a zone and its parks, the one named
// most often, unless its words speak against it.
std::uint32_t find_only_zone(const Extraction& document, const LocalLinks& links, const std::set<std::uint32_t>& stated) {
  std::vector<std::uint32_t> zones;
  for (std::uint32_t i = 0; i < links.entities.size(); ++i)
    if (links.entities[i].type == "zone" && !stated.contains(i)) zones.push_back(i);
  if (zones.empty() && !stated.empty()) return *stated.begin();
  if (zones.empty()) return no_entity;
  Clusters families(links.entities.size());
  for (const Relation& relation : document.relations) {
    if (relation.type != "part_of" || std::max(relation.head, relation.tail) >= links.entity_of.size()) continue;
    const std::uint32_t head = links.entity_of[relation.head], tail = links.entity_of[relation.tail];
    if (head != no_entity && tail != no_entity) families.join(head, tail);
  }
  std::uint32_t best = zones.front();
  for (const std::uint32_t zone : zones) {
    if (families.root(zone) != families.root(zones.front())) return no_entity;
    if (links.entities[zone].mentions.size() > links.entities[best].mentions.size()) best = zone;
  }
  constexpr double possible = 0.5;
  const auto is_judged = [](const Mention& mention) { return reporting_score(mention).has_value(); };
  const bool judged = std::any_of(document.mentions.begin(), document.mentions.end(), is_judged);
  return judged && reporting_score(document, links.entities[best]) < possible ? no_entity : best;
}

bool needs_reporting_zone(const Extraction& document) {
  const auto ties_it_to_something = [&](const Relation& relation) {
    return (relation.head == reporting_zone && relation.tail < document.mentions.size()) ||
           (relation.tail == reporting_zone && relation.head < document.mentions.size());
  };
  return std::any_of(document.mentions.begin(), document.mentions.end(), is_generic_zone) ||
         std::any_of(document.relations.begin(), document.relations.end(), ties_it_to_something) ||
         !untied_indicators(document).empty();
}

void find_or_make_reporting_zone(const Extraction& document, const std::set<std::uint32_t>& stated, LocalLinks& links) {
  links.reporting = find_reporting_zone(document, links);
  if (links.reporting != no_entity || !needs_reporting_zone(document)) return;
  links.reporting = find_only_zone(document, links, stated);
  if (links.reporting == no_entity) {
    links.reporting = static_cast<std::uint32_t>(links.entities.size());
    LocalEntity zone;
    zone.type = "zone";
    zone.bound = zone.implicit = true;
    zone.keys = {U""};
    links.entities.push_back(std::move(zone));
  }
}

// Everything that is known of an entity becomes the reporting zone's.
void absorb(LocalLinks& links, std::uint32_t from) {
  LocalEntity& source = links.entities[from];
  LocalEntity& zone = links.entities[links.reporting];
  for (const std::uint32_t mention : source.mentions) links.entity_of[mention] = links.reporting;
  const auto append = [](auto& to, const auto& more) { to.insert(to.end(), more.begin(), more.end()); };
  append(zone.mentions, source.mentions);
  append(zone.siblings, source.siblings);
  if (zone.implicit) zone.keys.clear();
  append(zone.keys, source.keys);
  zone.bound = zone.bound && zone.implicit ? source.bound : zone.bound;
  zone.implicit = zone.implicit && source.implicit;
  std::sort(zone.mentions.begin(), zone.mentions.end());
  std::sort(zone.siblings.begin(), zone.siblings.end());
  std::sort(zone.keys.begin(), zone.keys.end(), is_fuller_key);
}

void drop_entities(const std::set<std::uint32_t>& gone, LocalLinks& links) {
  if (gone.empty()) return;
  std::vector<std::uint32_t> renumbered(links.entities.size(), no_entity);
  std::vector<LocalEntity> kept;
  for (std::uint32_t i = 0; i < links.entities.size(); ++i) {
    if (gone.contains(i)) continue;
    renumbered[i] = static_cast<std::uint32_t>(kept.size());
    kept.push_back(std::move(links.entities[i]));
  }
  links.entities = std::move(kept);
  for (std::uint32_t& entity : links.entity_of)
    if (entity != no_entity) entity = renumbered[entity];
  links.reporting = renumbered[links.reporting];
}

void join_stated_to_reporting(const std::set<std::uint32_t>& stated, LocalLinks& links) {
  if (links.reporting == no_entity) return;
  std::set<std::uint32_t> gone = stated;
  gone.erase(links.reporting);
  for (const std::uint32_t from : gone) absorb(links, from);
  drop_entities(gone, links);
}

void settle_reporting_zone(const Extraction& document, LocalLinks& links) {
  const std::set<std::uint32_t> stated = stated_as_reporting(document, links);
  find_or_make_reporting_zone(document, stated, links);
  for (std::uint32_t mention = 0; mention < document.mentions.size(); ++mention) {
    if (!is_generic_zone(document.mentions[mention])) continue;
    links.entity_of[mention] = links.reporting;
    links.entities[links.reporting].generic.push_back(mention);
  }
  join_stated_to_reporting(stated, links);
}

bool has_han(std::u32string_view key) { return std::any_of(key.begin(), key.end(), is_han); }

} // namespace

bool is_observation(const std::string& type) { return type == "investment" || type == "indicator"; }

bool is_fuller_key(std::u32string_view a, std::u32string_view b) {
  const auto rank = [](std::u32string_view key) { return std::pair(has_han(key), key.size()); };
  return std::pair(rank(a), b) > std::pair(rank(b), a);
}

std::uint32_t entity_at(const LocalLinks& links, std::uint32_t end) {
  if (end == reporting_zone) return links.reporting;
  return end < links.entity_of.size() ? links.entity_of[end] : no_entity;
}

std::vector<std::uint32_t> untied_indicators(const Extraction& document) {
  std::set<std::uint32_t> tied;
  for (const Relation& relation : document.relations)
    if (relation.type == "indicator_of" &&
        (relation.tail == reporting_zone || relation.tail < document.mentions.size()))
      tied.insert(relation.head);
  std::vector<std::uint32_t> untied;
  for (std::uint32_t i = 0; i < document.mentions.size(); ++i)
    if (document.mentions[i].type == "indicator" && !tied.contains(i)) untied.push_back(i);
  return untied;
}

LocalLinks link_document(const Extraction& document, const std::vector<Decision>& decisions) {
  LocalLinks links;
  links.entity_of.assign(document.mentions.size(), no_entity);
  const Names names = collect_names(document);
  Clusters clusters(names.forms.size());
  exclude_siblings(document, names, clusters);
  keep_apart(decisions, names, clusters);
  join_stated(document, names, clusters);
  decide(names.forms, candidate_pairs(names.forms), clusters);
  join_abbreviations(names.forms, clusters);
  links.entities = make_entities(names, clusters, links.entity_of);
  settle_reporting_zone(document, links);
  add_observations(document, links);
  return links;
}

} // namespace zonekg
