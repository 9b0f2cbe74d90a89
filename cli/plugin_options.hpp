// Which plugins a command uses, and how far it trusts them: options that all commands with plugins share.
#pragma once

#include <string>
#include <vector>

#include "core/host/installation.hpp"
#include "core/host/instances.hpp"
#include "core/host/plugin_set.hpp"

namespace CLI {
class App;
}

namespace zonekg::cli {

struct PluginOptions {
  std::vector<std::string> folders, rules;
  std::string settings; // --config
  std::string instead;  // a folder whose plugins come before all others: build --compare
  std::string pins;
  bool isolate = false, trust = false;
  double seconds = 60;
  std::size_t mebibytes = 2048;
};

// `options` must outlive the command.
void add_plugin_options(CLI::App& command, PluginOptions& options);

// Rule packs and plugins of the extra folders first, then the bundled ones; those of the extra folders isolated unless they are trusted.
// Throws InputError for a folder that is not there, UnsafePlugin for a plugin that others could have changed.
FoundPlugins find_plugins(const PluginOptions& options, const Installation& place);

// Those of the found plugins that have these ids, and what they require; no ids: all. `diagnostics` gets what is worth
// knowing about the others: one that cannot be used is left out. `config` gets the user's settings. Throws InputError when
// there is none, and when the settings are wrong.
PluginSet usable_plugins(const PluginOptions& options, const std::vector<std::string>& ids, const Installation& place,
                         PluginConfig& config, std::vector<Diagnostic>& diagnostics);

} // namespace zonekg::cli
