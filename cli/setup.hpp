// What several commands need before they can start.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/host/inputs.hpp"
#include "core/host/installation.hpp"
#include "core/host/instances.hpp"
#include "core/host/plugin_set.hpp"

namespace CLI {
class App;
}

namespace zonekg::cli {

Installation installation();

// The file's name when it is a file, `stdin` for `-`. Throws InputError for a folder or what is not there.
Input single_input(const std::string& argument);

// Which plugins run, and how people set them up.
struct PluginChoice {
  std::vector<std::string> folders, rules, only; // --plugins, --rules, --only
  std::string settings;                          // --config
  std::string instead; // a folder whose plugins come before all others: --compare
};
// --rules and --config; `choice` must outlive the command.
void add_rules_options(CLI::App& command, PluginChoice& choice);

// Plugins of the extra folders first, then the bundled ones. Throws InputError for a folder that is not there.
// Rule packs come before them. Ids and settings of the choice play no part.
FoundPlugins find_plugins(const PluginChoice& choice, const Installation& place);

// The found plugins that are chosen, and what they require; --only not given: all. `config` gets the user's settings,
// `diagnostics` what is worth knowing about the others. Throws InputError for a plugin that cannot be used, for settings
// that are wrong, and when there is no plugin.
PluginSet usable_plugins(const PluginChoice& choice, const Installation& place, PluginConfig& config, std::vector<Diagnostic>& diagnostics);

// PLUGIN.bin of the folder for each plugin that has one there. Throws InputError when there is no such folder.
std::map<std::string, std::filesystem::path> weights_in(const std::filesystem::path& folder, const PluginSet& plugins);

// Where plugins find shared data, and their weights where `weights` names a folder of others.
void set_data(const Installation& place, const std::string& weights, const PluginSet& plugins, PluginConfig& config);

unsigned thread_count(unsigned jobs); // 0: one per core

} // namespace zonekg::cli
