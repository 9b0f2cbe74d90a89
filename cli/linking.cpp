#include "cli/linking.hpp"

#include <CLI/CLI.hpp>

#include "cli/report.hpp"
#include "cli/setup.hpp"
#include "core/host/pipeline.hpp"

namespace zonekg::cli {

void add_linking_options(CLI::App& command, LinkingOptions& options) {
  command
      .add_option("-o,--output", options.outputs, "Where the graph goes; several may be given, format by extension")
      ->required()
      ->allow_extra_args(false);
  command.add_option("--format", options.format, "Format of the output: " + format_names());
  command.add_option("--decisions", options.decisions,
                     "People's decisions on names and relations (JSON lines, see zonekg decide), replayed on each build");
  command.add_flag("--documents", options.documents, "Documents as nodes, with an edge from everything they mention");
}

std::vector<GraphOutput> find_outputs(const LinkingOptions& options) {
  std::vector<GraphOutput> outputs;
  for (const std::string& path : options.outputs) outputs.push_back(find_output(path, options.format));
  return outputs;
}

LinkOptions read_link_options(const LinkingOptions& options, std::vector<PluginVersion> plugins, std::vector<TypeLabel> types,
                              const ExtractionStore& extractions, bool strict, bool quiet) {
  LinkOptions link;
  link.plugins = std::move(plugins);
  link.types = std::move(types);
  link.documents = options.documents;
  if (options.decisions.empty()) return link;
  link.decisions = read_decisions(read_bytes(single_input(options.decisions)), options.decisions);
  const auto alarms = stale_decisions(link.decisions, extractions, options.decisions);
  print_diagnostics(alarms, quiet);
  if (strict && !alarms.empty())
    throw InputError("decisions have lost what they are about (above), and --strict is set; nothing was written");
  return link;
}

} // namespace zonekg::cli
