#include "graph/decisions.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "graph/extraction_store.hpp"
#include "graph/items.hpp"
#include "graph/local_links.hpp"
#include "graph/name_key.hpp"

namespace zonekg {
namespace {

using Name = std::pair<std::string, std::u32string>; // type and key

// Items under each of their names. Names of one document only are out of a decision's reach: it names no document.
std::map<Name, std::vector<std::uint32_t>> items_by_name(const std::vector<Decision>& decisions, const Items& items) {
  std::map<Name, std::vector<std::uint32_t>> result;
  for (const Decision& decision : decisions)
    for (const std::string& name : decision.names) result[{decision.type, name_key(decision.type, name)}];
  if (result.empty()) return result;
  for (std::uint32_t i = 0; i < items.size(); ++i)
    for (const std::u32string_view key : items.keys(i))
      if (const auto found = result.find({items.type(i), std::u32string(key)}); found != result.end())
        found->second.push_back(i);
  return result;
}

bool carries(const Node& node, std::string_view name) {
  const auto key = name_key(node.type, name);
  if (name_key(node.type, node.name) == key) return true;
  return std::any_of(node.aliases.begin(), node.aliases.end(),
                     [&](const std::string& alias) { return name_key(node.type, alias) == key; });
}

bool holds(const std::vector<Evidence>& evidence, const std::string& words) {
  return std::any_of(evidence.begin(), evidence.end(),
                     [&](const Evidence& e) { return e.text.view().find(words) != std::string::npos; });
}

// What the documents say, as far as decisions refer to it.
struct Said {
  std::set<Name> names;
  std::vector<bool> words; // of each decision: they stand in some evidence
};

void hear(const Evidence& evidence, const std::vector<Decision>& decisions, Said& said) {
  for (std::size_t d = 0; d < decisions.size(); ++d)
    if (!said.words[d] && evidence.text.view().find(decisions[d].words) != std::string_view::npos) said.words[d] = true;
}

Said collect(const std::vector<Decision>& decisions, const ExtractionStore& documents) {
  Said said{{}, std::vector<bool>(decisions.size())};
  for (std::size_t d = 0; d < documents.size(); ++d) {
    const Extraction document = documents.load(d);
    for (const Mention& mention : document.mentions) {
      said.names.emplace(mention.type, name_key(mention.type, mention.name));
      hear(mention.evidence, decisions, said);
    }
    for (const Relation& relation : document.relations) hear(relation.evidence, decisions, said);
  }
  return said;
}

bool is_named(const Said& said, const Decision& decision, const std::string& name) {
  if (!decision.type.empty()) return said.names.contains({decision.type, name_key(decision.type, name)});
  return std::any_of(said.names.begin(), said.names.end(),
                     [&](const Name& known) { return known.second == name_key(known.first, name); });
}

} // namespace

void retype_mentions(const std::vector<Decision>& decisions, Extraction& document) {
  for (const Decision& decision : decisions) {
    if (decision.kind != "retype") continue;
    const auto key = name_key(decision.type, decision.names.front());
    for (Mention& mention : document.mentions)
      if (mention.type == decision.type && name_key(mention.type, mention.name) == key) mention.type = decision.to;
  }
}

void keep_apart(const std::vector<Decision>& decisions, const Items& items, Clusters& clusters) {
  const auto by_name = items_by_name(decisions, items);
  for (std::uint32_t d = 0; d < decisions.size(); ++d) {
    if (decisions[d].kind != "different") continue;
    for (std::uint32_t n = 0; n < decisions[d].names.size(); ++n)
      for (const std::uint32_t item : by_name.at({decisions[d].type, name_key(decisions[d].type, decisions[d].names[n])}))
        clusters.exclude_from_others(item, d, n);
  }
}

void join_decided(const std::vector<Decision>& decisions, const Items& items, Clusters& clusters) {
  const auto by_name = items_by_name(decisions, items);
  for (const Decision& decision : decisions) {
    if (decision.kind != "same") continue;
    std::uint32_t first = no_entity;
    for (const std::string& name : decision.names)
      for (const std::uint32_t item : by_name.at({decision.type, name_key(decision.type, name)})) {
        if (first == no_entity) first = item;
        clusters.join_stated(first, item);
      }
  }
}

void rename_node(const std::vector<Decision>& decisions, Node& node) {
  for (const Decision& decision : decisions) {
    if (decision.kind != "rename" || node.type != decision.type || node.name == decision.to || !carries(node, decision.names.front()))
      continue;
    std::erase(node.aliases, decision.to);
    node.aliases.insert(std::lower_bound(node.aliases.begin(), node.aliases.end(), node.name), node.name);
    node.name = decision.to;
  }
}

RejectedEdges::RejectedEdges(const std::vector<Decision>& decisions) {
  for (const Decision& decision : decisions)
    if (decision.kind == "reject") rejections_.push_back({&decision, {}, {}});
}

void RejectedEdges::add(std::uint32_t index, const Node& node) {
  for (Rejection& rejection : rejections_) {
    if (carries(node, rejection.decision->names[0])) rejection.sources.insert(index);
    if (carries(node, rejection.decision->names[1])) rejection.targets.insert(index);
  }
}

bool RejectedEdges::contain(std::uint32_t source, std::uint32_t target, const Edge& edge) const {
  return std::any_of(rejections_.begin(), rejections_.end(), [&](const Rejection& rejection) {
    const Decision& decision = *rejection.decision;
    return decision.edge == edge.type && rejection.sources.contains(source) && rejection.targets.contains(target) &&
           (decision.words.empty() || holds(edge.evidence, decision.words));
  });
}

std::vector<Diagnostic> stale_decisions(const std::vector<Decision>& decisions,
                                        const ExtractionStore& documents, const std::string& where) {
  std::vector<Diagnostic> alarms;
  if (decisions.empty()) return alarms;
  const Said said = collect(decisions, documents);
  for (std::size_t d = 0; d < decisions.size(); ++d) {
    const Decision& decision = decisions[d];
    std::string gone;
    for (const std::string& name : decision.names)
      if (!is_named(said, decision, name)) gone += (gone.empty() ? "" : "、") + name;
    if (gone.empty() && !decision.words.empty() && !said.words[d])
      gone = "the words “" + decision.words + "”";
    if (gone.empty()) continue;
    alarms.push_back({Severity::warning, where + ":" + std::to_string(decision.line),
                      "the decision '" + decision.kind + "' has lost what it is about: no document holds " + gone,
                      "see whether it still stands, and edit or remove its line"});
  }
  return alarms;
}

} // namespace zonekg
