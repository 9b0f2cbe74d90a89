// Crashes of isolated plugins in one run. A plugin is off for every document that comes after three on which it crashed,
// in the order of the documents, not of time: what the graph says must not depend on which thread was faster.
#pragma once

#include <cstddef>
#include <map>
#include <mutex>
#include <set>
#include <vector>

#include "core/host/plugin_set.hpp"

namespace zonekg {

class CrashLedger {
 public:
  // Documents and plugins are indices.
  using Plugins = std::set<std::size_t>;

  // As far as is known now; may be called from several threads, as note().
  [[nodiscard]] Plugins off_for(std::size_t document) const;
  // What a document was read without, and what crashed on it; the last word on a document counts.
  void note(std::size_t document, const Plugins& off, const Plugins& crashed);

  // Documents below `count` that were read with a plugin that is off for them, or without one that is not: to be read
  // again. Each round of that settles the first of them at least, so there is an end to it.
  [[nodiscard]] std::vector<std::size_t> unsettled(std::size_t count) const;

  // One for each plugin that was switched off. `paths`: of the documents.
  [[nodiscard]] std::vector<Diagnostic> report(const PluginSet& plugins, const std::vector<std::string>& paths) const;

 private:
  [[nodiscard]] Plugins off_before(std::size_t document) const;

  mutable std::mutex mutex_;
  std::map<std::size_t, std::set<std::size_t>> crashes_; // plugin -> documents
  std::map<std::size_t, Plugins> off_;                   // document -> what it was read without, if anything
};

} // namespace zonekg
