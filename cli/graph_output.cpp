#include "cli/graph_output.hpp"

#include <algorithm>
#include <optional>

#include "cli/output.hpp"
#include "cli/report.hpp"
#include "core/model/diagnostic.hpp"

namespace zonekg::cli {

std::string format_names() {
  std::string names;
  for (const Format& format : formats()) names += (names.empty() ? "" : ", ") + std::string(format.name);
  return names;
}

GraphOutput find_output(const std::string& path, const std::string& format) {
  const Format* found = find_format(format.empty() ? path : format);
  if (!found && !format.empty()) throw UsageError("there is no format '" + format + "'; there are " + format_names());
  if (!found) throw UsageError("cannot tell the format of " + path + " by its name: use --format (" + format_names() + ")");
  if (path == "-" && !found->write)
    throw UsageError(std::string(found->name) + " makes several files and cannot go to standard output: name one");
  return {path, found};
}

bool shows_texts(const std::vector<GraphOutput>& outputs) {
  return std::any_of(outputs.begin(), outputs.end(),
                     [](const GraphOutput& output) { return output.format->name == explorer_format; });
}

void write_graph_output(const GraphOutput& output, const Graph& graph, const DocumentText& text, bool quiet, unsigned jobs) {
  if (output.format->name == explorer_format) {
    std::string note;
    write_output(output.path, [&](std::ostream& out) { note = write_explorer(graph, text, out); });
    if (!note.empty())
      print_diagnostics({{Severity::warning, output.path, note, "explore all of it with zonekg view, or filter"}}, quiet);
    return;
  }
  if (output.path == "-") return write_output("-", [&](std::ostream& out) { write_graph(*output.format, graph, out, jobs); });
  write_graph(*output.format, graph, output.path, jobs);
}

void write_graph_outputs(const std::vector<GraphOutput>& outputs, const SpilledGraph& graph, const DocumentText& text, bool quiet, unsigned jobs) {
  std::optional<Graph> whole;
  for (const GraphOutput& output : outputs) {
    const Format& format = *output.format;
    if (format.stream && output.path == "-") {
      write_output("-", [&](std::ostream& out) { format.stream(graph, out, jobs); });
    } else if (format.stream) {
      write_graph(format, graph, output.path, jobs);
    } else {
      if (!whole) whole = graph.load();
      write_graph_output(output, *whole, text, quiet, jobs);
    }
  }
}

} // namespace zonekg::cli
