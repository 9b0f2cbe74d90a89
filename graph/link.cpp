#include "graph/link.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "core/process/parallel.hpp"
#include "graph/assemble.hpp"
#include "graph/link_across.hpp"
#include "graph/local_links.hpp"
#include "graph/name_edges.hpp"
#include "graph/names_across.hpp"
#include "graph/prepare.hpp"

namespace zonekg {
namespace {

void sort_documents(std::vector<Extraction>& documents) {
  std::sort(documents.begin(), documents.end(), [](const Extraction& a, const Extraction& b) {
    return std::tie(a.document.path, a.document.id) < std::tie(b.document.path, b.document.id);
  });
}

// Document by document.
std::vector<LocalLinks> link_inside(std::vector<Extraction>& documents, const LinkOptions& options) {
  std::vector<LocalLinks> links(documents.size());
  for_each_parallel(documents.size(), options.jobs, [&](std::size_t i, unsigned) {
    prepare_document(documents[i], static_cast<std::uint32_t>(i), options.decisions);
    links[i] = link_document(documents[i], options.decisions);
  });
  return links;
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

// What stands in nodes and edges now: half of the memory that linking takes.
template <typename Drop> void drop(std::vector<Extraction>& documents, unsigned jobs, const Drop& drop_of) {
  for_each_parallel(documents.size(), jobs, [&](std::size_t i, unsigned) { drop_of(documents[i]); });
}

// What names say across documents: as it was found elsewhere, or found now. Types that people changed make other names.
std::vector<Block> blocks_of(const std::vector<Extraction>& documents, const LinkOptions& options) {
  const bool retyped = std::ranges::any_of(options.decisions, [](const Decision& d) { return d.kind == "retype"; });
  return options.blocks && !retyped ? *options.blocks : compare_names(names_across(documents), options.jobs);
}

} // namespace

Graph link(std::vector<Extraction> documents, const LinkOptions& options) {
  sort_documents(documents);
  const std::vector<LocalLinks> links = link_inside(documents, options);
  const Items items = number_items(links);
  Linked linked{documents, links, items, {}, 0};
  number_nodes(link_across(items, documents, links, options.decisions, blocks_of(documents, options), options.jobs), linked);

  Edges edges = make_edges(linked);
  drop(documents, options.jobs, [](Extraction& e) { e.relations = {}; });
  std::vector<Node> nodes = make_nodes(linked, options.jobs);
  drop(documents, options.jobs, [](Extraction& e) { e.mentions = {}, e.facts = {}; });
  add_name_edges(nodes, edges);
  rename_nodes(options.decisions, nodes);
  reject_edges(options.decisions, nodes, edges.ends, edges.edges);
  lend_evidence(edges, nodes);
  if (options.documents) add_documents(linked, nodes, edges);
  return Graph(make_header(documents, options.plugins, options.types), std::move(nodes), std::move(edges.ends),
               std::move(edges.edges));
}

} // namespace zonekg
