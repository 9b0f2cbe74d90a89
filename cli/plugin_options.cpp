#include "cli/plugin_options.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <optional>

#include "core/host/settings.hpp"

namespace zonekg::cli {
namespace {

// What a missing plugin may be the reason for is said together with why it is missing.
std::string with_refusals(const std::string& problem, const std::vector<Diagnostic>& refusals) {
  std::string text = problem;
  for (const Diagnostic& refusal : refusals)
    if (refusal.severity == Severity::error) text += "\n  " + refusal.message;
  return text;
}

PluginSet choose(FoundPlugins& found, const std::vector<std::string>& ids) {
  try {
    return order_plugins(select_plugins(std::move(found.plugins), ids));
  } catch (const UsageError& error) {
    throw UsageError(with_refusals(error.what(), found.refusals));
  } catch (const InputError& error) {
    throw InputError(with_refusals(error.what(), found.refusals));
  }
}

} // namespace

void add_plugin_options(CLI::App& command, PluginOptions& options) {
  command
      .add_option("--plugins", options.folders,
                  "A folder with more plugins; several may be given. They run isolated: in processes of their own")
      ->allow_extra_args(false);
  command.add_option("--rules", options.rules, "A rule pack (NAME.rules.json) to read with as well; several may be given")->allow_extra_args(false);
  command.add_option("--config", options.settings, "Settings of plugins (zonekg.json): words added, thresholds, on and off");
  CLI::Option* isolate = command.add_flag("--isolate", options.isolate, "Run the bundled plugins isolated as well");
  command.add_flag("--trust", options.trust, "Run plugins of other folders in this process, with all you may do")
      ->excludes(isolate);
  command.add_option("--plugin-timeout", options.seconds, "Seconds that an isolated plugin may take for each MB of a document")
      ->capture_default_str()
      ->check(CLI::Range(0.01, 1e6));
  command.add_option("--plugin-memory", options.mebibytes, "MiB of memory that an isolated plugin may use")
      ->capture_default_str()
      ->check(CLI::Range(std::size_t{16}, std::size_t{1} << 20));
  command.add_option("--pins", options.pins, "Load only plugins of this list of SHA-256 sums, see zonekg plugins pin");
}

FoundPlugins find_plugins(const PluginOptions& options, const Installation& place) {
  std::vector<std::filesystem::path> search;
  const auto add_folder = [&](const std::string& folder) {
    if (!std::filesystem::is_directory(folder)) throw InputError("there is no plugin folder " + folder);
    search.emplace_back(folder);
  };
  if (!options.instead.empty()) add_folder(options.instead);
  for (const std::string& pack : options.rules) {
    if (!std::filesystem::is_regular_file(pack)) throw InputError("there is no rule pack " + pack);
    search.emplace_back(pack);
  }
  for (const std::string& folder : options.folders) add_folder(folder);
  search.push_back(place.plugins());
  LoadPolicy policy;
  policy.trusted = {place.plugins()};
  policy.isolate = options.isolate;
  policy.trust = options.trust;
  policy.isolation.time = std::chrono::milliseconds(static_cast<std::int64_t>(options.seconds * 1000));
  policy.isolation.memory = options.mebibytes << 20;
  std::optional<Pins> pins;
  if (!options.pins.empty()) policy.pins = &pins.emplace(options.pins);
  if (options.trust) check_library_path();
  FoundPlugins found = load_plugins(search, policy);
  if (std::ranges::any_of(found.plugins, [](const Plugin& plugin) { return plugin.isolation != nullptr; }))
    for (std::string& missing : missing_protections(policy.isolation))
      found.refusals.push_back({Severity::warning, "plugins", std::move(missing), ""});
  return found;
}

PluginSet usable_plugins(const PluginOptions& options, const std::vector<std::string>& ids, const Installation& place,
                         PluginConfig& config, std::vector<Diagnostic>& diagnostics) {
  FoundPlugins found = find_plugins(options, place);
  config.shared = place.shared();
  if (!options.settings.empty()) apply_settings(options.settings, found.plugins, config);
  PluginSet set = choose(found, ids);
  if (set.plugins.empty())
    throw InputError(with_refusals("there are no plugins in " + place.plugins().string() + "; see --plugins", found.refusals));
  diagnostics = std::move(found.refusals);
  return set;
}

} // namespace zonekg::cli
