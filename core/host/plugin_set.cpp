#include "core/host/plugin_set.hpp"

#include <algorithm>
#include <set>

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

class Loader {
 public:
  explicit Loader(FoundPlugins& found) : found_(found) {}

  void load_libraries(const std::vector<fs::path>& files) {
    for (const fs::path& file : files)
      guarded(file, [&] {
        Library library = load_library(file);
        if (library.plugin) add(std::move(*library.plugin));
        if (library.reader) readers_.push_back(std::move(*library.reader));
      });
  }

  // Readers may lie in a later folder than what they read, so packs come after all libraries.
  void load_packs(const std::vector<fs::path>& files) {
    for (const fs::path& file : files)
      if (const PackReader* reader = reader_of(file)) guarded(file, [&] { add(load_pack(file, *reader)); });
  }
  [[nodiscard]] const PackReader* reader_of(const fs::path& file) const {
    const auto reads = [&](const PackReader& reader) { return file.filename().string().ends_with(reader.ending); };
    const auto reader = std::ranges::find_if(readers_, reads);
    return reader == readers_.end() ? nullptr : &*reader;
  }

 private:
  template <class Load> void guarded(const fs::path& file, const Load& load) {
    try {
      load();
    } catch (const InputError& refusal) {
      found_.refusals.push_back({Severity::error, file.string(), refusal.what(), ""});
    }
  }
  void add(Plugin plugin) {
    const auto first = std::ranges::find(found_.plugins, plugin.id, &Plugin::id);
    if (first == found_.plugins.end()) return found_.plugins.push_back(std::move(plugin));
    found_.refusals.push_back({Severity::warning, plugin.file.string(),
                               "plugin id '" + plugin.id + "' " + plugin.version + " is already taken by " + first->file.string() + " " + first->version,
                               "the first one is used; remove or rename one of them"});
  }

  FoundPlugins& found_;
  std::vector<PackReader> readers_;
};

// Files of a folder, and those of its folders that are called like them: FOLDER/NAMEx, FOLDER/NAME/NAMEx.
std::vector<fs::path> list_files(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code failed;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, failed)) {
    if (entry.is_regular_file(failed)) files.push_back(entry.path());
    const std::string own = entry.path().filename().string() + '.';
    for (const fs::directory_entry& inner : fs::directory_iterator(entry.path(), failed))
      if (const std::string name = inner.path().filename().string();
          name.starts_with(own) && (name == own + "so" || !name.ends_with(".so")) && inner.is_regular_file(failed))
        files.push_back(inner.path());
  }
  std::ranges::sort(files);
  return files;
}

bool is_library(const fs::path& file) { return file.extension() == ".so"; }

} // namespace

std::vector<fs::path> find_plugin_files(const fs::path& folder) {
  std::vector<fs::path> files = list_files(folder);
  std::erase_if(files, [](const fs::path& file) { return !is_library(file); });
  return files;
}

FoundPlugins load_plugins(const std::vector<fs::path>& places) {
  FoundPlugins found;
  std::set<fs::path> seen; // one folder may be reached by two ways
  std::vector<fs::path> libraries, others, named;
  for (const fs::path& place : places) {
    const bool is_file = fs::is_regular_file(place);
    for (const fs::path& file : is_file ? std::vector{place} : list_files(place)) {
      const fs::path canonical = fs::weakly_canonical(file);
      if (!seen.insert(canonical).second) continue;
      (is_library(canonical) ? libraries : others).push_back(canonical);
      if (is_file && !is_library(canonical)) named.push_back(canonical);
    }
  }
  Loader loader(found);
  loader.load_libraries(libraries);
  loader.load_packs(others);
  for (const fs::path& file : named)
    if (loader.reader_of(file) == nullptr)
      found.refusals.push_back({Severity::error, file.string(), "no plugin reads " + file.string() + "; the name of a rule pack ends in .rules.json", ""});
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
