#include "core/host/crash_ledger.hpp"

#include <iterator>

#include "core/host/isolation.hpp"

namespace zonekg {
namespace {

// The last document for which it is on.
std::size_t last_crash(const std::set<std::size_t>& documents) {
  return *std::next(documents.begin(), static_cast<std::ptrdiff_t>(most_crashes - 1));
}

} // namespace

CrashLedger::Plugins CrashLedger::off_before(std::size_t document) const {
  Plugins off;
  for (const auto& [plugin, documents] : crashes_)
    if (documents.size() >= most_crashes && last_crash(documents) < document) off.insert(plugin);
  return off;
}

CrashLedger::Plugins CrashLedger::off_for(std::size_t document) const {
  const std::lock_guard lock(mutex_);
  return off_before(document);
}

void CrashLedger::note(std::size_t document, const Plugins& off, const Plugins& crashed) {
  const std::lock_guard lock(mutex_);
  for (auto& [plugin, documents] : crashes_) documents.erase(document);
  for (const std::size_t plugin : crashed) crashes_[plugin].insert(document);
  off_.erase(document);
  if (!off.empty()) off_[document] = off;
}

std::vector<std::size_t> CrashLedger::unsettled(std::size_t count) const {
  const std::lock_guard lock(mutex_);
  std::vector<std::size_t> documents;
  if (crashes_.empty()) return documents;
  for (std::size_t document = 0; document < count; ++document) {
    const auto read_without = off_.find(document);
    if ((read_without == off_.end() ? Plugins() : read_without->second) != off_before(document))
      documents.push_back(document);
  }
  return documents;
}

std::vector<Diagnostic> CrashLedger::report(const PluginSet& plugins, const std::vector<std::string>& paths) const {
  const std::lock_guard lock(mutex_);
  std::vector<Diagnostic> diagnostics;
  for (const auto& [plugin, documents] : crashes_) {
    if (documents.size() < most_crashes) continue;
    const std::size_t last = last_crash(documents);
    diagnostics.push_back({Severity::error, "plugin '" + plugins.plugins[plugin].id + "'",
                           "crashed on " + std::to_string(most_crashes) + " documents and was switched off after " +
                               paths[last] + ": " + std::to_string(paths.size() - last - 1) + " more are read without it",
                           "mend it, or take it out of the plugin folder"});
  }
  return diagnostics;
}

} // namespace zonekg
