#include "cli/shards/manifest.hpp"

#include <rapidjson/document.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <algorithm>
#include <set>

#include "cli/shards/lines.hpp"
#include "core/host/pipeline.hpp"
#include "core/host/sha256.hpp"
#include "graph/json_fields.hpp"

namespace zonekg {
namespace {

namespace fs = std::filesystem;
using Writer = rapidjson::PrettyWriter<rapidjson::StringBuffer>;

void put(Writer& json, const char* key, const std::string& text) {
  json.Key(key);
  json.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

void put(Writer& json, const char* key, std::uint64_t number) {
  json.Key(key);
  json.Uint64(number);
}

std::uint64_t size_field(const Json& object, std::string_view key, const JsonPlace& place) {
  const Json* field = find_field(object, key);
  if (field == nullptr || !field->IsUint64()) place.fail("'" + std::string(key) + "' is not a count");
  return field->GetUint64();
}

std::string again(const Part& shard) { return "run zonekg map --shard " + text_of(shard) + " again"; }

// Manifests of the folder, by name.
std::vector<fs::path> find_manifests(const fs::path& folder) {
  std::error_code error;
  std::vector<fs::path> files;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (name.starts_with("shard-") && name.ends_with(".json")) files.push_back(entry->path());
  }
  if (error) throw InputError("cannot read the folder " + folder.string() + ": " + error.message());
  if (files.empty()) throw InputError("there are no shards in " + folder.string() + "; zonekg map makes them");
  std::ranges::sort(files);
  return files;
}

void require_all(const fs::path& folder, const std::vector<Manifest>& shards) {
  const Part& first = shards.front().shard;
  std::set<std::uint32_t> missing;
  for (std::uint32_t i = 1; i <= first.count; ++i) missing.insert(i);
  for (const Manifest& manifest : shards) {
    if (manifest.shard.count != first.count)
      throw InputError(folder.string() + " holds shards of " + std::to_string(first.count) + " and of " +
                       std::to_string(manifest.shard.count) + ": keep those of one number, or use another folder");
    missing.erase(manifest.shard.index);
  }
  if (missing.empty()) return;
  std::string list;
  for (const std::uint32_t index : missing) list += (list.empty() ? "" : ", ") + text_of({index, first.count});
  throw InputError("of the shards in " + folder.string() + " these are missing: " + list +
                   "; run zonekg map with each of them as --shard");
}

void require_alike(const fs::path& folder, const std::vector<Manifest>& shards) {
  const Manifest& first = shards.front();
  const auto fail = [&](const Manifest& other, const std::string& what) {
    throw InputError("in " + folder.string() + ", shard " + text_of(other.shard) + " and shard " +
                     text_of(first.shard) + " " + what);
  };
  for (const Manifest& manifest : shards) {
    if (manifest.head.version != first.head.version)
      fail(manifest, "were made by zonekg " + manifest.head.version + " and " + first.head.version +
                         ": make all of them with one version");
    if (manifest.head != first.head || manifest.buckets != first.buckets)
      fail(manifest, "were made with other plugins, data or options: make all of them alike");
    if (manifest.inputs != first.inputs)
      fail(manifest, "saw other inputs (" + std::to_string(manifest.input_count) + " and " +
                         std::to_string(first.input_count) + " files): run both again on the same ones");
  }
}

} // namespace

std::string write_manifest(const Manifest& manifest) {
  rapidjson::StringBuffer buffer;
  Writer json(buffer);
  json.StartObject();
  put(json, "zonekg", manifest.head.version);
  put(json, "recipe", manifest.head.recipe);
  json.Key("plugins");
  json.StartArray();
  for (const PluginVersion& plugin : manifest.head.plugins) {
    json.StartObject();
    put(json, "id", plugin.id);
    put(json, "version", plugin.version);
    json.EndObject();
  }
  json.EndArray();
  if (!manifest.head.types.empty()) {
    json.Key("types");
    json.StartArray();
    for (const TypeLabel& type : manifest.head.types) {
      const std::string text = type_text(type);
      json.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
    }
    json.EndArray();
  }
  put(json, "shard", text_of(manifest.shard));
  put(json, "buckets", manifest.buckets);
  put(json, "input_count", manifest.input_count);
  put(json, "inputs", manifest.inputs);
  put(json, "documents", manifest.documents);
  put(json, "folder", manifest.folder);
  json.Key("files");
  json.StartArray();
  for (const ShardFile& file : manifest.files) {
    json.StartObject();
    put(json, "name", file.name);
    put(json, "bytes", file.bytes);
    put(json, "sha256", file.sha256);
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
  return std::string(buffer.GetString(), buffer.GetSize()) + '\n';
}

Manifest read_manifest(const std::string& text, const std::string& where) {
  const JsonPlace place{where};
  rapidjson::Document json;
  if (json.Parse(text.data(), text.size()).HasParseError() || !json.IsObject()) place.fail("is not a manifest of a shard");
  Manifest manifest;
  manifest.head.version = string_field(json, "zonekg", place);
  manifest.head.recipe = string_field(json, "recipe", place);
  for (const Json& plugin : array_field(json, "plugins", place).GetArray()) {
    require_object(plugin, place);
    manifest.head.plugins.push_back({string_field(plugin, "id", place), string_field(plugin, "version", place)});
  }
  if (find_field(json, "types") != nullptr)
    for (const Json& label : array_field(json, "types", place).GetArray()) {
      const auto type = label.IsString() ? read_type_text(string_of(label)) : std::nullopt;
      if (!type) place.fail("'types' holds something that is none");
      manifest.head.types.push_back(*type);
    }
  try {
    manifest.shard = parse_part(string_field(json, "shard", place), "shard");
  } catch (const UsageError& error) {
    place.fail(error.what());
  }
  manifest.buckets = count_field(json, "buckets", place);
  manifest.input_count = size_field(json, "input_count", place);
  manifest.inputs = string_field(json, "inputs", place);
  manifest.documents = size_field(json, "documents", place);
  manifest.folder = string_field(json, "folder", place);
  for (const Json& file : array_field(json, "files", place).GetArray()) {
    require_object(file, place);
    manifest.files.push_back(
        {string_field(file, "name", place), size_field(file, "bytes", place), string_field(file, "sha256", place)});
    if (fs::path(manifest.files.back().name).has_parent_path()) place.fail("names a file outside of the shard");
  }
  if (fs::path(manifest.folder).has_parent_path()) place.fail("names a folder outside of its own");
  return manifest;
}

ShardSet read_shards(const fs::path& folder) {
  ShardSet set;
  for (const fs::path& file : find_manifests(folder)) {
    const std::string text = read_bytes({file, file.string()});
    set.shards.push_back(read_manifest(text, file.string()));
    set.seals.push_back(sha256_hex(text));
  }
  require_all(folder, set.shards);
  require_alike(folder, set.shards);
  return set;
}

std::string bucket_name(std::uint32_t bucket) {
  const std::string digits = std::to_string(bucket);
  return "bucket-" + std::string(4 - std::min<std::size_t>(digits.size(), 4), '0') + digits;
}

void check_shard_file(const fs::path& folder, const Manifest& manifest, const ShardFile& file) {
  const fs::path path = folder / manifest.folder / file.name;
  LineReader reader(path, again(manifest.shard));
  for (std::string_view line; reader.next(line);) continue;
  if (reader.sha256() != file.sha256) fail_damaged(path, again(manifest.shard));
}

void fail_damaged(const fs::path& file, const std::string& advice) {
  throw InputError(file.string() + " is damaged: it is not as it was written; " + advice);
}

} // namespace zonekg
