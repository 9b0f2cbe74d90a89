#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "cli/commands.hpp"
#include "cli/comparison.hpp"
#include "cli/extraction.hpp"
#include "cli/interrupt.hpp"
#include "cli/linking.hpp"
#include "cli/memory.hpp"
#include "cli/output.hpp"
#include "cli/rejections.hpp"
#include "cli/setup.hpp"
#include "cli/sources.hpp"
#include "graph/link.hpp"
#include "graph/spilled_graph.hpp"

namespace zonekg::cli {
namespace {

struct Options {
  ExtractionOptions extraction;
  LinkingOptions linking;
  std::string rejected, compare;
};

struct Read {
  ExtractionStore extractions;
  LinkOptions linking;
};

// Plugins and dictionary are gone afterwards.
Read read_reports(const Options& options, const std::vector<Input>& inputs) {
  Extractor extractor(options.extraction);
  Read read{extract_to_store(options.extraction, extractor, inputs, !options.rejected.empty()), {}};
  std::vector<Diagnostic> diagnostics = extractor.diagnostics;
  for (std::size_t i = 0; i < read.extractions.size(); ++i)
    diagnostics.insert(diagnostics.end(), read.extractions.diagnostics(i).begin(), read.extractions.diagnostics(i).end());
  report_problems(options.extraction, diagnostics);
  if (!options.compare.empty()) print_comparison(options.extraction, extractor, inputs, read.extractions.load_all(), options.compare);
  if (!options.rejected.empty())
    write_output(options.rejected, [&](std::ostream& out) { write_rejections(read.extractions, out); });
  read.linking = read_link_options(options.linking, extractor.versions(), extractor.types(), read.extractions, options.extraction.strict,
                                   options.extraction.quiet);
  read.linking.jobs = thread_count(options.extraction.jobs);
  return read;
}

void build(const Options& options) {
  const std::vector<GraphOutput> outputs = find_outputs(options.linking);
  const bool to_stdout = std::ranges::any_of(options.linking.outputs, [](const std::string& path) { return path == "-"; });
  if (to_stdout && !options.compare.empty()) throw UsageError("--compare prints to standard output; let --output name a file");
  const std::vector<Input> inputs = find_reports(options.extraction);
  Read read = read_reports(options, inputs);
  give_back_freed_memory(); // what plugins need is more than what linking does
  const unsigned jobs = read.linking.jobs;
  const auto graph = link_spilled(std::move(read.extractions), read.linking);
  const SourceTexts sources = shows_texts(outputs) ? SourceTexts(inputs, graph->header()) : SourceTexts();
  write_graph_outputs(outputs, *graph, sources, options.extraction.quiet, jobs);
}

} // namespace

void add_build(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("build", "Make one graph of reports");
  add_extraction_options(*command, options->extraction);
  add_linking_options(*command, options->linking);
  command->add_option("--rejected", options->rejected,
                      "Write what plugins proposed and the host did not take (JSON lines)");
  command->add_option("--compare", options->compare,
                      "A folder with another version of a plugin: print what it reads otherwise, with the sentences");
  command->callback([options] {
    watch_for_interrupts();
    build(*options);
  });
}

} // namespace zonekg::cli
