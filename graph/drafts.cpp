#include "graph/drafts.hpp"

#include <algorithm>
#include <cassert>
#include <map>
#include <memory>
#include <string_view>

#include "core/process/parallel.hpp"
#include "graph/investors.hpp"
#include "graph/packed_graph.hpp"
#include "graph/period_text.hpp"

namespace zonekg {
namespace {

enum class RowKind : std::uint8_t { entity, mention, generic, fact, edge };

// Of parts; rows stay in the order in which they came. Full blocks go to the spill.
class PartRows {
 public:
  explicit PartRows(std::size_t parts) : blocks_(parts), waiting_(parts) {}

  void add(std::size_t part, std::string_view rows) {
    constexpr std::size_t block = 1 << 15;
    waiting_[part] += rows;
    if (waiting_[part].size() < block) return;
    blocks_[part].push_back(spill_.add(waiting_[part]));
    waiting_[part].clear();
  }

  std::string take(std::size_t part) {
    std::string rows, more;
    for (const Spill::Piece& piece : blocks_[part]) {
      spill_.read(piece, more);
      rows += more;
    }
    rows += std::exchange(waiting_[part], {});
    return rows;
  }

 private:
  Spill spill_;
  std::vector<std::vector<Spill::Piece>> blocks_;
  std::vector<std::string> waiting_;
};

// Bounds of the parts: nodes with about as many entities each.
std::vector<std::uint32_t> part_bounds(const NodeNumbers& numbers) {
  constexpr std::uint32_t most = 4096; // entities of a part
  std::vector<std::uint32_t> counts(numbers.first_item.size());
  for (const std::uint32_t node : numbers.node_of) ++counts[node];
  std::vector<std::uint32_t> bounds = {0};
  std::uint32_t size = 0;
  for (std::uint32_t node = 0; node < counts.size(); ++node) {
    if (size > 0 && size + counts[node] > most) {
      bounds.push_back(node);
      size = 0;
    }
    size += counts[node];
  }
  bounds.push_back(static_cast<std::uint32_t>(counts.size()));
  return bounds;
}

template <typename Way> void pass_row(Way& way, NodeDraft& draft) {
  way.text(draft.type);
  pass(way, draft.key);
  way.number(draft.document);
  way.number(draft.bound);
  way.number(draft.implicit);
}

// Rows of one document, by part.
class DocumentRows {
 public:
  DocumentRows(const LinkedDocuments& linked, const NodeNumbers& numbers, const std::vector<std::uint32_t>& bounds, std::uint32_t document)
      : numbers_(numbers), bounds_(bounds), first_(linked.items.first(document)), number_(document), document_(load_document(linked, document)) {}

  std::map<std::size_t, Packer> make() {
    const Extraction& extraction = document_.extraction;
    for (std::uint32_t e = 0; e < document_.links.entities.size(); ++e) add_entity(e);
    for (const Fact& fact : extraction.facts)
      if (const std::uint32_t node = node_at(fact.mention); node != no_entity) add_row(RowKind::fact, node, Fact(fact));
    for (const Relation& relation : extraction.relations)
      if (relation.type != "same_as") add_edge(relation);
    for (const Relation& relation : find_investors(extraction)) add_edge(relation);
    for (const std::uint32_t indicator : untied_indicators(extraction)) {
      const Mention& mention = extraction.mentions[indicator];
      add_edge(node_at(indicator), node_at(reporting_zone), {"indicator_of", mention.confidence, {}, {}, {mention.evidence}});
    }
    return std::move(rows_);
  }

 private:
  [[nodiscard]] std::uint32_t node_at(std::uint32_t end) const { // of a relation's end, or no_entity
    const std::uint32_t entity = entity_at(document_.links, end);
    return entity == no_entity ? no_entity : numbers_.node_of[first_ + entity];
  }

  Packer& begin_row(RowKind kind, std::uint32_t node) {
    const auto part = std::ranges::upper_bound(bounds_, node) - bounds_.begin() - 1;
    Packer& rows = rows_[static_cast<std::size_t>(part)];
    rows.number(kind);
    rows.number(node);
    return rows;
  }

