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

namespace zonekg::cli {

Installation installation();

// The file's name when it is a file, `stdin` for `-`. Throws InputError for a folder or what is not there.
Input single_input(const std::string& argument);

// PLUGIN.bin of the folder for each plugin that has one there. Throws InputError when there is no such folder.
std::map<std::string, std::filesystem::path> weights_in(const std::filesystem::path& folder, const PluginSet& plugins);

// Where plugins find shared data, and their weights where `weights` names a folder of others.
void set_data(const Installation& place, const std::string& weights, const PluginSet& plugins, PluginConfig& config);

unsigned thread_count(unsigned jobs); // 0: one per core

} // namespace zonekg::cli
