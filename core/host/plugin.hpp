// One plugin's library: loaded and checked, nothing of it called yet.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/abi/plugin.h"
#include "core/host/isolation.hpp"

namespace zonekg {

struct Plugin {
  std::filesystem::path file; // its folder holds the plugin's data
  std::string id, version, summary;
  std::uint32_t abi_major = 0, abi_minor = 0;
  std::vector<std::string> provides, requirements; // `mention:company`, `relation:acquires`, `fact:status`
  std::uint32_t level = 0;                         // plugins of one level need nothing of each other
  const zkg_plugin* functions = nullptr;           // null when isolated
  std::shared_ptr<const Isolation> isolation;      // null: in this process
  std::shared_ptr<void> library; // keeps the code mapped
};

// Throws InputError that names the file and says what is wrong: not a library, no entry symbol, another ABI version,
// a malformed id or list.
Plugin load_plugin(const std::filesystem::path& file);

// Copies and checks what the entry says, without calling anything. `file` is for messages.
Plugin check_entry(const zkg_entry& entry, const std::filesystem::path& file);

[[nodiscard]] bool provides(const Plugin& plugin, std::string_view kind, std::string_view name); // kind: `mention`, …
[[nodiscard]] bool requires_mention(const Plugin& plugin, std::string_view type);

} // namespace zonekg
