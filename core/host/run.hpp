// Runs the plugins on one document, level by level, deciding mentions as soon as all plugins that propose them have
// run.
#pragma once

#include <set>
#include <string_view>
#include <vector>

#include "core/host/candidates.hpp"
#include "core/host/instances.hpp"

namespace zonekg {

struct PluginRun {
  RawCandidates candidates; // every checked candidate, decided
  std::vector<Diagnostic> diagnostics;
  std::set<std::size_t> crashed; // isolated plugins (indices in the set) whose process went
};

// The mentions layer of one plugin: what is decided, of the types it requires and no others, so that what it sees does
// not depend on which other plugins are there. Views `candidates` and `text`.
std::vector<zkg_mention> visible_mentions(const RawCandidates& candidates, const Plugin& plugin, std::string_view text);

// A plugin that fails on the document gives a diagnostic, and the run goes on without its candidates. Plugins of `off`
// do not run.
PluginRun run_plugins(const AnalysedDocument& document, PluginInstances& instances, const TriggerScanner& triggers,
                      const std::set<std::size_t>& off = {});

} // namespace zonekg
