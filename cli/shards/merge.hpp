// The last step: all shards' documents and the compared names, ready for linking.
#pragma once

#include <filesystem>
#include <vector>

#include "cli/shards/rows.hpp"
#include "graph/extraction_store.hpp"
#include "graph/names_across.hpp"

namespace zonekg {

struct MergedShards {
  RunHead head;
  ExtractionStore extractions; // settled
  std::vector<Block> blocks;
};

// Throws InputError that says what to run when anything is missing, damaged, out of date or of another version.
MergedShards merge_shards(const std::filesystem::path& folder, const std::string& version, unsigned jobs);

} // namespace zonekg
