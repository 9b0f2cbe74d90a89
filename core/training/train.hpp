// Learns the weights of plugins from annotated passages.
//
// Plugins are taught in the order they run. What a plugin sees of the plugins before it comes from weights that were
// learned without the passage at hand (k-fold), so that it learns to live with their mistakes.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/host/run.hpp"
#include "core/kit/learn.hpp"
#include "core/text/dictionary.hpp"
#include "core/training/gold.hpp"
#include "core/training/rename_parts.hpp"

namespace zonekg {

struct TrainingPassage {
  GoldPassage gold;
  std::unique_ptr<AnalysedDocument> document;
  std::size_t fold = 0;
  bool copy = false; // of the last passage before it that is none, renamed: learned from, never counted as unseen
};

struct TrainOptions {
  std::size_t folds = 4;
  std::filesystem::path folder; // FOLDER/PLUGIN.bin, and FOLDER/fold-K/PLUGIN.bin learned without the passages of fold K
  std::vector<std::string> only; // plugins to teach; empty: all that emit features
  kit::LearnOptions learning;
  std::function<void(const std::string&)> progress;
};

// Passages about one zone go to one fold. Throws InputError.
std::size_t fold_of(const GoldPassage& passage, std::size_t folds);

// The passage's fold and, after it, `renamings` copies with other names in the same fold.
void add_passage(GoldPassage gold, const Dictionary& dictionary, const NameParser& parser, std::size_t folds, std::size_t renamings,
                 std::vector<TrainingPassage>& passages);

std::filesystem::path fold_folder(const std::filesystem::path& folder, std::size_t fold);

// Throws InputError, also when the folder holds folds of an earlier run with more of them: nobody could tell afterwards
// which weights have not seen which passage.
void train(const PluginSet& set, const PluginConfig& config, std::vector<TrainingPassage>& passages, const TrainOptions& options);

} // namespace zonekg
