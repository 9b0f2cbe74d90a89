#include <string>
#include <utility>

#include "graph/assemble.hpp"
#include "graph/period_text.hpp"

namespace zonekg {

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

std::string document_name(const DocumentHeader& document) {
  if (!document.title.empty()) return document.title;
  const auto slash = document.path.find_last_of('/');
  return slash == std::string::npos ? document.path : document.path.substr(slash + 1);
}

void add_mentioned_in(const Node& node, std::uint32_t first_document, std::vector<OutEdge>& edges) {
  const Evidence* last = nullptr; // evidence stands in order of documents
  for (const Evidence& evidence : node.mentions) {
    if (last == nullptr || last->document != evidence.document)
      edges.push_back({first_document + evidence.document, {"mentioned_in", node.confidence, {}, {}, {}}});
    edges.back().edge.evidence.push_back(evidence);
    last = &evidence;
  }
}

} // namespace zonekg
