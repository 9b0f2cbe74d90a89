// The formats a graph is written in: the one list of them.
#pragma once

#include <filesystem>
#include <functional>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.hpp"
#include "graph/graph_stream.hpp"

namespace zonekg {

// One file of a format that makes several.
struct FormatPart {
  std::string_view suffix; // as GRAPH.csv becomes GRAPH.nodes.csv
  void (*write)(const Graph& graph, std::ostream& out);
};

struct Format {
  std::string_view name;                                // as --format takes it
  std::span<const std::string_view> extensions;         // with dot, lower case; the first is the usual one
  std::string_view summary;                             // one line
  void (*write)(const Graph& graph, std::ostream& out); // same bytes for the same graph; leaves errors in `out`;
                                                        // null for a format of several files
  std::span<const FormatPart> parts = {};
  // The same bytes as `write`, on several threads where they help: of formats that need a graph one part at a time.
  void (*stream)(const GraphStream& graph, std::ostream& out, unsigned jobs) = nullptr;
};

std::span<const Format> formats();

// By name, or else by the longest extension that the path ends in, whatever its case; null when neither is known.
const Format* find_format(std::string_view name_or_path);

// One file to write, and what into it.
struct GraphFile {
  std::filesystem::path path;
  void (*write)(const Graph& graph, std::ostream& out);
};
// `path` itself, or for a format of several files one beside it for each part.
std::vector<GraphFile> graph_files(const Format& format, const std::filesystem::path& path);

// Each file is there whole or, after an OutputError, as it was before.
void write_graph(const Format& format, const Graph& graph, const std::filesystem::path& path, unsigned jobs = 1);
void write_graph(const Format& format, const GraphStream& graph, const std::filesystem::path& path, unsigned jobs); // where `format.stream`
// Of a format of one file.
void write_graph(const Format& format, const Graph& graph, std::ostream& out, unsigned jobs = 1);

} // namespace zonekg
