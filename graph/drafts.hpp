// What documents say, sorted out by the nodes and edges that it is said of.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "core/model/extraction.hpp"
#include "core/process/spill.hpp"
#include "graph/graph.hpp"
#include "graph/linked_documents.hpp"

namespace zonekg {

// Everything that was said about one node, in order of documents.
struct NodeDraft {
  std::string type;
  std::u32string key;                      // of its first entity; stated only where no mention names the node
  std::uint32_t document = 0;              // of its first entity
  bool bound = false, implicit = false;    // its first entity
  std::vector<Mention> mentions, generic;
  std::vector<Fact> facts;
};

struct EdgeDraft {
  std::uint32_t source, target; // nodes
  Edge edge;                    // as one relation states it
};

// Nodes in a row, and the edges that begin at them, in order of documents.
struct DraftPart {
  std::uint32_t first = 0; // node
  std::vector<NodeDraft> nodes;
  std::vector<EdgeDraft> edges;
};

// Numbers of nodes: of each item its node, nodes in order of their first items.
struct NodeNumbers {
  std::vector<std::uint32_t> node_of, first_item;
};

// Hands out the drafts part by part, from the first node to the last. Only one part is in memory at once.
void make_drafts(LinkedDocuments& linked, const NodeNumbers& numbers, unsigned jobs, const std::function<void(DraftPart)>& take);

} // namespace zonekg
