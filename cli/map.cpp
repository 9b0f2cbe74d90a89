#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <mutex>

#include "cli/commands.hpp"
#include "cli/extraction.hpp"
#include "cli/interrupt.hpp"
#include "cli/output.hpp"
#include "cli/report.hpp"
#include "cli/setup.hpp"
#include "cli/shards/map.hpp"
#include "cli/shards/pipe.hpp"
#include "cli/terminal_text.hpp"
#include "core/host/archives.hpp"

namespace zonekg::cli {
namespace {

struct Options {
  ExtractionOptions extraction;
  std::string shard, folder, root = ".";
  std::uint32_t buckets = 32;
  bool pipe = false;
};

RunHead run_head(const Options& options, const Extractor& extractor) {
  return {ZONEKG_VERSION, extractor.recipe(options.extraction), extractor.versions(), extractor.types()};
}

void map_to_folder(const Options& options) {
  if (options.shard.empty() || options.folder.empty()) throw UsageError("map needs --shard I/N and --out DIR, or --pipe");
  MapPlan plan;
  plan.folder = options.folder;
  plan.shard = parse_part(options.shard, "--shard");
  plan.buckets = options.buckets;
  plan.jobs = thread_count(options.extraction.jobs);
  std::vector<Input> inputs = find_reports(options.extraction);
  for (const Input& input : inputs)
    if (input.file.empty()) throw UsageError("map reads files, not standard input: name files or folders");
  Extractor extractor(options.extraction);
  plan.head = run_head(options, extractor);
  std::vector<Diagnostic> diagnostics = extractor.diagnostics;
  const bool written = map_shard(expand_archives(std::move(inputs)), plan, [&](const std::vector<Input>& mine, const TakeRead& take) {
    std::mutex mutex;
    extract_each_input(options.extraction, extractor, mine, false, [&](std::size_t i, Extraction extraction) {
      {
        const std::lock_guard lock(mutex);
        diagnostics.insert(diagnostics.end(), extraction.diagnostics.begin(), extraction.diagnostics.end());
      }
      take(i, std::move(extraction));
    });
    std::ranges::stable_sort(diagnostics, {}, &Diagnostic::where);
    report_problems(options.extraction, diagnostics);
  });
  if (!written && !options.extraction.quiet) std::cerr << "shard " << options.shard << " is there already, and whole\n";
}

// A path as a document carries it: inside the root, or its last part.
std::string path_inside(const std::filesystem::path& path, const std::filesystem::path& root) {
  const std::filesystem::path inside = path.lexically_relative(root);
  return inside.empty() || *inside.begin() == ".." ? path.filename().string() : inside.string();
}

void map_pipe(const Options& options) {
  if (!options.extraction.inputs.empty() || !options.extraction.list.empty() || !options.folder.empty() || !options.shard.empty())
    throw UsageError("with --pipe, files are named on standard input: leave out inputs, --files-from, --shard and --out");
  Extractor extractor(options.extraction);
  print_diagnostics(extractor.diagnostics, options.extraction.quiet);
  const std::filesystem::path root = std::filesystem::absolute(options.root).lexically_normal();
  pipe_map(std::cin, exact_output(), run_head(options, extractor), [&](const std::string& line) {
    const std::filesystem::path file = (root / line).lexically_normal();
    const std::vector<Input> inputs = expand_archives({{file, path_inside(file, root)}});
    std::vector<Extraction> extractions = extract_all(options.extraction, extractor, inputs, false);
    std::vector<Diagnostic> diagnostics;
    for (const Extraction& e : extractions) diagnostics.insert(diagnostics.end(), e.diagnostics.begin(), e.diagnostics.end());
    report_problems(options.extraction, diagnostics);
    return extractions;
  });
  flush_stdout();
}

} // namespace

void add_map(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("map", "First of three steps of a build on many machines: read one shard of the reports");
  add_extraction_options(*command, options->extraction);
  options->extraction.each_alone = true; // shards are cut anyhow
  command->add_option("--shard", options->shard, "I/N: which of how many shards; a report's path says where it belongs");
  command->add_option("--out", options->folder, "Folder of all shards");
  command->add_option("--buckets", options->buckets, "How many parts reduce can be run in at most")
      ->check(CLI::Range(1, 4096))
      ->capture_default_str();
  command->add_flag("--pipe", options->pipe, "Read paths from standard input and write lines to standard output");
  command->add_option("--root", options->root, "With --pipe: the folder that paths are in, and are told relative to")
      ->capture_default_str();
  command->callback([options] {
    watch_for_interrupts();
    options->pipe ? map_pipe(*options) : map_to_folder(*options);
  });
}

} // namespace zonekg::cli
