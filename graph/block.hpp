// Linking, step 2, block: which names of one document are worth comparing. Linear in the number of names.
#pragma once

#include <cstdint>
#include <vector>

#include "graph/name_form.hpp"

namespace zonekg {

struct CandidatePair {
  std::uint32_t shorter, fuller; // indices of forms
  auto operator<=>(const CandidatePair&) const = default;
};

// Pairs where `shorter` might be a short form of `fuller`, sorted, each once. Forms of one type only are paired.
std::vector<CandidatePair> candidate_pairs(const std::vector<NameForm>& forms);

} // namespace zonekg
