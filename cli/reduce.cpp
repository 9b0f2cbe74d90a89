#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/output.hpp"
#include "cli/shards/pipe.hpp"
#include "cli/shards/reduce.hpp"
#include "cli/terminal_text.hpp"

namespace zonekg::cli {
namespace {

struct Options {
  std::string folder, bucket;
  bool pipe = false;
};

void reduce(const Options& options) {
  if (options.pipe) {
    if (!options.folder.empty() || !options.bucket.empty())
      throw UsageError("with --pipe, lines come on standard input: leave out the folder and --bucket");
    pipe_reduce(std::cin, exact_output());
    return flush_stdout();
  }
  if (options.folder.empty() || options.bucket.empty()) throw UsageError("reduce needs the folder of shards and --bucket J/M, or --pipe");
  reduce_part(options.folder, parse_part(options.bucket, "--bucket"));
}

} // namespace

void add_reduce(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("reduce", "Second step: compare the names of all shards, a part at a time");
  command->add_option("folder", options->folder, "The folder that zonekg map wrote all shards to");
  command->add_option("--bucket", options->bucket, "J/M: which of how many parts");
  command->add_flag("--pipe", options->pipe, "Read sorted lines of map from standard input and write lines to standard output");
  command->callback([options] {
    watch_for_interrupts();
    reduce(*options);
  });
}

} // namespace zonekg::cli
