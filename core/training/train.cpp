#include "core/training/train.hpp"

#include <algorithm>
#include <exception>
#include <iterator>
#include <thread>

#include "core/host/pipeline.hpp"
#include "core/kit/second_look.hpp"
#include "core/training/labels.hpp"
#include "core/training/rename.hpp"
#include "core/training/shift.hpp"

namespace zonekg {
namespace {

using kit::Example;
using Examples = std::vector<std::map<std::string, Example>>; // by passage

template <class Function>
void in_parallel(std::size_t count, Function&& function) {
  const std::size_t threads = std::max(1U, std::thread::hardware_concurrency());
  std::vector<std::thread> workers;
  std::vector<std::exception_ptr> failures(threads);
  for (std::size_t t = 0; t < threads; ++t)
    workers.emplace_back([&, t] {
      try {
        for (std::size_t i = t; i < count; i += threads) function(i);
      } catch (...) {
        failures[t] = std::current_exception();
      }
    });
  for (std::thread& worker : workers) worker.join();
  for (const std::exception_ptr& failure : failures)
    if (failure) std::rethrow_exception(failure);
}

class Trainer {
 public:
  Trainer(const PluginSet& set, const PluginConfig& config, std::vector<TrainingPassage>& passages, const TrainOptions& options)
      : set_(set), config_(config), passages_(passages), options_(options) {}

  void teach(const Plugin& plugin) {
    models_.assign(options_.folds + 1, {});
    teach(plugin, Kind::mentions);
    // What weighs the scores of other models comes a round later: it learns from what they say of passages they have not seen.
    while (teach(plugin, Kind::links)) {}
  }

 private:
  // Learns the models that are not there yet. Whether there were any.
  bool teach(const Plugin& plugin, Kind kind) {
    const Examples examples = collect(plugin, kind);
    bool learned = false;
    for (const std::string& name : names(examples)) {
      if (models_.front().contains(name)) continue;
      learn_model(name, examples);
      learned = true;
    }
    for (std::size_t k = 0; k <= options_.folds; ++k) kit::write_models(file(k, plugin.id), models_[k]);
    return learned;
  }

  // Weights without fold k; k = folds: from all passages.
  std::filesystem::path file(std::size_t k, const std::string& plugin) const {
    const auto folder = k == options_.folds ? options_.folder : fold_folder(options_.folder, k);
    std::filesystem::create_directories(folder);
    return folder / (plugin + ".bin");
  }

  Examples collect(const Plugin& plugin, Kind kind) const {
    Examples examples(passages_.size());
    const std::vector<std::uint32_t> origins = this->origins();
    in_parallel(options_.folds, [&](std::size_t k) {
      PluginConfig config = config_;
      config.training = {plugin.id};
      for (const Plugin& each : set_.plugins) config.weights[each.id] = file(k, each.id);
      if (kind == Kind::mentions) config.weights[plugin.id] = options_.folder / "none";
      PluginSet until = set_;
      until.plugins.erase(until.plugins.begin() + position(plugin) + 1, until.plugins.end());
      PluginInstances instances(until, config);
      const TriggerScanner triggers(instances);
      for (std::size_t i = 0; i < passages_.size(); ++i) {
        // What joins two mentions does not hang on how they are called.
        if (passages_[i].fold != k || (kind == Kind::links && passages_[i].copy)) continue;
        const PluginRun run = run_plugins(*passages_[i].document, instances, triggers);
        examples[i] = label(run.candidates, passages_[i].document->normalised.text, passages_[i].gold, plugin.id, kind);
        for (auto& [name, example] : examples[i]) {
          example.origin = origins[i];
          example.weight = passages_[i].gold.weight;
        }
      }
    });
    return examples;
  }

  // Numbers of passages, where copies have that of their original.
  std::vector<std::uint32_t> origins() const {
    std::vector<std::uint32_t> result;
    std::uint32_t origin = 0;
    for (const TrainingPassage& passage : passages_) result.push_back(passage.copy ? origin : ++origin);
    return result;
  }

  std::ptrdiff_t position(const Plugin& plugin) const {
    const auto at = std::find_if(set_.plugins.begin(), set_.plugins.end(), [&](const Plugin& p) { return p.id == plugin.id; });
    return at - set_.plugins.begin();
  }

  static std::vector<std::string> names(const Examples& examples) {
    std::vector<std::string> result;
    for (const auto& by_name : examples)
      for (const auto& [name, example] : by_name) result.push_back(name);
    std::sort(result.begin(), result.end());
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
  }

  // Of figures alone: elsewhere factors tell more of the passages learned from than of others.
  static bool has_factors(std::string_view name) {
    return name == "relation:invested_in" || (name.starts_with("mention:") && is_figure(name.substr(8)));
  }

  void learn_model(const std::string& name, const Examples& examples) {
    kit::LearnOptions learning = options_.learning;
    if (has_factors(name)) learning.factor_documents = 100;
    if (!name.starts_with("mention:")) learning.drop = std::min(learning.drop, 0.008F); // few candidates: every weight counts
    if (name.ends_with(":joint")) {
      learning = of_scores();
      learning.rate = std::min(learning.rate, 0.02F);
      learning.penalty = std::max(learning.penalty, 5e-3F);
    }
    std::vector<kit::Model> learned(options_.folds + 1);
    in_parallel(options_.folds + 1, [&](std::size_t k) { learned[k] = kit::learn(seen_by(k, name, examples), learning); });
    // The reporting zone has one answer per document and its probability is used as such: no shift to the best F1.
    const float shift = name == "fact:reporting" ? 0 : best_shift(held_out(name, examples, learned));
    for (kit::Model& model : learned) model = model.shifted(shift);
    for (std::size_t k = 0; k <= options_.folds; ++k) models_[k].insert_or_assign(name, learned[k]);
    if (options_.progress) options_.progress(name);
    if (name.starts_with("mention:") && !is_figure(std::string_view(name).substr(8))) learn_second(name, examples, learned);
  }

