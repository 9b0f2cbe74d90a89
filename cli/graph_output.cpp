#include "cli/graph_output.hpp"

#include "cli/output.hpp"
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

void write_graph_output(const GraphOutput& output, const Graph& graph) {
  if (output.path == "-") return write_output("-", [&](std::ostream& out) { output.format->write(graph, out); });
  write_graph(*output.format, graph, output.path);
}

} // namespace zonekg::cli
