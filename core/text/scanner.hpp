// One scan of a text for many words at once.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/abi/plugin.h"
#include "core/text/double_array.hpp"

namespace zonekg {

// Finds every occurrence of every word (overlapping ones too), in order of begin, longer first, then by id.
// Immutable after construction, safe to share between threads. Works on bytes of UTF-8; a text that is not UTF-8 is
// scanned too, words start where its lead bytes say a character starts. Time: text times the longest word at worst.
class Scanner {
 public:
  struct Word {
    std::string_view text; // borrowed during construction; empty ones are left out
    std::uint32_t id;      // reported with each hit; several words may share one, one word may come several times
  };
  struct Hit {
    zkg_span span;
    std::uint32_t id;
  };

  Scanner() = default;
  explicit Scanner(const std::vector<Word>& words);

  // Appends to `hits`.
  void scan(std::string_view text, std::vector<Hit>& hits) const;
  [[nodiscard]] std::vector<Hit> scan(std::string_view text) const;

 private:
  void add_to_filter(std::string_view word);
  void add_entries(const std::vector<std::string_view>& words);
  [[nodiscard]] std::size_t find_entry(std::uint32_t unit) const;
  void walk(std::string_view text, std::uint32_t begin, std::vector<Hit>& hits) const;

  struct Entry {
    std::uint32_t unit; // the bytes of a first character
    std::uint32_t state;
  };

  // Bits by hash: the first two characters of a word, the only one of a word of one.
  std::vector<std::uint64_t> pairs_, singles_;
  std::vector<Entry> entries_; // hash table, open addressing
  std::vector<DoubleArray::Cell> cells_;
  std::vector<std::uint32_t> word_at_;        // by state: number of the word that ends there, or `DoubleArray::none`
  std::vector<std::uint32_t> id_begin_, ids_; // word w has ids_[id_begin_[w] .. id_begin_[w + 1])
};

} // namespace zonekg
