// Linking, last step: from clusters of mentions to nodes and edges.
#pragma once

#include <string>
#include <vector>

#include "core/model/extraction.hpp"
#include "graph/graph.hpp"
#include "graph/link.hpp"
#include "graph/link_across.hpp"

namespace zonekg {

// Sorted documents, their links and what was found to be one across them.
struct Linked {
  const std::vector<Extraction>& documents;
  const std::vector<LocalLinks>& links;
  const Items& items;
  std::vector<std::uint32_t> node_of; // of each item
  std::uint32_t node_count = 0;

  [[nodiscard]] std::uint32_t node_at(std::uint32_t document,
                                      std::uint32_t end) const; // of a relation's end, or no_entity
};

struct Edges {
  std::vector<EdgeEnds> ends;
  std::vector<Edge> edges;
};

std::vector<Node> make_nodes(const Linked& linked, unsigned jobs);
Edges make_edges(const Linked& linked);

// Gives nodes that no mention names the evidence of the edges that need them: zones that a report never names.
void lend_evidence(const Edges& edges, std::vector<Node>& nodes);

// Its title, or its file's name.
std::string document_name(const DocumentHeader& document);

// One node for each document after the given ones, and `mentioned_in` edges from every node to the documents it stands
// in.
void add_documents(const Linked& linked, std::vector<Node>& nodes, Edges& edges);

} // namespace zonekg
