#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/linking.hpp"
#include "cli/setup.hpp"
#include "cli/shards/merge.hpp"
#include "cli/shards/pipe.hpp"
#include "graph/link.hpp"
#include "graph/spilled_graph.hpp"

namespace zonekg::cli {
namespace {

struct Options {
  LinkingOptions linking;
  std::string folder;
  unsigned jobs = 0; // 0: one per core
  bool pipe = false, strict = false, quiet = false;
};

void merge(const Options& options) {
  const std::vector<GraphOutput> outputs = find_outputs(options.linking);
  if (options.pipe != options.folder.empty()) throw UsageError("merge needs the folder of shards, or --pipe");
  MergedShards shards = options.pipe ? pipe_merge(std::cin, ZONEKG_VERSION)
                                     : merge_shards(options.folder, ZONEKG_VERSION, thread_count(options.jobs));
  LinkOptions linking =
      read_link_options(options.linking, shards.head.plugins, shards.head.types, shards.extractions, options.strict, options.quiet);
  linking.blocks = std::move(shards.blocks);
  linking.jobs = thread_count(options.jobs);
  write_graph_outputs(outputs, *link_spilled(std::move(shards.extractions), linking), {}, options.quiet, linking.jobs);
}

} // namespace

void add_merge(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("merge", "Last step: make the graph of all shards, the same as one build makes");
  command->add_option("folder", options->folder, "The folder of shards");
  add_linking_options(*command, options->linking);
  command->add_option("-j,--jobs", options->jobs, "Threads; one per core when not given")->check(CLI::Range(1, 1024));
  command->add_flag("--pipe", options->pipe, "Read lines of reduce from standard input");
  command->add_flag("--strict", options->strict, "Fail when a decision has lost what it is about");
  command->add_flag("-q,--quiet", options->quiet, "Only errors");
  command->callback([options] {
    watch_for_interrupts();
    merge(*options);
  });
}

} // namespace zonekg::cli
