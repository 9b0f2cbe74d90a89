#include "graph/linked_documents.hpp"

#include <algorithm>
#include <cassert>
#include <string>
#include <utility>

#include "core/process/parallel.hpp"
#include "graph/packed_graph.hpp"
#include "graph/prepare.hpp"

namespace zonekg {
namespace {

template <typename Way> void pass_claims(Way& way, DocumentHeader& header) {
  pass(way, header.lists);
  pass(way, header.shares);
}

template <typename Way> void pass(Way& way, LinkedDocument& value) {
  pass(way, value.extraction.mentions);
  pass(way, value.extraction.relations);
  pass(way, value.extraction.facts);
  pass(way, value.links);
}

struct Linking {
  LinkedDocument document;
  std::string packed_document, packed_claims;
};

Linking link_one(const ExtractionStore& extractions, std::size_t index, const std::vector<Decision>& decisions) {
  Linking linking{{extractions.load(index), {}}, {}, {}};
  LinkedDocument& document = linking.document;
  prepare_document(document.extraction, static_cast<std::uint32_t>(index), decisions);
  document.links = link_document(document.extraction, decisions);
  Packer rows, claims;
  pass(rows, document);
  pass_claims(claims, document.extraction.document);
  linking.packed_document = std::move(rows.bytes);
  linking.packed_claims = std::move(claims.bytes);
  return linking;
}

} // namespace

LinkedDocuments link_inside(ExtractionStore extractions, const std::vector<Decision>& decisions, unsigned jobs) {
  extractions.sort_by_id();
  LinkedDocuments linked;
  const std::size_t some = std::size_t{16} * std::max(jobs, 1u); // documents in memory at once
  for (std::size_t begin = 0; begin < extractions.size(); begin += some) {
    std::vector<Linking> linkings(std::min(some, extractions.size() - begin));
    for_each_parallel(linkings.size(), jobs, [&](std::size_t i, unsigned) { linkings[i] = link_one(extractions, begin + i, decisions); });
    for (Linking& linking : linkings) {
      linked.items.add(linking.document.extraction, linking.document.links);
      linked.documents.add(linking.packed_document);
      linked.claims.add(linking.packed_claims);
      linked.headers.push_back(std::move(linking.document.extraction.document));
      drop_claims(linked.headers.back());
    }
  }
  linked.items.close();
  return linked;
}

LinkedDocument load_document(const LinkedDocuments& linked, std::size_t index) {
  std::string bytes;
  linked.documents.read(index, bytes);
  Unpacker unpacker(bytes);
  LinkedDocument document;
  pass(unpacker, document);
  assert(unpacker.whole());
  return document;
}

DocumentHeader whole_header(const DocumentHeader& header, const SpilledRows& claims, std::size_t document) {
  std::string bytes;
  claims.read(document, bytes);
  Unpacker unpacker(bytes);
  DocumentHeader whole = header;
  pass_claims(unpacker, whole);
  assert(unpacker.whole());
  return whole;
}

} // namespace zonekg
