// What two versions of a plugin read differently in the same documents.
#pragma once

#include <string>
#include <vector>

#include "core/model/extraction.hpp"

namespace zonekg {

struct VersionChange {
  enum class Kind { added, lost, changed };
  Kind kind = Kind::added;
  std::string what;          // `mention honor 省级示范区`, `relation awarded X → Y`, `fact status X = started`
  std::string now;           // of a changed one: what it is now
  std::uint32_t document = 0; // index into the extractions
  std::uint32_t begin = 0, end = 0; // code points of the source: where it stands
};

// Both of the same documents, in the same order. A changed one: a mention of one type whose words overlap, a relation of one type
// and place that has kept one end, a fact about one thing and key. Confidence plays no part. By document, then place.
std::vector<VersionChange> compare_versions(const std::vector<Extraction>& before, const std::vector<Extraction>& now);

} // namespace zonekg