  template <typename Value> void add_row(RowKind kind, std::uint32_t node, Value value) { pass(begin_row(kind, node), value); }

  void add_entity(std::uint32_t index) {
    LocalEntity& entity = document_.links.entities[index];
    const std::uint32_t node = numbers_.node_of[first_ + index];
    if (numbers_.first_item[node] == first_ + index) {
      const bool by_key = entity.mentions.empty() || is_observation(entity.type);
      NodeDraft draft{entity.type, by_key ? entity.keys.front() : std::u32string(), number_, entity.bound, entity.implicit, {}, {}, {}};
      pass_row(begin_row(RowKind::entity, node), draft);
    }
    std::vector<Mention>& mentions = document_.extraction.mentions;
    for (const std::uint32_t mention : entity.mentions) pass(begin_row(RowKind::mention, node), mentions[mention]);
    for (const std::uint32_t mention : entity.generic) pass(begin_row(RowKind::generic, node), mentions[mention]);
  }

  void add_edge(const Relation& relation) {
    add_edge(node_at(relation.head), node_at(relation.tail),
             {relation.type, relation.confidence, relation.modality, period_text(relation.period), {relation.evidence}});
  }

  void add_edge(std::uint32_t source, std::uint32_t target, Edge edge) {
    if (source == no_entity || target == no_entity || source == target) return;
    Packer& rows = begin_row(RowKind::edge, source);
    rows.number(target);
    pass(rows, edge);
  }

  const NodeNumbers& numbers_;
  const std::vector<std::uint32_t>& bounds_;
  const std::uint32_t first_, number_;
  LinkedDocument document_;
  std::map<std::size_t, Packer> rows_;
};

DraftPart read_part(std::string_view rows, std::uint32_t first, std::uint32_t end) {
  DraftPart part{first, std::vector<NodeDraft>(end - first), {}};
  Unpacker way(rows);
  const auto read_into = [&](auto& values) { pass(way, values.emplace_back()); };
  while (way.left() > 0) {
    RowKind kind{};
    std::uint32_t node = first;
    way.number(kind);
    way.number(node);
    NodeDraft& draft = part.nodes[node - first];
    if (kind == RowKind::entity) pass_row(way, draft);
    if (kind == RowKind::mention) read_into(draft.mentions);
    if (kind == RowKind::generic) read_into(draft.generic);
    if (kind == RowKind::fact) read_into(draft.facts);
    if (kind == RowKind::edge) {
      EdgeDraft& edge = part.edges.emplace_back(EdgeDraft{node, 0, {}});
      way.number(edge.target);
      pass(way, edge.edge);
    }
  }
  assert(way.whole());
  return part;
}

} // namespace

void make_drafts(LinkedDocuments& linked, const NodeNumbers& numbers, unsigned jobs, const std::function<void(DraftPart)>& take) {
  const std::vector<std::uint32_t> bounds = part_bounds(numbers);
  PartRows rows(bounds.size() - 1);
  const std::size_t some = std::size_t{16} * std::max(jobs, 1u), count = linked.headers.size();
  for (std::size_t begin = 0; begin < count; begin += some) {
    std::vector<std::map<std::size_t, Packer>> of_documents(std::min(some, count - begin));
    for_each_parallel(of_documents.size(), jobs, [&](std::size_t i, unsigned) {
      of_documents[i] = DocumentRows(linked, numbers, bounds, static_cast<std::uint32_t>(begin + i)).make();
    });
    for (const auto& of_document : of_documents)
      for (const auto& [part, packer] : of_document) rows.add(part, packer.bytes);
  }
  linked.documents = SpilledRows();
  linked.items = Items();
  for (std::size_t p = 0; p + 1 < bounds.size(); ++p) take(read_part(rows.take(p), bounds[p], bounds[p + 1]));
}

} // namespace zonekg
