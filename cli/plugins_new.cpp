// zonekg plugins new: the folder of a plugin that builds, loads and passes its own test at once.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <memory>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/setup.hpp"
#include "export/atomic_file.hpp"

namespace zonekg::cli {
namespace {

namespace fs = std::filesystem;

struct Options {
  std::string id, language = "c++", type, output;
};

// Texts as the README and the build file hold them; `@id@` and so on are still in them.
struct Language {
  const char *name, *files, *commands;
  const char *build;                 // the folder of templates with the build files that several languages share
  const char *cmake_name, *ending;   // of the language and of its sources
};

constexpr const char* cmake_commands = "cmake -S . -B build && cmake --build build\n"
                                       "ctest --test-dir build --output-on-failure";
constexpr std::array languages = {
    Language{"c++", "| `@id@.cpp` | the rule, C++17 |\n| `CMakeLists.txt` | how it is built |", cmake_commands, "cmake", "CXX", "cpp"},
    Language{"c", "| `@id@.c` | the rule, C11 |\n| `CMakeLists.txt` | how it is built |", cmake_commands, "cmake", "C", "c"},
    Language{"rust",
             "| `src/lib.rs` | the rule |\n| `src/zonekg.rs` | the boundary of zonekg in Rust; no other crate |\n"
             "| `Cargo.toml`, `Makefile` | how it is built |",
             "make\nmake check", "", "", ""}};

using Values = std::map<std::string, std::string>; // by name of the placeholder

std::string fill(std::string text, const Values& values) {
  for (const auto& [name, value] : values)
    for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + value.size()))
      text.replace(at, name.size(), value);
  return text;
}

bool is_word(std::string_view text, std::string_view extra) {
  const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
  return !text.empty() && text.size() <= 64 && is_lower(text[0]) && std::ranges::all_of(text, [&](char c) {
    return is_lower(c) || (c >= '0' && c <= '9') || extra.find(c) != std::string_view::npos;
  });
}

void check_names(const Options& options, const Installation& place) {
  // CMake wants these for targets of its own.
  constexpr std::array<std::string_view, 11> reserved = {"all",        "clean",         "edit_cache", "help",          "install",
                                   "list_install_components", "package", "package_source", "preinstall", "rebuild_cache", "test"};
  if (!is_word(options.id, "_-"))
    throw UsageError("a plugin's name is of the form [a-z][a-z0-9_-]*, at most 64 letters, not '" + options.id + "'");
  if (std::ranges::find(reserved, options.id) != reserved.end())
    throw UsageError("CMake keeps the name '" + options.id + "' for itself; take another, such as '" + options.id + "s'");
  if (fs::exists(place.plugins() / options.id))
    throw UsageError("zonekg has a plugin '" + options.id + "' of its own; take another name, such as 'my-" + options.id + "'");
  if (!is_word(options.type, "_"))
    throw UsageError("a type is of the form [a-z][a-z0-9_]*, at most 64 letters, not '" + options.type + "'");
  if (options.type == "document") throw UsageError("nodes of the type 'document' are made by zonekg itself; take another type");
}

Values values_of(const Options& options, const Language& language) {
  const auto replaced = [](std::string text, char from, char to) {
    std::ranges::replace(text, from, to);
    return text;
  };
  Values values = {{"@id@", options.id},
                   {"@type@", options.type},
                   {"@label@", replaced(options.type, '_', ' ')},
                   {"@crate@", "zonekg_" + replaced(options.id, '-', '_')},
                   {"@summary@", "Nodes of the type " + options.type},
                   {"@language@", language.cmake_name},
                   {"@ending@", language.ending}};
  values["@files@"] = fill(language.files, values);
  values["@commands@"] = fill(language.commands, values);
  return values;
}

void write_file(const fs::path& file, const std::string& text) {
  fs::create_directories(file.parent_path());
  std::ofstream out(file, std::ios::binary);
  out << text;
  if (!out.flush()) throw OutputError("cannot write " + file.string() + "; the disk may be full");
}

void copy_templates(const fs::path& from, const fs::path& to, const Values& values) {
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(from)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    write_file(to / fill(fs::relative(entry.path(), from).string(), values), fill(text, values));
  }
}

// Written beside and renamed: the folder is there whole or not at all.
void make_folder(const fs::path& target, const fs::path& templates, const Language& language, const Values& values) {
  fs::path beside = target;
  beside += ".part" + std::to_string(::getpid());
  try {
    for (const std::string folder : {"common", language.build, language.name})
      if (!folder.empty()) copy_templates(templates / folder, beside, values);
    fs::rename(beside, target);
  } catch (const fs::filesystem_error& error) {
    std::error_code ignored;
    fs::remove_all(beside, ignored);
    throw OutputError("cannot make the folder " + target.string() + ": " + error.code().message());
  } catch (...) {
    std::error_code ignored;
    fs::remove_all(beside, ignored);
    throw;
  }
}

void make_plugin(Options options) {
  if (options.type.empty()) {
    options.type = options.id;
    std::ranges::replace(options.type, '-', '_');
  }
  const Installation place = installation();
  check_names(options, place);
  const Language& language = *std::ranges::find(languages, options.language, &Language::name);
  const fs::path target = (options.output.empty() ? fs::path(options.id) : fs::path(options.output)).lexically_normal();
  if (fs::exists(fs::symlink_status(target)))
    throw InputError(target.string() + " is there already; name a new folder with --output");
  const fs::path parent = target.parent_path();
  if (!parent.empty() && !fs::is_directory(parent)) throw InputError("there is no folder " + parent.string());
  const fs::path templates = place.templates() / "plugin";
  if (!fs::is_directory(templates)) throw InputError("the templates are missing: looked for " + templates.string() + "; install zonekg again");
  const Values values = values_of(options, language);
  make_folder(target, templates, language, values);
  std::cout << "Made " << target.string() << ". Next:\n\ncd " << target.string() << "\n" << values.at("@commands@") << "\n";
  flush_stdout();
}

} // namespace

void add_plugins_new(CLI::App& plugins) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = plugins.add_subcommand("new", "Make the folder of a new plugin that builds and passes its own test");
  command->add_option("name", options->id, "The plugin's id: [a-z][a-z0-9_-]*")->required();
  std::vector<std::string> names;
  for (const Language& language : languages) names.emplace_back(language.name);
  command->add_option("--lang", options->language, "What it is written in")->check(CLI::IsMember(names))->capture_default_str();
  command->add_option("--type", options->type, "The type of the nodes that it finds; the name when not given");
  command->add_option("--output", options->output, "The folder to make; NAME in the current folder when not given");
  command->callback([options] { make_plugin(*options); });
}

} // namespace zonekg::cli
