// The first step of a run on several machines: one shard's documents read, and what linking needs of them written.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <vector>

#include "cli/shards/part.hpp"
#include "cli/shards/rows.hpp"
#include "core/host/inputs.hpp"
#include "core/model/extraction.hpp"

namespace zonekg {

struct MapPlan {
  std::filesystem::path folder; // made when it is not there
  Part shard;
  std::uint32_t buckets = 32; // at least 1
  RunHead head;
  unsigned jobs = 1;
};

// Reads documents; `take` may be called from several threads at once, with the index of each input once.
using TakeRead = std::function<void(std::size_t input, Extraction extraction)>;
using ReadDocuments = std::function<void(const std::vector<Input>& inputs, const TakeRead& take)>;

// `inputs`: of all shards, archives expanded. Which of them belong to a shard depends on their paths only. Reads
// nothing, writes nothing and returns false when the folder holds the shard of these inputs already; else what it held
// of the shard stays until the new files are whole.
bool map_shard(std::vector<Input> inputs, const MapPlan& plan, const ReadDocuments& read);

} // namespace zonekg
