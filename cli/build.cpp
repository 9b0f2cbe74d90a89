#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>
#include <memory>

#include "cli/commands.hpp"
#include "cli/graph_output.hpp"
#include "cli/output.hpp"
#include "cli/rejections.hpp"
#include "cli/report.hpp"
#include "cli/setup.hpp"
#include "core/host/pipeline.hpp"
#include "graph/link.hpp"

namespace zonekg::cli {
namespace {

struct Options {
  std::vector<std::string> inputs, outputs, folders, only;
  std::string list, format, rejected, weights, decisions, cache;
  unsigned jobs = 0; // 0: one per core
  bool strict = false, as_printed = false, documents = false, quiet = false;
};

// A file or folder a line, or parted by NUL characters, as `find -print0` writes them.
void add_listed(const std::string& list, std::vector<std::string>& arguments) {
  const std::string names = read_bytes(single_input(list));
  const char parting = names.find('\0') == std::string::npos ? '\n' : '\0';
  for (std::size_t begin = 0; begin < names.size();) {
    const std::size_t end = std::min(names.find(parting, begin), names.size());
    std::string name = names.substr(begin, end - begin);
    if (parting == '\n' && name.ends_with('\r')) name.pop_back();
    if (!name.empty()) arguments.push_back(std::move(name));
    begin = end + 1;
  }
}

LinkOptions link_options(const Options& options, const PluginSet& set) {
  LinkOptions link;
  link.documents = options.documents;
  for (const Plugin& plugin : set.plugins) link.plugins.push_back({plugin.id, plugin.version});
  std::ranges::sort(link.plugins, {}, &PluginVersion::id);
  return link;
}

void replay_decisions(const Options& options, const std::vector<Extraction>& extractions, LinkOptions& linking) {
  if (options.decisions.empty()) return;
  const Input file = single_input(options.decisions);
  linking.decisions = read_decisions(read_bytes(file), options.decisions);
  const auto alarms = stale_decisions(linking.decisions, extractions, options.decisions);
  print_diagnostics(alarms, options.quiet);
  if (options.strict && !alarms.empty())
    throw InputError("decisions have lost what they are about (above), and --strict is set; nothing was written");
}

std::vector<Extraction> extract_all(const Options& options, const std::vector<Input>& inputs, const PluginSet& plugins,
                                    const Installation& place) {
  const Dictionary dictionary(place.dictionary());
  const PluginConfig config = plugin_config(place, options.weights, plugins);
  ProgressBar bar(options.quiet);
  PipelineOptions pipeline;
  pipeline.jobs = thread_count(options.jobs);
  pipeline.as_printed = options.as_printed;
  pipeline.keep_rejections = !options.rejected.empty();
  pipeline.progress = [&](std::size_t done, std::size_t total) { bar.show(done, total); };
  std::optional<ExtractionCache> cache;
  if (!options.cache.empty())
    pipeline.cache = &cache.emplace(
        options.cache, extraction_recipe(ZONEKG_VERSION, plugins, config, place.dictionary(), options.as_printed));
  return extract(inputs, dictionary, plugins, config, pipeline);
}

void build(const Options& options) {
  std::vector<GraphOutput> outputs;
  for (const std::string& path : options.outputs) outputs.push_back(find_output(path, options.format));
  if (options.inputs.empty() && options.list.empty()) throw UsageError("name files or folders, or a list of them with --files-from");
  std::vector<std::string> arguments = options.inputs;
  if (!options.list.empty()) add_listed(options.list, arguments);
  const std::vector<Input> inputs = list_inputs(arguments, has_report_ending);
  if (inputs.empty()) throw InputError("the inputs hold no file that zonekg reads");
  const Installation place = installation();
  std::vector<Diagnostic> diagnostics;
  const PluginSet plugins = usable_plugins(options.folders, options.only, place, diagnostics);

  std::vector<Extraction> extractions = extract_all(options, inputs, plugins, place);
  for (const Extraction& extraction : extractions)
    diagnostics.insert(diagnostics.end(), extraction.diagnostics.begin(), extraction.diagnostics.end());
  print_diagnostics(diagnostics, options.quiet);
  if (options.strict && has_problem(diagnostics))
    throw InputError("there were problems (above), and --strict is set; nothing was written");
  if (!options.rejected.empty())
    write_output(options.rejected, [&](std::ostream& out) { write_rejections(extractions, out); });
  LinkOptions linking = link_options(options, plugins);
  replay_decisions(options, extractions, linking);
  const Graph graph = link(std::move(extractions), linking);
  for (const GraphOutput& output : outputs) write_graph_output(output, graph);
}

} // namespace

void add_build(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("build", "Make one graph of reports");
  command->add_option("inputs", options->inputs, "Files, folders, ZIP archives, or - for standard input");
  command->add_option("--files-from", options->list, "A file that lists more of them, one a line; - is standard input");
  command
      ->add_option("-o,--output", options->outputs, "Where the graph goes; several may be given, format by extension")
      ->required()
      ->allow_extra_args(false);
  command->add_option("--format", options->format, "Format of the output: " + format_names());
  command->add_option("--rejected", options->rejected,
                      "Write what plugins proposed and the host did not take (JSON lines)");
  command->add_option("--decisions", options->decisions,
                      "People's decisions on names and relations (JSON lines, see zonekg decide), replayed on each build");
  command->add_option("--cache", options->cache,
                      "Folder that keeps what was read of each document: the next run reads only what changed");
  command->add_option("--plugins", options->folders, "A folder with more plugins; several may be given")
      ->allow_extra_args(false);
  command->add_option("--weights", options->weights, "Folder of PLUGIN.bin files, as `zonekg train` writes, to use instead of the plugins' own");
  command->add_option("--only", options->only, "Run these plugins and those they require")
      ->delimiter(',')
      ->allow_extra_args(false);
  command->add_option("-j,--jobs", options->jobs, "Threads; one per core when not given")->check(CLI::Range(1, 1024));
  command->add_flag("--strict", options->strict, "Fail when anything was wrong with an input or a plugin");
  command->add_flag("--as-printed", options->as_printed, "Do not repair damaged text");
  command->add_flag("--documents", options->documents, "Documents as nodes, with an edge from everything they mention");
  command->add_flag("-q,--quiet", options->quiet, "Only errors, no progress bar");
  command->callback([options] { build(*options); });
}

} // namespace zonekg::cli
