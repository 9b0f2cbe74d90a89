#include <CLI/CLI.hpp>
#include <algorithm>
#include <iomanip>
#include <iostream>
#include <memory>

#include "cli/commands.hpp"
#include "cli/json.hpp"
#include "cli/output.hpp"
#include "cli/report.hpp"
#include "cli/plugin_options.hpp"
#include "cli/setup.hpp"
#include "cli/terminal_text.hpp"

namespace zonekg::cli {
namespace {

struct Options {
  PluginOptions plugins;
  std::string id;
  bool json = false;
};

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

std::string abi_version(const Plugin& plugin) {
  return std::to_string(plugin.abi_major) + "." + std::to_string(plugin.abi_minor);
}

void put_list(JsonWriter& json, const char* key, const std::vector<std::string>& words) {
  json.Key(key);
  json.StartArray();
  for (const std::string& word : words) put(json, word);
  json.EndArray();
}

void put_plugin(JsonWriter& json, const Plugin& plugin) {
  json.StartObject();
  put(json, "id", plugin.id);
  put(json, "version", plugin.version);
  put(json, "summary", plugin.summary);
  put(json, "abi", abi_version(plugin));
  put(json, "level", std::uint64_t{plugin.level});
  put_list(json, "provides", plugin.provides);
  put_list(json, "requires", plugin.requirements);
  put(json, "file", plugin.file.string());
  json.EndObject();
}

// `body` writes one value.
template <class Body> void print_json(const Body& body) {
  rapidjson::OStreamWrapper stream(exact_output());
  JsonWriter json(stream);
  json.SetIndent(' ', 1);
  body(json);
  std::cout << "\n";
}

void print_list(const Options& options) {
  FoundPlugins found = find_plugins(options.plugins, installation());
  print_diagnostics(found.refusals, false);
  const PluginSet set = order_plugins(std::move(found.plugins));
  if (options.json) {
    print_json([&](JsonWriter& json) {
      json.StartArray();
      for (const Plugin& plugin : set.plugins) put_plugin(json, plugin);
      json.EndArray();
    });
  } else {
    std::size_t width = 0;
    for (const Plugin& plugin : set.plugins) width = std::max(width, plugin.id.size());
    for (const Plugin& plugin : set.plugins)
      std::cout << std::left << std::setw(static_cast<int>(width) + 2) << plugin.id << std::setw(10) << plugin.version
                << plugin.summary << "\n";
  }
  flush_stdout();
  if (std::ranges::any_of(found.refusals, [](const Diagnostic& d) { return d.severity == Severity::error; }))
    throw InputError("some plugins cannot be used, see above");
}

void describe(const Options& options) {
  const FoundPlugins found = find_plugins(options.plugins, installation());
  const PluginSet set = order_plugins(select_plugins(found.plugins, {options.id}));
  const Plugin& plugin = *std::ranges::find(set.plugins, options.id, &Plugin::id);
  if (options.json) {
    print_json([&](JsonWriter& json) { put_plugin(json, plugin); });
  } else {
    std::cout << plugin.id << " " << plugin.version << "\n"
              << "  summary   " << plugin.summary << "\n"
              << "  provides  " << joined(plugin.provides) << "\n"
              << "  requires  " << joined(plugin.requirements) << "\n"
              << "  level     " << plugin.level << "\n"
              << "  ABI       " << abi_version(plugin) << "\n"
              << "  file      " << plugin.file.string() << "\n";
  }
  flush_stdout();
}

} // namespace

void add_plugins(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("plugins", "Show, make and check extractor plugins");
  command->require_subcommand(1);
  CLI::App* list = command->add_subcommand("list", "All plugins in the order in which they run");
  list->callback([options] { print_list(*options); });
  CLI::App* one = command->add_subcommand("describe", "One plugin");
  one->add_option("id", options->id, "The plugin's id")->required();
  one->callback([options] { describe(*options); });
  for (CLI::App* each : {list, one}) {
    add_plugin_options(*each, options->plugins);
    each->add_flag("--json", options->json, "As JSON");
  }
  add_plugins_new(*command);
  add_plugins_check(*command);
  add_plugins_pin(*command);
}

} // namespace zonekg::cli
