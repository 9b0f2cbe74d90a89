// A double-array trie (Aoe, "An efficient digital search algorithm by using a double-array structure", 1989)
// over sequences of small labels: bytes for the scanner, character numbers for the dictionary.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace zonekg {

// A state is the index of its cell; the root is cell 0. State s goes by label l to t = cells[s].base + l, which
// exists when cells[t].check == s.
struct DoubleArray {
  struct Cell {
    std::uint32_t base;
    std::uint32_t check;
  };
  static constexpr std::uint32_t none = 0xFFFFFFFFu; // check of a cell that no state uses

  std::vector<Cell> cells;               // never shorter than any base + largest label + 1
  std::vector<std::uint32_t> key_states; // the state that each key ends at
};

// `keys`: sorted, distinct, none empty. `label_count`: above every label; at most 65,536.
// `tries`: how many places are tried for a node with several children before it goes to the end: space against time.
DoubleArray build_double_array(const std::vector<std::span<const std::uint16_t>>& keys, std::uint32_t label_count,
                               std::uint32_t tries = 64);

} // namespace zonekg
