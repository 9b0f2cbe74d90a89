// The user's configuration of plugins: `zonekg.json`.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/host/instances.hpp"
#include "core/host/plugin_set.hpp"

namespace zonekg {

// `{"plugins": {"ID": {"enabled": false, "threshold": 0.7, "lexicon": {"CLASS": ["WORD", …]}, "settings": {…}}, …}}`; every
// key may be left out. Removes plugins that are off, and adds the rest to `config`. Throws InputError that names file,
// line and column, and for a plugin that is not there.
void apply_settings(const std::filesystem::path& file, std::vector<Plugin>& plugins, PluginConfig& config);

} // namespace zonekg
