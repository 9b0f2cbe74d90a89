#include "graph/link.hpp"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <utility>

#include "core/process/parallel.hpp"
#include "graph/drafts.hpp"
#include "graph/link_across.hpp"
#include "graph/linked_documents.hpp"
#include "graph/name_edges.hpp"
#include "graph/packed_graph.hpp"
#include "graph/project_names.hpp"
#include "graph/spilled_graph.hpp"

namespace zonekg {
namespace {

// Numbers the clusters in order of their first item.
NodeNumbers number_nodes(const Clusters& clusters, std::uint32_t items) {
  NodeNumbers numbers;
  std::vector<std::uint32_t> node_of_root(items, no_entity);
  numbers.node_of.reserve(items);
  for (std::uint32_t item = 0; item < items; ++item) {
    std::uint32_t& node = node_of_root[clusters.root(item)];
    if (node == no_entity) {
      node = static_cast<std::uint32_t>(numbers.first_item.size());
      numbers.first_item.push_back(item);
    }
    numbers.node_of.push_back(node);
  }
  return numbers;
}

// What names say across documents: as it was found elsewhere, or found now. Types that people changed make other names.
std::vector<Block> blocks_of(const Items& items, const LinkOptions& options) {
  const bool retyped = std::ranges::any_of(options.decisions, [](const Decision& d) { return d.kind == "retype"; });
  return options.blocks && !retyped ? *options.blocks : compare_names(names_across(items), options.jobs);
}

GraphHeader make_header(std::vector<DocumentHeader> documents, std::vector<PluginVersion> plugins, std::vector<TypeLabel> types) {
  GraphHeader header;
  const auto key = [](const TypeLabel& label) { return std::tie(label.kind, label.name); };
  std::stable_sort(types.begin(), types.end(), [&](const TypeLabel& a, const TypeLabel& b) { return key(a) < key(b); });
  types.erase(std::unique(types.begin(), types.end(), [&](const TypeLabel& a, const TypeLabel& b) { return key(a) == key(b); }), types.end());
  header.types = std::move(types);
  std::sort(plugins.begin(), plugins.end(), [](const PluginVersion& a, const PluginVersion& b) {
    return std::tie(a.id, a.version) < std::tie(b.id, b.version);
  });
  header.plugins = std::move(plugins);
  header.documents = std::move(documents);
  return header;
}

} // namespace

// Takes drafts part by part; then settles what hangs on all of them.
class GraphMaker {
 public:
  GraphMaker(const LinkedDocuments& linked, std::size_t nodes, const LinkOptions& options)
      : options_(options), homes_(find_homes(linked)), graph_(new SpilledGraph) {
    graph_->header_ = make_header(linked.headers, options.plugins, options.types);
    graph_->decisions_ = options.decisions;
    sources_.reserve(nodes);
    type_of_.reserve(nodes);
    edge_counts_.reserve(nodes);
  }

  void take(DraftPart part) {
    std::vector<Node> nodes(part.nodes.size());
    const std::size_t first = sources_.size();
    sources_.resize(first + nodes.size());
    const Told told{graph_->header_.documents, homes_};
    for_each_parallel(nodes.size(), options_.jobs, [&](std::size_t n, unsigned) { nodes[n] = make_node(part.nodes[n], told, sources_[first + n]); });
    for (std::size_t n = 0; n < nodes.size(); ++n) add_node(static_cast<std::uint32_t>(first + n), nodes[n], homes_[part.nodes[n].document]);
    add_edges(part.first, nodes.size(), make_edges(std::move(part.edges)));
  }

  std::unique_ptr<SpilledGraph> finish(SpilledRows claims) {
    graph_->claims_ = std::move(claims);
    graph_->names_without_phase_ = projects_.names_without_phase();
    graph_->families_ = projects_.families([&](std::uint32_t number) { return graph_->named_node(number).name; });
    add_name_edges();
    std::vector<std::string_view> of_documents;
    for (const DocumentHeader& document : graph_->header_.documents) of_documents.push_back(document.id);
    graph_->ids_ = make_ids(std::exchange(sources_, {}), of_documents);
    reject_edges();
    lend_evidence();
    if (options_.documents) find_first_words();
    put_in_order();
    return std::move(graph_);
  }

 private:
  void add_node(std::uint32_t number, Node& node, const std::string& home) {
    graph_->nodes_.add(packed(node));
    projects_.add(number, node, home);
    zones_.add(number, node);
    if (node.type == "company" || node.type == "project") named_after_zones_.push_back(number);
    if (node.mentions.empty()) unnamed_.push_back(number);
    const auto known = std::ranges::find(types_, node.type);
    type_of_.push_back(static_cast<std::uint32_t>(known - types_.begin()));
    if (known == types_.end()) types_.push_back(node.type);
  }

