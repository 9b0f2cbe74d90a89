#include "cli/shards/merge.hpp"

#include <algorithm>

#include "cli/shards/lines.hpp"
#include "cli/shards/manifest.hpp"
#include "cli/shards/reduce.hpp"
#include "core/host/pipeline.hpp"
#include "core/process/parallel.hpp"

namespace zonekg {
namespace {

std::vector<Extraction> read_documents(const std::filesystem::path& folder, const Manifest& shard) {
  const std::filesystem::path file = folder / shard.folder / "documents";
  const std::string advice = "run zonekg map --shard " + text_of(shard.shard) + " again";
  const auto known = std::ranges::find(shard.files, "documents", &ShardFile::name);
  if (known == shard.files.end()) fail_damaged(file, advice);
  LineReader reader(file, advice);
  std::vector<Extraction> extractions;
  for (std::string_view line; reader.next(line);) {
    auto extraction = read_document_line(line);
    if (!extraction) fail_damaged(file, advice);
    extractions.push_back(std::move(*extraction));
  }
  if (reader.sha256() != known->sha256 || extractions.size() != shard.documents) fail_damaged(file, advice);
  return extractions;
}

} // namespace

MergedShards merge_shards(const std::filesystem::path& folder, const std::string& version, unsigned jobs) {
  const ShardSet shards = read_shards(folder);
  MergedShards merged{shards.shards.front().head, {}, {}};
  if (merged.head.version != version)
    throw InputError("the shards in " + folder.string() + " were made by zonekg " + merged.head.version +
                     " and this is " + version + ": use one version for all steps");
  merged.blocks = read_reduced(folder, shards);
  std::vector<std::vector<Extraction>> of_shard(shards.shards.size());
  for_each_parallel(of_shard.size(), jobs,
                    [&](std::size_t i, unsigned) { of_shard[i] = read_documents(folder, shards.shards[i]); });
  for (std::vector<Extraction>& extractions : of_shard) {
    std::ranges::move(extractions, std::back_inserter(merged.extractions));
    extractions = {};
  }
  settle_documents(merged.extractions);
  return merged;
}

} // namespace zonekg
