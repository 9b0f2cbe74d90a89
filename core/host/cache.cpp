#include "core/host/cache.hpp"

#include <algorithm>
#include <fstream>
#include <system_error>
#include <unistd.h>
#include <vector>

#include "core/host/sha256.hpp"

namespace zonekg {
namespace {

namespace fs = std::filesystem;

std::string read_all(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void add_file(std::string& recipe, const fs::path& file) {
  recipe += file.filename().string() + ' ' + sha256_hex(read_all(file)) + '\n';
}

void add_folder(std::string& recipe, const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code missing;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, missing))
    if (entry.is_regular_file()) files.push_back(entry.path());
  std::ranges::sort(files);
  for (const fs::path& file : files) add_file(recipe, file);
}

} // namespace

std::string extraction_recipe(const std::string& version, const PluginSet& plugins, const PluginConfig& config,
                              const fs::path& dictionary, bool as_printed) {
  std::string recipe = version + (as_printed ? " as printed\n" : "\n");
  add_file(recipe, dictionary);
  add_folder(recipe, config.shared);
  for (const Plugin& plugin : plugins.plugins) {
    recipe += "plugin " + plugin.id + ' ' + plugin.version + '\n';
    if (plugin.library_file != plugin.file) add_file(recipe, plugin.library_file);
    const bool own_folder = plugin.file.parent_path().filename() == plugin.file.stem();
    own_folder ? add_folder(recipe, plugin.file.parent_path()) : add_file(recipe, plugin.file);
  }
  for (const auto& [id, file] : config.weights) {
    recipe += "weights " + id + ' ';
    add_file(recipe, file);
  }
  for (const auto& [id, threshold] : config.thresholds) recipe += "threshold " + id + ' ' + std::to_string(threshold) + '\n';
  for (const auto& [id, classes] : config.words)
    for (const WordClass& added : classes)
      for (const std::string& word : added.words) recipe += "word " + id + ' ' + added.name + ' ' + word + '\n';
  for (const auto& [id, settings] : config.settings) recipe += "settings " + id + ' ' + settings + '\n';
  return sha256_hex(recipe);
}

ExtractionCache::ExtractionCache(fs::path folder, std::string recipe)
    : folder_(std::move(folder)), recipe_(std::move(recipe)) {
  std::error_code error;
  fs::create_directories(folder_, error);
  if (error || !fs::is_directory(folder_))
    throw InputError("cannot make the cache folder " + folder_.string() + ": " + error.message());
}

fs::path ExtractionCache::file_of(const std::string& path, const std::string& sha256) const {
  return folder_ / (sha256_hex(recipe_ + '\n' + path + '\n' + sha256) + ".extraction");
}

std::optional<Extraction> ExtractionCache::find(const std::string& path, const std::string& sha256) const {
  const fs::path file = file_of(path, sha256);
  std::error_code missing;
  if (!fs::is_regular_file(file, missing)) return std::nullopt;
  auto extraction = unpack_extraction(read_all(file));
  if (!extraction || extraction->document.path != path || extraction->document.sha256 != sha256) return std::nullopt;
  return extraction;
}

void ExtractionCache::store(const Extraction& extraction) const {
  const fs::path file = file_of(extraction.document.path, extraction.document.sha256);
  fs::path beside = file;
  beside += "." + std::to_string(::getpid());
  {
    std::ofstream out(beside, std::ios::binary);
    const std::string bytes = pack_extraction(extraction);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!out.flush()) {
      std::error_code ignored;
      fs::remove(beside, ignored);
      return;
    }
  }
  std::error_code error;
  fs::rename(beside, file, error);
  if (error) fs::remove(beside, error);
}

} // namespace zonekg
