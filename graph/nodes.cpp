#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "core/process/parallel.hpp"
#include "graph/assemble.hpp"
#include "graph/attributes.hpp"
#include "graph/code_points.hpp"
#include "graph/evidence.hpp"
#include "graph/histories.hpp"
#include "graph/name_form.hpp"
#include "graph/name_key.hpp"
#include "graph/naming.hpp"
#include "graph/node_id.hpp"
#include "graph/work_name.hpp"

namespace zonekg {
namespace {

// Everything that was said about one node, in order of documents.
struct Draft {
  std::vector<std::uint32_t> items;
  std::vector<const Mention*> mentions;
  std::vector<const Mention*> generic;
  std::vector<DatedFact> facts;
};

std::vector<Draft> collect_drafts(const Linked& linked) {
  std::vector<Draft> drafts(linked.node_count);
  for (std::uint32_t item = 0; item < linked.items.entities.size(); ++item) {
    const LocalEntity& entity = *linked.items.entities[item];
    const auto& mentions = linked.documents[linked.items.documents[item]].mentions;
    Draft& draft = drafts[linked.node_of[item]];
    draft.items.push_back(item);
    for (const std::uint32_t mention : entity.mentions) draft.mentions.push_back(&mentions[mention]);
    for (const std::uint32_t mention : entity.generic) draft.generic.push_back(&mentions[mention]);
  }
  for (std::uint32_t d = 0; d < linked.documents.size(); ++d) {
    for (const Fact& fact : linked.documents[d].facts) {
      const std::uint32_t node = linked.node_at(d, fact.mention);
      if (node != no_entity) drafts[node].facts.push_back({&fact, linked.documents[d].document.date});
    }
  }
  return drafts;
}

void add_mentions(Node& node, const std::vector<const Mention*>& mentions) {
  for (const Mention* mention : mentions) {
    node.confidence = std::max(node.confidence, mention->confidence);
    node.mentions.push_back(mention->evidence);
  }
}

void add_company_names(Node& node) {
  std::vector<const std::string*> names = {&node.name};
  for (const std::string& alias : node.aliases) names.push_back(&alias);
  const std::string *legal = nullptr, *brief = nullptr;
  const auto longer = [](const std::string* a, const std::string* b) { return b == nullptr || a->size() > b->size(); };
  for (const std::string* name : names) {
    const bool is_legal = is_legal_name(parse_name(node.type, name_key(node.type, *name)));
    if (is_legal && longer(name, legal)) legal = name;
    if (!is_legal && (brief == nullptr || longer(brief, name))) brief = name;
  }
  if (legal != nullptr) set_property(node.properties, "legal_name", *legal);
  if (legal != nullptr && brief != nullptr) set_property(node.properties, "short_name", *brief);
}

void add_facts(Node& node, const std::vector<DatedFact>& facts) {
  node.histories = make_histories(facts);
  for (const History& history : node.histories) {
    std::erase_if(node.properties,
                  [&](const Property& p) { return p.key == history.key || p.key == history.key + "_history"; });
    std::string latest = latest_actual(facts, history.key);
    if (!latest.empty()) set_property(node.properties, history.key, std::move(latest));
  }
}

// The reporting zone of an item's document, by which works of equal names are told apart; else the document.
std::string home_of(const Linked& linked, std::uint32_t item) {
  const std::uint32_t document = linked.items.documents[item], zone = linked.links[document].reporting;
  if (zone == no_entity || linked.links[document].entities[zone].bound) return linked.documents[document].document.id;
  return to_utf8(stable_key("zone", linked.links[document].entities[zone].keys.front()));
}

Node make_node(const Linked& linked, const Draft& draft, IdSource& id) {
  const LocalEntity& first = *linked.items.entities[draft.items.front()];
  const DocumentHeader& document = linked.documents[linked.items.documents[draft.items.front()]].document;
  Node node;
  node.type = first.type;
  std::u32string key = first.keys.front();
  if (draft.mentions.empty()) {
    node.name = document_name(document);
  } else {
    Naming naming = choose_name(draft.mentions);
    node.name = std::move(naming.name);
    node.aliases = std::move(naming.aliases);
    if (!is_observation(node.type)) key = std::move(naming.key);
  }
  id = {node.type, first.bound ? key : stable_key(node.type, key), key, first.bound ? document.id : std::string(),
        home_of(linked, draft.items.front())};
  add_mentions(node, draft.mentions);
  add_mentions(node, draft.generic);
  settle_evidence(node.mentions);
  node.properties = merge_attributes(draft.mentions);
  if (first.implicit) set_property(node.properties, "implicit", true);
  if (node.type == "company") add_company_names(node);
  add_facts(node, draft.facts);
  return node;
}

} // namespace

std::uint32_t Linked::node_at(std::uint32_t document, std::uint32_t end) const {
  const std::uint32_t entity = entity_at(links[document], end);
  return entity == no_entity ? no_entity : node_of[items.first[document] + entity];
}

namespace {

// 一期6万吨磷酸铁锂 is called 6万吨磷酸铁锂 as well, as long as nothing else is. A name without a figure is too little to
// go by: 锂电池一期 is not all of 锂电池.
void add_names_without_phase(std::vector<Node>& nodes) {
  std::map<std::pair<std::string, std::u32string>, std::set<std::size_t>> carriers;
  std::vector<std::pair<std::size_t, std::string>> additions;
  for (std::size_t n = 0; n < nodes.size(); ++n) {
    if (nodes[n].type != "project") continue;
    std::vector<std::string> names = nodes[n].aliases;
    names.push_back(nodes[n].name);
    for (const std::string& name : names) {
      carriers[{nodes[n].type, name_key(nodes[n].type, name)}].insert(n);
      std::string base = without_phase(name);
      if (base.empty() || parse_work(parse_name("project", name_key("project", base)), 0).amounts.empty()) continue;
      carriers[{nodes[n].type, name_key(nodes[n].type, base)}].insert(n);
      additions.emplace_back(n, std::move(base));
    }
  }
  for (auto& [n, name] : additions) {
    std::vector<std::string>& aliases = nodes[n].aliases;
    if (carriers[{nodes[n].type, name_key(nodes[n].type, name)}].size() > 1) continue;
    const auto place = std::lower_bound(aliases.begin(), aliases.end(), name);
    if (name != nodes[n].name && (place == aliases.end() || *place != name)) aliases.insert(place, name);
  }
}

// Phases of one undertaking are projects of one family: 高端铝箔一期, 高端铝箔二期 and 高端铝箔, told of one zone.
void add_families(const std::vector<IdSource>& sources, std::vector<Node>& nodes) {
  struct Family {
    std::set<std::size_t> members;
    std::string name;
  };
  std::map<std::pair<std::string, std::u32string>, Family> families; // by home and name without phase
  for (std::size_t n = 0; n < nodes.size(); ++n) {
    if (nodes[n].type != "project") continue;
    const std::string whole = to_utf8(name_key("project", nodes[n].name)), base = without_phase(whole);
    const std::string& name = base.empty() ? whole : base;
    Family& family = families[{sources[n].home, name_key("project", name)}];
    family.members.insert(n);
    if (family.name.empty() || name < family.name) family.name = name;
  }
  for (const auto& [key, family] : families)
    if (family.members.size() > 1)
      for (const std::size_t n : family.members) set_property(nodes[n].properties, "family", family.name);
}

} // namespace

std::vector<Node> make_nodes(const Linked& linked, unsigned jobs) {
  const std::vector<Draft> drafts = collect_drafts(linked);
  std::vector<Node> nodes(drafts.size());
  std::vector<IdSource> sources(drafts.size());
  for_each_parallel(drafts.size(), jobs, [&](std::size_t n, unsigned) { nodes[n] = make_node(linked, drafts[n], sources[n]); });
  NodeIds ids;
  for (const Extraction& extraction : linked.documents) ids.reserve(extraction.document.id);
  std::vector<std::string> made;
  for_each_parallel(2, jobs, [&](std::size_t task, unsigned) { // neither knows of the other's work
    if (task == 0) {
      made = make_ids(sources, ids);
    } else {
      add_names_without_phase(nodes);
      add_families(sources, nodes);
    }
  });
  for (std::size_t n = 0; n < nodes.size(); ++n) nodes[n].id = std::move(made[n]);
  return nodes;
}

} // namespace zonekg
