#include "cli/setup.hpp"

#include <algorithm>
#include <thread>

namespace zonekg::cli {

Installation installation() { return find_installation(ZONEKG_LIBRARY_FOLDER); }

Input single_input(const std::string& argument) {
  if (argument != "-" && std::filesystem::is_directory(argument))
    throw InputError(argument + " is a folder; name a file");
  return list_inputs({argument}, [](const std::filesystem::path&) { return true; }).front();
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
