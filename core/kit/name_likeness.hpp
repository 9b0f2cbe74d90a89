// How much a string looks like a firm's brand or short name (华为, 宁德时代) rather than ordinary words (加快发展).
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string_view>
#include <utility>
#include <vector>

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

  // The parts of a score: a character's bytes as one number, first byte lowest, and its places in the name, added up.
  using Unit = std::uint32_t;
  enum Place : std::uint8_t { inside = 0, at_start = 1, at_end = 2 };
  [[nodiscard]] std::int32_t character(Unit unit, std::uint32_t places) const;
  [[nodiscard]] std::int32_t pair(Unit left, Unit right, std::uint32_t places) const; // places of the right one; start: the second
  using ByPlaces = std::array<std::int16_t, 4>;
  [[nodiscard]] ByPlaces character(Unit unit) const; // by its places
  [[nodiscard]] ByPlaces pair(Unit left, Unit right) const;
  [[nodiscard]] float score_of(std::int32_t characters_and_pairs, std::size_t count) const;

 private:
  [[nodiscard]] std::int32_t weight(std::uint32_t kind, std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) const;
  Model model_;
  std::array<std::int32_t, 9> of_counts_; // weights of so many characters, the last of more
};

NameLikeness::Unit name_unit(std::string_view character);

// Scores of many stretches of one text: what a character and the pair of it and the next one add is looked up once.
// For one thread.
class LikenessInText {
 public:
  // `text`: name_unit of each character.
  explicit LikenessInText(std::vector<NameLikeness::Unit> text) : text_(std::move(text)), parts_(text_.size()) {}

  // NameLikeness::score of the characters [begin, end), begin < end; always by the same likeness.
  [[nodiscard]] float score(const NameLikeness& likeness, std::size_t begin, std::size_t end);

 private:
  struct Part {
    bool known = false;
    NameLikeness::ByPlaces character{}, pair{};
  };
  const Part& part(const NameLikeness& likeness, std::size_t at);

  std::vector<NameLikeness::Unit> text_;
  std::vector<Part> parts_;
};

} // namespace zonekg::kit
