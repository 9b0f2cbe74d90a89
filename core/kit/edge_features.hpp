// Features of spans that hang on one position alone and are the same for every plugin: of its begin and its end (characters,
// words, marks and lists around them, not the classes of a plugin's own words), of each character and word inside.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/kit/index.hpp"

namespace zonekg::kit {

enum class Side : std::uint8_t { begin, end };

// First template number of each side; takes base .. base + 42 with those of span_features.cpp.
constexpr std::uint32_t edge_base(Side side) { return side == Side::begin ? 100 : 200; }

// What begins and ends at the position: marks of the index, and of mentions.
struct EdgeMarks {
  std::uint32_t begins, ends;
};

// What characters and words around eight neighbouring positions say, hashed for all of them at once: most positions are asked
// about, and from both sides.
class AroundEight {
 public:
  static constexpr std::uint32_t width = 8;
  static constexpr std::size_t templates = 22;

  void hash(const Index& index, std::uint32_t first);
  // Of `first` + k.
  [[nodiscard]] Feature id(Side side, std::size_t which, std::uint32_t k) const { return ids_[static_cast<std::size_t>(side)][which][k]; }

 private:
  Feature ids_[2][templates][width];
};

// The features of edges, hashed once for all plugins where no mention begins or ends.
class EdgeIds {
 public:
  explicit EdgeIds(const Index& index) : index_(index) {
    for (auto& places : places_) places.resize(index.size() + 1);
  }

  // Valid until the next call.
  std::span<const Feature> of(std::uint32_t position, Side side);
  // With the marks of mentions.
  void append(std::uint32_t position, Side side, EdgeMarks marks, Features& out);

 private:
  struct Place {
    std::uint32_t first = 0, count : 8 = 0, round : 24 = 0; // in ids_, of the round they were hashed in
  };
  struct ListIds { // of the item asked about last
    std::uint32_t row = none;
    bool edge = false;
    Features ids;
  };
  const Features& list_ids(std::uint32_t position, Side side);

  static constexpr std::size_t most = std::size_t{1} << 20; // ids kept: those of a report of 15,000 characters

  const Index& index_;
  std::vector<Place> places_[2]; // by side
  Features ids_;
  std::uint32_t round_ = 1;
  ListIds lists_[2];         // by side
  AroundEight around_;
  std::uint32_t block_ = none; // that around_ is about
};

constexpr std::uint32_t inner_base = 300; // of the templates of a span's inside

// What each character and word inside a span adds, whatever the span.
struct InnerIds {
  explicit InnerIds(const Index& index);
  std::vector<Feature> pairs; // by position: of the character and the next one
  std::vector<Feature> words; // by row
};

} // namespace zonekg::kit
