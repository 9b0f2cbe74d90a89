// The second step: names of all shards compared, a part of the buckets at a time.
#pragma once

#include <filesystem>
#include <vector>

#include "cli/shards/manifest.hpp"
#include "cli/shards/part.hpp"
#include "graph/names_across.hpp"

namespace zonekg {

// Writes the blocks of part i of n of the buckets into the folder of shards. Throws InputError when shards are missing,
// damaged or do not belong together, and when there are fewer buckets than parts.
void reduce_part(const std::filesystem::path& folder, const Part& part);

// What all parts of the folder found. Throws InputError that says what to run when a part is missing, damaged or older
// than a shard.
std::vector<Block> read_reduced(const std::filesystem::path& folder, const ShardSet& shards);

// Rows of one block after the other, compared when the next block begins.
class BlockComparison {
 public:
  // `row.block` is not below that of the row before. Appends what the blocks before it gave.
  void add(NameRow row, std::vector<Block>& blocks);
  void end(std::vector<Block>& blocks);

 private:
  std::uint64_t key_ = 0;
  std::set<Name> fuller_, shorter_;
};

} // namespace zonekg
