// Where a graph goes and in which format.
#pragma once

#include <string>
#include <vector>

#include "export/explorer.hpp"
#include "export/formats.hpp"
#include "graph/spilled_graph.hpp"

namespace zonekg::cli {

struct GraphOutput {
  std::string path; // `-`: standard output
  const Format* format;
};

std::string format_names(); // for help texts and messages

// By `format` when it is given, else by the file's extension. Throws UsageError.
GraphOutput find_output(const std::string& path, const std::string& format);

// Does one of them show source texts?
bool shows_texts(const std::vector<GraphOutput>& outputs);

// Throws OutputError. `text`: source texts for the page to explore. Prints what its reader should know, unless `quiet`.
// On `jobs` threads.
void write_graph_output(const GraphOutput& output, const Graph& graph, const DocumentText& text = {}, bool quiet = false, unsigned jobs = 1);

// Each of them; the graph comes into memory for formats that look at all of it at once.
void write_graph_outputs(const std::vector<GraphOutput>& outputs, const SpilledGraph& graph, const DocumentText& text, bool quiet, unsigned jobs);

} // namespace zonekg::cli
