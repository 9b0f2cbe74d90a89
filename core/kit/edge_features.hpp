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

void edge_features(const Index& index, std::uint32_t position, Side side, EdgeMarks marks, Features& out);

// The same, hashed once for all plugins, at positions where no mention begins or ends.
class EdgeIds {
 public:
  explicit EdgeIds(const Index& index) : index_(index) {
    for (auto& places : places_) places.resize(index.size() + 1);
  }

  // Valid until the next call.
  std::span<const Feature> of(std::uint32_t position, Side side);

 private:
  struct Place {
    std::uint32_t first = 0, count : 8 = 0, round : 24 = 0; // in ids_, of the round they were hashed in
  };
  static constexpr std::size_t most = std::size_t{1} << 20; // ids kept: those of a report of 15,000 characters

  const Index& index_;
  std::vector<Place> places_[2]; // by side
  Features ids_;
  std::uint32_t round_ = 1;
};

constexpr std::uint32_t inner_base = 300; // of the templates of a span's inside

// What each character and word inside a span adds, whatever the span.
struct InnerIds {
  explicit InnerIds(const Index& index);
  std::vector<Feature> pairs; // by position: of the character and the next one
  std::vector<Feature> words; // by row
};

} // namespace zonekg::kit
