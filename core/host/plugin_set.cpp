#include "core/host/plugin_set.hpp"

#include <algorithm>
#include <set>

#include "core/host/isolated/isolated_plugin.hpp"

namespace zonekg {
namespace {

namespace fs = std::filesystem;

// Provided thing -> plugins (by index) that provide it.
using Providers = std::map<std::string_view, std::vector<std::size_t>>;

Providers find_providers(const std::vector<Plugin>& plugins) {
  Providers providers;
  for (std::size_t i = 0; i < plugins.size(); ++i)
    for (const std::string& provided : plugins[i].provides) providers[provided].push_back(i);
  return providers;
}

// For each plugin the plugins that must run before it. Throws when nothing provides what one requires.
std::vector<std::set<std::size_t>> find_dependencies(const std::vector<Plugin>& plugins) {
  const Providers providers = find_providers(plugins);
  std::vector<std::set<std::size_t>> dependencies(plugins.size());
  for (std::size_t i = 0; i < plugins.size(); ++i)
    for (const std::string& required : plugins[i].requirements) {
      const auto found = providers.find(required);
      if (found == providers.end())
        throw InputError("plugin '" + plugins[i].id + "' requires '" + required +
                         "', which no plugin provides; add a plugin that does with --plugins");
      dependencies[i].insert(found->second.begin(), found->second.end());
    }
  return dependencies;
}

// A cycle among the plugins that could not be placed: each of them has a dependency that could not be placed either.
std::string describe_cycle(const std::vector<Plugin>& plugins, const std::vector<std::set<std::size_t>>& dependencies,
                           const std::vector<bool>& placed) {
  const auto open = [&](std::size_t i) { return !placed[i]; };
  std::size_t at = 0;
  while (placed[at]) ++at;
  std::vector<std::size_t> walk;
  while (std::ranges::find(walk, at) == walk.end()) {
    walk.push_back(at);
    at = *std::ranges::find_if(dependencies[at], open);
  }
  std::string names;
  for (auto step = std::ranges::find(walk, at); step != walk.end(); ++step)
    names += "'" + plugins[*step].id + "' requires ";
  return names + "'" + plugins[at].id + "'";
}

void assign_levels(std::vector<Plugin>& plugins, const std::vector<std::set<std::size_t>>& dependencies) {
  std::vector<bool> placed(plugins.size(), false);
  std::size_t left = plugins.size();
  for (std::uint32_t level = 0; left > 0; ++level) {
    std::vector<std::size_t> ready;
    for (std::size_t i = 0; i < plugins.size(); ++i)
      if (!placed[i] && std::ranges::all_of(dependencies[i], [&](std::size_t d) { return placed[d]; }))
        ready.push_back(i);
    if (ready.empty())
      throw InputError("plugins require each other, so none can run first: " +
                       describe_cycle(plugins, dependencies, placed));
    for (const std::size_t i : ready) {
      placed[i] = true;
      plugins[i].level = level;
    }
    left -= ready.size();
  }
}

bool lies_in(const fs::path& file, const fs::path& folder) {
  std::error_code missing;
  const fs::path base = fs::canonical(folder, missing);
  return !missing && std::ranges::mismatch(base, file).in1 == base.end();
}

bool runs_in_process(const fs::path& file, const LoadPolicy& policy) {
  if (policy.isolate) return false;
  return policy.trust || std::ranges::any_of(policy.trusted, [&](const fs::path& folder) { return lies_in(file, folder); });
}

void load_file(const fs::path& file, std::shared_ptr<const Isolation> isolation, FoundPlugins& found) {
  try {
    Plugin plugin = isolation ? describe_isolated_plugin(file, std::move(isolation)) : load_plugin(file);
    const auto first = std::ranges::find(found.plugins, plugin.id, &Plugin::id);
    if (first == found.plugins.end())
      found.plugins.push_back(std::move(plugin));
    else
      found.refusals.push_back({Severity::warning, file.string(),
                                "plugin id '" + plugin.id + "' " + plugin.version + " is already taken by " +
                                    first->file.string() + " " + first->version,
                                "the first one is used; remove or rename one of them"});
  } catch (const InputError& refusal) {
    found.refusals.push_back({Severity::error, "plugins", refusal.what(), ""});
  }
}

} // namespace

LoadPolicy trust_all() {
  LoadPolicy policy;
  policy.trust = true;
  return policy;
}

FoundPlugins load_plugins(const std::vector<fs::path>& folders, const LoadPolicy& policy) {
  FoundPlugins found;
  const auto isolation = std::make_shared<const Isolation>(policy.isolation);
  std::set<fs::path> seen; // one folder may be reached by two ways
  for (const fs::path& folder : folders) {
    check_folder(folder);
    for (const fs::path& file : find_plugin_files(folder)) {
      const fs::path canonical = fs::canonical(file);
      if (!seen.insert(canonical).second) continue;
      check_owners(canonical);
      if (policy.pins != nullptr) policy.pins->check(folder, file);
      load_file(canonical, runs_in_process(canonical, policy) ? nullptr : isolation, found);
    }
  }
  std::ranges::sort(found.plugins, {}, &Plugin::id);
  return found;
}

std::vector<Plugin> select_plugins(std::vector<Plugin> plugins, const std::vector<std::string>& ids) {
  if (ids.empty()) return plugins;
  std::vector<std::size_t> queue;
  for (const std::string& id : ids) {
    const auto found = std::ranges::find(plugins, id, &Plugin::id);
    if (found == plugins.end())
      throw UsageError("there is no plugin '" + id + "'; `zonekg plugins list` shows those there are");
    queue.push_back(static_cast<std::size_t>(found - plugins.begin()));
  }
  const Providers providers = find_providers(plugins);
  std::set<std::size_t> chosen;
  while (!queue.empty()) {
    const std::size_t i = queue.back();
    queue.pop_back();
    if (!chosen.insert(i).second) continue;
    for (const std::string& required : plugins[i].requirements)
      if (const auto found = providers.find(required); found != providers.end())
        queue.insert(queue.end(), found->second.begin(), found->second.end());
  }
  std::vector<Plugin> selected;
  for (const std::size_t i : chosen) selected.push_back(std::move(plugins[i]));
  return selected;
}

PluginSet order_plugins(std::vector<Plugin> plugins) {
  std::ranges::sort(plugins, {}, &Plugin::id);
  assign_levels(plugins, find_dependencies(plugins));
  std::ranges::stable_sort(plugins, {}, &Plugin::level);
  PluginSet set;
  for (const Plugin& plugin : plugins)
    for (const std::string& provided : plugin.provides)
      if (constexpr std::string_view prefix = "mention:"; provided.starts_with(prefix)) {
        std::uint32_t& level = set.decided_after[provided.substr(prefix.size())];
        level = std::max(level, plugin.level);
      }
  set.plugins = std::move(plugins);
  return set;
}

} // namespace zonekg
