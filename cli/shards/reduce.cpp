#include "cli/shards/reduce.hpp"

#include <algorithm>
#include <cstdio>
#include <map>
#include <memory>
#include <queue>

#include "cli/shards/lines.hpp"
#include "cli/shards/rows.hpp"

namespace zonekg {
namespace {

namespace fs = std::filesystem;

// First line of a file of blocks: which part it is and of which shards it was made.
std::string part_line(const Part& part, const ShardSet& shards) {
  std::string line = "p\t" + shards.shards.front().head.version + '\t' + text_of(part);
  for (const std::string& seal : shards.seals) line += '\t' + seal;
  return line;
}

// Rows of one bucket of one shard.
struct BucketReader {
  BucketReader(const fs::path& folder, const Manifest& shard, std::uint32_t bucket)
      : file(folder / shard.folder / bucket_name(bucket)),
        advice("run zonekg map --shard " + text_of(shard.shard) + " again"), lines(file, advice) {
    const auto known = std::ranges::find(shard.files, file.filename().string(), &ShardFile::name);
    if (known == shard.files.end()) fail_damaged(file, advice);
    check_shard_file(folder, shard, *known);
  }

  bool next() {
    std::string_view line;
    if (!lines.next(line)) return false;
    auto read = read_name_line(line);
    if (!read || read->block < row.block) fail_damaged(file, advice);
    row = std::move(*read);
    return true;
  }

  fs::path file;
  std::string advice;
  LineReader lines;
  NameRow row;
};

void reduce_bucket(const fs::path& folder, const ShardSet& shards, std::uint32_t bucket, LineWriter& out) {
  std::vector<std::unique_ptr<BucketReader>> readers;
  const auto later = [](const BucketReader* a, const BucketReader* b) { return a->row.block > b->row.block; };
  std::priority_queue<BucketReader*, std::vector<BucketReader*>, decltype(later)> first(later);
  for (const Manifest& shard : shards.shards) {
    readers.push_back(std::make_unique<BucketReader>(folder, shard, bucket));
    if (readers.back()->next()) first.push(readers.back().get());
  }
  BlockComparison comparison;
  std::vector<Block> blocks;
  const auto write = [&] {
    for (const Block& block : blocks) out.add(block_line(block));
    blocks.clear();
  };
  while (!first.empty()) {
    BucketReader* reader = first.top();
    first.pop();
    comparison.add(std::move(reader->row), blocks);
    write();
    reader->row.name = {};
    if (reader->next()) first.push(reader);
  }
  comparison.end(blocks);
  write();
}

// Files of blocks in the folder, by number of parts.
std::map<std::uint32_t, std::map<std::uint32_t, fs::path>> find_parts(const fs::path& folder) {
  std::map<std::uint32_t, std::map<std::uint32_t, fs::path>> parts;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    unsigned index = 0, count = 0;
    if (std::sscanf(name.c_str(), "bucket-%5u-of-%5u", &index, &count) == 2 && index >= 1 && index <= count &&
        name == file_stem("bucket", {index, count}) + ".blocks")
      parts[count][index] = entry->path();
  }
  return parts;
}

// Appends the blocks; false when the file is not whole or of other shards.
bool read_part(const fs::path& file, const std::string& first_line, std::vector<Block>& blocks) {
  LineReader reader(file, "check its permissions");
  std::string_view line;
  if (!reader.next(line) || line != first_line) return false;
  while (reader.next(line)) {
    if (line.starts_with("z\t")) return line.substr(2) == reader.sha256() && !reader.next(line);
    auto block = read_block_line(line);
    if (!block) return false;
    blocks.push_back(std::move(*block));
  }
  return false;
}

} // namespace

void BlockComparison::add(NameRow row, std::vector<Block>& blocks) {
  if (row.block != key_) end(blocks);
  key_ = row.block;
  (row.fuller ? fuller_ : shorter_).insert(std::move(row.name));
}

void BlockComparison::end(std::vector<Block>& blocks) {
  std::vector<BlockMember> members;
  for (const Name& name : fuller_) members.push_back({{name.type, name.key}, true});
  for (const Name& name : shorter_) members.push_back({{name.type, name.key}, false});
  compare_block(key_, members, blocks);
  fuller_.clear();
  shorter_.clear();
}

void reduce_part(const fs::path& folder, const Part& part) {
  const ShardSet shards = read_shards(folder);
  const std::uint32_t buckets = shards.shards.front().buckets;
  if (part.count > buckets)
    throw InputError("the shards in " + folder.string() + " have " + std::to_string(buckets) +
                     " buckets, too few for " + std::to_string(part.count) + " parts: use fewer, or map with more --buckets");
  LineWriter out(folder / (file_stem("bucket", part) + ".blocks"));
  out.add(part_line(part, shards));
  for (std::uint32_t bucket = part.index - 1; bucket < buckets; bucket += part.count)
    reduce_bucket(folder, shards, bucket, out);
  out.add("z\t" + out.sha256());
  out.commit();
}

std::vector<Block> read_reduced(const fs::path& folder, const ShardSet& shards) {
  std::string advice = "run zonekg reduce " + folder.string() + " --bucket 1/1, or in several parts";
  for (const auto& [count, files] : find_parts(folder)) {
    std::vector<Block> blocks;
    std::string wanted;
    for (std::uint32_t index = 1; index <= count; ++index) {
      const Part part{index, count};
      const auto file = files.find(index);
      const bool good = file != files.end() && read_part(file->second, part_line(part, shards), blocks);
      if (!good) wanted += " --bucket " + text_of(part) + (file == files.end() ? " (missing)" : " (damaged, or older than its shards)");
    }
    if (wanted.empty()) return blocks;
    advice = "run zonekg reduce " + folder.string() + " with" + wanted;
  }
  throw InputError("the names of the shards in " + folder.string() + " are not all compared: " + advice);
}

} // namespace zonekg
