// Where a graph goes and in which format.
#pragma once

#include <string>

#include "export/formats.hpp"

namespace zonekg::cli {

struct GraphOutput {
  std::string path; // `-`: standard output
  const Format* format;
};

std::string format_names(); // for help texts and messages

// By `format` when it is given, else by the file's extension. Throws UsageError.
GraphOutput find_output(const std::string& path, const std::string& format);

// Throws OutputError.
void write_graph_output(const GraphOutput& output, const Graph& graph);

} // namespace zonekg::cli
