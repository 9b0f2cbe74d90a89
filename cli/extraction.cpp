#include "cli/extraction.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <optional>

#include "cli/interrupt.hpp"
#include "cli/report.hpp"
#include "cli/setup.hpp"
#include "core/host/archives.hpp"
#include "core/host/sha256.hpp"

namespace zonekg::cli {
namespace {

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

} // namespace

void add_extraction_options(CLI::App& command, ExtractionOptions& options) {
  command.add_option("inputs", options.inputs, "Files, folders, ZIP archives, or - for standard input");
  command.add_option("--files-from", options.list, "A file that lists more of them, one a line; - is standard input");
  command.add_option("--cache", options.cache,
                     "Folder that keeps what was read of each document: the next run reads only what changed");
  add_plugin_options(command, options.plugins);
  command.add_option("--weights", options.weights,
                     "Folder of PLUGIN.bin files, as `zonekg train` writes, to use instead of the plugins' own");
  command.add_option("--only", options.only, "Run these plugins and those they require")
      ->delimiter(',')
      ->allow_extra_args(false);
  command.add_option("-j,--jobs", options.jobs, "Threads; one per core when not given")->check(CLI::Range(1, 1024));
  command.add_option("--largest-text", options.largest_text, "MiB of text (64) up to which a document is read; takes some hundred times as much memory")
      ->check(CLI::Range(1, 1300));
  command.add_flag("--strict", options.strict, "Fail when anything was wrong with an input or a plugin");
  command.add_flag("--as-printed", options.as_printed, "Do not repair damaged text");
  command.add_flag("-q,--quiet", options.quiet, "Only errors, no progress bar");
}

std::vector<Input> find_reports(const ExtractionOptions& options) {
  if (options.inputs.empty() && options.list.empty())
    throw UsageError("name files or folders, or a list of them with --files-from");
  std::vector<std::string> arguments = options.inputs;
  if (!options.list.empty()) add_listed(options.list, arguments);
  std::vector<Input> inputs = list_inputs(arguments, has_report_ending);
  if (inputs.empty()) throw InputError("the inputs hold no file that zonekg reads");
  return inputs;
}

Extractor::Extractor(const ExtractionOptions& options)
    : place(installation()), plugins(usable_plugins(options.plugins, options.only, place, config, diagnostics)), dictionary(place.dictionary()) {
  set_data(place, options.weights, plugins, config);
}

std::string Extractor::recipe(const ExtractionOptions& options) const {
  const std::string recipe = extraction_recipe(ZONEKG_VERSION, plugins, config, place.dictionary(), options.as_printed);
  const std::size_t most = options.largest_text;
  return most << 20 == usual_most_text ? recipe : sha256_hex(recipe + " of documents up to " + std::to_string(most) + " MiB");
}

std::vector<TypeLabel> Extractor::types() const {
  std::vector<TypeLabel> types;
  for (const Plugin& plugin : plugins.plugins) types.insert(types.end(), plugin.types.begin(), plugin.types.end());
  return types;
}

std::vector<PluginVersion> Extractor::versions() const {
  std::vector<PluginVersion> versions;
  for (const Plugin& plugin : plugins.plugins) versions.push_back({plugin.id, plugin.version});
  std::ranges::sort(versions, {}, &PluginVersion::id);
  return versions;
}

void extract_each_input(const ExtractionOptions& options, Extractor& extractor, const std::vector<Input>& inputs,
                        bool keep_rejections, const std::function<void(std::size_t, Extraction)>& take) {
  ProgressBar bar(options.quiet);
  PipelineOptions pipeline;
  pipeline.jobs = thread_count(options.jobs);
  pipeline.as_printed = options.as_printed;
  pipeline.most_text = options.largest_text << 20;
  pipeline.keep_rejections = keep_rejections;
  pipeline.progress = [&](std::size_t done, std::size_t total) {
    note_progress(done, total);
    bar.show(done, total);
  };
  pipeline.report = [&](Diagnostic diagnostic) { extractor.diagnostics.push_back(std::move(diagnostic)); };
  pipeline.each_alone = options.each_alone;
  std::optional<ExtractionCache> cache;
  if (!options.cache.empty()) pipeline.cache = &cache.emplace(options.cache, extractor.recipe(options));
  recall_or_extract(inputs, extractor.dictionary, extractor.plugins, extractor.config, pipeline, take);
}

ExtractionStore extract_to_store(const ExtractionOptions& options, Extractor& extractor, const std::vector<Input>& given, bool keep_rejections) {
  const std::vector<Input> inputs = expand_archives(given);
  ExtractionStore extractions(inputs.size());
  extract_each_input(options, extractor, inputs, keep_rejections,
                     [&](std::size_t i, Extraction extraction) { extractions.put(i, std::move(extraction)); });
  extractions.settle();
  return extractions;
}

std::vector<Extraction> extract_all(const ExtractionOptions& options, Extractor& extractor,
                                    const std::vector<Input>& inputs, bool keep_rejections) {
  return extract_to_store(options, extractor, inputs, keep_rejections).load_all();
}

void report_problems(const ExtractionOptions& options, const std::vector<Diagnostic>& diagnostics) {
  print_diagnostics(diagnostics, options.quiet);
  if (options.strict && has_problem(diagnostics))
    throw InputError("there were problems (above), and --strict is set; nothing was written");
}

} // namespace zonekg::cli
