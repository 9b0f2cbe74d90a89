// The formats a graph is written in: the one list of them.
#pragma once

#include <filesystem>
#include <ostream>
#include <span>
#include <string_view>

#include "graph/graph.hpp"

namespace zonekg {

struct Format {
  std::string_view name;                                // as --format takes it
  std::span<const std::string_view> extensions;         // with dot, lower case; the first is the usual one
  std::string_view summary;                             // one line
  void (*write)(const Graph& graph, std::ostream& out); // UTF-8, same bytes for the same graph; leaves errors in `out`
};

std::span<const Format> formats();

// By name, or else by the extension of a path, whatever its case; null when neither is known.
const Format* find_format(std::string_view name_or_path);

// The file is there whole or, after an OutputError, as it was before.
void write_graph(const Format& format, const Graph& graph, const std::filesystem::path& path);

} // namespace zonekg
