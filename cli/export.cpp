#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "cli/commands.hpp"
#include "cli/graph_output.hpp"
#include "cli/interrupt.hpp"
#include "cli/output.hpp"
#include "cli/report.hpp"
#include "cli/setup.hpp"
#include "cli/sources.hpp"
#include "core/host/pipeline.hpp"
#include "export/filter.hpp"
#include "export/picture.hpp"
#include "graph/period_text.hpp"
#include "graph/read_json.hpp"

namespace zonekg::cli {
namespace {

struct Options {
  std::string graph, format, as_of;
  std::vector<std::string> outputs, sources;
  Filter filter;
  PictureOptions picture;
  bool no_legend = false, quiet = false;
};

Filter filter_of(const Options& options) {
  Filter filter = options.filter;
  if (options.as_of.empty()) return filter;
  const auto date = parse_date(options.as_of);
  if (!date) throw UsageError("--as-of takes a date as 2023-06-30, 2023-06 or 2023, not '" + options.as_of + "'");
  filter.as_of = *date;
  return filter;
}

void write(const GraphOutput& output, const Graph& graph, const SourceTexts& sources, const Options& options) {
  const auto kind = picture_kind(output.format->name);
  if (!kind) return write_graph_output(output, graph, sources, options.quiet);
  std::string note;
  write_output(output.path, [&](std::ostream& out) { note = write_picture(graph, *kind, options.picture, out); });
  if (!note.empty())
    print_diagnostics({{Severity::warning, output.path, note, "draw a part with --focus NAME --hops 2, or filter"}}, options.quiet);
}

void export_graph(Options options) {
  std::vector<GraphOutput> outputs;
  for (const std::string& path : options.outputs) outputs.push_back(find_output(path, options.format));
  const Filter filter = filter_of(options);
  options.picture.legend = !options.no_legend;
  const Graph whole = read_json(read_bytes(single_input(options.graph)), options.graph);
  const Graph graph = filter_graph(whole, filter);
  if (graph.node_count() == 0 && whole.node_count() > 0)
    print_diagnostics({{Severity::warning, options.graph, "nothing passes the filters", "loosen them"}}, options.quiet);
  const SourceTexts sources = find_sources(options.sources, graph.header(), options.quiet);
  for (const GraphOutput& output : outputs) write(output, graph, sources, options);
}

std::string layout_names() {
  std::string names;
  for (const std::string_view layout : layouts()) names += (names.empty() ? "" : ", ") + std::string(layout);
  return names;
}

} // namespace

void add_export(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("export", "Write a graph in other formats, whole or a part of it");
  command->add_option("graph", options->graph, "A graph that build wrote as JSON; - is standard input")->required();
  command->add_option("-o,--output", options->outputs, "Where it goes; several may be given, format by extension")
      ->required()
      ->allow_extra_args(false);
  command->add_option("--format", options->format, "Format of the output: " + format_names());
  command->add_option("--only-types", options->filter.types, "Only nodes of these types")
      ->delimiter(',')
      ->allow_extra_args(false);
  command->add_option("--min-confidence", options->filter.min_confidence, "Only nodes and edges of at least this confidence")
      ->check(CLI::Range(0.0, 1.0));
  command->add_option("--as-of", options->as_of, "What could be known on this day: 2023-06-30, 2023-06 or 2023");
  command->add_option("--focus", options->filter.focus, "Only what is near this node: name, alias or id; several may be given")
      ->allow_extra_args(false);
  command->add_option("--hops", options->filter.hops, "How near: edges between it and the focus (2)")->check(CLI::Range(0u, 100u));
  command->add_option("--layout", options->picture.layout, "Layout of pictures: " + layout_names() + "; by size when not given")
      ->check(CLI::IsMember(std::vector<std::string>(layouts().begin(), layouts().end())));
  command->add_option("--sources", options->sources, sources_help)->allow_extra_args(false);
  command->add_flag("--no-legend", options->no_legend, "Pictures without the legend of colours");
  command->add_flag("-q,--quiet", options->quiet, "Only errors");
  command->callback([options] {
    watch_for_interrupts();
    export_graph(*options);
  });
}

} // namespace zonekg::cli
