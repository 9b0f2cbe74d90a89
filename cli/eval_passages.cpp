#include "cli/eval_passages.hpp"

#include <algorithm>
#include <memory>

#include "cli/evaluation/score.hpp"
#include "cli/evaluation/sentences.hpp"
#include "cli/report.hpp"
#include "cli/setup.hpp"
#include "core/host/pipeline.hpp"
#include "core/reader/reader.hpp"
#include "core/training/gold.hpp"
#include "core/training/rename.hpp"
#include "core/training/train.hpp"
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

std::size_t count_folds(const fs::path& folder) {
  std::size_t folds = 0;
  while (fs::is_directory(fold_folder(folder, folds))) ++folds;
  if (folds < 2)
    throw InputError(folder.string() +
                     " holds no fold-0 and fold-1: --folds wants the folder that `zonekg train --output` wrote");
  return folds;
}

// A plugin whose weights are not in the fold's folder would read with its own, which may know the passages.
void note_missing_weights(const fs::path& folder, const Part& part, const PluginSet& plugins,
                          std::vector<Diagnostic>& diagnostics) {
  for (const Plugin& plugin : plugins.plugins)
    if (!part.weights.contains(plugin.id))
      diagnostics.push_back({Severity::warning, folder.string(),
                             "no weights for " + plugin.id + ": it reads with its own",
                             "if it learns, its figures are not those of unseen passages"});
}

std::vector<Part> parts_of(const std::vector<GoldPassage>& passages, const EvalOptions& options,
                           const PluginSet& plugins, std::vector<Diagnostic>& diagnostics) {
  const std::size_t folds = options.folds.empty() ? 1 : count_folds(options.folds);
  std::vector<Part> parts(folds);
  for (std::size_t i = 0; i < passages.size(); ++i)
    parts[folds == 1 ? 0 : fold_of(passages[i], folds)].passages.push_back(i);
  if (!options.weights.empty()) parts.front().weights = weights_in(options.weights, plugins);
  if (folds == 1) return parts;
  for (std::size_t k = 0; k < folds; ++k) {
    const fs::path folder = fold_folder(options.folds, k);
    parts[k].weights = weights_in(folder, plugins);
    note_missing_weights(folder, parts[k], plugins, diagnostics);
  }
  return parts;
}

std::vector<std::string> names_of(const std::vector<GoldPassage>& passages) {
  std::vector<std::string> names;
  std::map<std::string, std::size_t> times;
  for (const GoldPassage& passage : passages) {
    const std::string stem = passage.text.stem().string();
    const std::size_t before = times[stem]++;
    names.push_back(before == 0 ? stem : stem + "-" + std::to_string(before + 1));
  }
  return names;
}

std::vector<Input> inputs_of(const std::vector<GoldPassage>& passages) {
  std::vector<Input> inputs;
  for (const GoldPassage& passage : passages) inputs.push_back(single_input(passage.text.string()));
  return inputs;
}

void rename_all(std::uint32_t seed, const Dictionary& dictionary, const fs::path& shared,
                std::vector<GoldPassage>& passages, std::vector<Input>& inputs) {
  const NameParser parser(dictionary, shared);
  for (std::size_t i = 0; i < passages.size(); ++i) {
    const SourceText source = read_source(read_bytes(inputs[i]), inputs[i].path);
    RenamedPassage renaming = renamed(passages[i], source.text, passage_seed(passages[i], seed), parser);
    passages[i] = std::move(renaming.gold);
    inputs[i].content = std::move(renaming.text);
  }
}

Claims claims_of(const PluginSet& plugins) {
  Claims claims;
  for (const Plugin& plugin : plugins.plugins) claims[plugin.id] = plugin.provides;
  return claims;
}

// What comes of one passage; filled by the thread that reads it.
struct Result {
  Findings findings;
  Calibration calibration;
  std::vector<Diagnostic> diagnostics;
};

class Evaluator {
 public:
  Evaluator(const EvalOptions& options, const std::vector<GoldPassage>& passages, const std::vector<Input>& inputs,
            const PluginSet& plugins, const PluginConfig& config, const Dictionary& dictionary)
      : options_(options), passages_(passages), inputs_(inputs), plugins_(plugins), config_(config),
        dictionary_(dictionary), bar_(options.quiet), results_(passages.size()), own_types_(annotated_types(passages)) {}

  void read(const Part& part) {
    PluginConfig config = config_;
    config.weights = part.weights;
    PipelineOptions pipeline;
    pipeline.jobs = thread_count(options_.jobs);
    pipeline.progress = [&](std::size_t done, std::size_t) { bar_.show(done_ + done, passages_.size()); };
    std::vector<Input> inputs;
    for (const std::size_t i : part.passages) inputs.push_back(inputs_[i]);
    extract_each(inputs, dictionary_, plugins_, config, pipeline,
                 [&](std::size_t input, const AnalysedDocument& document, Extraction extraction) {
                   const std::size_t i = part.passages[input];
                   results_[i] = judge(passages_[i], document, std::move(extraction));
                 });
    done_ += inputs.size();
  }

  std::vector<Result> take() { return std::move(results_); }

 private:
  Result judge(const GoldPassage& gold, const AnalysedDocument& document, Extraction extraction) const {
    Result result;
    result.diagnostics = std::move(extraction.diagnostics);
    std::vector<Extraction> alone = {extraction};
    result.findings = score(gold, link(std::move(alone)), own_types_);
    if (options_.errors) add_sentences(result.findings, document);
    if (options_.calibration) result.calibration.add(gold, extraction, result.findings);
    return result;
  }

  const EvalOptions& options_;
  const std::vector<GoldPassage>& passages_;
  const std::vector<Input>& inputs_;
  const PluginSet& plugins_;
  const PluginConfig& config_;
  const Dictionary& dictionary_;
  ProgressBar bar_;
  std::size_t done_ = 0; // passages of earlier parts
  std::vector<Result> results_;
  AnnotatedTypes own_types_;
};

} // namespace

Evaluation evaluate(const EvalOptions& options) {
  std::vector<GoldPassage> passages = read_all(options.gold);
  std::vector<Input> inputs = inputs_of(passages);
  const Installation place = installation();
  std::vector<Diagnostic> diagnostics;
  PluginConfig config;
  const PluginSet plugins = usable_plugins(options.plugins, options.only, place, config, diagnostics);
  // Before renaming: a fold is told by the zone's own name.
  const std::vector<Part> parts = parts_of(passages, options, plugins, diagnostics);
  const Dictionary dictionary(place.dictionary());
  if (options.renamed) rename_all(*options.renamed, dictionary, place.shared(), passages, inputs);
  Evaluator evaluator(options, passages, inputs, plugins, config, dictionary);
  for (const Part& part : parts) evaluator.read(part);

  Evaluation evaluation;
  evaluation.claims = claims_of(plugins);
  const std::vector<std::string> names = names_of(passages);
  for (Result& result : evaluator.take()) {
    diagnostics.insert(diagnostics.end(), result.diagnostics.begin(), result.diagnostics.end());
    evaluation.calibration += result.calibration;
    evaluation.passages.push_back({names[evaluation.passages.size()], std::move(result.findings)});
  }
  print_diagnostics(diagnostics, options.quiet);
  return evaluation;
}

} // namespace zonekg::cli
