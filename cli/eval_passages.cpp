#include "cli/eval_passages.hpp"

#include <algorithm>
#include <memory>

#include "cli/report.hpp"
#include "cli/setup.hpp"
#include "core/host/pipeline.hpp"
#include "core/training/gold.hpp"
#include "core/training/train.hpp"
#include "evaluation/score.hpp"
#include "graph/link.hpp"

namespace zonekg::cli {
namespace {

namespace fs = std::filesystem;

// Passages that are read with the same weights.
struct Part {
  std::vector<std::size_t> passages;
  std::map<std::string, fs::path> weights; // by plugin
};

std::vector<GoldPassage> read_all(const std::vector<std::string>& folders) {
  std::vector<GoldPassage> passages;
  for (const std::string& folder : folders)
    for (GoldPassage& passage : read_gold(folder)) passages.push_back(std::move(passage));
  if (passages.empty()) throw InputError("the folders of --gold hold no annotated passage (ID.txt with ID.json)");
  return passages;
}

fs::path fold_folder(const fs::path& folder, std::size_t fold) { return folder / ("fold-" + std::to_string(fold)); }

std::size_t count_folds(const fs::path& folder) {
  std::size_t folds = 0;
  while (fs::is_directory(fold_folder(folder, folds))) ++folds;
  if (folds < 2)
    throw InputError(folder.string() + " holds no fold-0 and fold-1: --folds wants the folder that `zonekg train --output` wrote");
  return folds;
}

// A plugin whose weights are not in the fold's folder would read with its own, which may know the passages.
void note_missing_weights(const fs::path& folder, const Part& part, const PluginSet& plugins, std::vector<Diagnostic>& diagnostics) {
  for (const Plugin& plugin : plugins.plugins)
    if (!part.weights.contains(plugin.id))
      diagnostics.push_back({Severity::warning, folder.string(), "no weights for " + plugin.id + ": it reads with its own",
                             "if it learns, its figures are not those of unseen passages"});
}

std::vector<Part> parts_of(const std::vector<GoldPassage>& passages, const EvalOptions& options, const PluginSet& plugins,
                           std::vector<Diagnostic>& diagnostics) {
  const std::size_t folds = options.folds.empty() ? 1 : count_folds(options.folds);
  std::vector<Part> parts(folds);
  for (std::size_t i = 0; i < passages.size(); ++i) parts[folds == 1 ? 0 : fold_of(passages[i], folds)].passages.push_back(i);
  if (!options.weights.empty()) parts.front().weights = weights_in(options.weights, plugins);
  if (folds == 1) return parts;
  for (std::size_t k = 0; k < folds; ++k) {
    const fs::path folder = fold_folder(options.folds, k);
    parts[k].weights = weights_in(folder, plugins);
    note_missing_weights(folder, parts[k], plugins, diagnostics);
  }
  return parts;
}

} // namespace

std::vector<EvaluatedPassage> evaluate(const EvalOptions& options) {
  const std::vector<GoldPassage> passages = read_all(options.gold);
  const Installation place = installation();
  std::vector<Diagnostic> diagnostics;
  const PluginSet plugins = usable_plugins(options.plugin_folders, options.only, place, diagnostics);
  const std::vector<Part> parts = parts_of(passages, options, plugins, diagnostics);
  const Dictionary dictionary(place.dictionary());

  std::vector<EvaluatedPassage> evaluated(passages.size());
  std::vector<std::vector<Diagnostic>> problems(passages.size());
  ProgressBar bar(options.quiet);
  std::size_t before = 0;
  for (const Part& part : parts) {
    PluginConfig config;
    config.shared = place.shared();
    config.weights = part.weights;
    PipelineOptions pipeline;
    pipeline.jobs = thread_count(options.jobs);
    pipeline.progress = [&](std::size_t done, std::size_t) { bar.show(before + done, passages.size()); };
    std::vector<Input> inputs;
    for (const std::size_t i : part.passages) inputs.push_back(single_input(passages[i].text.string()));
    extract_each(inputs, dictionary, plugins, config, pipeline, [&](std::size_t input, const AnalysedDocument&, Extraction extraction) {
      const std::size_t i = part.passages[input];
      problems[i] = std::move(extraction.diagnostics);
      std::vector<Extraction> alone;
      alone.push_back(std::move(extraction));
      evaluated[i] = {passages[i].text.stem().string(), score(passages[i], link(std::move(alone)))};
    });
    before += part.passages.size();
  }
  for (const auto& of_passage : problems) diagnostics.insert(diagnostics.end(), of_passage.begin(), of_passage.end());
  print_diagnostics(diagnostics, options.quiet);
  return evaluated;
}

} // namespace zonekg::cli
