// Documents without the layers' own code, and plugins from the test folder.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/host/plugin_set.hpp"
#include "core/model/document.hpp"

namespace zonekg::test {

inline std::filesystem::path plugin_file(const std::string& name) {
  return std::filesystem::path(ZONEKG_BUILD_DIR) / "test_plugins" / name / (name + ".so");
}

inline PluginSet plugin_set(const std::vector<std::string>& names) {
  std::vector<Plugin> plugins;
  for (const std::string& name : names) plugins.push_back(load_plugin(plugin_file(name)));
  return order_plugins(std::move(plugins));
}

// One sentence for each 。; no other layer.
inline void fill(AnalysedDocument& document, const std::string& source, bool as_printed = true) {
  document.header.path = "report.txt";
  document.source = source;
  document.normalised = normalise(document.source, as_printed);
  const std::string& text = document.normalised.text;
  constexpr std::string_view stop = "。";
  for (std::size_t begin = 0, end = 0; begin < text.size(); begin = end) {
    const std::size_t found = text.find(stop, begin);
    end = found == std::string::npos ? text.size() : found + stop.size();
    document.layers.sentences.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, 0, 0});
  }
}

} // namespace zonekg::test
