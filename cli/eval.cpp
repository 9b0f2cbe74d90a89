// zonekg eval: how well the plugins read annotated passages.
#include <CLI/CLI.hpp>
#include <memory>
#include <optional>

#include "cli/commands.hpp"
#include "cli/eval_passages.hpp"
#include "cli/output.hpp"
#include "cli/setup.hpp"
#include "core/host/pipeline.hpp"

namespace zonekg::cli {
namespace {

void run(const EvalOptions& options) {
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
}

} // namespace

void add_eval(CLI::App& app) {
  const auto options = std::make_shared<EvalOptions>();
  CLI::App* command = app.add_subcommand("eval", "Score the plugins on annotated passages");
  command
      ->add_option("--gold", options->gold, "A folder of annotated passages: ID.txt with ID.json; several may be given")
      ->required()
      ->allow_extra_args(false);
  command->add_option("--plugins", options->plugin_folders, "A folder with more plugins; several may be given")
      ->allow_extra_args(false);
  command->add_option("--only", options->only, "Run these plugins and those they require")
      ->delimiter(',')
      ->allow_extra_args(false);
  CLI::Option* weights = command->add_option("--weights", options->weights,
                                             "Folder of PLUGIN.bin files to use instead of the plugins' own");
  command
      ->add_option("--folds", options->folds,
                   "Folder that `zonekg train` wrote: every passage is read with the weights that have not seen it")
      ->excludes(weights);
  command->add_flag("--errors", options->errors, "What was missed (-) and what is wrong (+), with the sentence");
  command->add_flag("--by-plugin", options->by_plugin, "Figures of each plugin");
  command->add_flag("--calibration", options->calibration, "How much of what has which confidence is right");
  command->add_option("--baseline", options->baseline,
                      "What an earlier run printed with --json: shows what got better and worse");
  command->add_option("-j,--jobs", options->jobs, "Threads; one per core when not given")->check(CLI::Range(1, 1024));
  command->add_flag("--json", options->json, "As JSON");
  command->add_flag("-q,--quiet", options->quiet, "Only errors, no progress bar");
  command->callback([options] { run(*options); });
}

} // namespace zonekg::cli
