#include "cli/setup.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <thread>

#include "core/host/settings.hpp"

namespace zonekg::cli {

Installation installation() { return find_installation(ZONEKG_LIBRARY_FOLDER); }

Input single_input(const std::string& argument) {
  if (argument != "-" && std::filesystem::is_directory(argument))
    throw InputError(argument + " is a folder; name a file");
  return list_inputs({argument}, [](const std::filesystem::path&) { return true; }).front();
}

void add_rules_options(CLI::App& command, PluginChoice& choice) {
  command.add_option("--rules", choice.rules, "A rule pack (NAME.rules.json) to read with as well; several may be given")->allow_extra_args(false);
  command.add_option("--config", choice.settings, "Settings of plugins (zonekg.json): words added, thresholds, on and off");
}

FoundPlugins find_plugins(const PluginChoice& choice, const Installation& place) {
  std::vector<std::filesystem::path> search;
  const auto add_folder = [&](const std::string& folder) {
    if (!std::filesystem::is_directory(folder)) throw InputError("there is no plugin folder " + folder);
    search.emplace_back(folder);
  };
  if (!choice.instead.empty()) add_folder(choice.instead);
  for (const std::string& pack : choice.rules) {
    if (!std::filesystem::is_regular_file(pack)) throw InputError("there is no rule pack " + pack);
    search.emplace_back(pack);
  }
  for (const std::string& folder : choice.folders) add_folder(folder);
  search.push_back(place.plugins());
  return load_plugins(search);
}

PluginSet usable_plugins(const PluginChoice& choice, const Installation& place, PluginConfig& config, std::vector<Diagnostic>& diagnostics) {
  FoundPlugins found = find_plugins(choice, place);
  for (const Diagnostic& refusal : found.refusals)
    if (refusal.severity == Severity::error) throw InputError(refusal.message);
  diagnostics = std::move(found.refusals);
  config.shared = place.shared();
  if (!choice.settings.empty()) apply_settings(choice.settings, found.plugins, config);
  PluginSet set = order_plugins(select_plugins(std::move(found.plugins), choice.only));
  if (set.plugins.empty()) throw InputError("there are no plugins in " + place.plugins().string() + "; see --plugins");
  return set;
}

std::map<std::string, std::filesystem::path> weights_in(const std::filesystem::path& folder, const PluginSet& plugins) {
  if (!std::filesystem::is_directory(folder)) throw InputError("there is no folder of weights " + folder.string());
  std::map<std::string, std::filesystem::path> weights;
  for (const Plugin& plugin : plugins.plugins)
    if (const auto file = folder / (plugin.id + ".bin"); std::filesystem::exists(file)) weights[plugin.id] = file;
  return weights;
}

void set_data(const Installation& place, const std::string& weights, const PluginSet& plugins, PluginConfig& config) {
  config.shared = place.shared();
  if (!weights.empty()) config.weights = weights_in(weights, plugins);
}

unsigned thread_count(unsigned jobs) { return jobs != 0 ? jobs : std::max(1u, std::thread::hardware_concurrency()); }

} // namespace zonekg::cli
