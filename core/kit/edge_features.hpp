// Features of spans that hang on one position alone and are the same for every plugin: of its begin and its end (characters,
// words, marks and lists around them, not the classes of a plugin's own words), of each character and word inside.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <unordered_map>
#include <utility>
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

// What characters and words around eight positions say, hashed for all of them at once, for both sides.
struct EightEdges {
  static constexpr std::uint32_t width = 8;
  static constexpr std::size_t templates = 19;

  void hash(const Index& index, const std::uint32_t (&positions)[width]);

  Feature ids[2][templates][width]; // by side
};

// Sets of features that many edges share, by number.
class FeatureSets {
 public:
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(ends_.size()); }
  [[nodiscard]] std::span<const Feature> operator[](std::uint32_t number) const {
    const std::size_t first = number == 0 ? 0 : ends_[number - 1];
    return {ids_.data() + first, ends_[number] - first};
  }
  template <class Collect> // appends features to a list
  std::uint32_t add(Collect&& collect) {
    collect(ids_);
    ends_.push_back(static_cast<std::uint32_t>(ids_.size()));
    return size() - 1;
  }

 private:
  Features ids_;
  std::vector<std::uint32_t> ends_;
};

// The features of edges, hashed once for all plugins. Those of characters and words differ from edge to edge; what tags,
// marks and the list around say, many edges share: a plugin need sum that only once.
class EdgeIds {
 public:
  explicit EdgeIds(const Index& index) : index_(index), places_(index.size() + 1) {}

  // Which positions will be asked about, in order: they are hashed eight at a time.
  void expect(std::vector<std::uint32_t> positions) { expected_ = std::move(positions); }

  // Of both sides of a position.
  struct Edge {
    const Feature* around[2]; // the one of template t at [t * EightEdges::width]; valid for the next thousand calls
    std::uint32_t context;    // in the sets of either side
    std::uint32_t lists[2];   // in those of the side
  };
  // With the marks of mentions.
  Edge of(std::uint32_t position, EdgeMarks marks);
  [[nodiscard]] const FeatureSets& contexts(Side side) const { return contexts_[static_cast<std::size_t>(side)]; }
  [[nodiscard]] const FeatureSets& lists(Side side) const { return lists_[static_cast<std::size_t>(side)]; }

  void append(std::uint32_t position, Side side, EdgeMarks marks, Features& out);

 private:
  struct Place {
    std::uint64_t row = 0;        // eight times the number of the eight, and the place in it; 0: never hashed
    std::uint32_t context = none; // with the marks of the index
    std::uint32_t lists[2] = {none, none};
  };
  struct ListPlace { // all that list features hang on
    std::uint32_t enumeration = none, column = 0;
    std::uint64_t place = 0, header = 0;
    bool operator==(const ListPlace&) const = default;
  };
  struct KnownList {
    ListPlace place;
    std::uint32_t number = none;
  };
  [[nodiscard]] bool is_kept(const Place& place) const { return place.row / EightEdges::width + most > hashed_ + spare && place.row != 0; }
  EightEdges& eight(std::uint64_t number) { return blocks_[number % most / in_block][number % in_block]; }
  void hash_from(std::uint32_t position);
  std::uint32_t context_of(std::uint32_t position, EdgeMarks marks);
  std::uint32_t list_of(std::uint32_t position, Side side);

  // The last ones are kept: those of a report of some 50,000 characters.
  static constexpr std::size_t most = 4096, in_block = 64;
  static constexpr std::size_t spare = 1024; // older ones are not handed out again, so that they stay while they are read

  const Index& index_;
  std::vector<std::uint32_t> expected_;
  std::vector<Place> places_; // by position
  std::vector<std::unique_ptr<EightEdges[]>> blocks_;
  std::uint64_t hashed_ = 0; // the number of the last eight, from 1
  FeatureSets contexts_[2], lists_[2];                        // by side
  std::unordered_map<std::uint64_t, std::uint32_t> known_contexts_;
  KnownList known_lists_[2][2]; // the last ones, by side, and whether at the edge of an item
};

constexpr std::uint32_t inner_base = 300; // of the templates of a span's inside

// What each character and word inside a span adds, whatever the span.
struct InnerIds {
  explicit InnerIds(const Index& index);
  std::vector<Feature> pairs; // by position: of the character and the next one
  std::vector<Feature> words; // by row
};

} // namespace zonekg::kit
