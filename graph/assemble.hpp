// Linking, last step: from what documents say of a node to the node, and from relations to edges.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "graph/drafts.hpp"
#include "graph/graph.hpp"
#include "graph/linked_documents.hpp"
#include "graph/node_id.hpp"

namespace zonekg {

// What is told of documents.
struct Told {
  const std::vector<DocumentHeader>& headers;
  const std::vector<std::string>& homes;
};

// Of each document the zone that it reports on, by which works of equal names are told apart; else the document's id.
std::vector<std::string> find_homes(const LinkedDocuments& linked);

// Without its id, which is made of `id`.
Node make_node(const NodeDraft& draft, const Told& told, IdSource& id);

// An edge and the node that it leads to.
struct OutEdge {
  std::uint32_t target = 0;
  Edge edge;
};

// One edge for all drafts of one source, target and type, by these. `drafts` in order of documents.
std::vector<std::pair<std::uint32_t, OutEdge>> make_edges(std::vector<EdgeDraft> drafts); // with their sources

// Its title, or its file's name.
std::string document_name(const DocumentHeader& document);

// A document as a node; `first`: the first words that the graph takes from it.
Node make_document(const DocumentHeader& document, Evidence first);

// `mentioned_in` edges to the documents that the node stands in; `first_document`: the first document's number.
void add_mentioned_in(const Node& node, std::uint32_t first_document, std::vector<OutEdge>& edges);

} // namespace zonekg
