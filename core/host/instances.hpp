// Live extractor instances, and the one scan of a document for the trigger words of all of them.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/host/isolated/isolated_plugin.hpp"
#include "core/host/plugin_set.hpp"
#include "core/process/shared_area.hpp"
#include "core/text/scanner.hpp"

namespace zonekg {

// How plugins are set up. Maps are by plugin id.
struct PluginConfig {
  std::filesystem::path shared;                         // the kit's shared data files
  std::set<std::string> training;                       // ids of plugins that emit every candidate, with its features
  std::map<std::string, std::filesystem::path> weights; // instead of the plugin's own
  std::map<std::string, std::string> settings;          // JSON objects
  std::map<std::string, PluginLexicon> words = {};      // added to the plugin's lexicon
  std::map<std::string, double> thresholds = {};        // least confidence that is taken; 0.5 for the others
};

inline constexpr std::size_t max_trigger = 256; // bytes of a trigger word

// One instance of every plugin of a set. Used by one thread at a time; set and config must outlive it.
class PluginInstances {
 public:
  // Throws InputError that names the plugin when one cannot be made.
  PluginInstances(const PluginSet& set, const PluginConfig& config);
  ~PluginInstances();
  PluginInstances(const PluginInstances&) = delete;
  PluginInstances& operator=(const PluginInstances&) = delete;

  [[nodiscard]] const PluginSet& set() const { return set_; }
  [[nodiscard]] bool training(std::size_t plugin) const;
  [[nodiscard]] double threshold(std::size_t plugin) const;

  // `plugin` is an index into set().plugins.
  [[nodiscard]] std::vector<zkg_trigger> triggers(std::size_t plugin) const;

  // A failed instance is replaced by a new one, so that what comes after does not depend on where it failed.
  // `first_mention`: the id that the sink will give the plugin's first mention.
  PluginOutcome extract(std::size_t plugin, const zkg_document& document, const zkg_sink& sink,
                        std::uint32_t first_mention);

 private:
  void create(std::size_t plugin);
  std::string make(std::size_t plugin); // nothing when done; else why it cannot be made
  void create_isolated(std::size_t plugin);
  void destroy(std::size_t plugin) noexcept;

  const PluginSet& set_;
  const PluginConfig& config_;
  std::vector<void*> instances_;                          // null for isolated plugins
  std::unique_ptr<SharedArea> documents_;                 // what workers read; when there are any
  std::vector<std::unique_ptr<IsolatedPlugin>> isolated_; // null for the others
};

// Immutable, shared by all threads.
class TriggerScanner {
 public:
  // Throws InputError for a trigger word that is empty, too long or not UTF-8.
  explicit TriggerScanner(const PluginInstances& instances);

  // Hits in `text`, a table for each plugin of the set with its own words only.
  [[nodiscard]] std::vector<std::vector<zkg_trigger_hit>> scan(std::string_view text) const;

 private:
  struct Word {
    std::uint32_t plugin;
    std::uint32_t id; // the plugin's own
  };
  std::size_t plugins_;
  std::vector<Word> words_;
  Scanner scanner_;
};

} // namespace zonekg
