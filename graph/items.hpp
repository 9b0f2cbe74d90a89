// What linking across documents asks about their entities: one row of them all. There are as many as names in all
// reports, so this holds what names and places say, and nothing of the words around them.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "core/model/extraction.hpp"
#include "graph/local_links.hpp"

namespace zonekg {

// Texts that stay where they are; equal ones are held once.
class KeyTable {
 public:
  std::u32string_view share(std::u32string_view text);
  void close() { known_ = std::unordered_set<std::u32string_view>(); } // nothing more is shared; what was stays

 private:
  std::vector<std::unique_ptr<char32_t[]>> blocks_;
  char32_t* block_end_ = nullptr;
  std::size_t left_ = 0; // of the last block
  std::unordered_set<std::u32string_view> known_;
};

// Entity `i` of document `d` is item first(d) + i. Moving keeps what views point to.
class Items {
 public:
  struct Tie {
    std::uint32_t head, tail; // items
  };
  struct Sibling {
    std::uint32_t item, group; // groups are numbered over all documents
  };

  void add(const Extraction& document, const LocalLinks& links); // in order of documents
  void close() { texts_.close(); }                               // after the last

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(rows_.size()); }
  [[nodiscard]] std::uint32_t document_count() const { return static_cast<std::uint32_t>(reporting_.size()); }
  [[nodiscard]] const std::string& type(std::uint32_t item) const { return types_[rows_[item].type]; }
  [[nodiscard]] bool bound(std::uint32_t item) const { return rows_[item].bound; } // LocalEntity.bound
  [[nodiscard]] bool implicit(std::uint32_t item) const { return rows_[item].implicit; }
  [[nodiscard]] std::uint32_t document(std::uint32_t item) const { return rows_[item].document; }
  // Fullest first; none of observations.
  [[nodiscard]] std::span<const std::u32string_view> keys(std::uint32_t item) const {
    const std::size_t end = item + 1 < rows_.size() ? rows_[item + 1].first_key : keys_.size();
    return std::span(keys_).subspan(rows_[item].first_key, end - rows_[item].first_key);
  }
  [[nodiscard]] std::uint32_t first(std::uint32_t document) const { return first_[document]; }
  [[nodiscard]] std::uint32_t end(std::uint32_t document) const {
    return document + 1 < first_.size() ? first_[document + 1] : size();
  }
  [[nodiscard]] std::uint32_t reporting(std::uint32_t document) const { return reporting_[document]; } // item, or no_entity

  // Relations whose two ends are entities, in order of documents.
  [[nodiscard]] std::span<const Tie> part_of() const { return part_of_; }
  [[nodiscard]] std::span<const Tie> located_in() const { return located_in_; }
  [[nodiscard]] std::span<const Tie> undertakes() const { return undertakes_; }
  [[nodiscard]] std::span<const Sibling> siblings() const { return siblings_; }

 private:
  struct Row {
    std::uint32_t first_key, document;
    std::uint32_t type : 30, bound : 1, implicit : 1;
  };
  std::uint32_t number_of(const std::string& type);

  std::vector<Row> rows_;
  std::vector<std::u32string_view> keys_;
  KeyTable texts_;
  std::vector<std::string> types_;
  std::map<std::string, std::uint32_t> type_numbers_;
  std::vector<std::uint32_t> first_, reporting_; // of each document
  std::vector<Tie> part_of_, located_in_, undertakes_;
  std::vector<Sibling> siblings_;
  std::uint32_t groups_ = 0;
};

} // namespace zonekg
