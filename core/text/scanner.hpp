// One scan of a text for many words at once.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/abi/plugin.h"

namespace zonekg {

// Finds every occurrence of every word (overlapping ones too), in order of begin, longer first.
// Immutable after construction, safe to share between threads. Works on bytes of UTF-8.
class Scanner {
 public:
  struct Word {
    std::string_view text; // borrowed during construction; not empty
    std::uint32_t id;      // reported with each hit; several words may share one, one word may come several times
  };
  struct Hit {
    zkg_span span;
    std::uint32_t id;
  };

  Scanner() = default;
  explicit Scanner(const std::vector<Word>& words);

  void scan(std::string_view text, std::vector<Hit>& hits) const;
  [[nodiscard]] std::vector<Hit> scan(std::string_view text) const;

 private:
  std::vector<std::int32_t> base_, check_;
  std::vector<std::uint32_t> id_begin_, ids_; // ids of the word that ends at a state: ids_[id_begin_[s] .. id_begin_[s+1])
};

} // namespace zonekg
