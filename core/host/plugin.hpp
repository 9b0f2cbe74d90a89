// One plugin's library: loaded and checked, nothing of it called yet.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/abi/plugin.h"
#include "core/host/plugin_lexicon.hpp"
#include "core/model/type_label.hpp"
#include "core/host/isolation.hpp"

namespace zonekg {

struct Plugin {
  std::filesystem::path file;    // its folder holds the plugin's data
  std::filesystem::path library_file; // that its code is in: `file`, or what reads the rule pack `file`
  std::string id, version, summary;
  std::uint32_t abi_major = 0, abi_minor = 0;
  std::vector<std::string> provides, requirements; // `mention:company`, `relation:acquires`, `fact:status`
  std::uint32_t level = 0;                         // plugins of one level need nothing of each other
  std::vector<TypeLabel> types;                    // what its own types are called, by kind and name
  PluginLexicon lexicon;                           // of its folder; empty when the plugin does not ask for words
  const zkg_lexicon* use_lexicon = nullptr; // null: it does not
  const zkg_plugin* functions = nullptr;           // null when isolated
  std::shared_ptr<const Isolation> isolation;      // null: in this process
  std::shared_ptr<void> library; // keeps the code mapped
  const zkg_packs* packs = nullptr; // of a rule pack: what makes its instances
  std::shared_ptr<void> pack;       // of a rule pack: open as long as this lives
};

// A library that makes plugins of rule packs.
struct PackReader {
  std::filesystem::path file;
  std::string ending; // `.rules.json`
  const zkg_packs* packs = nullptr;
  std::shared_ptr<void> library;
};

// One library: a plugin, a reader of rule packs, or both.
struct Library {
  std::optional<Plugin> plugin;
  std::optional<PackReader> reader;
};

// Throws InputError that names the file and says what is wrong: not a library, no entry symbol, another ABI version,
// a malformed id or list, a lexicon that is no such JSON.
Library load_library(const std::filesystem::path& file);
Plugin load_plugin(const std::filesystem::path& file); // refuses one that is a reader alone

// Throws InputError with the reader's words: file, line, column and reason.
Plugin load_pack(const std::filesystem::path& file, const PackReader& reader);

// Copies and checks what a plugin says of its types.
std::vector<TypeLabel> check_types(const zkg_types* types, const Plugin& plugin);

// Copies and checks what the entry says. Calls nothing but `interface_`, and that last. `file` is for messages.
Plugin check_entry(const zkg_entry& entry, const std::filesystem::path& file);

[[nodiscard]] bool provides(const Plugin& plugin, std::string_view kind, std::string_view name); // kind: `mention`, …
[[nodiscard]] bool requires_mention(const Plugin& plugin, std::string_view type);

} // namespace zonekg
