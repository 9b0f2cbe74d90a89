// Linking, step 2, block: which names are worth comparing. Linear in the number of names.
#pragma once

#include <cstdint>
#include <vector>

#include "graph/name_form.hpp"

namespace zonekg {

struct CandidatePair {
  std::uint32_t shorter, fuller; // indices of forms
  auto operator<=>(const CandidatePair&) const = default;
};

// A block of names, as a hash; names of two types never share one but by chance.
struct BlockKey {
  std::uint64_t key = 0;
  bool fuller = false; // the name stands in the block as one that others may be short for, or as the short one
  auto operator<=>(const BlockKey&) const = default;
};

// The blocks that a name stands in, sorted, each once; the same on every machine.
std::vector<BlockKey> block_keys(const NameForm& form);

inline constexpr std::size_t longest_posting = 8; // a block with more fuller names tells nothing

// Pairs where `shorter` might be a short form of `fuller`, sorted, each once. Forms of one type only are paired.
std::vector<CandidatePair> candidate_pairs(const std::vector<NameForm>& forms);

} // namespace zonekg
