#include "graph/extraction_store.hpp"

#include <algorithm>
#include <cassert>
#include <tuple>
#include <utility>

#include "core/model/document_order.hpp"
#include "core/model/packed.hpp"

namespace zonekg {

void drop_claims(DocumentHeader& header) {
  header.lists = std::vector<ToldList>();
  header.shares = std::vector<ToldShare>();
}

ExtractionStore::ExtractionStore(std::size_t documents) : documents_(documents), spill_(std::make_unique<Spill>()) {}

ExtractionStore::ExtractionStore(std::vector<Extraction> extractions) : ExtractionStore() {
  for (Extraction& extraction : extractions) add(std::exchange(extraction, {}));
}

void ExtractionStore::put(std::size_t index, Extraction extraction) {
  Document& document = documents_[index];
  document.piece = spill_->add(packed(extraction));
  document.header = std::move(extraction.document);
  drop_claims(document.header);
  document.diagnostics = std::move(extraction.diagnostics);
}

void ExtractionStore::add(Extraction extraction) {
  documents_.emplace_back();
  put(documents_.size() - 1, std::move(extraction));
}

void ExtractionStore::settle() {
  settle_order(documents_, [](auto& document) -> auto& { return document.header; });
}

void ExtractionStore::sort_by_id() {
  std::ranges::sort(documents_, {}, [](const Document& d) { return std::tie(d.header.path, d.header.id); });
}

Extraction ExtractionStore::load(std::size_t index) const {
  std::string bytes;
  spill_->read(documents_[index].piece, bytes);
  Unpacker unpacker(bytes);
  Extraction extraction;
  pass(unpacker, extraction);
  assert(unpacker.whole());
  extraction.document.id = documents_[index].header.id;
  const auto number = static_cast<std::uint32_t>(index);
  for (Mention& mention : extraction.mentions) mention.evidence.document = number;
  for (Relation& relation : extraction.relations) relation.evidence.document = number;
  for (Fact& fact : extraction.facts) fact.evidence.document = number;
  for (Rejection& rejection : extraction.rejections) rejection.evidence.document = number;
  return extraction;
}

std::vector<Extraction> ExtractionStore::load_all() const {
  std::vector<Extraction> extractions;
  for (std::size_t i = 0; i < documents_.size(); ++i) extractions.push_back(load(i));
  return extractions;
}

} // namespace zonekg
