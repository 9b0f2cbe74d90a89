#include "core/host/settings.hpp"

#include <algorithm>

#include "core/host/decide.hpp"

namespace zonekg {
namespace {

// Classes that every plugin may use.
PluginLexicon shared_lexicon(const PluginConfig& config) {
  const std::filesystem::path file = config.shared / "lexicon.json";
  return std::filesystem::exists(file) ? read_lexicon(file) : PluginLexicon();
}

void check_words(const JsonValue& json, const PluginLexicon& words, const Plugin& plugin, const PluginConfig& config) {
  if (plugin.use_lexicon == nullptr) json.fail("the plugin '" + plugin.id + "' takes no words: it has no lexicon");
  if (plugin.lexicon.empty()) return; // its classes are known to itself alone
  std::vector<std::string> names;
  for (const WordClass& known : plugin.lexicon) names.push_back(known.name);
  for (const WordClass& known : shared_lexicon(config)) names.push_back(known.name);
  const std::vector<std::pair<std::string, JsonValue>> members = json.members();
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (std::ranges::find(names, words[i].name) != names.end()) continue;
    const std::string meant = nearest_word(words[i].name, names);
    members[i].second.fail("the lexicon of '" + plugin.id + "' has no class \"" + words[i].name + "\"" + (meant.empty() ? "" : "; did you mean \"" + meant + "\"?"));
  }
}

} // namespace

void apply_settings(const std::filesystem::path& file, std::vector<Plugin>& plugins, PluginConfig& config) {
  try {
    const JsonFile json = read_json_file(file.string());
    json.root().check_keys({"about", "plugins"});
    std::vector<std::string> ids, off;
    for (const Plugin& plugin : plugins) ids.push_back(plugin.id);
    for (const auto& [id, of_plugin] : json.root().at("plugins").members()) {
      const auto plugin = std::ranges::find(plugins, id, &Plugin::id);
      const std::string meant = nearest_word(id, ids);
      if (plugin == plugins.end()) of_plugin.fail("there is no plugin '" + id + "'" + (meant.empty() ? "; `zonekg plugins list` shows those there are" : "; did you mean '" + meant + "'?"));
      of_plugin.check_keys({"enabled", "threshold", "lexicon", "settings"});
      if (const auto enabled = of_plugin.find("enabled"); enabled && !enabled->flag()) off.push_back(id);
      if (const auto threshold = of_plugin.find("threshold")) config.thresholds[id] = threshold->number(acceptance_threshold, 1);
      if (const auto lexicon = of_plugin.find("lexicon")) {
        config.words[id] = read_word_classes(*lexicon);
        check_words(*lexicon, config.words[id], *plugin, config);
      }
      if (const auto settings = of_plugin.find("settings")) {
        (void)settings->members(); // an object
        config.settings[id] = settings->source();
      }
    }
    std::erase_if(plugins, [&](const Plugin& plugin) { return std::ranges::find(off, plugin.id) != off.end(); });
  } catch (const JsonError& error) {
    throw InputError(error.what());
  }
}

} // namespace zonekg
