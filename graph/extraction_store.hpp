// Extractions of a run that wait for linking outside of memory.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "core/model/extraction.hpp"
#include "core/process/spill.hpp"

namespace zonekg {

// Lists and shares go, and their memory, which `= {}` would keep.
void drop_claims(DocumentHeader& header);

// Headers and diagnostics stay in memory, all else waits in a spill.
class ExtractionStore {
 public:
  ExtractionStore() : ExtractionStore(std::size_t{0}) {}
  explicit ExtractionStore(std::size_t documents);
  explicit ExtractionStore(std::vector<Extraction> extractions);

  // From several threads, each for documents of its own. The last for one index counts.
  void put(std::size_t index, Extraction extraction); // index < size()
  void add(Extraction extraction);                    // one more; not while others are put

  void settle();     // order, ids of copies: settle_order
  void sort_by_id(); // by path, then id: the order of a graph's documents

  [[nodiscard]] std::size_t size() const { return documents_.size(); }
  [[nodiscard]] const DocumentHeader& header(std::size_t index) const { return documents_[index].header; } // no lists, no shares
  [[nodiscard]] const std::vector<Diagnostic>& diagnostics(std::size_t index) const { return documents_[index].diagnostics; }
  [[nodiscard]] Extraction load(std::size_t index) const; // evidence counts documents in the store's order
  [[nodiscard]] std::vector<Extraction> load_all() const;

 private:
  struct Document {
    DocumentHeader header;
    std::vector<Diagnostic> diagnostics;
    Spill::Piece piece;
  };
  std::vector<Document> documents_;
  std::unique_ptr<Spill> spill_;
};

} // namespace zonekg
