// Linking, step 4, decide: which short forms are taken.
#pragma once

#include <vector>

#include "graph/block.hpp"
#include "graph/cluster.hpp"
#include "graph/compare.hpp"
#include "graph/name_form.hpp"

namespace zonekg {

// A fuller name that a short form may stand for.
struct Candidate {
  std::uint32_t entity;
  Fit fit;                // none: unsure
  bool preferred = false; // the surroundings of the short form speak for this one
};

constexpr std::uint32_t no_candidate = 0xFFFFFFFFu;

// The one entity that a short form of `type` means, or no_candidate where it fits several: 亿纬动力 beside
// 湖北亿纬动力有限公司 and 荆门亿纬动力有限公司.
std::uint32_t meant_entity(const std::string& type, const std::vector<Candidate>& candidates);

// Joins every short form of a document with the one entity that it means. `clusters` counts in forms and comes with
// what the text states.
void decide(const std::vector<NameForm>& forms, const std::vector<CandidatePair>& pairs, Clusters& clusters);

} // namespace zonekg
