#include "cli/shards/merge.hpp"

#include <algorithm>

#include "cli/shards/lines.hpp"
#include "cli/shards/manifest.hpp"
#include "cli/shards/reduce.hpp"
#include "core/process/parallel.hpp"

namespace zonekg {
namespace {

std::filesystem::path documents_of(const std::filesystem::path& folder, const Manifest& shard) {
  return folder / shard.folder / "documents";
}

std::string advice_for(const Manifest& shard) { return "run zonekg map --shard " + text_of(shard.shard) + " again"; }

// Documents of the shards before each one, and of all at the end. A document takes a line.
std::vector<std::size_t> first_documents(const std::filesystem::path& folder, const std::vector<Manifest>& shards) {
  std::vector<std::size_t> first = {0};
  for (const Manifest& shard : shards) {
    std::error_code unknown;
    const std::uintmax_t size = std::filesystem::file_size(documents_of(folder, shard), unknown);
    if (unknown || shard.documents > size) fail_damaged(documents_of(folder, shard), advice_for(shard));
    first.push_back(first.back() + shard.documents);
  }
  return first;
}

// To the places from `first` on.
void read_documents(const std::filesystem::path& folder, const Manifest& shard, std::size_t first, ExtractionStore& extractions) {
  const std::filesystem::path file = documents_of(folder, shard);
  const std::string advice = advice_for(shard);
  const auto known = std::ranges::find(shard.files, "documents", &ShardFile::name);
  if (known == shard.files.end()) fail_damaged(file, advice);
  LineReader reader(file, advice);
  std::size_t count = 0;
  for (std::string_view line; reader.next(line); ++count) {
    auto extraction = read_document_line(line);
    if (!extraction || count == shard.documents) fail_damaged(file, advice);
    extractions.put(first + count, std::move(*extraction));
  }
  if (reader.sha256() != known->sha256 || count != shard.documents) fail_damaged(file, advice);
}

} // namespace

MergedShards merge_shards(const std::filesystem::path& folder, const std::string& version, unsigned jobs) {
  const ShardSet shards = read_shards(folder);
  MergedShards merged{shards.shards.front().head, {}, {}};
  if (merged.head.version != version)
    throw InputError("the shards in " + folder.string() + " were made by zonekg " + merged.head.version +
                     " and this is " + version + ": use one version for all steps");
  merged.blocks = read_reduced(folder, shards);
  const std::vector<std::size_t> first = first_documents(folder, shards.shards);
  merged.extractions = ExtractionStore(first.back());
  for_each_parallel(shards.shards.size(), jobs,
                    [&](std::size_t i, unsigned) { read_documents(folder, shards.shards[i], first[i], merged.extractions); });
  merged.extractions.settle();
  return merged;
}

} // namespace zonekg
