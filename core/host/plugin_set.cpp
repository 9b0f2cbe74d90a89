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

bool is_trusted(const fs::path& file, const LoadPolicy& policy) {
  return std::ranges::any_of(policy.trusted, [&](const fs::path& folder) { return lies_in(file, folder); });
}

bool runs_in_process(const fs::path& file, const LoadPolicy& policy) {
  return !policy.isolate && (policy.trust || is_trusted(file, policy));
}

class Loader {
 public:
  Loader(const LoadPolicy& policy, FoundPlugins& found)
      : policy_(policy), isolation_(std::make_shared<const Isolation>(policy.isolation)), found_(found) {}

  void load_libraries(const std::vector<fs::path>& files) {
    for (const fs::path& file : files) guarded([&] { load_one(file); });
  }

  // Each has a reader. Readers may lie in a later folder than what they read, so packs come after all libraries.
  void load_packs(const std::vector<fs::path>& files) {
    for (const fs::path& file : files)
      guarded([&] { add(load_pack(file, *reader_of(file))); });
  }
  [[nodiscard]] const PackReader* reader_of(const fs::path& file) const {
    const auto reads = [&](const PackReader& reader) { return file.filename().string().ends_with(reader.ending); };
    const auto reader = std::ranges::find_if(readers_, reads);
    return reader == readers_.end() ? nullptr : &*reader;
  }

 private:
  // Readers of packs are looked for in trusted libraries only: they are asked in this process.
  void load_one(const fs::path& file) {
    const bool in_process = runs_in_process(file, policy_);
    if (in_process || is_trusted(file, policy_)) {
      Library library = load_library(file);
      if (library.reader) readers_.push_back(std::move(*library.reader));
      if (!library.plugin) return;
      if (in_process) return add(std::move(*library.plugin));
    }
    add(describe_isolated_plugin(file, isolation_));
  }
  template <class Load> void guarded(const Load& load) {
    try {
      load();
    } catch (const InputError& refusal) {
      found_.refusals.push_back({Severity::error, "plugins", refusal.what(), ""});
    }
  }
  void add(Plugin plugin) {
    const auto first = std::ranges::find(found_.plugins, plugin.id, &Plugin::id);
    if (first == found_.plugins.end()) return found_.plugins.push_back(std::move(plugin));
    found_.refusals.push_back({Severity::warning, plugin.file.string(),
                               "plugin id '" + plugin.id + "' " + plugin.version + " is already taken by " +
                                   first->file.string() + " " + first->version,
                               "the first one is used; remove or rename one of them"});
  }

  const LoadPolicy& policy_;
  std::shared_ptr<const Isolation> isolation_;
  FoundPlugins& found_;
  std::vector<PackReader> readers_;
};

// Files of a place that may be rule packs: FOLDER/NAME.x, FOLDER/NAME/NAME.x, or the place itself.
std::vector<fs::path> find_other_files(const fs::path& place) {
  std::vector<fs::path> files;
  std::error_code failed;
  if (fs::is_regular_file(place, failed)) return {place};
  const auto add = [&](const fs::directory_entry& entry) {
    if (entry.path().extension() != ".so" && entry.is_regular_file(failed)) files.push_back(entry.path());
  };
  for (const fs::directory_entry& entry : fs::directory_iterator(place, failed)) {
    add(entry);
    const std::string own = entry.path().filename().string() + '.';
    for (const fs::directory_entry& inner : fs::directory_iterator(entry.path(), failed))
      if (inner.path().filename().string().starts_with(own)) add(inner);
  }
  std::ranges::sort(files);
  return files;
}

std::vector<fs::path> find_libraries(const fs::path& place) {
  if (!fs::is_regular_file(place)) return find_plugin_files(place);
  return place.extension() == ".so" ? std::vector{place} : std::vector<fs::path>();
}

} // namespace

LoadPolicy trust_all() {
  LoadPolicy policy;
  policy.trust = true;
  return policy;
}

FoundPlugins load_plugins(const std::vector<fs::path>& places, const LoadPolicy& policy) {
  FoundPlugins found;
  std::set<fs::path> seen; // one folder may be reached by two ways
  std::vector<fs::path> libraries, others;
  Loader loader(policy, found);
  for (const fs::path& place : places) {
    const bool is_file = fs::is_regular_file(place);
    const fs::path folder = is_file ? fs::canonical(place).parent_path() : place;
    if (!is_file) check_folder(folder);
    for (const fs::path& file : find_libraries(place)) {
      const fs::path canonical = fs::canonical(file);
      if (!seen.insert(canonical).second) continue;
      check_owners(canonical);
      if (policy.pins != nullptr) policy.pins->check(folder, file);
      libraries.push_back(canonical);
    }
    for (const fs::path& file : find_other_files(place))
      if (const fs::path canonical = fs::canonical(file); seen.insert(canonical).second) others.push_back(canonical);
  }
  loader.load_libraries(libraries);
  std::erase_if(others, [&](const fs::path& file) { return loader.reader_of(file) == nullptr; });
  if (policy.pins != nullptr)
    for (const fs::path& file : others) policy.pins->check(file.parent_path(), file);
  loader.load_packs(others);
  for (const fs::path& place : places)
    if (fs::is_regular_file(place) && place.extension() != ".so" && loader.reader_of(place) == nullptr)
      found.refusals.push_back({Severity::error, "plugins", "no plugin reads " + place.string() + "; the name of a rule pack ends in .rules.json", ""});
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
