// How much a string looks like a firm's brand or short name (华为, 宁德时代) rather than ordinary words (加快发展).
#pragma once

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
  [[nodiscard]] float score_of(std::int32_t characters_and_pairs, std::size_t count) const;

 private:
  [[nodiscard]] std::int32_t weight(std::uint32_t kind, std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) const;
  Model model_;
};

NameLikeness::Unit name_unit(std::string_view character);

// Scores of many stretches of one text: what a character or pair adds is looked up once. For one thread.
class LikenessInText {
 public:
  // Both must outlive it; `text`: name_unit of each character.
  LikenessInText(const NameLikeness& likeness, std::vector<NameLikeness::Unit> text)
      : likeness_(likeness), text_(std::move(text)), parts_(text_.size() * slots, unknown) {}

  // NameLikeness::score of the characters [begin, end), begin < end.
  float score(std::size_t begin, std::size_t end);

 private:
  // A character by its places 0..3, then the pair of it and the next one by the next one's.
  static constexpr std::size_t pairs = 4, slots = 8;
  static constexpr std::int16_t unknown = -32768;

  std::int32_t part(std::size_t at, std::size_t slot);

  const NameLikeness& likeness_;
  std::vector<NameLikeness::Unit> text_;
  std::vector<std::int16_t> parts_;
};

} // namespace zonekg::kit
