#include <string>
#include <utility>

#include "graph/assemble.hpp"
#include "graph/period_text.hpp"

namespace zonekg {
namespace {

Node make_document(const DocumentHeader& document, Evidence first) {
  Node node;
  node.id = document.id;
  node.type = "document";
  node.name = document_name(document);
  node.confidence = 1;
  if (!first.text.empty()) node.mentions.push_back(std::move(first));
  const std::pair<const char*, std::string> properties[] = {{"index_number", document.index_number},
                                                            {"path", document.path},
                                                            {"period", period_text(document.date.period)},
                                                            {"published", date_text(document.date.published)},
                                                            {"publisher", document.publisher},
                                                            {"sha256", document.sha256},
                                                            {"title", document.title}};
  for (const auto& [key, value] : properties)
    if (!value.empty()) node.properties.push_back({key, value});
  return node;
}

void add_mentioned_in(const Evidence& evidence, const EdgeEnds& ends, double confidence, Edges& edges) {
  const bool is_new =
      edges.ends.empty() || edges.ends.back().source != ends.source || edges.ends.back().target != ends.target;
  if (is_new) {
    edges.ends.push_back(ends);
    edges.edges.push_back({"mentioned_in", confidence, {}, {}, {}});
  }
  edges.edges.back().evidence.push_back(evidence);
}

} // namespace

std::string document_name(const DocumentHeader& document) {
  if (!document.title.empty()) return document.title;
  const auto slash = document.path.find_last_of('/');
  return slash == std::string::npos ? document.path : document.path.substr(slash + 1);
}

void add_documents(const Linked& linked, std::vector<Node>& nodes, Edges& edges) {
  const std::size_t count = nodes.size();
  std::vector<Evidence> first(
      linked.documents.size()); // of each document: the first words that the graph takes from it
  for (std::uint32_t n = 0; n < count; ++n) {
    for (const Evidence& evidence : nodes[n].mentions) {
      Evidence& earliest = first[evidence.document];
      if (earliest.text.empty() || evidence.begin < earliest.begin) earliest = evidence;
      const EdgeEnds ends{n, static_cast<std::uint32_t>(count + evidence.document)};
      add_mentioned_in(evidence, ends, nodes[n].confidence, edges);
    }
  }
  for (std::size_t d = 0; d < linked.documents.size(); ++d)
    nodes.push_back(make_document(linked.documents[d].document, std::move(first[d])));
}

} // namespace zonekg
