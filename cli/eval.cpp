// zonekg eval: how well the plugins read annotated passages.
#include <CLI/CLI.hpp>
#include <charconv>
#include <memory>
#include <optional>

#include "cli/columns.hpp"
#include "cli/commands.hpp"
#include "cli/eval_passages.hpp"
#include "cli/output.hpp"
#include "cli/setup.hpp"
#include "core/host/pipeline.hpp"

namespace zonekg::cli {
namespace {

struct Floor {
  std::string kind;
  double least = 0;
};

bool parse(std::string_view text, double& number) {
  const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
  return result.ec == std::errc() && result.ptr == text.data() + text.size();
}

std::vector<Floor> floors_of(const std::vector<std::string>& options) {
  std::vector<Floor> floors;
  const Figures kinds;
  for (const std::string& option : options) {
    const std::size_t equals = option.find('=');
    Floor floor{option.substr(0, equals), 0};
    if (!kinds.tallies.contains(floor.kind) && !kinds.shares.contains(floor.kind))
      throw UsageError("--min: there is no figure '" + floor.kind + "'; see the table of zonekg eval");
    if (equals == std::string::npos || !parse(std::string_view(option).substr(equals + 1), floor.least))
      throw UsageError("--min " + option + ": expected KIND=NUMBER, as entities=0.9");
    floors.push_back(std::move(floor));
  }
  return floors;
}

// F1, or the accuracy where that is the figure; 0 where there is none.
double headline(const Figures& figures, const std::string& kind) {
  if (const auto tally = figures.tallies.find(kind); tally != figures.tallies.end())
    return tally->second.f1().value_or(0);
  return accuracy(figures.shares.find(kind)->second).value_or(0);
}

void check_floors(const Figures& figures, const std::vector<Floor>& floors) {
  std::string below;
  for (const Floor& floor : floors) {
    const double have = headline(figures, floor.kind);
    if (have >= floor.least) continue;
    below += (below.empty() ? "" : ", ") + floor.kind + " " + fixed(have, 3) + " < " + fixed(floor.least, 3);
  }
  if (!below.empty()) throw InputError("falls short: " + below);
}

void run(const EvalOptions& options) {
  const std::vector<Floor> floors = floors_of(options.minimum);
  std::optional<std::vector<PassageRecord>> baseline; // first: a wrong file should not cost the time of an evaluation
  if (!options.baseline.empty()) baseline = read_records(read_bytes(single_input(options.baseline)), options.baseline);
  const Evaluation evaluation = evaluate(options);
  EvalReport report{options, evaluation, {}, PluginTallies(evaluation.claims), {}, nullptr};
  for (const EvaluatedPassage& passage : evaluation.passages) {
    report.figures += count(passage.findings);
    report.records.push_back(record_of(passage.name, passage.findings));
    if (options.by_plugin) report.by_plugin.add(passage.findings);
  }
  std::optional<Changes> changes;
  if (baseline) report.changes = &changes.emplace(changes_since(*baseline, report.records));
  if (options.json)
    print_json(report);
  else
    print_text(report);
  flush_stdout();
  check_floors(report.figures, floors);
}

} // namespace

void add_eval(CLI::App& app) {
  const auto options = std::make_shared<EvalOptions>();
  CLI::App* command = app.add_subcommand("eval", "Score the plugins on annotated passages");
  command
      ->add_option("--gold", options->gold, "A folder of annotated passages: ID.txt with ID.json; several may be given")
      ->required()
      ->allow_extra_args(false);
  add_plugin_options(*command, options->plugins);
  command->add_option("--only", options->only, "Run these plugins and those they require")
      ->delimiter(',')
      ->allow_extra_args(false);
  CLI::Option* weights = command->add_option("--weights", options->weights,
                                             "Folder of PLUGIN.bin files to use instead of the plugins' own");
  command
      ->add_option("--folds", options->folds,
                   "Folder that `zonekg train` wrote: every passage is read with the weights that have not seen it")
      ->excludes(weights);
  command->add_option(
      "--renamed", options->renamed,
      "Seed: every name of the passages is replaced by an invented one of the same build before reading");
  command->add_flag("--errors", options->errors, "What was missed (-) and what is wrong (+), with the sentence");
  command->add_flag("--by-plugin", options->by_plugin, "Figures of each plugin");
  command->add_flag("--calibration", options->calibration, "How much of what has which confidence is right");
  command->add_option("--baseline", options->baseline,
                      "What an earlier run printed with --json: shows what got better and worse");
  command
      ->add_option("--min", options->minimum,
                   "KIND=NUMBER: fail when that F1 or accuracy is lower; several may be given")
      ->delimiter(',')
      ->allow_extra_args(false);
  command->add_option("-j,--jobs", options->jobs, "Threads; one per core when not given")->check(CLI::Range(1, 1024));
  command->add_flag("--json", options->json, "As JSON");
  command->add_flag("-q,--quiet", options->quiet, "Only errors, no progress bar");
  command->callback([options] { run(*options); });
}

} // namespace zonekg::cli
