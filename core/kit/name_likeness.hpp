// How much a string looks like a firm's brand or short name (华为, 宁德时代) rather than ordinary words (加快发展).
#pragma once

#include <filesystem>
#include <string_view>

#include "core/kit/weights.hpp"

namespace zonekg::kit {

// Character statistics learnt from public lists of firm names (core/kit/train/). Meant for two to six characters.
// Immutable, safe to share between threads.
class NameLikeness {
 public:
  // Throws std::runtime_error naming the file when it is missing or damaged.
  explicit NameLikeness(const std::filesystem::path& file);

  // Mean log-odds per character, natural logarithm: above 0 rather a name, below 0 rather words; mostly in -2..2.
  // 0 for an empty string. Any bytes; linear in the size.
  [[nodiscard]] float score(std::string_view name) const;

 private:
  Model model_;
};

} // namespace zonekg::kit
