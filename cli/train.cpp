// zonekg train: learns the weights of plugins from annotated passages.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <memory>

#include "cli/commands.hpp"
#include "cli/plugin_options.hpp"
#include "cli/setup.hpp"
#include "core/host/pipeline.hpp"
#include "core/training/train.hpp"

namespace zonekg::cli {
namespace {

struct Options {
  std::vector<std::string> gold, only;
  PluginOptions plugins;
  std::string folder;
  std::size_t folds = 4, renamings = 0;
  kit::LearnOptions learning;
};

void run(const Options& options) {
  const Installation place = installation();
  const Dictionary dictionary(place.dictionary());
  FoundPlugins found = find_plugins(options.plugins, place);
  const PluginSet set = order_plugins(std::move(found.plugins));
  PluginConfig config;
  config.shared = place.shared();
  const NameParser parser(dictionary, place.shared());
  std::vector<TrainingPassage> passages;
  for (const std::string& folder : options.gold)
    for (GoldPassage& gold : read_gold(folder)) add_passage(std::move(gold), dictionary, parser, options.folds, options.renamings, passages);
  TrainOptions train_options;
  train_options.folds = options.folds;
  train_options.folder = options.folder;
  train_options.only = options.only;
  train_options.learning = options.learning;
  train_options.progress = [](const std::string& name) { std::cerr << "learned " << name << "\n"; };
  train(set, config, passages, train_options);
  const auto copies = std::count_if(passages.begin(), passages.end(), [](const TrainingPassage& p) { return p.copy; });
  std::cout << passages.size() - static_cast<std::size_t>(copies) << " passages, weights in " << options.folder << "\n";
}

} // namespace

void add_train(CLI::App& app) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("train", "learn the weights of plugins from annotated passages");
  command->add_option("--gold", options->gold, "folders of annotated passages: ID.txt with ID.json")->required();
  command->add_option("--output", options->folder, "folder for PLUGIN.bin, and fold-K/PLUGIN.bin for checks")->required();
  add_plugin_options(*command, options->plugins);
  command->add_option("--only", options->only, "ids of the plugins to teach; the others keep the weights in the folder")->delimiter(',');
  command->add_option("--folds", options->folds, "parts for the check on unseen passages")->check(CLI::Range(2, 20));
  command->add_option("--renamings", options->renamings, "copies of each passage with other names to learn from as well")->check(CLI::Range(0, 20));
  command->add_option("--epochs", options->learning.epochs, "passes over the passages")->check(CLI::Range(1, 200));
  command->add_option("--documents", options->learning.documents, "passages a feature has to occur in")->check(CLI::Range(1, 100));
  command->add_option("--rate", options->learning.rate, "step size")->check(CLI::PositiveNumber);
  command->add_option("--reach", options->learning.reach, "how far a visit may move a score: steps are smaller where features are many")->check(CLI::PositiveNumber);
  command->add_option("--penalty", options->learning.penalty, "strength of the L2 penalty")->check(CLI::NonNegativeNumber);
  command->add_option("--drop", options->learning.drop, "weights smaller than this become 0")->check(CLI::NonNegativeNumber);
  command->add_option("--noise", options->learning.noise, "part of the features left out at each visit")->check(CLI::Range(0.0, 0.9));
  command->callback([options] { run(*options); });
}

} // namespace zonekg::cli
