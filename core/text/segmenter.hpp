// Cuts text into words by a word graph. Internal to Dictionary.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/abi/plugin.h"
#include "core/text/dictionary/format.hpp"

namespace zonekg {

// Views of a mapped dictionary. Nothing in it is trusted: it may be damaged.
struct WordGraph {
  std::span<const dictionary_format::Label> labels; // by code point below U+10000
  std::span<const dictionary_format::Cell> cells;
  std::uint32_t unknown_cost;
};

// For one text; holds the room of the search.
class Segmenter {
 public:
  explicit Segmenter(const WordGraph& graph) : graph_(graph) {}
  std::vector<zkg_word> segment(std::string_view text);

 private:
  struct Step { // the cheapest way to a place of the run
    std::uint32_t cost;
    std::uint32_t from;
    std::uint32_t word; // as Cell.word; 0 unknown
  };

  void add_to_run(std::uint32_t offset, std::uint32_t size, std::uint16_t label);
  void end_run();
  void relax(std::uint32_t from, std::uint32_t to, std::uint32_t cost, std::uint32_t word);
  void find_words_from(std::uint32_t from);

  WordGraph graph_;
  std::vector<zkg_word> words_;
  // A run of characters without space, punctuation, digit or Latin letter between them.
  std::vector<std::uint16_t> labels_;
  std::vector<std::uint32_t> offsets_; // one more than labels_ while a run is open
  std::vector<Step> steps_;
};

} // namespace zonekg
