#include "graph/observations.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "graph/attributes.hpp"
#include "graph/code_points.hpp"

namespace zonekg {
namespace {

constexpr char32_t separator = U'\x1F';

// Relations of each observation to what it is about, as type and the subject's fullest name.
std::vector<std::set<std::u32string>> subjects(const Extraction& document, const LocalLinks& links) {
  std::vector<std::set<std::u32string>> result(document.mentions.size());
  for (const Relation& relation : document.relations) {
    if (relation.head >= document.mentions.size() || !is_observation(document.mentions[relation.head].type)) continue;
    const std::uint32_t subject = entity_at(links, relation.tail);
    if (subject == no_entity) continue;
    const LocalEntity& entity = links.entities[subject];
    result[relation.head].insert(to_code_points(relation.type + '\x1F' + entity.type) + separator +
                                 entity.keys.front());
  }
  for (const std::uint32_t indicator : untied_indicators(document))
    result[indicator].insert(to_code_points("indicator_of\x1Fzone") + separator +
                             links.entities[links.reporting].keys.front());
  return result;
}

// Whether something is told of what the observation is about, and none of that is an entity: 总投资 of a nameless 一期.
std::vector<bool> without_subject(const Extraction& document, const std::vector<std::set<std::u32string>>& subjects) {
  std::vector<bool> lost(document.mentions.size(), false);
  for (const Relation& relation : document.relations)
    if (relation.head < lost.size()) lost[relation.head] = subjects[relation.head].empty();
  return lost;
}

std::u32string signature(const Mention& mention, const std::set<std::u32string>& subjects) {
  std::u32string result;
  for (const Attribute& attribute : mention.attributes)
    result += to_code_points(attribute.key + '=' + attribute_text(attribute.value)) + separator;
  for (const std::u32string& subject : subjects) (result += separator) += subject;
  return result;
}

} // namespace

void add_observations(const Extraction& document, LocalLinks& links) {
  const auto subjects_of = subjects(document, links);
  const std::vector<bool> lost = without_subject(document, subjects_of);
  std::map<std::pair<std::string, std::u32string>, std::uint32_t> known;
  for (std::uint32_t i = 0; i < document.mentions.size(); ++i) {
    const Mention& mention = document.mentions[i];
    if (!is_observation(mention.type) || lost[i]) continue;
    auto key = signature(mention, subjects_of[i]);
    const auto [place, is_new] =
        known.try_emplace({mention.type, key}, static_cast<std::uint32_t>(links.entities.size()));
    if (is_new) {
      LocalEntity observation;
      observation.type = mention.type;
      observation.bound = true;
      observation.keys.push_back(std::move(key));
      links.entities.push_back(std::move(observation));
    }
    links.entity_of[i] = place->second;
    links.entities[place->second].mentions.push_back(i);
  }
}

} // namespace zonekg
