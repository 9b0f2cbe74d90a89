// The plugins of a run: found, chosen, and put in an order in which everything a plugin requires is decided before it.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/host/plugin.hpp"
#include "core/host/plugin_files.hpp"
#include "core/model/diagnostic.hpp"

namespace zonekg {

struct FoundPlugins {
  std::vector<Plugin> plugins;      // by id
  std::vector<Diagnostic> refusals; // errors: cannot be used; warnings: a second plugin of one id
};

// Which plugins run in this process, and which in their own.
struct LoadPolicy {
  std::vector<std::filesystem::path> trusted; // plugins of these folders run in this process …
  bool isolate = false;                       // … but when all shall be isolated
  bool trust = false;                         // plugins of all folders run in this process
  Isolation isolation;
  const Pins* pins = nullptr; // only what is in the list is loaded
};
LoadPolicy trust_all(); // every plugin in this process

// Loads all plugins of the places: folders, libraries, rule packs. In a folder lie NAME.so and NAME/NAME.so, and rule packs
// as NAME.rules.json or NAME/NAME.rules.json (the ending is what one of the libraries reads). A pack runs where its reader
// does: in this process, when the reader lies in a trusted folder. Of two plugins with one id the first stays: libraries
// before packs, then order of places, then path order. Throws UnsafePlugin for one that somebody else could have put there
// or changed.
FoundPlugins load_plugins(const std::vector<std::filesystem::path>& places, const LoadPolicy& policy);

// The plugins with these ids and, transitively, those that provide what they require. Empty `ids`: all.
// Throws UsageError for an id that is not there.
std::vector<Plugin> select_plugins(std::vector<Plugin> plugins, const std::vector<std::string>& ids);

struct PluginSet {
  std::vector<Plugin> plugins; // by level, then id
  // Mention types with the level after which their candidates are decided: the last of their providers has run.
  std::map<std::string, std::uint32_t, std::less<>> decided_after;
};

// Throws InputError that names the plugins when one requires what none provides, or when they require each other.
PluginSet order_plugins(std::vector<Plugin> plugins);

} // namespace zonekg
