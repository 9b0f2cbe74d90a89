// The plugin under test with what it requires, loaded, and texts to try it on.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/conformance/check.hpp"
#include "core/host/instances.hpp"
#include "core/host/run.hpp"
#include "core/text/dictionary.hpp"

namespace zonekg {

// The plugin under test first, then all others that are there. Throws InputError when it cannot be loaded.
std::vector<Plugin> load_subject(const CheckOptions& options);

class Subject {
 public:
  // Loads the plugin and the providers of what it requires. Throws InputError when that cannot be done.
  explicit Subject(const CheckOptions& options);
  Subject(const Subject&) = delete;
  Subject& operator=(const Subject&) = delete;

  [[nodiscard]] const PluginSet& set() const { return set_; }
  [[nodiscard]] std::size_t index() const { return index_; }
  [[nodiscard]] const Plugin& plugin() const { return set_.plugins[index_]; }
  [[nodiscard]] const PluginConfig& config() const { return config_; }
  [[nodiscard]] std::unique_ptr<AnalysedDocument> analyse(const std::string& text) const;

 private:
  PluginSet set_;
  std::size_t index_ = 0;
  PluginConfig config_;
  Dictionary dictionary_;
};

// One instance of each plugin of the subject, for one thread.
class Reader {
 public:
  explicit Reader(const Subject& subject) : instances_(subject.set(), subject.config()), triggers_(instances_) {}

  [[nodiscard]] PluginRun read(const AnalysedDocument& document) { return run_plugins(document, instances_, triggers_); }
  [[nodiscard]] PluginInstances& instances() { return instances_; }
  [[nodiscard]] const TriggerScanner& triggers() const { return triggers_; }

 private:
  PluginInstances instances_;
  TriggerScanner triggers_;
};

// What the plugin proposed, in words that are equal when it proposed the same.
std::string print_candidates(const RawCandidates& candidates, const std::string& plugin);

// Texts that every plugin is tried on: a report, a table, a list, damage; then those of the options.
std::vector<std::string> sample_texts(const CheckOptions& options);

// The plugin's own words about a document, and the host's refusals of what it proposed.
bool is_about(const Diagnostic& diagnostic, const std::string& plugin);

} // namespace zonekg