  // The second look, from what the models say of passages that they have not seen.
  void learn_second(const std::string& name, const Examples& examples, const std::vector<kit::Model>& learned) {
    const std::string second = kit::second_model(name);
    Examples looks(examples.size());
    in_parallel(examples.size(), [&](std::size_t i) {
      const auto found = examples[i].find(name);
      if (found != examples[i].end() && !passages_[i].copy) looks[i].emplace(second, second_look(found->second, learned[passages_[i].fold], *passages_[i].document));
    });
    const kit::LearnOptions learning = of_scores();
    std::vector<kit::Model> models(options_.folds + 1);
    in_parallel(options_.folds + 1, [&](std::size_t k) { models[k] = kit::learn(seen_by(k, second, looks), learning); });
    const float shift = best_shift(held_out(second, looks, models));
    for (std::size_t k = 0; k <= options_.folds; ++k) models_[k].insert_or_assign(second, models[k].shifted(shift));
    if (options_.progress) options_.progress(second);
  }

  // For models whose features are the scores of others: they are few, none does without another, and each is met so often
  // that small steps reach far.
  kit::LearnOptions of_scores() const {
    kit::LearnOptions learning = options_.learning;
    learning.bits = std::min(learning.bits, 14);
    learning.noise = learning.drop = learning.bias = 0;
    learning.rate = std::min(learning.rate, 0.03F);
    return learning;
  }

  static Example second_look(const Example& example, const kit::Model& model, const AnalysedDocument& document) {
    kit::FirstLook first;
    for (const Example::Candidate& c : example.candidates) {
      first.spans.push_back({c.begin, c.end, model.score(example.features.data() + c.first_feature, c.feature_count)});
      first.texts.push_back(kit::hash_text(std::string_view(document.normalised.text).substr(c.begin, c.end - c.begin)));
    }
    first.probabilities = kit::marginals(first.spans);
    first.items = kit::list_items(document.layers.enumerations, document.layers.items, [](zkg_span s) { return std::pair(s.begin, s.end); });
    const kit::SecondLook second(first);
    Example look;
    look.origin = example.origin;
    look.weight = example.weight;
    kit::Features features;
    for (std::size_t i = 0; i < first.spans.size(); ++i) {
      const Example::Candidate& c = example.candidates[i];
      features.clear();
      kit::FeatureBatch batch(features);
      second.append(i, batch);
      batch.flush();
      look.add(c.begin, c.end, c.label, c.bag, features.data(), features.size(), c.thing);
      look.candidates.back().offset = first.spans[i].score;
    }
    return look;
  }

  // The examples outside of fold k.
  std::vector<const Example*> seen_by(std::size_t k, const std::string& name, const Examples& examples) const {
    std::vector<const Example*> seen;
    for (std::size_t i = 0; i < examples.size(); ++i)
      if (const auto found = examples[i].find(name); found != examples[i].end() && passages_[i].fold != k) seen.push_back(&found->second);
    return seen;
  }

  // Every example with the model that has not seen its passage.
  std::vector<Unseen> held_out(const std::string& name, const Examples& examples, const std::vector<kit::Model>& learned) const {
    std::vector<Unseen> result;
    for (std::size_t i = 0; i < examples.size(); ++i)
      if (const auto found = examples[i].find(name); found != examples[i].end() && !passages_[i].copy)
        result.push_back({&found->second, &learned[passages_[i].fold]});
    return result;
  }

  const PluginSet& set_;
  const PluginConfig& config_;
  std::vector<TrainingPassage>& passages_;
  const TrainOptions& options_;
  std::vector<kit::Models> models_;
};

} // namespace

std::size_t fold_of(const GoldPassage& passage, std::size_t folds) {
  const std::string key = passage.zone.empty() ? passage.text.stem().string() : passage.zone;
  return kit::mix(kit::hash_text(key)) % folds;
}

void add_passage(GoldPassage gold, const Dictionary& dictionary, const NameParser& parser, std::size_t folds, std::size_t renamings,
                 std::vector<TrainingPassage>& passages) {
  Input input{gold.text, gold.text.filename().string()};
  const std::size_t fold = fold_of(gold, folds);
  std::vector<TrainingPassage> copies;
  Analysis original = analyse(input, dictionary);
  for (std::uint32_t i = 0; i < renamings; ++i) {
    RenamedPassage copy = renamed(gold, original.document->source, training_seed(gold, i), parser);
    input.content = std::move(copy.text);
    copies.push_back({std::move(copy.gold), analyse(input, dictionary).document, fold, true});
  }
  passages.push_back({std::move(gold), std::move(original.document), fold, false});
  std::move(copies.begin(), copies.end(), std::back_inserter(passages));
}

std::filesystem::path fold_folder(const std::filesystem::path& folder, std::size_t fold) {
  return folder / ("fold-" + std::to_string(fold));
}

void train(const PluginSet& set, const PluginConfig& config, std::vector<TrainingPassage>& passages, const TrainOptions& options) {
  if (const auto older = fold_folder(options.folder, options.folds); std::filesystem::exists(older))
    throw InputError(older.string() + " is of an earlier run with more folds; remove the fold folders or name another --output");
  Trainer trainer(set, config, passages, options);
  for (const Plugin& plugin : set.plugins)
    if (options.only.empty() || std::find(options.only.begin(), options.only.end(), plugin.id) != options.only.end()) trainer.teach(plugin);
}

} // namespace zonekg
