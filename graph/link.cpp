#include "graph/link.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "core/text/utf8.hpp"
#include "graph/assemble.hpp"
#include "graph/code_points.hpp"
#include "graph/link_across.hpp"
#include "graph/local_links.hpp"
#include "graph/nested_zones.hpp"

namespace zonekg {
namespace {

void clean(std::string& text) {
  if (find_invalid_utf8(text)) text = clean_utf8(text);
}

void clean(Evidence& evidence, std::uint32_t document) {
  evidence.document = document;
  clean(evidence.text);
  clean(evidence.plugin);
  clean(evidence.rule);
}

// Plugins are strangers: from here on every string is UTF-8 and evidence counts documents in the graph's order.
void clean(Extraction& extraction, std::uint32_t document) {
  for (std::string* text :
       {&extraction.document.id, &extraction.document.path, &extraction.document.title, &extraction.document.sha256})
    clean(*text);
  for (Mention& mention : extraction.mentions) {
    clean(mention.type);
    clean(mention.name);
    clean(mention.evidence, document);
  }
  for (Relation& relation : extraction.relations) {
    clean(relation.type);
    clean(relation.modality);
    clean(relation.evidence, document);
  }
  for (Fact& fact : extraction.facts) {
    for (std::string* text : {&fact.key, &fact.value, &fact.modality}) clean(*text);
    clean(fact.evidence, document);
  }
}

void sort_and_clean(std::vector<Extraction>& documents, const std::vector<Decision>& decisions) {
  std::sort(documents.begin(), documents.end(), [](const Extraction& a, const Extraction& b) {
    return std::tie(a.document.path, a.document.id) < std::tie(b.document.path, b.document.id);
  });
  for (std::uint32_t i = 0; i < documents.size(); ++i) {
    clean(documents[i], i);
    retype_mentions(decisions, documents[i]);
    add_nested_zones(documents[i]);
  }
}

// Numbers the clusters in order of their first item.
void number_nodes(const Clusters& clusters, Linked& linked) {
  const auto count = static_cast<std::uint32_t>(linked.items.entities.size());
  std::vector<std::uint32_t> node_of_root(count, no_entity);
  for (std::uint32_t item = 0; item < count; ++item) {
    std::uint32_t& node = node_of_root[clusters.root(item)];
    if (node == no_entity) node = linked.node_count++;
    linked.node_of.push_back(node);
  }
}

GraphHeader make_header(const std::vector<Extraction>& documents, std::vector<PluginVersion> plugins, std::vector<TypeLabel> types) {
  GraphHeader header;
  const auto key = [](const TypeLabel& label) { return std::tie(label.kind, label.name); };
  std::stable_sort(types.begin(), types.end(), [&](const TypeLabel& a, const TypeLabel& b) { return key(a) < key(b); });
  types.erase(std::unique(types.begin(), types.end(), [&](const TypeLabel& a, const TypeLabel& b) { return key(a) == key(b); }), types.end());
  header.types = std::move(types);
  std::sort(plugins.begin(), plugins.end(), [](const PluginVersion& a, const PluginVersion& b) {
    return std::tie(a.id, a.version) < std::tie(b.id, b.version);
  });
  header.plugins = std::move(plugins);
  for (const Extraction& extraction : documents) header.documents.push_back(extraction.document);
  return header;
}

} // namespace

Graph link(std::vector<Extraction> documents, const LinkOptions& options) {
  sort_and_clean(documents, options.decisions);
  std::vector<LocalLinks> links;
  links.reserve(documents.size());
  for (const Extraction& document : documents) links.push_back(link_document(document, options.decisions));
  const Items items = number_items(links);
  Linked linked{documents, links, items, {}, 0};
  number_nodes(link_across(items, documents, links, options.decisions), linked);

  std::vector<Node> nodes = make_nodes(linked);
  Edges edges = make_edges(linked);
  rename_nodes(options.decisions, nodes);
  reject_edges(options.decisions, nodes, edges.ends, edges.edges);
  lend_evidence(edges, nodes);
  if (options.documents) add_documents(linked, nodes, edges);
  return Graph(make_header(documents, options.plugins, options.types), std::move(nodes), std::move(edges.ends),
               std::move(edges.edges));
}

} // namespace zonekg
