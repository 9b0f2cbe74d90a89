#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "cli/commands.hpp"
#include "cli/comparison.hpp"
#include "cli/extraction.hpp"
#include "cli/interrupt.hpp"
#include "cli/linking.hpp"
#include "cli/output.hpp"
#include "cli/rejections.hpp"
#include "cli/setup.hpp"
#include "cli/sources.hpp"
#include "graph/link.hpp"

namespace zonekg::cli {
namespace {

struct Options {
  ExtractionOptions extraction;
  LinkingOptions linking;
  std::string rejected, compare;
};

void build(const Options& options) {
  const std::vector<GraphOutput> outputs = find_outputs(options.linking);
  const bool to_stdout = std::ranges::any_of(options.linking.outputs, [](const std::string& path) { return path == "-"; });
  if (to_stdout && !options.compare.empty()) throw UsageError("--compare prints to standard output; let --output name a file");
  const std::vector<Input> inputs = find_reports(options.extraction);
  Extractor extractor(options.extraction);
  std::vector<Extraction> extractions = extract_all(options.extraction, extractor, inputs, !options.rejected.empty());
  std::vector<Diagnostic> diagnostics = extractor.diagnostics;
  for (const Extraction& extraction : extractions)
    diagnostics.insert(diagnostics.end(), extraction.diagnostics.begin(), extraction.diagnostics.end());
  report_problems(options.extraction, diagnostics);
  if (!options.compare.empty()) print_comparison(options.extraction, extractor, inputs, extractions, options.compare);
  if (!options.rejected.empty())
    write_output(options.rejected, [&](std::ostream& out) { write_rejections(extractions, out); });
  LinkOptions linking = read_link_options(options.linking, extractor.versions(), extractor.types(), extractions,
                                                options.extraction.strict, options.extraction.quiet);
  linking.jobs = thread_count(options.extraction.jobs);
  const Graph graph = link(std::move(extractions), linking);
  const SourceTexts sources = shows_texts(outputs) ? SourceTexts(inputs, graph.header()) : SourceTexts();
  for (const GraphOutput& output : outputs) write_graph_output(output, graph, sources, options.extraction.quiet, linking.jobs);
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