  void add_edges(std::uint32_t first, std::size_t count, std::vector<std::pair<std::uint32_t, OutEdge>> edges) {
    auto edge = edges.begin();
    for (std::uint32_t source = first; source < first + count; ++source) {
      Packer row;
      const auto first_edge = edge;
      for (; edge != edges.end() && edge->first == source; ++edge) {
        row.number(edge->second.target);
        pass(row, edge->second.edge);
      }
      graph_->edges_.add(row.bytes);
      edge_counts_.push_back(static_cast<std::uint32_t>(edge - first_edge));
    }
  }

  void add_name_edges() {
    if (zones_.empty()) return;
    for (const std::uint32_t number : named_after_zones_) {
      auto namesake = zones_.find(graph_->named_node(number));
      if (!namesake) continue;
      if (!namesake->park.empty()) graph_->parks_.emplace(number, namesake->park);
      if (!namesake->edge) continue;
      const auto says_so = [&](const OutEdge& e) { return e.target == namesake->zone && e.edge.type == namesake->edge->type; };
      if (std::ranges::any_of(graph_->edges_from(number), says_so)) continue;
      ++edge_counts_[number];
      graph_->name_edges_.emplace(number, OutEdge{namesake->zone, std::move(*namesake->edge)});
    }
    zones_ = ZoneNames();
  }

  void reject_edges() {
    auto rejected = std::make_unique<RejectedEdges>(graph_->decisions_);
    if (rejected->any())
      for (std::uint32_t number = 0; number < graph_->made_count(); ++number) rejected->add(number, graph_->node_at(number));
    graph_->rejected_ = std::move(rejected);
  }

  // Nodes that no mention names, zones that a report never names, get the evidence of the edges that need them.
  void lend_evidence() {
    if (unnamed_.empty()) return;
    const auto wants = [&](std::uint32_t number) { return std::ranges::binary_search(unnamed_, number); };
    for (std::uint32_t number = 0; number < graph_->made_count(); ++number)
      for (OutEdge& edge : graph_->edges_from(number))
        for (const std::uint32_t end : {number, edge.target}) {
          if (!wants(end)) continue;
          graph_->lent_to_[end].push_back(graph_->lent_.size());
          graph_->lent_.add(packed(edge.edge));
        }
  }

  // Of each document what the graph takes from it first.
  void find_first_words() {
    graph_->first_words_.resize(graph_->header_.documents.size());
    for (std::uint32_t number = 0; number < graph_->made_count(); ++number)
      for (const Evidence& evidence : graph_->node_at(number).mentions) {
        Evidence& earliest = graph_->first_words_[evidence.document];
        if (earliest.text.empty() || evidence.begin < earliest.begin) earliest = evidence;
      }
  }

  void put_in_order() {
    const std::uint32_t made = graph_->made_count();
    const std::size_t count = made + graph_->first_words_.size();
    const std::string document = "document";
    const auto rank = [&](std::uint32_t number) {
      return std::tuple(std::string_view(number < made ? types_[type_of_[number]] : document), graph_->id_of(number));
    };
    graph_->order_.reserve(count);
    for (std::uint32_t number = 0; number < count; ++number) graph_->order_.push_back(number);
    std::ranges::sort(graph_->order_, {}, rank);
    graph_->position_.resize(count);
    for (std::uint32_t position = 0; position < count; ++position) graph_->position_[graph_->order_[position]] = position;
    count_edges();
  }

  void count_edges() {
    const bool as_made = !graph_->rejected_->any() && graph_->first_words_.empty();
    std::uint32_t edges = 0;
    graph_->first_edges_ = {0};
    graph_->first_edges_.reserve(graph_->order_.size() + 1);
    for (const std::uint32_t number : graph_->order_) {
      edges += as_made ? edge_counts_[number] : static_cast<std::uint32_t>(graph_->all_edges_from(number).size());
      graph_->first_edges_.push_back(edges);
    }
  }

  const LinkOptions& options_;
  const std::vector<std::string> homes_; // of each document
  std::unique_ptr<SpilledGraph> graph_;
  std::vector<IdSource> sources_;
  ProjectNames projects_;
  ZoneNames zones_;
  std::vector<std::uint32_t> named_after_zones_, unnamed_; // nodes; the first: those that may be
  std::vector<std::string> types_;
  std::vector<std::uint32_t> type_of_, edge_counts_; // of each node
};

std::unique_ptr<SpilledGraph> link_spilled(ExtractionStore extractions, const LinkOptions& options) {
  LinkedDocuments linked = link_inside(std::move(extractions), options.decisions, options.jobs);
  const Items& items = linked.items;
  const NodeNumbers numbers = number_nodes(link_across(items, options.decisions, blocks_of(items, options), options.jobs), items.size());
  GraphMaker maker(linked, numbers.first_item.size(), options);
  make_drafts(linked, numbers, options.jobs, [&](DraftPart part) { maker.take(std::move(part)); });
  return maker.finish(std::move(linked.claims));
}

Graph link(std::vector<Extraction> documents, const LinkOptions& options) {
  return link_spilled(ExtractionStore(std::move(documents)), options)->load();
}

} // namespace zonekg
