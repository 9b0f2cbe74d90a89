#include <algorithm>
#include <string>
#include <utility>

#include "graph/assemble.hpp"
#include "graph/attributes.hpp"
#include "graph/code_points.hpp"
#include "graph/evidence.hpp"
#include "graph/histories.hpp"
#include "graph/name_form.hpp"
#include "graph/name_key.hpp"
#include "graph/naming.hpp"
#include "graph/node_id.hpp"

namespace zonekg {
namespace {

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

} // namespace

std::vector<std::string> find_homes(const LinkedDocuments& linked) {
  std::vector<std::string> homes;
  const Items& items = linked.items;
  for (std::uint32_t d = 0; d < linked.headers.size(); ++d) {
    const std::uint32_t zone = items.reporting(d);
    const bool known = zone != no_entity && !items.bound(zone);
    homes.push_back(known ? to_utf8(stable_key("zone", std::u32string(items.keys(zone).front()))) : linked.headers[d].id);
  }
  return homes;
}

Node make_node(const NodeDraft& draft, const Told& told, IdSource& id) {
  const DocumentHeader& document = told.headers[draft.document];
  std::vector<const Mention*> mentions, generic;
  for (const Mention& mention : draft.mentions) mentions.push_back(&mention);
  for (const Mention& mention : draft.generic) generic.push_back(&mention);
  std::vector<DatedFact> facts;
  for (const Fact& fact : draft.facts) facts.push_back({&fact, told.headers[fact.evidence.document].date});
  Node node;
  node.type = draft.type;
  std::u32string key = draft.key;
  if (mentions.empty()) {
    node.name = document_name(document);
  } else {
    Naming naming = choose_name(mentions);
    node.name = std::move(naming.name);
    node.aliases = std::move(naming.aliases);
    if (!is_observation(node.type)) key = std::move(naming.key);
  }
  id = id_source({node.type, draft.bound ? key : stable_key(node.type, key), key, draft.bound ? document.id : std::string(),
                  told.homes[draft.document]});
  add_mentions(node, mentions);
  add_mentions(node, generic);
  settle_evidence(node.mentions);
  node.properties = merge_attributes(mentions);
  if (draft.implicit) set_property(node.properties, "implicit", true);
  if (node.type == "company") add_company_names(node);
  add_facts(node, facts);
  return node;
}

} // namespace zonekg
