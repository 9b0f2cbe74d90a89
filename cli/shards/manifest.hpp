// What lies in a folder of shards:
//   shard-00003-of-00008.json        manifest, written last; names the folder of the shard's files
//   shard-00003-of-00008.HASH/       documents, inputs, bucket-00 … : lines (shards/rows.hpp)
//   bucket-00002-of-00004.blocks     what one reduce made of its buckets of all shards
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "cli/shards/part.hpp"
#include "cli/shards/rows.hpp"

namespace zonekg {

struct ShardFile {
  std::string name;
  std::uint64_t bytes = 0;
  std::string sha256;
  bool operator==(const ShardFile&) const = default;
};

struct Manifest {
  RunHead head;
  Part shard;
  std::uint32_t buckets = 0;
  std::uint64_t input_count = 0; // of all shards
  std::string inputs;            // SHA-256 of the paths of all shards
  std::uint64_t documents = 0;   // of this shard
  std::string folder;            // beside the manifest
  std::vector<ShardFile> files;  // in the folder, by name
  bool operator==(const Manifest&) const = default;
};

std::string write_manifest(const Manifest& manifest);                        // JSON
Manifest read_manifest(const std::string& json, const std::string& where); // throws InputError

// All shards of a folder, by index. Throws InputError that says what to run when one is missing, or when they do not
// belong together.
struct ShardSet {
  std::vector<Manifest> shards;
  std::vector<std::string> seals; // SHA-256 of each manifest
};
ShardSet read_shards(const std::filesystem::path& folder);

std::string bucket_name(std::uint32_t bucket); // bucket-07

// Throws InputError when the shard's file is not what the manifest says.
void check_shard_file(const std::filesystem::path& folder, const Manifest& manifest, const ShardFile& file);

[[noreturn]] void fail_damaged(const std::filesystem::path& file, const std::string& advice);

} // namespace zonekg
