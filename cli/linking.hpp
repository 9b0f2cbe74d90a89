// From extractions to graph files: what the commands that link share.
#pragma once

#include <string>
#include <vector>

#include "cli/graph_output.hpp"
#include "graph/extraction_store.hpp"
#include "graph/link.hpp"

namespace CLI {
class App;
}

namespace zonekg::cli {

struct LinkingOptions {
  std::vector<std::string> outputs;
  std::string format, decisions;
  bool documents = false;
};

// `options` must outlive the command.
void add_linking_options(CLI::App& command, LinkingOptions& options);

// Throws UsageError for a format that is not there: before anything is read.
std::vector<GraphOutput> find_outputs(const LinkingOptions& options);

// Reads the decisions and prints an alarm for those that have lost what they are about. Throws InputError when there are
// such and `strict`.
LinkOptions read_link_options(const LinkingOptions& options, std::vector<PluginVersion> plugins, std::vector<TypeLabel> types,
                              const ExtractionStore& extractions, bool strict, bool quiet);

} // namespace zonekg::cli
