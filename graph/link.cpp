#include "graph/link.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "graph/assemble.hpp"
#include "graph/link_across.hpp"
#include "graph/local_links.hpp"
#include "graph/name_edges.hpp"
#include "graph/names_across.hpp"
#include "graph/prepare.hpp"

namespace zonekg {
namespace {

void sort_and_prepare(std::vector<Extraction>& documents, const std::vector<Decision>& decisions) {
  std::sort(documents.begin(), documents.end(), [](const Extraction& a, const Extraction& b) {
    return std::tie(a.document.path, a.document.id) < std::tie(b.document.path, b.document.id);
  });
  for (std::uint32_t i = 0; i < documents.size(); ++i) prepare_document(documents[i], i, decisions);
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

// What names say across documents: as it was found elsewhere, or found now. Types that people changed make other names.
std::vector<Block> blocks_of(const std::vector<Extraction>& documents, const LinkOptions& options) {
  const bool retyped = std::ranges::any_of(options.decisions, [](const Decision& d) { return d.kind == "retype"; });
  return options.blocks && !retyped ? *options.blocks : compare_names(names_across(documents));
}

} // namespace

Graph link(std::vector<Extraction> documents, const LinkOptions& options) {
  sort_and_prepare(documents, options.decisions);
  std::vector<LocalLinks> links;
  links.reserve(documents.size());
  for (const Extraction& document : documents) links.push_back(link_document(document, options.decisions));
  const Items items = number_items(links);
  Linked linked{documents, links, items, {}, 0};
  number_nodes(link_across(items, documents, links, options.decisions, blocks_of(documents, options)), linked);

  std::vector<Node> nodes = make_nodes(linked);
  Edges edges = make_edges(linked);
  add_name_edges(nodes, edges);
  rename_nodes(options.decisions, nodes);
  reject_edges(options.decisions, nodes, edges.ends, edges.edges);
  lend_evidence(edges, nodes);
  if (options.documents) add_documents(linked, nodes, edges);
  return Graph(make_header(documents, options.plugins, options.types), std::move(nodes), std::move(edges.ends),
               std::move(edges.edges));
}

} // namespace zonekg
