// Extractions of earlier runs, so that a document that did not change costs no more than reading it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "core/host/instances.hpp"
#include "core/host/plugin_set.hpp"
#include "core/model/extraction.hpp"

namespace zonekg {

// Everything but the document that an extraction depends on, as one hash: the program's version, plugins with their
// files, their weights and settings, dictionary, shared data.
std::string extraction_recipe(const std::string& version, const PluginSet& plugins, const PluginConfig& config,
                              const std::filesystem::path& dictionary, bool as_printed);

// A folder of files, one for each document's path and content under one recipe. What is damaged, cut short or of another
// recipe counts as not there. Usable from several threads and programs at once.
class ExtractionCache {
 public:
  // Makes the folder. Throws InputError when it cannot.
  ExtractionCache(std::filesystem::path folder, std::string recipe);

  [[nodiscard]] std::optional<Extraction> find(const std::string& path, const std::string& sha256) const;
  // Without rejections. That a file cannot be written only costs time at the next run.
  void store(const Extraction& extraction) const;

 private:
  [[nodiscard]] std::filesystem::path file_of(const std::string& path, const std::string& sha256) const;

  std::filesystem::path folder_;
  std::string recipe_;
};

// The bytes of an extraction, and back; nothing when they are not whole.
std::string pack_extraction(const Extraction& extraction);
std::optional<Extraction> unpack_extraction(std::string_view bytes);

} // namespace zonekg
