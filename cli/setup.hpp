// What several commands need before they can start.
#pragma once

#include <string>
#include <vector>

#include "core/host/inputs.hpp"
#include "core/host/installation.hpp"
#include "core/host/plugin_set.hpp"

namespace zonekg::cli {

Installation installation();

// The file's name when it is a file, `stdin` for `-`. Throws InputError for a folder or what is not there.
Input single_input(const std::string& argument);

// Plugins of the extra folders first, then the bundled ones. Throws InputError for a folder that is not there.
FoundPlugins find_plugins(const std::vector<std::string>& folders, const Installation& place);

} // namespace zonekg::cli
