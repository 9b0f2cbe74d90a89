// Runs the plugins on one document, level by level, deciding mentions as soon as all plugins that propose them have
// run.
#pragma once

#include <vector>

#include "core/host/candidates.hpp"
#include "core/host/instances.hpp"

namespace zonekg {

struct PluginRun {
  RawCandidates candidates; // every checked candidate, decided
  std::vector<Diagnostic> diagnostics;
};

// A plugin that fails on the document gives a diagnostic, and the run goes on without its candidates.
PluginRun run_plugins(const AnalysedDocument& document, PluginInstances& instances, const TriggerScanner& triggers);

} // namespace zonekg
